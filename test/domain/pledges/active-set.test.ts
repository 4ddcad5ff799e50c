import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { shareOf } from "../../../src/domain/campaign/campaign.ts";
import type { TeamKey } from "../../../src/domain/campaign/campaign.ts";
import { activeSet, tipping } from "../../../src/domain/pledges/active-set.ts";
import type { PledgeGroup } from "../../../src/domain/pledges/active-set.ts";
import type { Condition } from "../../../src/domain/pledges/pledge.ts";

/** One person: the definition knows no groups. */
interface Someone {
  readonly condition: Condition;
  readonly team?: TeamKey;
}

const holds = (one: Someone, set: readonly Someone[], unitSize: number): boolean => {
  const { condition, team } = one;
  switch (condition.kind) {
    case "none":
      return true;
    case "at-least":
      return set.length >= condition.people;
    case "at-least-percent":
      return set.length >= shareOf(unitSize, condition.percent);
    case "at-least-in-team":
      return (
        team !== undefined && set.filter((other) => other.team === team).length >= condition.people
      );
    default:
      return condition satisfies never;
  }
};

const subsets = (all: readonly Someone[]): readonly (readonly Someone[])[] =>
  Array.from({ length: 2 ** all.length }, (_, chosen) =>
    all.filter((__, index) => (chosen & (1 << index)) !== 0),
  );

/** Everybody who is in some set in which everyone's condition holds. */
const definition = (all: readonly Someone[], unitSize: number): ReadonlySet<Someone> =>
  new Set(
    subsets(all)
      .filter((set) => set.every((one) => holds(one, set, unitSize)))
      .flat(),
  );

const grouped = (all: readonly Someone[]): readonly PledgeGroup[] => {
  const groups = new Map<string, PledgeGroup>();
  for (const { condition, team } of all) {
    const id = JSON.stringify([condition, team]);
    const people = (groups.get(id)?.people ?? 0) + 1;
    groups.set(id, { condition, people, ...(team === undefined ? {} : { team }) });
  }
  return [...groups.values()];
};

const small = fc.integer({ min: 2, max: 9 });

const someone: fc.Arbitrary<Someone> = fc
  .record({
    condition: fc.oneof(
      { weight: 2, arbitrary: fc.constant<Condition>({ kind: "none" }) },
      { weight: 3, arbitrary: small.map((people): Condition => ({ kind: "at-least", people })) },
      {
        weight: 2,
        arbitrary: fc
          .integer({ min: 1, max: 100 })
          .map((percent): Condition => ({ kind: "at-least-percent", percent })),
      },
      {
        weight: 3,
        arbitrary: fc
          .integer({ min: 2, max: 5 })
          .map((people): Condition => ({ kind: "at-least-in-team", people })),
      },
    ),
    team: fc.option(fc.constantFrom("a" as TeamKey, "b" as TeamKey), { nil: undefined }),
  })
  .map(({ condition, team }) => ({ condition, ...(team === undefined ? {} : { team }) }));

const crowd = fc.array(someone, { maxLength: 8 });
const unit = fc.integer({ min: 1, max: 12 });

describe("the active set", () => {
  it("is the greatest set in which everyone's condition holds, found by looking at every set there is", () => {
    fc.assert(
      fc.property(crowd, unit, (all, unitSize) => {
        const expected = definition(all, unitSize);
        // Sets in which all conditions hold can be united, so there is a greatest one.
        expect([...expected].every((one) => holds(one, [...expected], unitSize))).toBe(true);
        const found = activeSet(grouped(all), unitSize);
        expect(found.people).toBe(expected.size);
        expect(found.groups).toEqual(
          grouped(all).filter((group) =>
            [...expected].some(
              (one) =>
                JSON.stringify([one.condition, one.team]) ===
                JSON.stringify([group.condition, group.team]),
            ),
          ),
        );
      }),
    );
  });

  it("is, where people count people alone, the largest K with K people whose number is K or less", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 40 }), (numbers) => {
        const ks = [...numbers.keys(), numbers.length];
        const largest = Math.max(...ks.filter((k) => numbers.filter((n) => n <= k).length >= k));
        const groups = numbers.map((people): PledgeGroup => ({
          condition: { kind: "at-least", people },
          people: 1,
        }));
        expect(activeSet(groups, 100).people).toBe(largest);
      }),
    );
  });

  it("lets the last unconditional pledge bring in a whole chain of people who wait", () => {
    const chain: readonly PledgeGroup[] = [
      { condition: { kind: "at-least", people: 2 }, people: 1 },
      { condition: { kind: "at-least", people: 3 }, people: 1 },
      { condition: { kind: "at-least-percent", percent: 50 }, people: 2 },
    ];
    expect(activeSet(chain, 6).people).toBe(4);
    expect(activeSet(chain.slice(1), 6).people).toBe(3);
    expect(activeSet(chain.slice(0, 2), 6).people).toBe(0);
  });
});

describe("the tipping point", () => {
  it("is the smallest number of pledges without a condition that brings somebody in, and how many that brings in", () => {
    fc.assert(
      fc.property(crowd, unit, (all, unitSize) => {
        const broughtIn = (more: number): number => {
          const newcomers = Array.from({ length: more }, (): Someone => ({
            condition: { kind: "none" },
          }));
          const after = [...all, ...newcomers];
          // Newcomers always act; of the others, whoever acts now and did not before.
          return activeSet(grouped(after), unitSize).people - more - definition(all, unitSize).size;
        };
        const sizes = Array.from({ length: unitSize }, (_, index) => index + 1);
        const more = sizes.find((size) => broughtIn(size) > 0);
        const expected = more === undefined ? undefined : { more, people: broughtIn(more) };
        expect(tipping(grouped(all), unitSize)).toEqual(expected);
      }),
    );
  });

  it("is none when people wait for their own team alone", () => {
    const groups: readonly PledgeGroup[] = [
      { condition: { kind: "at-least-in-team", people: 5 }, team: "a" as TeamKey, people: 3 },
    ];
    expect(tipping(groups, 100)).toBeUndefined();
  });
});
