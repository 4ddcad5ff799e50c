import * as fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";

import { widthOf, wrapped } from "../../../src/adapters/documents/wrap.ts";

/** Measures the whole line for each word: slow, and plainly right. */
const plainlyWrapped = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let current = "";
  for (const word of text.split(" ").filter((part) => part !== "")) {
    const longer = current === "" ? word : `${current} ${word}`;
    if (current !== "" && stringWidth(longer) > width) {
      lines.push(current);
      current = word;
    } else current = longer;
  }
  return [...lines, current];
};

const word = fc.array(
  fc.constantFrom(..."aäé-.,", "e\u0301", "語", "😀", "👩\u200D🚒", "🇺🇸", "ﷺ", "\u00A0", "👍🏽", "م"),
  { minLength: 1, maxLength: 9 },
);

describe("a text that is wrapped", () => {
  it("is cut where a line of its words would be too wide", () => {
    fc.assert(
      fc.property(fc.array(word), fc.nat({ max: 30 }), (words, width) => {
        const text = words.map((parts) => parts.join("")).join(" ");
        expect(wrapped(text, width)).toEqual(plainlyWrapped(text, width));
      }),
      { numRuns: 2000 },
    );
  });
});

describe("the width of a text", () => {
  const latin = Array.from({ length: 0x530 - 0x20 }, (_, at) => String.fromCodePoint(0x20 + at));

  it("is the library's for every character of Latin, Greek and Cyrillic, and what is beside them", () => {
    const assigned = latin.filter((character) => /\P{Cn}/u.test(character));
    expect(assigned.length).toBeGreaterThan(1200);
    expect(assigned.filter((one) => widthOf(one) !== stringWidth(one))).toEqual([]);
  });

  it("is the library's for any text", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            word.map((parts) => parts.join("")),
            fc.constantFrom(...latin),
          ),
        ),
        (parts) => {
          expect(widthOf(parts.join(""))).toBe(stringWidth(parts.join("")));
        },
      ),
    );
  });
});
