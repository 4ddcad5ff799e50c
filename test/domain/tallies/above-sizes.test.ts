import { describe, expect, it } from "vitest";

import type { TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { Signer } from "../../../src/domain/tallies/claims.ts";
import { countUnited } from "../../../src/domain/tallies/count-united.ts";
import type { CountedUnited } from "../../../src/domain/tallies/count-united.ts";
import type { Sizes } from "../../../src/domain/tallies/sizes.ts";
import { unite } from "../../../src/domain/tallies/unite.ts";
import { copy, forked, line, lines, said, sign, signer, sizes } from "./sample-signers.ts";

const count = (by: Sizes, ...signers: readonly Signer[]): CountedUnited =>
  countUnited(unite(signers), by);

const cloud = "cloud" as TeamKey;

describe("a claim above the size of a team", () => {
  const by = sizes(100, { cloud: 30, ads: 20 });
  const heron = signer("heron", [], lines("h", 1, 31, "cloud"), lines("h", 40, 44, "ads"));

  it("is told by signer and team, and counts as many as the team has", () => {
    const counted = count(by, heron);
    expect(counted.above).toEqual([
      { signer: "heron", of: "team", team: "cloud", people: 31, size: 30 },
    ]);
    expect(counted.team(cloud)).toEqual({ low: 30, high: 30 });
    expect(counted.action(sign).pledged).toEqual({ low: 35, high: 35 });
  });

  it("meets no threshold, while the rest of what she says does", () => {
    expect(count(by, heron).action(sign)).toMatchObject({
      active: { low: 35, high: 35 },
      withinSizes: 5,
    });
    const wren = signer("wren", [], lines("w", 1, 12, "cloud"));
    expect(count(by, heron, wren).action(sign).withinSizes).toBe(17);
  });

  it("is none for exactly so many, for supporters, and where the size is not known", () => {
    const helpers = lines("s", 1, 40, "cloud").map((one) => ({ ...one, supporter: true }));
    expect(count(by, signer("heron", [], lines("h", 1, 30, "cloud"), helpers)).above).toEqual([]);
    expect(count(sizes(100), heron).above).toEqual([]);
  });

  it("is told over all lives and copies together, each token once", () => {
    const lives = [1, 2, 3, 4, 5].map((life) => copy([], lines(`life ${life}`, 1, 100, "cloud")));
    const counted = count(sizes(1200, { cloud: 300 }), forked("heron", [], ...lives));
    expect(counted.above).toEqual([
      { signer: "heron", of: "team", team: "cloud", people: 500, size: 300 },
    ]);
    expect(counted.action(sign)).toEqual({
      pledged: { low: 0, high: 300 },
      active: { low: 0, high: 300 },
      withinSizes: 0,
    });
    const same = [1, 2, 3, 4, 5].map(() => copy([], lines("h", 1, 100, "cloud")));
    expect(count(sizes(1200, { cloud: 300 }), forked("heron", [], ...same)).above).toEqual([]);
  });
});

describe("a claim above the size of a turf", () => {
  const by = sizes(100, { cloud: 30, ads: 20 });

  it("is that of all lines in it together, the withheld ones among them", () => {
    const heron = signer("heron", ["cloud"], lines("h", 1, 20, "cloud"), lines("h", 21, 35, "*"));
    const counted = count(by, heron);
    expect(counted.above).toEqual([{ signer: "heron", of: "turf", people: 35, size: 30 }]);
    expect(counted.action(sign)).toMatchObject({
      pledged: { low: 30, high: 30 },
      withinSizes: 0,
    });
  });

  it("leaves out what she says of others, and is none where a size of the turf is not known", () => {
    const turf = ["ads", "cloud", "ops"];
    const many = [lines("h", 1, 60, "*"), lines("h", 61, 70, "labs")] as const;
    expect(count(by, signer("heron", ["ads", "cloud"], ...many)).above).toEqual([
      { signer: "heron", of: "turf", people: 60, size: 50 },
    ]);
    expect(count(by, signer("heron", turf, ...many)).above).toEqual([]);
    expect(count(by, signer("heron", ["ads", "cloud"], ...many)).action(sign)).toMatchObject({
      pledged: { low: 60, high: 60 },
      withinSizes: 10,
    });
  });
});

describe("a claim above the size of the unit", () => {
  it("is all that somebody claims, wherever, and counts as many as the unit has", () => {
    const counted = count(sizes(40), signer("heron", [], lines("h", 1, 41)));
    expect(counted.above).toEqual([{ signer: "heron", of: "unit", people: 41, size: 40 }]);
    expect(counted.action(sign)).toMatchObject({
      pledged: { low: 40, high: 40 },
      withinSizes: 0,
    });
  });

  it("leaves what another signer claims of the same people", () => {
    const wren = signer("wren", [], lines("h", 1, 12));
    expect(
      count(sizes(40), signer("heron", [], lines("h", 1, 41)), wren).action(sign).withinSizes,
    ).toBe(12);
  });

  it("is none of several who claim no more than there are each; together they count no more either", () => {
    const many = ["heron", "wren"].map((who) => signer(who, [], lines(who, 1, 30)));
    const counted = count(sizes(40), ...many);
    expect(counted.above).toEqual([]);
    expect(counted.action(sign).pledged).toEqual({ low: 30, high: 40 });
  });
});

describe("conditions and sizes", () => {
  it("are met by nobody who cannot be there", () => {
    const waiting = (condition: Parameters<typeof said>[1], people: number): Signer =>
      signer(
        "heron",
        [],
        Array.from({ length: people }, (_, n) =>
          line(`h ${n}`, "cloud", [said("pledged", condition)]),
        ),
      );
    const by = sizes(40, { cloud: 10 });
    const active = (one: Signer): unknown => count(by, one).action(sign).active;
    expect(active(waiting({ kind: "at-least", people: 25 }, 30))).toEqual({ low: 0, high: 0 });
    expect(active(waiting({ kind: "at-least", people: 10 }, 30))).toEqual({ low: 10, high: 10 });
    expect(active(waiting({ kind: "at-least-in-team", people: 25 }, 30))).toEqual({
      low: 0,
      high: 0,
    });
    expect(active(waiting({ kind: "at-least-percent", percent: 25 }, 30))).toEqual({
      low: 10,
      high: 10,
    });
    expect(active(waiting({ kind: "at-least-percent", percent: 30 }, 30))).toEqual({
      low: 0,
      high: 0,
    });
  });
});
