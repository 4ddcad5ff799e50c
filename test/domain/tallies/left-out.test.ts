import { describe, expect, it } from "vitest";

import type { TeamKey } from "../../../src/domain/campaign/campaign.ts";
import { liveSigners } from "../../../src/domain/tallies/live-sources.ts";
import type { Sources } from "../../../src/domain/tallies/live-sources.ts";
import type { Hash, TallyLine } from "../../../src/domain/tallies/tally.ts";
import { life, signer, lineOf, tally, holding, members, copiesOf } from "./held-sources.ts";
import { linesFrom } from "../../../src/domain/tallies/lines.ts";
import { listed } from "./listed-lines.ts";

describe("what is left out here", () => {
  const sources = {
    ...holding(
      tally("wren", "1", 2),
      tally("heron", "1", 4),
      tally("heron", "2", 7, { supersedes: ["1"] }),
      tally("heron", "2", 7, { supersedes: ["1"], copy: "b" }),
    ),
    members,
  };
  const without = (...leftOut: Sources["leftOut"]) => copiesOf({ ...sources, leftOut });
  const heron = signer("heron");

  it("is a signer, a life, or one copy of a fork; what it took the place of counts again", () => {
    expect(without()).toEqual({ heron: ["heron 2 7a", "heron 2 7b"], wren: ["wren 1 2a"] });
    expect(without({ from: heron })).toEqual({ wren: ["wren 1 2a"] });
    expect(without({ from: heron, sha256: "heron 2 7b" as Hash })).toMatchObject({
      heron: ["heron 2 7a"],
    });
    expect(without({ from: heron, incarnation: life("2") })).toMatchObject({
      heron: ["heron 1 4a"],
    });
    expect(without({ from: signer("sage") }, { from: heron, incarnation: life("9") })).toEqual(
      without(),
    );
  });

  it("is what somebody says of a team, and nothing of what she withholds", () => {
    const line = (token: string, team?: string): TallyLine => ({
      ...lineOf(token),
      ...(team === undefined ? {} : { team: team as TeamKey }),
    });
    const said = {
      ...tally("wren", "1", 2),
      lines: [line("wren 1 2a", "ads"), line("b", "cloud"), line("c", "*"), line("d")],
    };
    const tokens = (...leftOut: Sources["leftOut"]): readonly string[] =>
      liveSigners({ ...holding(said), members, leftOut }).flatMap(({ copies }) =>
        copies.flatMap(({ lines }) => listed(lines).map(({ token }) => token)),
      );
    expect(tokens({ from: signer("wren"), team: "cloud" as TeamKey })).toEqual([
      "wren 1 2a",
      "c",
      "d",
    ]);
    expect(tokens({ from: heron, team: "cloud" as TeamKey })).toHaveLength(4);
  });

  it("is never our own", () => {
    const statement = { ...tally("wren", "1", 9), lines: linesFrom([lineOf("now")]) };
    const own = { statement, wrote: () => true };
    expect(copiesOf({ ...sources, own, leftOut: [{ from: signer("wren") }] })).toMatchObject({
      wren: ["now"],
    });
  });
});
