import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { chainOf, judgeNumber } from "../../../src/domain/committee/chain.ts";
import type { Chain, Numbered } from "../../../src/domain/committee/chain.ts";
import { anyNumbers, nameOf, numbered, signersOf } from "./numbers.ts";

const chain = (kept: readonly Numbered[]): Chain => {
  const found = chainOf(kept);
  if (found === undefined) throw new Error("nothing was adopted");
  return found;
};

/** What is used and what contradicts it, by name. */
const shown = (kept: readonly Numbered[]): unknown => {
  const { used, current, forks } = chain(kept);
  return { used: used.map(nameOf), current: nameOf(current), forks: forks.map(nameOf) };
};

const vouched = (before: Numbered, after: Numbered): boolean => {
  const signers = signersOf(after);
  const members = before.committee.members.filter((one) => signers.has(one.fingerprint));
  return (
    after.committee.prev === before.sha256 &&
    after.committee.number === before.committee.number + 1 &&
    after.committee.definition.id === before.committee.definition.id &&
    new Set(members.map((one) => one.fingerprint)).size >= before.committee.needs
  );
};

/** Takes in what comes, as `merge` does, again and again until nothing more is kept. */
const takenIn = (anchor: Numbered, arriving: readonly Numbered[]): readonly Numbered[] => {
  const kept = [anchor];
  for (let before = 0; before < kept.length;) {
    before = kept.length;
    for (const one of arriving) {
      const { outcome } = judgeNumber(kept, chain(kept), { ...one, anchor: false });
      if (outcome === "merged" || outcome === "fork") kept.push({ ...one, anchor: false });
    }
  }
  return kept;
};

const shuffled = (numbers: readonly Numbered[]): fc.Arbitrary<readonly Numbered[]> =>
  fc.shuffledSubarray([...numbers], { minLength: numbers.length, maxLength: numbers.length });

const anchorIn = (numbers: readonly Numbered[]): Numbered => chain(numbers).used[0];

describe("the chain of kept numbers", () => {
  it("is the same in whatever order they are given", () => {
    fc.assert(
      fc.property(
        anyNumbers.chain((all) => fc.tuple(fc.constant(all), shuffled(all))),
        ([all, other]) => {
          expect(shown(other)).toEqual(shown(all));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("is one number after another, each vouched for by the one before, as far as nothing contradicts", () => {
    let longest = 0;
    let forked = 0;
    fc.assert(
      fc.property(anyNumbers, (all) => {
        const { used, current, forks } = chain(all);
        expect(used[0].anchor).toBe(true);
        expect(used.at(-1)).toBe(current);
        for (const [index, one] of used.slice(1).entries()) {
          const before = used[index];
          expect(before !== undefined && vouched(before, one)).toBe(true);
          expect(all.filter((other) => before !== undefined && vouched(before, other))).toEqual([
            one,
          ]);
        }
        const next = all.filter((one) => vouched(current, one));
        expect(next).not.toHaveLength(1);
        expect(new Set(forks)).toEqual(new Set(next));
        longest = Math.max(longest, used.length);
        forked += forks.length > 0 ? 1 : 0;
      }),
      { numRuns: 500 },
    );
    expect(longest).toBeGreaterThan(2);
    expect(forked).toBeGreaterThan(20);
  });

  it("begins nowhere where nothing was adopted, and at the highest number that was", () => {
    const first = numbered("one", { number: 1 });
    expect(chainOf([])).toBeUndefined();
    expect(chainOf([first])).toBeUndefined();
    const later = numbered("three", { number: 3, after: "two", anchor: true });
    expect(shown([{ ...first, anchor: true }, later])).toMatchObject({ used: ["three"] });
  });

  it("has one beginning: two adopted files of one number are a bug", () => {
    const two = [
      numbered("a", { number: 1, anchor: true }),
      numbered("b", { number: 1, anchor: true }),
    ];
    expect(() => chainOf(two)).toThrow(TypeError);
  });

  it("ends before a fork, and goes on from the side that is adopted", () => {
    const one = numbered("one", { number: 1, anchor: true });
    const left = numbered("left", { number: 2, after: "one" });
    const right = numbered("right", { number: 2, after: "one", by: "2" });
    const more = numbered("more", { number: 3, after: "left" });
    expect(shown([one, left, more])).toEqual({
      used: ["one", "left", "more"],
      current: "more",
      forks: [],
    });
    expect(shown([one, left, right, more])).toEqual({
      used: ["one"],
      current: "one",
      forks: ["left", "right"],
    });
    expect(shown([one, { ...left, anchor: true }, right, more])).toEqual({
      used: ["left", "more"],
      current: "more",
      forks: [],
    });
  });
});

describe("numbers that arrive", () => {
  it("leave the same behind in any order, any of them first, and any of them twice", () => {
    let kept = 0;
    fc.assert(
      fc.property(
        anyNumbers.chain((all) =>
          fc.tuple(
            fc.constant(all),
            shuffled(all),
            fc.shuffledSubarray([...all]),
            fc.shuffledSubarray([...all]),
          ),
        ),
        ([all, other, first, twice]) => {
          const anchor = anchorIn(all);
          const one = takenIn(anchor, all);
          const stepwise = takenIn(anchor, [...first, ...other, ...twice]);
          const names = (numbers: readonly Numbered[]): readonly string[] =>
            numbers.map(nameOf).toSorted();
          expect(names(stepwise)).toEqual(names(one));
          expect(shown(stepwise)).toEqual(shown(one));
          // What is refused would have changed nothing.
          expect(shown(one)).toEqual(shown(all));
          kept = Math.max(kept, one.length);
        },
      ),
      { numRuns: 500 },
    );
    expect(kept).toBeGreaterThan(3);
  });
});
