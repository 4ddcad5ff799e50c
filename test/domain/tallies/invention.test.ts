/** What somebody who invents people, in one life or in several, can do to the numbers; leaving her out undoes it (left-out.test.ts). */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Range } from "../../../src/domain/pledges/readiness.ts";
import type { Signer } from "../../../src/domain/tallies/claims.ts";
import type { CountedUnited } from "../../../src/domain/tallies/count-united.ts";
import { actions } from "./hidden-people.ts";
import type { World } from "./hidden-people.ts";
import { honestWorld, truthsOf } from "./honest-world.ts";
import { both, inventor, keys, simulations } from "./rogues.ts";
import { listed } from "./listed-lines.ts";

const rangesOf = (found: CountedUnited): readonly Range[] =>
  actions.map((action) => found.action(action).pledged);

const sizeOf = (world: World, key: string): number =>
  world.teams.find((team) => team.key === key)?.size ?? world.unit;

/** What of these places one signer can fill: of each team its size, of her turf its size, and no more than the unit. */
const mostFilled = (world: World, { turf: of, copies }: Signer): number => {
  const lines = copies.flatMap((copy) => listed(copy.lines));
  const inTeam = (key: string): number =>
    Math.min(sizeOf(world, key), lines.filter(({ team }) => team === key).length);
  const sum = (some: readonly string[]): number =>
    some.reduce((total, key) => total + inTeam(key), 0);
  const withheld = of.length === 0 ? 0 : lines.filter(({ team }) => team === "*").length;
  const size = of.every((key) => world.teams.find((team) => team.key === key)?.size !== undefined)
    ? of.reduce((total, key) => total + sizeOf(world, key), 0)
    : Infinity;
  const elsewhere = lines.filter(
    ({ team }) => team === undefined || (team === "*" && of.length === 0),
  );
  const outside = sum(keys.filter((key) => !of.includes(key))) + elsewhere.length;
  return Math.min(world.unit, Math.min(of.length === 0 ? 0 : size, sum(of) + withheld) + outside);
};

describe("a rogue who invents people", () => {
  it("raises a number by what there is room for and no further, never above a size, and hides nobody", () => {
    fc.assert(
      fc.property(honestWorld(true), inventor(1), (world, rogue) => {
        const { before, after } = both(world, rogue);
        const truths = truthsOf(world);
        const most = mostFilled(world, rogue);
        for (const [at, { low, high }] of rangesOf(after).entries()) {
          const was = rangesOf(before)[at] ?? { low: 0, high: 0 };
          expect(high).toBeLessThanOrEqual(Math.min(world.unit, was.high + most));
          expect(low).toBeLessThanOrEqual(Math.min(world.unit, was.low + most));
          expect(high).toBeGreaterThanOrEqual(truths.pledged[at] ?? 0);
        }
        for (const key of keys)
          expect(after.team(key).high).toBeLessThanOrEqual(sizeOf(world, key));
      }),
      simulations(200),
    );
  });

  it("is named as soon as she claims more than there are, and meets no threshold by it", () => {
    fc.assert(
      fc.property(honestWorld(true), inventor(1), (world, rogue) => {
        const { before, after } = both(world, rogue);
        const lines = rogue.copies.flatMap((copy) => listed(copy.lines));
        const named = after.above.filter(({ signer }) => signer === "rogue");
        const isOver = (key: string): boolean =>
          lines.filter(({ team }) => team === key).length >
          (world.teams.find((team) => team.key === key)?.size ?? Infinity);
        expect(named.flatMap(({ team }) => team ?? [])).toEqual(keys.filter(isOver).toSorted());
        const all = named.some(({ of }) => of === "unit");
        expect(all).toBe(lines.length > world.unit);
        if (!all) return;
        for (const action of actions)
          expect(after.action(action).withinSizes).toBeLessThanOrEqual(
            before.action(action).withinSizes,
          );
      }),
      simulations(200),
    );
  });
});

describe("a rogue with five lives of different people", () => {
  it("raises what can be shown by nobody, and what may be true by what one list could", () => {
    fc.assert(
      fc.property(honestWorld(true), inventor(5), (world, rogue) => {
        const { before, after } = both(world, rogue);
        const most = mostFilled(world, rogue);
        for (const [at, { low, high }] of rangesOf(after).entries()) {
          const was = rangesOf(before)[at] ?? { low: 0, high: 0 };
          expect(low).toBeLessThanOrEqual(was.low);
          expect(high).toBeLessThanOrEqual(Math.min(world.unit, was.high + most));
        }
      }),
      simulations(100),
    );
  });
});
