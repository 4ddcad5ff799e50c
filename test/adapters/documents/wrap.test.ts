import * as fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";

import { wrapped } from "../../../src/adapters/documents/wrap.ts";

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
