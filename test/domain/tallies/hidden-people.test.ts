/**
 * The law on which everything rests: whatever honest organizers hold, send and lose, what is counted
 * as low is at most the truth, and what is counted as high is at least the truth.
 */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { counted, delivery, filesOf, linesOf, readinessFrom, signersFrom } from "./hidden-files.ts";
import type { CountedUnited } from "../../../src/domain/tallies/count-united.ts";
import { agreementsAmong, comparing } from "./hidden-agreements.ts";
import type { Comparing } from "./hidden-agreements.ts";
import type { File } from "./hidden-files.ts";
import { actions, teams } from "./hidden-people.ts";
import type { World } from "./hidden-people.ts";
import { honestWorld, isLive, truthsOf } from "./honest-world.ts";

interface Delivered {
  readonly world: World;
  readonly files: readonly File[];
  /** Lists that were compared. */
  readonly lists: readonly Comparing[];
}

const count = ({ world, files, lists }: Delivered): CountedUnited => {
  const signers = signersFrom(world, files);
  return counted(world, signers, agreementsAmong(signers, lists));
};

const delivered = (inTeam: boolean): fc.Arbitrary<Delivered> =>
  fc
    .tuple(honestWorld(inTeam), comparing)
    .chain(([world, lists]) => delivery(filesOf(world)).map((files) => ({ world, files, lists })));

describe("what is counted over the tallies of honest organizers", () => {
  it("has the truth between low and high, and at most the truth as active for sure", () => {
    fc.assert(
      fc.property(delivered(true), (one) => {
        const { world } = one;
        const truths = truthsOf(world);
        const found = count(one);
        for (const [at, action] of actions.entries()) {
          const { pledged, active } = found.action(action);
          expect(pledged.low).toBeLessThanOrEqual(truths.pledged[at] ?? 0);
          expect(pledged.high).toBeGreaterThanOrEqual(truths.pledged[at] ?? 0);
          expect(active.low).toBeLessThanOrEqual(truths.active[at] ?? 0);
          expect(active.low).toBeLessThanOrEqual(active.high);
        }
        expect(found.supporters).toBeLessThanOrEqual(truths.supporters);
      }),
      { numRuns: 300 },
    );
  });

  it("has the truth between low and high in each team, as far as somebody tells who is in it", () => {
    fc.assert(
      fc.property(delivered(true), (one) => {
        const { world } = one;
        const truths = truthsOf(world);
        const found = count(one);
        for (const { key } of teams) {
          const { low, high } = found.team(key);
          expect(low).toBeLessThanOrEqual(truths.team(key));
          const placed = truths.placed(key, ({ life, copy, person, code }) =>
            linesOf(world, life, copy).some(
              ({ token, team }) => token === `token ${person} ${code}` && team === key,
            ),
          );
          expect(high).toBeGreaterThanOrEqual(placed);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("has at least the truth as active perhaps, where nobody waits for a team of her own", () => {
    fc.assert(
      fc.property(delivered(false), (one) => {
        const { world } = one;
        const truths = truthsOf(world);
        const found = count(one);
        for (const [at, action] of actions.entries()) {
          const { active } = found.action(action);
          expect(active.high).toBeGreaterThanOrEqual(truths.active[at] ?? 0);
          expect(active.low).toBeLessThanOrEqual(truths.active[at] ?? 0);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("is the same in whatever order the files came, and for each of those who wrote one of them", () => {
    fc.assert(
      fc.property(
        honestWorld(true).chain((world) => {
          const files = filesOf(world);
          return fc.record({
            world: fc.constant(world),
            files: delivery(files),
            others: delivery(files),
            own: fc.constantFrom(...files.filter(({ tally }) => tally.seq === 3)),
          });
        }),
        ({ world, files, others, own }) => {
          const outside = readinessFrom(world, signersFrom(world, files));
          expect(readinessFrom(world, signersFrom(world, others))).toEqual(outside);
          const life = Number(own.tally.incarnation.slice("life ".length));
          const isMember = world.signers[world.lives[life]?.signer ?? -1]?.member === true;
          if (isMember)
            expect(readinessFrom(world, signersFrom(world, others, own))).toEqual(outside);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("counts exactly the copies of members that no later life takes the place of", () => {
    fc.assert(
      fc.property(delivered(true), ({ world, files }) => {
        const live = world.lives.flatMap(({ copies }, life) =>
          isLive(world, life) ? Array.from({ length: copies }, () => `life ${life}`) : [],
        );
        const found = signersFrom(world, files).flatMap(({ copies }) =>
          copies.map(({ incarnation }): string => incarnation),
        );
        expect(found.toSorted()).toEqual(live.toSorted());
      }),
    );
  });
});
