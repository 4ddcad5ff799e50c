import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { neutralised, restored } from "../../../../src/domain/people/import/neutralised.ts";
import { anyText } from "../../../support/campaigns.ts";

const signs = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"];
const trimmed = [" ", "\n", "\u00A0", "\u3000", "\uFEFF", '"', "'", "＂", "＇"];

/** Texts that begin as formulas do, more often than chance has it. */
const text = fc.oneof(
  anyText(12),
  fc
    .tuple(
      fc.string({ unit: fc.constantFrom(...signs, ...trimmed, "a"), maxLength: 5 }),
      anyText(6),
    )
    .map((parts) => parts.join("")),
);

/** By hand, so that the rule is not held against itself. */
const isCalculated = (cell: string): boolean => {
  let at = 0;
  if (cell[0] === "\t" || cell[0] === "\r") return true;
  while (at < cell.length && (trimmed.includes(cell[at] ?? "") || cell[at]?.trim() === "")) at += 1;
  return signs.includes(cell[at] ?? "");
};

describe("a cell that a spreadsheet could take for a formula", () => {
  it("begins with none of the signs once it is neutralised, and comes back as it was", () => {
    fc.assert(
      fc.property(text, (one) => {
        const cell = neutralised(one);
        expect(signs).not.toContain(cell[0]);
        expect(isCalculated(cell) ? cell[0] : "'").toBe("'");
        expect(restored(cell)).toBe(one);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ["+15550100", "'+15550100"],
    ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
    ["@SUM(1)", "'@SUM(1)"],
    ["-1", "'-1"],
    ["\t=1", "'\t=1"],
    ["\rx", "'\rx"],
    ["  =1", "'  =1"],
    ['"=1', `'"=1`],
    ["＝1", "'＝1"],
    ["\u3000＋1", "'\u3000＋1"],
    ["'=1", "''=1"],
    ["Ana", "Ana"],
    ["a=b", "a=b"],
    ["'Ana'", "'Ana'"],
    ["", ""],
  ])("%j becomes %j", (one, cell) => {
    expect(neutralised(one)).toBe(cell);
    expect(restored(cell)).toBe(one);
  });
});
