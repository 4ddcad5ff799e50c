import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { alike } from "../../../src/adapters/alike/alike.ts";

describe("alike.phone", () => {
  it.each([
    ["(202) 555-0100", "US", "+12025550100"],
    ["+1 202-555-0100", undefined, "+12025550100"],
    ["020 7946 0018", "GB", "+442079460018"],
    ["+44 (0)20 7946 0018", "US", "+442079460018"],
    ["0049 30 1234567", "DE", "+49301234567"],
    ["٢٠٢ ٥٥٥ ٠١٠٠", "US", "+12025550100"],
    ["202-555-0100 ext. 12", "US", "+12025550100;ext=12"],
    ["202 555 0100 x12", "US", "+12025550100;ext=12"],
    ["202 555 0100", undefined, undefined],
    ["202 555 0100", "ZZ", undefined],
    ["+999 123", "US", undefined],
    ["heron.42", "US", undefined],
    ["call 202 555 0100", "US", undefined],
    ["12", "US", undefined],
    ["", "US", undefined],
  ])("reads %j from %s as %s", (typed, country, number) => {
    expect(alike.phone(typed, country)).toBe(number);
  });

  it("answers for any text, and reads what it gave as the same number", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (typed) => {
        const number = alike.phone(typed, "US");
        if (number !== undefined)
          expect(alike.phone(number.split(";")[0] ?? "", "DE")).toBe(number);
      }),
    );
  });
});

describe("alike.distance", () => {
  it.each([
    ["gomez", "gomez", 0],
    ["gomez", "gomes", 1],
    ["siobhan", "siobhann", 1],
    ["ana", "", 3],
  ])("says that %j and %j are %i letters apart", (one, other, letters) => {
    expect(alike.distance(one, other)).toBe(letters);
  });
});
