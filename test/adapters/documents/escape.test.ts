import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeMarkdown } from "../../../src/domain/text/markdown.ts";
import { hostileValue } from "./hostile-values.ts";
import { readByCommonmark, readByMarked } from "./plain-readings.ts";

const places: readonly (readonly [where: string, text: (value: string) => string])[] = [
  ["alone", (value) => value],
  ["at the start of a line", (value) => `${value} has written to you.`],
  ["at the start of a later line", (value) => `We are with\n${value}\nin this.`],
  ["after a hard line break", (value) => `To:\\\n${value}\\\nExample Corp`],
  ["in running text", (value) => `Dear ${value}, we write to you.`],
  ["against other letters", (value) => `the x${value}y of it`],
  ["in brackets", (value) => `the people (${value}) who sign`],
  ["in square brackets", (value) => `the people [${value}] who sign`],
  [
    "between two values",
    (value) => `${escapeMarkdown("Ana [")}${value}${escapeMarkdown("](x) _")}`,
  ],
  ["in a list item", (value) => `- first\n- ${value}\n- last`],
  ["in a numbered item", (value) => `1. first\n2. ${value}\n3. last`],
  ["in a heading", (value) => `## To ${value}`],
  ["in a quote", (value) => `> ${value}`],
  ["in bold text of its own", (value) => `**by ${value} in Ads**`],
];

const readers = [
  ["commonmark", readByCommonmark],
  ["marked with GFM", readByMarked],
] as const;

/** A stand-in that no markup could touch: letters only. */
const plainName = "Rowan";

describe.each(readers)("a value escaped for Markdown and read by %s", (_, read) => {
  it.each(places)("comes back as plain text %s", (_where, text) => {
    fc.assert(
      fc.property(hostileValue, (value) => {
        const expected = read(text(plainName)).map((part) => part.replace(plainName, () => value));
        expect(read(text(escapeMarkdown(value)))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a value escaped for Markdown", () => {
  it("stays legible where nothing needs an escape", () => {
    expect(escapeMarkdown("Jean-Luc O'Neil, Jr.")).toBe("Jean-Luc O'Neil, Jr.");
    expect(escapeMarkdown("Muḥammad al-ʿArabī (SRE)")).toBe("Muḥammad al-ʿArabī \\(SRE)");
  });

  it("keeps a picture from loading", () => {
    expect(escapeMarkdown("![x](http://t/p.gif)")).toBe("\\!\\[x\\]\\(http\\://t/p.gif)");
  });
});
