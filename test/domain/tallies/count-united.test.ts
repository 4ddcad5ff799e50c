import { describe, expect, it } from "vitest";

import type { TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { ActionCount, Range } from "../../../src/domain/pledges/readiness.ts";
import type { Signer } from "../../../src/domain/tallies/claims.ts";
import { countUnited } from "../../../src/domain/tallies/count-united.ts";
import type { TalliedCondition, TallyLine } from "../../../src/domain/tallies/tally.ts";
import { unite } from "../../../src/domain/tallies/unite.ts";
import { copy, forked, line, lines, said, sign, signer, sizes } from "./sample-signers.ts";

const count = (...signers: readonly Signer[]): ActionCount =>
  countUnited(unite(signers), sizes(100)).action(sign);

const pledged = (...signers: readonly Signer[]): Range => count(...signers).pledged;

describe("two organizers without a code in common", () => {
  it("may have spoken to the same people, so low is what the one with more has", () => {
    expect(
      pledged(signer("heron", [], lines("h", 1, 30)), signer("wren", [], lines("w", 1, 20))),
    ).toEqual({ low: 30, high: 50 });
  });

  it("have not spoken to the same people in different teams", () => {
    expect(
      pledged(
        signer("heron", [], lines("h", 1, 30, "cloud"), lines("h", 31, 35, "ads")),
        signer("wren", [], lines("w", 1, 20, "ads")),
      ),
    ).toEqual({ low: 50, high: 55 });
  });

  it("have not spoken to the same people in turfs apart, even where the team is withheld", () => {
    const heron = signer("heron", ["labs"], lines("h", 1, 6, "*"));
    const wren = signer("wren", ["ads", "ops"], lines("w", 1, 5, "*"));
    expect(pledged(heron, wren)).toEqual({ low: 11, high: 11 });
    // A withheld team says nothing without a turf.
    expect(pledged(heron, signer("wren", [], lines("w", 1, 5, "*")))).toEqual({ low: 6, high: 11 });
  });

  it("may have spoken to the same people where their turfs overlap", () => {
    expect(
      pledged(
        signer("heron", ["labs", "ops"], lines("h", 1, 6, "*")),
        signer("wren", ["ads", "ops"], lines("w", 1, 5, "*")),
      ),
    ).toEqual({ low: 6, high: 11 });
  });

  it("are not kept apart by turfs when they claim one person both in their own", () => {
    const heron = signer("heron", ["labs"], lines("h", 1, 6, "*"), lines("both", 1, 1, "*"));
    const wren = signer("wren", ["ads"], lines("w", 1, 5, "*"), lines("both", 1, 1, "*"));
    expect(pledged(heron, wren)).toEqual({ low: 7, high: 12 });
  });

  it("are kept apart by turfs although one of them has a stray line elsewhere", () => {
    const heron = signer("heron", ["cloud"], lines("h", 1, 6, "cloud"), lines("h", 7, 8, "ads"));
    expect(pledged(heron, signer("wren", ["ads"], lines("w", 1, 5, "ads")))).toEqual({
      low: 11,
      high: 13,
    });
  });

  it("are not kept apart by a turf that one of them has only now", () => {
    const then = copy(["labs"], lines("h", 1, 6, "*"));
    const wren = signer("wren", ["labs"], lines("w", 1, 5, "*"));
    expect(pledged(forked("heron", ["ads"], then), wren)).toEqual({ low: 6, high: 11 });
    // A turf that only grew still holds everybody who was in it.
    const robin = signer("robin", ["ops"], lines("r", 1, 5, "*"));
    expect(pledged(forked("heron", ["ads", "labs"], then), robin)).toEqual({ low: 11, high: 11 });
  });
});

describe("two organizers who know one code", () => {
  const shared = (condition: TalliedCondition): readonly TallyLine[] => [
    line("both", "cloud", [said("pledged", condition)]),
  ];

  it("count the person once", () => {
    expect(
      pledged(
        signer("heron", [], lines("both", 1, 5), lines("h", 1, 2)),
        signer("wren", [], lines("both", 1, 5)),
      ),
    ).toEqual({ low: 7, high: 7 });
  });

  it("count a pledge that one of them knows to be taken back in high only", () => {
    const heron = signer("heron", [], [line("both", "cloud", [said("withdrawn")])]);
    expect(pledged(heron, signer("wren", [], lines("w", 1, 2), [line("both")]))).toEqual({
      low: 2,
      high: 3,
    });
  });

  it("count the condition that asks for more in low, and the one that asks for less in high", () => {
    const heron = signer("heron", [], shared({ kind: "at-least", people: 2 }), lines("h", 1, 3));
    const wren = signer("wren", [], shared({ kind: "at-least", people: 5 }));
    expect(count(heron, wren).active).toEqual({ low: 3, high: 4 });
    expect(count(wren, heron).tipping).toEqual({ more: 1, people: 1 });
  });

  it("count conditions of two kinds both in low, and either in high", () => {
    const heron = signer("heron", [], shared({ kind: "at-least", people: 2 }), lines("h", 1, 3));
    const wren = signer("wren", [], shared({ kind: "at-least-in-team", people: 2 }));
    expect(count(heron, wren).active).toEqual({ low: 3, high: 4 });
    const withTeam = signer(
      "heron",
      [],
      shared({ kind: "at-least", people: 2 }),
      lines("h", 1, 3, "cloud"),
    );
    expect(count(withTeam, wren).active).toEqual({ low: 4, high: 4 });
  });

  it("count a share of our own unit's size, rounded up", () => {
    const waits = [
      line("w", undefined, [said("pledged", { kind: "at-least-percent", percent: 5 })]),
    ];
    const heron = signer("heron", [], lines("h", 1, 5), waits);
    expect(countUnited(unite([heron]), sizes(120)).action(sign).active).toEqual({
      low: 6,
      high: 6,
    });
    expect(countUnited(unite([heron]), sizes(121)).action(sign).active).toEqual({
      low: 5,
      high: 5,
    });
  });

  it("never count a condition that cannot be told as met, unless the other knows a better one", () => {
    const heron = signer("heron", [], shared({ kind: "waits" }), lines("h", 1, 3));
    expect(count(heron).active).toEqual({ low: 3, high: 3 });
    const wren = signer("wren", [], shared({ kind: "none" }));
    expect(count(heron, wren).active).toEqual({ low: 3, high: 4 });
  });

  it("put the person into a team only where both name it, in low", () => {
    const counted = (team: string | undefined): Range =>
      countUnited(
        unite([
          signer("heron", ["cloud"], lines("both", 1, 3, "cloud")),
          signer("wren", [], lines("both", 1, 3, team)),
        ]),
        sizes(100),
      ).team("cloud" as TeamKey);
    expect(counted("cloud")).toEqual({ low: 3, high: 3 });
    expect(counted("ads")).toEqual({ low: 0, high: 3 });
    expect(counted(undefined)).toEqual({ low: 0, high: 3 });
    expect(counted("*")).toEqual({ low: 0, high: 3 });
  });

  it("count somebody whom one of them calls a supporter apart, and in no other number", () => {
    const supporters = lines("both", 1, 3, "cloud").map((one) => ({ ...one, supporter: true }));
    const counted = countUnited(
      unite([
        signer("heron", [], supporters, lines("h", 1, 2)),
        signer("wren", [], lines("both", 1, 3, "cloud")),
      ]),
      sizes(100),
    );
    expect(counted.action(sign).pledged).toEqual({ low: 2, high: 2 });
    expect(counted.team("cloud" as TeamKey)).toEqual({ low: 0, high: 0 });
    expect(counted.supporters).toBe(3);
  });

  it("count supporters as the one who knows more of them, whatever their teams and turfs", () => {
    const some = (who: string, to: number, team: string): Signer =>
      signer(
        who,
        [team],
        lines(who, 1, to, team).map((one) => ({ ...one, supporter: true })),
      );
    expect(
      countUnited(unite([some("heron", 4, "cloud"), some("wren", 3, "ads")]), sizes(100))
        .supporters,
    ).toBe(4);
  });
});

describe("a forked signer", () => {
  const fork = (...copies: readonly (readonly ReturnType<typeof line>[])[]): Signer =>
    forked("heron", ["cloud"], ...copies.map((all) => copy(["cloud"], all)));

  it("counts in low for what all copies say, in high for what any says", () => {
    expect(pledged(fork(lines("h", 1, 5), lines("h", 4, 7)))).toEqual({ low: 2, high: 7 });
  });

  it("has taken back what one copy says was taken back", () => {
    const withdrawn = [line("h 1", undefined, [said("withdrawn")])];
    expect(
      pledged(fork(withdrawn, lines("h", 1, 2)), signer("wren", [], lines("h", 1, 2))),
    ).toEqual({
      low: 1,
      high: 2,
    });
  });

  it("places a person only where all copies with the line do", () => {
    const counted = (...copies: readonly (readonly ReturnType<typeof line>[])[]): Range =>
      countUnited(unite([fork(...copies)]), sizes(100)).team("cloud" as TeamKey);
    const cloud = lines("h", 1, 3, "cloud");
    expect(counted(cloud, cloud)).toEqual({ low: 3, high: 3 });
    expect(counted(cloud, lines("h", 1, 3, "ads"))).toEqual({ low: 0, high: 3 });
    // What one copy alone claims is placed, and not shown.
    expect(counted(cloud, [])).toEqual({ low: 0, high: 3 });
  });

  it("counts for nothing when its lives take each other's place", () => {
    expect(pledged(forked("heron", []), signer("wren", [], lines("w", 1, 2)))).toEqual({
      low: 2,
      high: 2,
    });
  });
});

describe("the tipping point over several tallies", () => {
  it("is how many more bring in people who can be shown", () => {
    const waiting = Array.from({ length: 4 }, (_, index) =>
      line(`w ${index}`, undefined, [said("pledged", { kind: "at-least", people: 10 })]),
    );
    const heron = signer("heron", [], lines("h", 1, 5));
    expect(count(heron, signer("wren", [], waiting)).tipping).toBeUndefined();
    // Four waiting and three more are fewer than the five that are there: they would not show.
    expect(count(signer("wren", [], lines("w", 10, 12), waiting), heron).active.low).toBe(5);
    expect(count(signer("wren", [], lines("w", 10, 12), waiting), heron).tipping).toEqual({
      more: 3,
      people: 2,
    });
  });
});
