import { describe, expect, it } from "vitest";

import type { TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../src/domain/day.ts";
import { liveSignersLists } from "../../../src/domain/letters/live-signers.ts";
import type { SignersSources, SignersStatement } from "../../../src/domain/letters/live-signers.ts";
import type { SignerLine, Signers } from "../../../src/domain/letters/signers.ts";
import type { Held, Snapshot } from "../../../src/domain/tallies/snapshot.ts";
import { sampleSigners } from "./any-signers.ts";

const key = (digit: string): never => digit.repeat(40) as never;
const life = (digit: string): never => `00000000-0000-4000-8000-00000000000${digit}` as never;
const [us, heron, hawk] = [key("1"), key("2"), key("3")];
const [cloud, ads] = ["cloud", "ads"] as TeamKey[] as [TeamKey, TeamKey];

const ana: SignerLine = { name: "Ana", supporter: false };
const bo: SignerLine = { name: "Bo", supporter: false };
const engineer: SignerLine = { role: "SRE", team: cloud, supporter: false };

const counted = (inTurf: number, elsewhere = 0, supporters = 0): Signers["counted"] => ({
  inTurf,
  elsewhere,
  supporters,
});

interface Copy extends Partial<Signers> {
  readonly sha256?: string;
}

/** What is held of one source, with these lists at its highest number. */
const held = (...copies: readonly Copy[]): readonly [Held, ReadonlyMap<Snapshot, Signers>] => {
  const tops = copies.map(({ sha256, ...more }, index): [Snapshot, Signers] => {
    const list = { ...sampleSigners, from: heron, lines: [], counted: counted(0), ...more };
    const { from, incarnation, seq, prev } = list;
    const hash = (sha256 ?? String(index)).repeat(64) as never;
    const empty = new Uint8Array();
    const snapshot = { from, incarnation, seq, prev, sha256: hash };
    return [{ ...snapshot, payload: empty, signature: empty }, list];
  });
  const [first] = tops;
  if (first === undefined) throw new Error("a source has a list");
  const { from, incarnation } = first[0];
  return [{ from, incarnation, links: [], tops: tops.map(([top]) => top) }, new Map(tops)];
};

const own = { from: us, incarnation: life("9"), supersedes: [], lines: [ana], counted: counted(1) };

const live = (
  sources: readonly ReturnType<typeof held>[],
  settings: {
    readonly wrote?: (snapshot: Snapshot) => boolean;
    readonly turfThen?: readonly TeamKey[];
    readonly leftOut?: SignersSources["leftOut"];
  } = {},
): readonly SignersStatement[] =>
  liveSignersLists({
    held: sources.map(([one]) => one),
    read: (snapshot) => {
      const list = sources.flatMap(([, lists]) => lists.get(snapshot) ?? [])[0];
      if (list === undefined) throw new Error("nothing to read");
      return list;
    },
    members: new Map([
      [us, { turf: [ads] }],
      [heron, { turf: [cloud, ads] }],
    ]),
    leftOut: settings.leftOut ?? [],
    turfThen: () => settings.turfThen ?? [cloud],
    own,
    wrote: settings.wrote ?? (() => false),
  });

const ours = { from: us, turf: [ads], lines: [ana], counted: counted(1), forked: false };

describe("the lists that count", () => {
  it("are our own as it is now, and the latest of each member", () => {
    const from = held({ lines: [bo], counted: counted(2, 3, 4), asOf: "2026-11-20" as Day });
    expect(live([from])).toEqual([
      ours,
      {
        from: heron,
        turf: [cloud, ads],
        lines: [bo],
        counted: counted(2, 3, 4),
        asOf: "2026-11-20",
        forked: false,
      },
    ]);
  });

  it("are none of somebody who is no member, and none that this vault wrote itself", () => {
    const stranger = held({ from: hawk, lines: [bo] });
    const sent = held({ from: us, incarnation: life("9"), lines: [bo] });
    expect(live([stranger, sent], { wrote: ({ from }) => from === us })).toEqual([ours]);
  });

  it("are not of a life whose place a later one takes", () => {
    const before = held({ incarnation: life("1"), lines: [ana] });
    const after = held({ incarnation: life("2"), supersedes: [life("1")], lines: [bo] });
    for (const both of [
      [before, after],
      [after, before],
    ]) {
      expect(live(both)[1]).toMatchObject({ lines: [bo], forked: false });
    }
  });

  it("have of a fork only what all its copies have, as of the oldest", () => {
    const forked = held(
      { lines: [ana, ana, engineer], counted: counted(5, 1, 2), asOf: "2026-11-21" as Day },
      { lines: [ana, bo, engineer], counted: counted(3, 2, 0), asOf: "2026-11-20" as Day },
    );
    expect(live([forked])[1]).toEqual({
      from: heron,
      turf: [cloud, ads],
      lines: [ana, engineer],
      counted: counted(3, 1, 0),
      asOf: "2026-11-20",
      forked: true,
    });
    const twoLives = [
      held({ incarnation: life("1"), lines: [ana] }),
      held({ incarnation: life("2"), lines: [ana, bo] }),
    ];
    expect(live(twoLives)[1]).toMatchObject({ lines: [ana], forked: true });
  });

  it("take a list in our name that this vault did not write for a copy of ours", () => {
    const other = held({ from: us, lines: [bo], counted: counted(9) });
    const [statement] = live([other], { turfThen: [ads] });
    expect(statement).toMatchObject({ from: us, lines: [], counted: counted(1), forked: true });
  });

  it("have people in a turf only where that turf is the signer's still", () => {
    const from = held({ counted: counted(7, 2, 1) });
    expect(live([from], { turfThen: [cloud, ads] })[1]?.counted).toEqual(counted(7, 2, 1));
    expect(live([from], { turfThen: ["data" as TeamKey] })[1]?.counted).toEqual(counted(0, 9, 1));
    expect(live([from], { turfThen: [] })[1]?.counted).toEqual(counted(0, 9, 1));
  });
});
