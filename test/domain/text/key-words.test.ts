import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isKey } from "../../../src/domain/input/read.ts";
import { numberedName } from "../../../src/domain/letters/letter-name.ts";
import { keyWords } from "../../../src/domain/text/key-words.ts";

describe("a key from words", () => {
  it.each([
    ["No drones for the police", "no-drones-police"],
    ["Riverton City Council, minutes of 3 March 2026", "riverton-city-council-minutes"],
    ["Ñandú São Tomé", "nandu-sao-tome"],
    ["411 Main St.", "main-st"],
    ["警察", ""],
    ["  ", ""],
  ])("of %j is %j", (text, key) => {
    expect(keyWords(text)).toBe(key);
  });

  it("is one that may stand anywhere, numbered or not, or nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(3), (text, taken) => {
        let tries = 0;
        const key = numberedName<string>(keyWords(text) || "fact", () => (tries += 1) > taken);
        expect(isKey(key, 40)).toBe(true);
      }),
    );
  });
});
