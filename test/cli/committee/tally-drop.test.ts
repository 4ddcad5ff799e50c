/** What an organizer does not count of another's tallies, and counts again. Sample handles. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { carry, done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { freshCommittee, signing } from "./fresh-committee.ts";

const member = freshCommittee(
  { founder: "rowan", joiners: ["heron", "wren"], turf: { heron: ["cloud"], wren: ["ads"] } },
  async (worlds) => {
    const { rowan, heron, wren } = worlds as Record<"rowan" | "heron" | "wren", TestWorld>;
    await done(heron, "add", "--from", heron.file("people.json", signing(12)));
    await done(heron, "add", "--from", heron.file("more.json", signing(11, "ads", 12)));
    await done(wren, "add", "--from", wren.file("people.json", signing(3, "ads", 40)));
    for (const other of [heron, wren]) {
      await done(other, "tally", "export", "-o", join(other.folder, "count"), "--yes");
      await done(rowan, "merge", carry(other, rowan, "count"));
    }
  },
);

const reason = (world: TestWorld): readonly string[] => [
  "--from",
  world.file("reason", "more than the team has\n"),
];

const stateOf = (world: TestWorld): Promise<string> => done(world, "status", "--json");

interface LeftOut {
  readonly leftOut: readonly object[];
}

const leftOutIn = async (world: TestWorld): Promise<readonly object[]> =>
  (JSON.parse(await done(world, "tally", "show", "--json")) as LeftOut).leftOut;

describe("pledge tally drop", () => {
  it("asks why, leaves a signer out, and says what that changes", async () => {
    const rowan = member("rowan");
    const before = await stateOf(rowan);
    rowan.answers(["more than the team has"]);
    expect(await rowan.transcript("tally", "drop", "heron")).toMatchInlineSnapshot(`
      "$ pledge tally drop heron
      sign: 3 of 20, was 23-26

      Left out here since 2026-11-22: all that heron sends. Reason: more than the team
      has
      [exit 0]"
    `);
    expect(await rowan.transcript("tally", "show")).toMatchInlineSnapshot(`
      "$ pledge tally show
      rowan (you): 0 people now; nothing sent yet
      heron: 23 people, today (2026-11-22), number 1; left out here, not counted
      wren: 3 people, today (2026-11-22), number 1

      Left out here since 2026-11-22: all that heron sends. Reason: more than the team
      has
      [exit 0]"
    `);
    expect((await rowan.pledge("status")).stdout).toContain("Not all of heron is counted here");
    // Nothing of it is in what goes out, and what comes later falls under it too.
    await done(rowan, "tally", "export", "-o", join(rowan.folder, "own"), "--yes");
    const heron = member("heron");
    await done(heron, "add", "--from", heron.file("even-more.json", signing(5, "cloud", 60)));
    await done(heron, "tally", "export", "-o", join(heron.folder, "later"), "--yes");
    await done(rowan, "merge", carry(heron, rowan, "later"));
    expect(JSON.parse(await stateOf(rowan))).toMatchObject({
      actions: expect.arrayContaining([
        expect.objectContaining({ action: "sign", pledged: { low: 3, high: 3 } }),
      ]),
    });
    await done(rowan, "tally", "restore", "heron");
    expect(await leftOutIn(rowan)).toEqual([]);
    expect(JSON.parse(await stateOf(rowan))).not.toEqual(JSON.parse(before));
  });

  it("leaves out what is said of a team, and restoring it gives back every number", async () => {
    const rowan = member("rowan");
    const before = await stateOf(rowan);
    await done(rowan, "tally", "drop", "heron", "--team", "ads", ...reason(rowan));
    expect(await leftOutIn(rowan)).toMatchObject([
      { handle: "heron", team: "ads", incarnation: null, reason: "more than the team has" },
    ]);
    expect(await stateOf(rowan)).not.toBe(before);
    await done(rowan, "tally", "restore", "heron", "--team", "ads");
    expect(await stateOf(rowan)).toBe(before);
  });

  it("leaves out one life of a vault", async () => {
    const rowan = member("rowan");
    const { sources } = JSON.parse(await done(rowan, "tally", "show", "--json")) as {
      readonly sources: readonly { readonly handle: string; readonly incarnation: string }[];
    };
    const life = sources.find(({ handle }) => handle === "heron")?.incarnation ?? "";
    await done(rowan, "tally", "drop", "heron", "--life", life.slice(0, 8), ...reason(rowan));
    expect(await leftOutIn(rowan)).toMatchObject([{ incarnation: life, team: null }]);
    const shown = await rowan.pledge("tally", "show", "--json");
    expect(shown.stdout).toContain('"state":"left-out"');
  });

  it.each([
    [["drop", "sage"], "handle-unknown"],
    [["drop", "rowan"], "source-own"],
    [["drop", "heron", "--team", "maps"], "turf-unknown"],
    [["drop", "heron", "--life", "zzzz"], "source-unknown"],
    [["drop", "heron", "--copy", "zzzz"], "source-unknown"],
    [["restore", "heron"], "source-counted"],
    [["drop", "heron"], "no-terminal"],
  ])("refuses %j, and counts as before", async (args, code) => {
    const rowan = member("rowan");
    const before = await stateOf(rowan);
    const { stderr, exitCode } = await rowan.pledge("tally", ...args, "--json", "--no-input");
    expect(exitCode).not.toBe(0);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code } });
    expect(await stateOf(rowan)).toBe(before);
  });
});
