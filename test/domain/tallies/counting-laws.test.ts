/** Laws of counting that hold whatever anybody says, honest or not. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Agreement } from "../../../src/domain/tallies/agreement.ts";
import type { Signer } from "../../../src/domain/tallies/claims.ts";
import { countUnited } from "../../../src/domain/tallies/count-united.ts";
import type { CountedUnited } from "../../../src/domain/tallies/count-united.ts";
import type { Sizes } from "../../../src/domain/tallies/sizes.ts";
import { unite } from "../../../src/domain/tallies/unite.ts";
import { actions, agreementsOf, anySizes, bag, signers, teams } from "./any-signers.ts";
import { plainCount } from "./plain-count.ts";
import { linesFrom } from "../../../src/domain/tallies/lines.ts";
import { listed } from "./listed-lines.ts";

const count = (
  all: readonly Signer[],
  by: Sizes,
  agreements: readonly Agreement[] = [],
): CountedUnited => countUnited(unite(all, agreements), by);

/** Signers, and lists that some of them compared. */
const agreeing = signers().chain((all) => fc.tuple(fc.constant(all), agreementsOf(all)));

/** Every number that there is. */
const numbers = (counted: CountedUnited): unknown => ({
  actions: actions.map((action) => counted.action(action)),
  teams: teams.map((team) => counted.team(team)),
  supporters: counted.supporters,
  above: counted.above,
});

const shuffled = <T>(all: readonly T[]): fc.Arbitrary<readonly T[]> =>
  fc.shuffledSubarray([...all], { minLength: all.length });

const names = (groups: readonly (readonly Signer[])[]): readonly string[] =>
  groups
    .map((group) =>
      group
        .map(({ fingerprint }) => fingerprint)
        .toSorted()
        .join(" "),
    )
    .toSorted();

describe("counting", () => {
  it("gives what counting person by person gives", () => {
    fc.assert(
      fc.property(agreeing, anySizes, ([all, agreements], size) => {
        const united = unite(all, agreements);
        const counted = countUnited(united, size);
        const plain = plainCount(all, size, agreements);
        const above = counted.above.map(({ signer, of, team }) => `${signer} ${team ?? of}`);
        expect(above.toSorted()).toEqual(plain.above);
        const groups = united.groups.map((group) => group.flatMap((place) => all[place] ?? []));
        expect(names(groups)).toEqual(names(plain.groups));
        for (const action of actions) {
          const { tipping, ...found } = counted.action(action);
          const { activeLowBeside, ...expected } = plain.action(action);
          expect(found).toEqual(expected);
          const broughtIn = (more: number): number => activeLowBeside(more) - expected.active.low;
          const more = Array.from({ length: size.unit }, (_, index) => index + 1).find(
            (one) => broughtIn(one) > 0,
          );
          expect(tipping).toEqual(
            more === undefined ? undefined : { more, people: broughtIn(more) },
          );
        }
        for (const team of teams) expect(counted.team(team)).toEqual(plain.team(team, actions));
      }),
      { numRuns: 200 },
    );
  });

  it("never gives a low above its high, or more who act than who pledged", () => {
    fc.assert(
      fc.property(agreeing, anySizes, ([all, agreements], size) => {
        const counted = count(all, size, agreements);
        for (const action of actions) {
          const { pledged, active, withinSizes } = counted.action(action);
          expect(withinSizes).toBeLessThanOrEqual(active.low);
          expect(pledged.low).toBeLessThanOrEqual(pledged.high);
          expect(active.low).toBeLessThanOrEqual(active.high);
          expect(active.low).toBeLessThanOrEqual(pledged.low);
          expect(active.high).toBeLessThanOrEqual(pledged.high);
        }
        for (const team of teams) {
          const { low, high } = counted.team(team);
          expect(low).toBeLessThanOrEqual(high);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("does not depend on the order of signers, copies and lines", () => {
    const turned = (one: Signer): fc.Arbitrary<Signer> =>
      shuffled(one.copies)
        .chain((copies) =>
          fc.tuple(
            ...copies.map((copy) =>
              shuffled(listed(copy.lines)).map((lines) => ({ ...copy, lines: linesFrom(lines) })),
            ),
          ),
        )
        .map((copies) => ({ ...one, copies }));
    const both = agreeing.chain(([all, agreements]) =>
      fc.tuple(
        fc.constant(all),
        shuffled(all).chain((some) => fc.tuple(...some.map((one) => turned(one)))),
        fc.constant(agreements),
        shuffled(agreements),
      ),
    );
    fc.assert(
      fc.property(both, anySizes, ([all, other, agreements, others], size) => {
        const after = numbers(count(other, size, others));
        expect(after).toEqual(numbers(count(all, size, agreements)));
      }),
    );
  });

  it("never gives a lower high for one signer more, or for one more copy of a signer, as long as nobody calls anybody a supporter", () => {
    const highs = (all: readonly Signer[], size: Sizes): readonly number[] => {
      const counted = count(all, size);
      return [
        ...actions.flatMap((action) => {
          const { pledged, active } = counted.action(action);
          return [pledged.high, active.high];
        }),
        ...teams.map((team) => counted.team(team).high),
      ];
    };
    fc.assert(
      fc.property(bag(false), anySizes, ({ signers: all, other, copy }, size) => {
        const before = highs(all, size);
        const [first, ...others] = all;
        const forked = first === undefined ? [] : [{ ...first, copies: [...first.copies, copy] }];
        for (const after of [highs([...all, other], size), highs([...forked, ...others], size)]) {
          for (const [place, high] of after.entries())
            expect(high).toBeGreaterThanOrEqual(before[place] ?? 0);
        }
      }),
    );
  });
});
