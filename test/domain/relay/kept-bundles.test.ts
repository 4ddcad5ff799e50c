/** Laws of what is kept of bundles: one state in any order, and what a bearer leaves out by choice counts as before. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { keptBundles, standingBundles } from "../../../src/domain/relay/kept-bundles.ts";
import type { BundleContents, BundledTally } from "../../../src/domain/relay/kept-bundles.ts";
import type { Fingerprint } from "../../../src/domain/sealing/certificate.ts";
import type { Hash, Incarnation } from "../../../src/domain/tallies/tally.ts";
import { readinessOf } from "../../../src/domain/pledges/readiness.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { RelayedTally } from "../../../src/domain/relay/relayed.ts";
import { campaignOf } from "../tallies/hidden-files.ts";
import { actions } from "../tallies/hidden-people.ts";
import { simulations } from "../tallies/rogues.ts";
import { countThrough, passing } from "./hidden-bundles.ts";
import type { Passing } from "./hidden-bundles.ts";

/** Of three writers, up to number 3, of which there may be two copies, by two ways. */
const tally: fc.Arbitrary<BundledTally> = fc
  .tuple(
    fc.constantFrom("finch", "ibis", "wren"),
    fc.integer({ min: 1, max: 3 }),
    fc.boolean(),
    fc.subarray(["sage" as Fingerprint]),
  )
  .map(([from, seq, other, through]) => ({
    through,
    from: from as Fingerprint,
    incarnation: "one life" as Incarnation,
    seq,
    sha256: `${from} ${seq}${other ? " again" : ""}` as Hash,
  }));

/** Of one bearer, up to number 6, of which there may be several copies. */
const bundles: fc.Arbitrary<readonly BundleContents[]> = fc
  .array(
    fc.record({
      seq: fc.integer({ min: 1, max: 6 }),
      partial: fc.boolean(),
      tallies: fc.array(tally, { minLength: 1, maxLength: 4 }),
    }),
    { maxLength: 8 },
  )
  .map((all) => all.map((one, at) => ({ ...one, sha256: `bundle ${at}` as Hash })));

/** What counting takes of these: of each writer, by each way, the copies at the highest number. */
const newestIn = (all: readonly BundleContents[]): readonly string[] => {
  const tallies = all
    .flatMap((one) => one.tallies)
    .map(({ from, seq, sha256, through }) => ({ seq, sha256, way: [from, ...through].join() }));
  const newest = tallies.filter((one) =>
    tallies.every(({ way, seq }) => way !== one.way || seq <= one.seq),
  );
  return [...new Set(newest.map(({ way, sha256 }) => `${way} ${sha256}`))].toSorted();
};

const names = (all: readonly BundleContents[]): readonly string[] =>
  all.map(({ sha256 }) => sha256).toSorted();

describe("the bundles that are kept", () => {
  it("are the same in whatever order they came, and however often", () => {
    fc.assert(
      fc.property(
        bundles.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length }),
          ),
        ),
        ([all, arriving]) => {
          let state: readonly BundleContents[] = [];
          for (const one of arriving)
            if (!state.includes(one)) state = keptBundles([...state, one]);
          expect(names(state)).toEqual(names(keptBundles(all)));
        },
      ),
    );
  });

  it("say all that every bundle said that ever came, of whoever is known and of whoever is not", () => {
    fc.assert(
      fc.property(bundles, (all) => {
        const kept = keptBundles(all);
        expect(newestIn(kept)).toEqual(newestIn(all));
        expect(newestIn(standingBundles(kept))).toEqual(newestIn(standingBundles(all)));
      }),
    );
  });

  it("lose nothing that stood by a partial one, and all that is older by a whole one", () => {
    fc.assert(
      fc.property(bundles, fc.array(tally, { minLength: 1, maxLength: 3 }), (all, tallies) => {
        const next = { seq: 7, sha256: "next" as Hash, tallies };
        const [partial, whole] = [true, false].map((is) =>
          standingBundles(keptBundles([...all, { ...next, partial: is }])),
        );
        expect(newestIn(partial ?? [])).toEqual(
          newestIn([...standingBundles(all), { ...next, partial: true }]),
        );
        expect(names(whole ?? [])).toEqual(["next"]);
      }),
    );
  });

  it("are not all that came: one that says nothing new goes", () => {
    const first = { seq: 1, sha256: "first" as Hash, partial: false };
    const finch = (seq: number): BundledTally => ({
      from: "finch" as Fingerprint,
      incarnation: "one life" as Incarnation,
      seq,
      sha256: `finch ${seq}` as Hash,
      through: [],
    });
    for (const number of [1, 2]) {
      const second = { seq: 2, sha256: "second" as Hash, partial: false, tallies: [finch(number)] };
      expect(names(keptBundles([{ ...first, tallies: [finch(1)] }, second]))).toEqual(["second"]);
    }
  });
});

/** The same tallies, each by the same way, in bundles of which every one leaves some out by choice. */
const inParts = ({ relayed }: Passing, numbers: readonly number[]): readonly RelayedTally[] => {
  const bearers = [...new Set(relayed.map(({ layers }) => layers.at(-1)?.from))];
  return bearers.flatMap((bearer) => {
    const hers = relayed.filter(({ layers }) => layers.at(-1)?.from === bearer);
    const all = [1, 2, 3].map((seq) => ({
      seq,
      sha256: `${bearer} ${seq}` as Hash,
      partial: seq > 1,
      tallies: hers
        .filter((_, place) => numbers[place % numbers.length] === seq)
        .map((one) => ({ ...one, through: one.layers.slice(0, -1).map(({ from }) => from) })),
    }));
    return standingBundles(keptBundles(all)).flatMap((bundle) => bundle.tallies);
  });
};

const readiness = (one: Passing) =>
  readinessOf(campaignOf(one.world), countThrough(one), "2026-11-22" as Day);

const parts = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 7 });

describe("the numbers of whoever gets bundles that leave some out", () => {
  it("are those of one bundle with all of them: none rises because somebody is left out", () => {
    fc.assert(
      fc.property(passing, parts, (one, numbers) => {
        expect(readiness({ ...one, relayed: inParts(one, numbers) })).toEqual(readiness(one));
      }),
      simulations(100),
    );
  });

  it("keep what members signed themselves when a whole bundle leaves it out", () => {
    fc.assert(
      fc.property(passing, fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }), (one, stay) => {
        const relayed = one.relayed.map((tally, place) => ({
          ...tally,
          standing: stay[place % stay.length] ?? true,
        }));
        const members = { ...one, strangers: [] };
        for (const action of actions)
          expect(countThrough({ ...members, relayed }).action(action)).toEqual(
            countThrough(members).action(action),
          );
      }),
      simulations(60),
    );
  });
});
