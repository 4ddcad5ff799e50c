/** Laws of what is passed on: one state in any order, and never a number above what can be shown. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { readinessOf } from "../../../src/domain/pledges/readiness.ts";
import type { Readiness } from "../../../src/domain/pledges/readiness.ts";
import type { Day } from "../../../src/domain/day.ts";
import { campaignOf, counted, filesOf, signersFrom } from "../tallies/hidden-files.ts";
import { actions, teams } from "../tallies/hidden-people.ts";
import { listed } from "../tallies/listed-lines.ts";
import { simulations } from "../tallies/rogues.ts";
import { truthsOf } from "../tallies/honest-world.ts";
import { bearer, countThrough, passing, signersThrough } from "./hidden-bundles.ts";
import type { Passing } from "./hidden-bundles.ts";

const readiness = (one: Passing): Readiness =>
  readinessOf(campaignOf(one.world), countThrough(one), "2026-11-22" as Day);

const isStranger = ({ strangers }: Passing, from: string): boolean =>
  strangers.some((place) => bearer(place) === from);

/** All that came, by whatever way, as the files that it was. */
const filesIn = ({ world, direct, relayed }: Passing): Passing["direct"] => {
  const came = new Set(
    [...direct.map(({ snapshot }) => snapshot), ...relayed].map(({ sha256 }) => sha256),
  );
  return filesOf(world).filter(({ snapshot }) => came.has(snapshot.sha256));
};

describe("tallies that members pass on of others whom nobody here knows", () => {
  it("keep the truth between low and high, and at most the truth as active for sure", () => {
    fc.assert(
      fc.property(passing, (one) => {
        const truths = truthsOf(one.world);
        const found = countThrough(one);
        for (const [at, action] of actions.entries()) {
          const { pledged, active } = found.action(action);
          expect(pledged.low).toBeLessThanOrEqual(truths.pledged[at] ?? 0);
          expect(pledged.high).toBeGreaterThanOrEqual(truths.pledged[at] ?? 0);
          expect(active.low).toBeLessThanOrEqual(truths.active[at] ?? 0);
        }
        for (const { key } of teams)
          expect(found.team(key).low).toBeLessThanOrEqual(truths.team(key));
      }),
      simulations(100),
    );
  });

  it("are the same in whatever order and by however many ways they came", () => {
    fc.assert(
      fc.property(
        passing.chain((one) =>
          fc
            .tuple(
              fc.shuffledSubarray([...one.direct], { minLength: one.direct.length }),
              fc.shuffledSubarray([...one.relayed, ...one.relayed], {
                minLength: 2 * one.relayed.length,
              }),
            )
            .map(([direct, relayed]) => ({ one, other: { ...one, direct, relayed } })),
        ),
        ({ one, other }) => {
          expect(readiness(other)).toEqual(readiness(one));
        },
      ),
      simulations(100),
    );
  });

  it("add nothing to what can be shown without them", () => {
    fc.assert(
      fc.property(passing, (one) => {
        const without = {
          ...one,
          relayed: one.relayed.filter(({ from }) => !isStranger(one, from)),
        };
        for (const action of actions) {
          const [after, before] = [countThrough(one), countThrough(without)].map((found) =>
            found.action(action),
          );
          expect(after?.pledged.low).toBeLessThanOrEqual(before?.pledged.low ?? -1);
          expect(after?.active.low).toBeLessThanOrEqual(before?.active.low ?? -1);
        }
      }),
      simulations(100),
    );
  });

  it("count as their writers' own once the committee names them", () => {
    fc.assert(
      fc.property(passing, (one) => {
        const joined = { ...one, strangers: [] };
        const themselves = counted(one.world, signersFrom(one.world, filesIn(one)));
        for (const action of actions)
          expect(countThrough(joined).action(action)).toEqual(themselves.action(action));
      }),
      simulations(60),
    );
  });

  it("are left out with whoever passes them on, as if they had never come", () => {
    fc.assert(
      fc.property(passing, fc.nat(13), (one, place) => {
        const from = one.friends[place % one.friends.length] ?? -1;
        const without = {
          ...one,
          direct: one.direct.filter(({ tally }) => tally.from !== bearer(from)),
          relayed: one.relayed.filter(
            (tally) =>
              tally.from !== bearer(from) &&
              (!isStranger(one, tally.from) ||
                tally.layers.every((layer) => layer.from !== bearer(from))),
          ),
        };
        const left = signersThrough(one, [{ from: bearer(from) }]);
        const saying = (all: typeof left) =>
          all.map(({ copies }) =>
            copies.map(({ incarnation, lines }) => [incarnation, listed(lines)]),
          );
        expect(saying(left)).toEqual(saying(signersThrough(without)));
      }),
      simulations(60),
    );
  });
});
