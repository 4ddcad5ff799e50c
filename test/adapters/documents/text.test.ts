import * as fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { createDocuments } from "../../../src/adapters/documents/documents.ts";
import { markerOf, outsideBlocks } from "../../../src/domain/letters/outside.ts";
import {
  hostileOutside,
  letter,
  oddText,
  sampleSignatories,
  sampleText,
} from "./sample-letters.ts";

const documents = createDocuments();
const text = (markdown: string, width?: number): string =>
  documents.write(letter(markdown, {}, { shown: [] }), "txt", width);

describe("a letter written as plain text", () => {
  it("reads as a letter", () => {
    expect(documents.write(letter(sampleText, { signatories: sampleSignatories }), "txt"))
      .toMatchInlineSnapshot(`
      "Oakland, 22 November 2026

      Dana Roe
      Chief Executive Officer
      Example Corp

      Dear Dana Roe,

      We build the search that the county bought (register
      <https://example.org/r/14>, 14 March 2026), and we demand that Example
      Corp end the contract.

      As of 22 November 2026, more than 152 workers in Engineering have signed
      this letter.

      We demand:

      1. End the contracts. End every contract with a law-enforcement agency
         by 1 March 2027.
      2. Say so in public. Publish a policy, and bind resellers by it, by 1
         February 2027.

      Signatories
      -----------

      Ana Gómez, Site Reliability Engineer
      Jean-Luc O'Neil, Jr.
      ![x](http://t/p.gif)
      ⁨محمد العربي⁩, Designer
      山田太郎
      Software Engineer, Cloud (7)

      and more than 140 others who sign without their names

      Supporters from outside Engineering
      -----------------------------------

      דנה לוי

      and 5 others who sign without their names

      Affiliations are given for identification only.

      Write to us: workers@example.org
      "
    `);
  });

  it("has no line wider than it may be, except where a single word is", () => {
    fc.assert(
      fc.property(
        oddText,
        hostileOutside,
        fc.integer({ min: 12, max: 90 }),
        (markdown, outside, width) => {
          const written = documents.write(
            letter(`${outsideBlocks.map(markerOf).join("\n")}\n${markdown}`, outside),
            "txt",
            width,
          );
          for (const line of written.split("\n")) {
            // What hangs before the words of a line: an indent, the marks of lists and boxes.
            const words = line.replace(/^(?: |- |\d+\. |\[[ x]\] )*/u, "");
            if (words.includes(" ")) expect(stringWidth(line)).toBeLessThanOrEqual(width);
          }
        },
      ),
    );
  });

  it("wraps at 72 columns unless told otherwise", () => {
    const words = "word ".repeat(40);
    expect(text(words).indexOf("\n")).toBe(69);
    expect(text(words, 30).indexOf("\n")).toBe(29);
  });

  it("counts a wide character as two columns", () => {
    expect(text("山田 太郎 山田", 9)).toBe("山田 太郎\n山田\n");
  });

  it("never breaks at a space that holds two words together", () => {
    expect(text("On 1&nbsp;March&nbsp;2027 it ends.", 12)).toBe(
      "On\n1\u00A0March\u00A02027\nit ends.\n",
    );
  });

  it("keeps the line breaks of an address", () => {
    expect(text("Dana Roe\\\nExample Corp  \n1 Example Plaza")).toBe(
      "Dana Roe\nExample Corp\n1 Example Plaza\n",
    );
  });

  it("hangs the lines of a list under its words, with numbers in line", () => {
    expect(text("9. nine words that are wrapped\n10. ten\n    - a part of ten that is wrapped", 24))
      .toMatchInlineSnapshot(`
        " 9. nine words that are
            wrapped
        10. ten
            - a part of ten that
              is wrapped
        "
      `);
  });

  it("prints an address beside the words that link to it, once", () => {
    expect(
      text("[the register](https://example.org/r), <https://example.org/s>, <a@example.org>"),
    ).toBe("the register <https://example.org/r>, https://example.org/s,\na@example.org\n");
    expect(text("[write to us](mailto:a@example.org) or [not](javascript:x)")).toBe(
      "write to us <a@example.org> or not\n",
    );
  });

  it("finds a link's address on the other side of an outside block", () => {
    expect(
      text(`See [the register][r].\n\n${markerOf("signatories")}\n\n[r]: https://example.org/r\n`),
    ).toBe("See the register <https://example.org/r>.\n");
  });

  it("shows raw HTML as it was typed and a picture as its description", () => {
    expect(
      text('a <b class="x">b</b> ![a wall](http://t/p.gif)\n\n<script>\nx()\n</script>\n'),
    ).toBe('a <b class="x">b</b> a wall\n\n<script>\nx()\n</script>\n');
  });

  it("resolves character references, but not in code and not those that it does not know", () => {
    expect(text("Q&amp;A &#8212; &#x2014; &#0; &bogus; `&amp;`")).toBe(
      "Q&A — — \uFFFD &bogus; &amp;\n",
    );
  });

  it("prints forms and tables for paper", () => {
    expect(
      text(
        "- [ ] sign\n- [x] walk out\n\n| Name | How to reach you |\n| - | - |\n| Ana | Signal |\n| | |\n\n> as they said\n\n    Date: ____\n\n---\n",
        40,
      ),
    ).toMatchInlineSnapshot(`
      "[ ] sign
      [x] walk out

      Name           How to reach you
      ------------   ----------------
      Ana            Signal
      ____________   ________________

          as they said

          Date: ____

      ----------------------------------------
      "
    `);
    expect(text("| Name | How to reach you |\n| - | - |\n| Ana | Signal |\n| | |\n", 20))
      .toMatchInlineSnapshot(`
      "Name: Ana
      How to reach you:
      Signal

      Name: ____________
      How to reach you:
      ____________
      "
    `);
  });

  it("underlines the headings of a text that has them", () => {
    expect(text("# A petition\n\n## Why\n\n### Now\n")).toBe(
      "A petition\n==========\n\nWhy\n---\n\nNow\n",
    );
  });

  it("lets no control character through, wherever it comes from", () => {
    const written = documents.write(
      letter(`a\u001B[2J \`b\u009B\`\n\n    c\u202E\n\n${markerOf("place-and-date")}`, {
        place: "d\u001B\n",
      }),
      "txt",
    );
    expect(written).toBe("a\uFFFD[2J b\uFFFD\n\n    c\uFFFD\n\nd\uFFFD\uFFFD, 22 November 2026\n");
  });
});
