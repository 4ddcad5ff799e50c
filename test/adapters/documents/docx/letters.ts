/** Letters to write as DOCX: one with everything that a text can have, and one that three hundred signed. */
import { markerOf, outsideBlocks } from "../../../../src/domain/letters/outside.ts";
import type { LetterSource } from "../../../../src/domain/letters/ports.ts";
import type { SignatoryLine } from "../../../../src/domain/letters/signatories.ts";
import { letter, sampleSignatories, sampleText, signatoryList } from "../sample-letters.ts";

export const everyBlock = `${outsideBlocks.map(markerOf).join("\n\n")}\n`;

export const everything: LetterSource = letter(
  `# A *first* **heading**

Some **strong *and emphasized*** text with \`code <b>\` and a [register](https://example.org/r?a=1&b=2).\\
A second line.

- one
- two
  - nested
- [ ] to tick
- [x] ticked

7. seven

   more of seven
8. eight

> A quote
>
> 1. with a list

\`\`\`
line one
   line <two>
\`\`\`

---

| No. | Name |
| --- | --- |
| 1 | |
| 2 | **Ana** |

هذه الفقرة مكتوبة باللغة العربية (ABC 9001).
`,
  {},
  { shown: [] },
);

const odd = [
  "محمد العربي",
  "דנה לוי",
  "山田太郎",
  "O'Brien & Söhne",
  "![x](http://t/p.gif)",
  "<script>alert(1)</script>",
  "</w:t></w:r></w:p><w:p>",
  "]]>&amp;&#x41;",
  "Zoë 👩‍👩‍👧 Park",
  "محمد (Dana) 5",
  '=HYPERLINK("http://t","x")',
  "{ HYPERLINK http://t }",
];

export const threeHundred: readonly SignatoryLine[] = Array.from({ length: 300 }, (_, index) => {
  const name = `${odd[index % 25] ?? "Sam Sample"} ${String(index).padStart(3, "0")}`;
  return index % 3 === 0 ? { name, role: "Site Reliability Engineer" } : { name };
});

export const signedByThreeHundred: LetterSource = letter(sampleText, {
  place: "חיפה",
  signatories: signatoryList({ ...sampleSignatories, named: threeHundred, roles: [] }),
});
