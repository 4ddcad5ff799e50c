/** What one number that is published again and again may say. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { heldNumber, mostShown } from "../../../src/domain/counts/held-number.ts";

const people = fc.nat(300);
const row = fc.array(people, { minLength: 2, maxLength: 12 });

/** What each says, the first one first. */
const said = (all: readonly number[]): readonly number[] => {
  const numbers: number[] = [];
  for (const n of all) numbers.push(heldNumber(numbers.at(-1), n));
  return numbers;
};

describe("a number that is published again and again", () => {
  it("is a whole five, and never more than there are", () => {
    fc.assert(
      fc.property(row, (all) => {
        for (const [at, number] of said(all).entries()) {
          expect(number % 5).toBe(0);
          expect(number).toBeLessThanOrEqual(all[at] ?? 0);
          expect(number).toBeGreaterThan((all[at] ?? 0) - 10);
        }
      }),
    );
  });

  it("goes up only by five people or more since it was set, whichever they were", () => {
    fc.assert(
      fc.property(row, (all) => {
        const numbers = said(all);
        let set = all[0] ?? 0;
        for (const [at, number] of numbers.entries()) {
          if (at === 0 || number === numbers[at - 1]) continue;
          const n = all[at] ?? 0;
          if (number > (numbers[at - 1] ?? 0)) expect(n - set).toBeGreaterThanOrEqual(5);
          set = n;
        }
      }),
    );
  });

  it("stands for five numbers of people or more each time it changes", () => {
    fc.assert(
      fc.property(fc.nat(60), people, (fives, n) => {
        const last = fives * 5;
        const now = heldNumber(last, n);
        fc.pre(now !== last);
        // Whoever knows the rule and both numbers cannot tell n from the four others.
        for (let other = now; other < now + 5; other += 1)
          expect(heldNumber(last, other)).toBe(now);
      }),
    );
  });

  it("says at first what there are, and waits for ten where it came later", () => {
    expect([heldNumber(undefined, 9), heldNumber(0, 9), heldNumber(0, 10)]).toEqual([5, 0, 10]);
    expect([heldNumber(15, 24), heldNumber(15, 25), heldNumber(15, 14)]).toEqual([15, 25, 10]);
  });

  it("is at most 80 % of a team", () => {
    expect([10, 24, 25, 300].map(mostShown)).toEqual([8, 19, 20, 240]);
  });
});
