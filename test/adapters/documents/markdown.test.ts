import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDocuments } from "../../../src/adapters/documents/documents.ts";
import {
  blockMarkedBy,
  endMarkerOf,
  markerOf,
  outsideBlocks,
} from "../../../src/domain/letters/outside.ts";
import type { OutsideBlock } from "../../../src/domain/letters/outside.ts";
import type { OutsideContent } from "../../../src/domain/letters/ports.ts";
import { escapeMarkdown } from "../../../src/domain/text/markdown.ts";
import { hostileValue } from "./hostile-values.ts";
import { readByCommonmark, readByMarked } from "./plain-readings.ts";
import {
  harmless,
  hostileOutside,
  letter,
  oddText,
  sampleSignatories,
  sampleText,
  signatoryList,
} from "./sample-letters.ts";

const documents = createDocuments();

/** What a stranger would do by hand to a published letter, as `outside.ts` tells it. */
const restored = (markdown: string): string => {
  const lines = markdown.split("\n");
  for (const block of outsideBlocks) {
    const from = lines.findIndex((line) => blockMarkedBy(line) === block);
    const to = lines.findIndex(
      (line, index) => index > from && line.startsWith(endMarkerOf(block)),
    );
    if (from === -1 || to === -1) continue;
    const rest = (lines[to] ?? "").slice(endMarkerOf(block).length);
    lines.splice(from, to - from + 1, `${(lines[from] ?? "").trimEnd()}${rest}`);
  }
  return lines.join("\n");
};

const signed = { signatories: sampleSignatories };

describe("a letter written as Markdown", () => {
  it("keeps the text and fills in what is outside it", () => {
    expect(documents.write(letter(sampleText, signed), "md")).toMatchInlineSnapshot(`
      "<!-- outside the text: place-and-date -->

      Oakland, 22 November 2026

      <!-- end of place-and-date -->

      Dana Roe\\
      Chief Executive Officer\\
      Example Corp

      Dear Dana Roe,

      We build the search that the county bought ([register](https://example.org/r/14), 14 March 2026), and we demand that Example Corp end the contract.

      <!-- outside the text: how-many -->

      As of 22 November 2026, more than 152 workers in Engineering have signed this letter.

      <!-- end of how-many -->

      We demand:

      1. **End the contracts.** End every contract with a law-enforcement agency by 1 March 2027.
      2. **Say so in public.** Publish a policy, and bind resellers by it, by 1 February 2027.

      <!-- outside the text: signatories -->

      **Signatories**

      - Ana Gómez, Site Reliability Engineer
      - Jean-Luc O'Neil, Jr.
      - \\!\\[x\\]\\(http\\://t/p.gif)
      - محمد العربي, Designer
      - 山田太郎
      - Software Engineer, Cloud (7)

      and more than 140 others who sign without their names

      **Supporters from outside Engineering**

      - דנה לוי

      and 5 others who sign without their names

      *Affiliations are given for identification only.*

      <!-- end of signatories -->

      Write to us: <workers@example.org>
      "
    `);
  });

  it("gives the text back, byte for byte, when each place holds its bare marker again", () => {
    fc.assert(
      fc.property(oddText, hostileOutside, (markdown, outside) => {
        expect(restored(documents.write(letter(markdown, outside), "md"))).toBe(markdown);
      }),
    );
  });

  it("keeps every other line in order, whatever is left out", () => {
    const others = (markdown: string): readonly string[] =>
      markdown
        .split("\n")
        .filter((line) => line.trim() !== "" && blockMarkedBy(line) === undefined);
    fc.assert(
      fc.property(oddText, (markdown) => {
        expect(others(documents.write(letter(markdown, {}, { shown: [] }), "md"))).toEqual(
          others(markdown),
        );
      }),
    );
  });

  it.each([
    ["between paragraphs", "A\n\n@\n\nB\n", "A\n\nB\n"],
    ["at the top", "@\n\nA\n", "A\n"],
    ["at the end", "A\n\n@\n", "A\n"],
    ["at the end, without a line break", "A\n\n@", "A\n"],
    ["between lines that would else be one paragraph", "A\n@\nB\n", "A\n\nB\n"],
    ["after a line", "A\n@\n\nB\n", "A\n\nB\n"],
    ["before a line", "A\n\n@\nB\n", "A\n\nB\n"],
    ["alone", "@\n", "\n"],
  ])("leaves no trace of a block that is not shown %s", (_where, markdown, expected) => {
    const text = markdown.replace("@", markerOf("signatories"));
    expect(documents.write(letter(text, signed, { shown: ["how-many"] }), "md")).toBe(expected);
  });

  it("leaves no trace of several blocks in a row", () => {
    const text = `A\n\n${outsideBlocks.map(markerOf).join("\n\n")}\n\nB\n`;
    expect(documents.write(letter(text, {}, { shown: [] }), "md")).toBe("A\n\nB\n");
  });

  it("never doubles a blank line that the text does not double", () => {
    fc.assert(
      fc.property(
        oddText.map((markdown) =>
          markdown.replaceAll(/\n{3,}/gu, "\n\n").replace(/^\n+|\n+$/gu, ""),
        ),
        fc.subarray([...outsideBlocks]),
        (markdown, shown) => {
          const written = documents.write(letter(`${markdown}\n`, signed, { shown }), "md");
          if (written !== "\n") expect(written).not.toMatch(/^\n|\n\n\n|\n\n$/u);
        },
      ),
    );
  });

  it("treats a block with nothing to say as one that is not shown", () => {
    const text = `A\n\n${markerOf("how-many")}\n\n${markerOf("signatories")}\n\nB\n`;
    expect(documents.write(letter(text), "md")).toBe("A\n\nB\n");
    const few = { signatories: signatoryList({ others: { people: 0, moreThan: true } }) };
    expect(documents.write(letter(text, few), "md")).toBe("A\n\nB\n");
  });

  it("fills in a block once, at the first line that marks it", () => {
    const text = `${markerOf("signatories")}\n\nA\n\n${markerOf("signatories")}\n`;
    const written = documents.write(letter(text, signed), "md");
    expect(written.split(endMarkerOf("signatories"))).toHaveLength(2);
    expect(written.split("Ana Gómez")).toHaveLength(2);
    expect(written.endsWith(`\n\nA\n\n${markerOf("signatories")}\n`)).toBe(true);
  });
});

describe("a value in the text people sign", () => {
  it("cannot forge a place outside the text in any format", () => {
    fc.assert(
      fc.property(
        fc.oneof(hostileValue, fc.constantFrom(...outsideBlocks).map(markerOf)),
        (value) => {
          const source = letter(`${escapeMarkdown(value)}\n\nDear all\n`, signed);
          expect(documents.write(source, "md")).toBe(source.markdown);
          expect(documents.write(source, "txt")).not.toContain("Signatories");
          expect(documents.write(source, "html")).not.toMatch(/<(?:section|p class)/u);
        },
      ),
    );
  });
});

describe.each([
  ["commonmark", readByCommonmark],
  ["marked with GFM", readByMarked],
] as const)("names in a letter in Markdown, read by %s", (_, read) => {
  it.each(outsideBlocks)("are plain text in the block %s", (block: OutsideBlock) => {
    const readBlock = (outside: Partial<OutsideContent>): readonly string[] =>
      read(documents.write(letter(`${markerOf(block)}\n`, outside), "md"));
    fc.assert(
      fc.property(hostileOutside, (outside) => {
        const standIns = harmless(outside);
        expect(readBlock(outside)).toEqual(readBlock(standIns.outside).map(standIns.originals));
      }),
    );
  });
});
