import { describe, expect, it } from "vitest";

import type { Signer } from "../../../src/domain/tallies/claims.ts";
import { contradictions } from "../../../src/domain/tallies/contradictions.ts";
import type { Contradiction } from "../../../src/domain/tallies/contradictions.ts";
import type { TalliedCondition, TallyLine } from "../../../src/domain/tallies/tally.ts";
import { unite } from "../../../src/domain/tallies/unite.ts";
import { copy, forked, line, lines, said, sign, signer, walkout } from "./sample-signers.ts";

const between = (...signers: readonly Signer[]): readonly Contradiction[] =>
  contradictions(unite(signers));

const withdrawn = (from: number, to: number): readonly TallyLine[] =>
  lines("p", from, to).map((one) => ({ ...one, actions: [said("withdrawn")] }));

describe("a contradiction", () => {
  it("is that one signer says of people that they took back what another has live", () => {
    const heron = signer("heron", [], withdrawn(1, 3));
    const wren = signer("wren", [], lines("p", 1, 5));
    const found = [{ from: "heron", against: "wren", lines: 3 }];
    expect(between(heron, wren)).toEqual(found);
    expect(between(wren, heron)).toEqual(found);
  });

  it("is that two signers place people in different teams", () => {
    const heron = signer("heron", [], lines("p", 1, 4, "ads"));
    expect(between(heron, signer("wren", [], lines("p", 1, 4, "cloud")))).toEqual([
      { from: "heron", against: "wren", lines: 4 },
    ]);
    expect(between(heron, signer("wren", [], lines("p", 1, 4)))).toEqual([]);
    expect(between(heron, signer("wren", ["cloud"], lines("p", 1, 4, "*")))).toEqual([]);
  });

  it("is not shown for one or two people, and each person counts once", () => {
    const wren = signer("wren", [], lines("p", 1, 5, "cloud"));
    const moved = withdrawn(1, 2).map((one) => ({ ...one, team: "ads" as never }));
    expect(between(signer("heron", [], moved), wren)).toEqual([]);
    expect(between(signer("heron", [], moved, lines("p", 3, 3, "ads")), wren)).toEqual([
      { from: "heron", against: "wren", lines: 3 },
    ]);
  });

  it("is none where they speak of different actions or different people", () => {
    const heron = signer("heron", [], withdrawn(1, 5));
    const elsewhere = Array.from({ length: 5 }, (_, n) =>
      line(`p ${n + 1}`, undefined, [said("pledged", { kind: "none" }, walkout)]),
    );
    expect(between(heron, signer("wren", [], elsewhere))).toEqual([]);
    expect(between(heron, signer("wren", [], lines("p", 6, 9)))).toEqual([]);
    expect(between(heron, signer("wren", [], withdrawn(1, 5)))).toEqual([]);
  });

  it("is that they give other conditions for the same action, however huge", () => {
    const on = (who: string, condition: TalliedCondition, action = sign): Signer =>
      signer(
        who,
        [],
        lines("p", 1, 3).map((one) => ({ ...one, actions: [said("pledged", condition, action)] })),
      );
    const found = [{ from: "heron", against: "wren", lines: 3 }];
    const huge = on("heron", { kind: "at-least", people: 10_000_000 });
    const inTeam = on("wren", { kind: "at-least-in-team", people: 5 });
    expect(between(huge, on("wren", { kind: "none" }))).toEqual(found);
    expect(between(huge, on("wren", { kind: "at-least", people: 10_000_000 }))).toEqual([]);
    expect(between(huge, on("wren", { kind: "none" }, walkout))).toEqual([]);
    expect(between(on("heron", { kind: "waits" }), on("wren", { kind: "none" }))).toEqual(found);
    // The same condition, where one of them withholds the team.
    expect(between(on("heron", { kind: "waits" }), inTeam)).toEqual([]);
  });

  it("is that one calls people supporters and the other does not", () => {
    const outside = lines("p", 1, 3).map((one) => ({ ...one, supporter: true }));
    const heron = signer("heron", [], outside);
    expect(between(heron, signer("wren", [], lines("p", 1, 3)))).toEqual([
      { from: "heron", against: "wren", lines: 3 },
    ]);
    expect(between(heron, signer("wren", [], outside))).toEqual([]);
  });

  it("is listed for each pair, and what one copy of a fork says is said", () => {
    const fork = forked("robin", [], copy([], withdrawn(1, 4)), copy([], []));
    const heron = signer("heron", [], lines("p", 1, 4));
    const wren = signer("wren", [], lines("p", 1, 3));
    expect(between(wren, fork, heron)).toEqual([
      { from: "heron", against: "robin", lines: 4 },
      { from: "robin", against: "wren", lines: 3 },
    ]);
  });
});
