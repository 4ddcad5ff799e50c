import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { roundedUp } from "../../../src/domain/pledges/rounding.ts";
import { condition } from "../../support/campaigns.ts";

const amountOf = (one: ReturnType<typeof roundedUp>): number => {
  if (one.kind === "none") return 0;
  return one.kind === "at-least-percent" ? one.percent : one.people;
};

describe("a condition as it is counted", () => {
  it("keeps its kind and is never lower than what was said", () => {
    fc.assert(
      fc.property(condition, (said) => {
        const counted = roundedUp(said);
        expect(counted.kind).toBe(said.kind);
        expect(amountOf(counted)).toBeGreaterThanOrEqual(amountOf(said));
      }),
    );
  });

  it("is never more than two and a half times as high", () => {
    fc.assert(
      fc.property(condition, (said) => {
        if (said.kind === "at-least-percent") return;
        expect(amountOf(roundedUp(said))).toBeLessThanOrEqual(2.5 * amountOf(said));
      }),
    );
  });

  it("stays as it is when it is rounded again, so that nothing drifts from hand to hand", () => {
    fc.assert(
      fc.property(condition, (said) => {
        expect(roundedUp(roundedUp(said))).toEqual(roundedUp(said));
      }),
    );
  });

  it.each([
    [2, 2],
    [3, 5],
    [26, 50],
    [237, 300],
    [301, 500],
    [1000, 1000],
    [1001, 1500],
    [7501, 10_000],
    [10_001, 15_000],
    [10_000_000, 10_000_000],
  ])("counts at least %i as at least %i", (said, counted) => {
    expect(roundedUp({ kind: "at-least", people: said })).toEqual({
      kind: "at-least",
      people: counted,
    });
  });

  it("counts a share to the next five percent, and all as all", () => {
    expect(roundedUp({ kind: "at-least-percent", percent: 31 })).toEqual({
      kind: "at-least-percent",
      percent: 35,
    });
    expect(roundedUp({ kind: "at-least-percent", percent: 100 })).toEqual({
      kind: "at-least-percent",
      percent: 100,
    });
  });
});
