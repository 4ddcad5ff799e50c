import { describe, expect, it } from "vitest";

import {
  liveSigners,
  supersedesCycle,
  supersedesForeign,
} from "../../../src/domain/tallies/live-sources.ts";
import type { Hash } from "../../../src/domain/tallies/tally.ts";
import { tally, holding, members, copiesOf } from "./held-sources.ts";
import { linesFrom } from "../../../src/domain/tallies/lines.ts";

describe("the signers that count", () => {
  it("are the members of now, each with the latest snapshot", () => {
    const sources = holding(
      tally("wren", "1", 2),
      tally("heron", "1", 1),
      tally("heron", "1", 4),
      tally("gone", "1", 9),
    );
    expect(copiesOf({ ...sources, members })).toEqual({
      heron: ["heron 1 4a"],
      wren: ["wren 1 2a"],
    });
    expect(copiesOf({ ...sources, members: new Map() })).toEqual({});
  });

  it("come with their turf of now, and with the turf by which the tally was written", () => {
    const sources = holding(tally("heron", "1", 1), tally("wren", "1", 1, { number: 7 }));
    expect(
      liveSigners({ ...sources, members }).map(({ turf, copies }) => [turf, copies[0]?.turf]),
    ).toEqual([
      [["cloud"], ["cloud"]],
      [["ads"], []],
    ]);
  });

  it("are without the lives that a later life takes the place of, whatever their numbers", () => {
    const sources = holding(
      tally("heron", "1", 30),
      tally("heron", "2", 2, { supersedes: ["1"] }),
      tally("heron", "3", 1, { supersedes: ["1", "2"] }),
    );
    expect(copiesOf({ ...sources, members })).toEqual({ heron: ["heron 3 1a"] });
  });

  it("keep a life that only another signer claims to take the place of", () => {
    const sources = holding(tally("heron", "1", 1), tally("wren", "2", 1, { supersedes: ["1"] }));
    expect(copiesOf({ ...sources, members })).toEqual({
      heron: ["heron 1 1a"],
      wren: ["wren 2 1a"],
    });
  });

  it("have several copies where two lives go on side by side, or one life has two payloads of one number", () => {
    const sources = holding(
      tally("heron", "1", 1),
      tally("heron", "2", 5),
      tally("wren", "1", 2, { copy: "b" }),
      tally("wren", "1", 2, { copy: "a" }),
      tally("wren", "1", 1, { copy: "c" }),
    );
    expect(copiesOf({ ...sources, members })).toEqual({
      heron: ["heron 1 1a", "heron 2 5a"],
      wren: ["wren 1 2a", "wren 1 2b"],
    });
  });

  it("drop a life when one copy of a fork takes the place of it", () => {
    const sources = holding(
      tally("heron", "1", 1),
      tally("heron", "2", 5, { copy: "a" }),
      tally("heron", "2", 5, { copy: "b", supersedes: ["1"] }),
    );
    expect(copiesOf({ ...sources, members })).toEqual({ heron: ["heron 2 5a", "heron 2 5b"] });
  });
});

describe("our own vault", () => {
  const said = tally("heron", "2", 0, { copy: "own", supersedes: ["1"] });
  const own = { ...said, lines: linesFrom(said.lines) };
  const wroteA = (seq: number, sha256: Hash): boolean => sha256 === `heron 2 ${seq}a`;

  it("counts as what it holds now, in the place of what it sent out and of its earlier lives", () => {
    const sources = holding(tally("heron", "1", 8), tally("heron", "2", 3), tally("wren", "1", 1));
    expect(copiesOf({ ...sources, members, own: { statement: own, wrote: wroteA } })).toEqual({
      heron: ["heron 2 0own"],
      wren: ["wren 1 1a"],
    });
  });

  it("counts beside what somebody else wrote in its name", () => {
    const sources = holding(tally("heron", "2", 3, { copy: "forged" }));
    expect(copiesOf({ ...sources, members, own: { statement: own, wrote: wroteA } })).toEqual({
      heron: ["heron 2 0own", "heron 2 3forged"],
    });
  });

  it("counts where we are no member", () => {
    const found = liveSigners({
      ...holding(),
      members: new Map(),
      own: { statement: own, wrote: wroteA },
    });
    expect(found).toMatchObject([
      { fingerprint: "heron", turf: [], copies: [{ incarnation: "2" }] },
    ]);
  });
});

describe("a tally that takes the place of other lives", () => {
  it("is refused for a life that is known as another signer's", () => {
    const known = [tally("heron", "1", 1), tally("wren", "2", 1)];
    expect(supersedesForeign(known, tally("heron", "3", 1, { supersedes: ["1", "2"] }))).toBe(true);
    expect(supersedesForeign(known, tally("heron", "3", 1, { supersedes: ["1", "9"] }))).toBe(
      false,
    );
  });

  it("is refused where a life would take the place of itself, at once or around a circle", () => {
    const known = [
      tally("heron", "2", 1, { supersedes: ["1"] }),
      tally("heron", "3", 1, { supersedes: ["2"] }),
      tally("wren", "1", 1, { supersedes: ["4"] }),
    ];
    const cycle = (incarnation: string, ...supersedes: readonly string[]): boolean =>
      supersedesCycle(known, tally("heron", incarnation, 2, { supersedes }));
    expect(cycle("5", "5")).toBe(true);
    expect(cycle("1", "2")).toBe(true);
    expect(cycle("1", "3")).toBe(true);
    expect(cycle("1", "9")).toBe(false);
    expect(cycle("4", "3", "1")).toBe(false);
    expect(cycle("3", "2", "1")).toBe(false);
  });
});
