/** Two organizers compared their lists of a team by voice: noted here, counted, and taken back. */
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import { carry, done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { fileOf, insideOf, lineOf, put } from "./forge.ts";
import { freshCommittee, signing } from "./fresh-committee.ts";

const member = freshCommittee(
  { founder: "rowan", joiners: ["heron", "wren"] },
  async ({ rowan, heron, wren }) => {
    if (rowan === undefined || heron === undefined || wren === undefined)
      throw new Error("a world is missing");
    await done(rowan, "add", "--from", rowan.file("people.json", signing(6)));
    for (const [world, count] of [
      [heron, 9],
      [wren, 5],
    ] as const) {
      await done(
        world,
        "add",
        "--from",
        world.file("people.json", signing(count, "cloud", 100 * count)),
      );
      await done(world, "tally", "export", "-o", join(world.folder, "tally"));
      await done(rowan, "merge", carry(world, rowan, "tally"));
    }
  },
);

let rowan: TestWorld;

beforeEach(() => {
  rowan = member("rowan");
});

interface Status {
  readonly actions: readonly {
    readonly pledged: { readonly low: number; readonly high: number };
  }[];
  readonly compare: readonly unknown[];
}

const status = async (): Promise<
  readonly [low: number, high: number, compare: readonly unknown[]]
> => {
  const { actions, compare } = JSON.parse(await done(rowan, "status", "--json")) as Status;
  const { low, high } = actions[0]?.pledged ?? { low: -1, high: -1 };
  return [low, high, compare];
};

describe("lists that were compared", () => {
  it("are noted of ourselves and a member, or of two members, and raise what can be shown", async () => {
    const [low, high, compare] = await status();
    expect([low, high, compare.length]).toEqual([9, 20, 3]);
    expect(await rowan.transcript("tally", "agreed", "heron", "--team", "cloud"))
      .toMatchInlineSnapshot(`
        "$ pledge tally agreed heron --team cloud
        Noted: you and heron compared their lists about Cloud. Between them they have 15
        different people; whoever comes later is not among them.
        [exit 0]"
      `);
    expect((await status())[0]).toBe(15);
    expect(await rowan.transcript("tally", "agreed", "wren", "heron", "--team", "cloud"))
      .toMatchInlineSnapshot(`
        "$ pledge tally agreed wren heron --team cloud
        Noted: heron and wren compared their lists about Cloud. Between them they have
        14 different people; whoever comes later is not among them.
        [exit 0]"
      `);
    expect((await status())[0]).toBe(15);
    await done(rowan, "tally", "agreed", "wren", "--team", "cloud");
    expect(await status()).toEqual([20, 20, []]);
  });

  it("are shown with their day, and with who came since", async () => {
    await done(rowan, "tally", "agreed", "heron", "--team", "cloud");
    await done(rowan, "tally", "agreed", "wren", "heron", "--team", "cloud");
    rowan.today("2026-11-25");
    await done(rowan, "add", "--from", rowan.file("more.json", signing(2, "cloud", 50)));
    expect(await rowan.transcript("tally", "show")).toMatchInlineSnapshot(`
      "$ pledge tally show
      rowan (you): 8 people now; nothing sent yet
      heron: 9 people, 3 days ago (2026-11-22), number 1
      wren: 5 people, 3 days ago (2026-11-22), number 1

      Compared on 2026-11-22: the lists about Cloud of you and heron, 15 people
      together; 2 have come to the two lists since.
      Compared on 2026-11-22: the lists about Cloud of heron and wren, 14 people
      together.
      [exit 0]"
    `);
    const [low, , compare] = await status();
    expect(low).toBe(15);
    expect(compare).toContainEqual({
      handles: expect.arrayContaining(["heron", "rowan"]),
      team: "cloud",
      people: 2,
    });
    const { agreements } = JSON.parse(await done(rowan, "tally", "show", "--json")) as {
      readonly agreements: unknown;
    };
    expect(agreements).toContainEqual({
      handles: expect.arrayContaining(["heron", "rowan"]),
      team: "cloud",
      on: "2026-11-22",
      people: 15,
      later: 2,
      counts: true,
    });
  });

  it("take the place of what was noted before, and are taken back", async () => {
    const before = await status();
    await done(rowan, "tally", "agreed", "heron", "--team", "cloud");
    await done(rowan, "add", "--from", rowan.file("more.json", signing(2, "cloud", 50)));
    await done(rowan, "tally", "agreed", "heron", "--team", "cloud");
    expect((await status())[0]).toBe(17);
    expect(await rowan.transcript("tally", "agreed", "heron", "--team", "cloud", "--undo"))
      .toMatchInlineSnapshot(`
      "$ pledge tally agreed heron --team cloud --undo
      Not noted any more: that you and heron compared their lists about Cloud.
      [exit 0]"
    `);
    expect((await status())[0]).toBe(before[0]);
    const undo = ["tally", "agreed", "heron", "--team", "cloud", "--undo"];
    expect((await rowan.pledge(...undo)).exitCode).toBe(1);
  });

  it("are in no use while one of the two is left out", async () => {
    await done(rowan, "tally", "agreed", "heron", "--team", "cloud");
    await done(rowan, "tally", "drop", "heron", "--from", rowan.file("reason", "sample"));
    expect((await done(rowan, "tally", "show")).replaceAll(/\s+/gu, " ")).toContain(
      "15 people together; not in use, since one of them is not counted.",
    );
    await done(rowan, "tally", "restore", "heron");
    expect((await status())[0]).toBe(15);
  });
});

describe("what cannot be noted", () => {
  it.each([
    [["heron", "--team", "maps"], "turf-unknown", 2],
    [["lark", "--team", "cloud"], "handle-unknown", 2],
    [["heron", "lark", "--team", "cloud"], "handle-unknown", 2],
    [["rowan", "--team", "cloud"], "agreement-alone", 2],
    [["heron", "heron", "--team", "cloud"], "agreement-alone", 2],
    [["heron", "--team", "ads"], "agreement-empty", 1],
    [["heron", "--team", "cloud", "--undo"], "agreement-absent", 1],
    [["heron"], "usage", 2],
  ] as const)("is refused: %j", async (args, code, exit) => {
    const { exitCode, stderr } = await rowan.pledge("tally", "agreed", ...args, "--json");
    expect([exitCode, JSON.parse(stderr)]).toMatchObject([exit, { error: { code } }]);
    expect((await status())[0]).toBe(9);
  });

  it("is of somebody whose tallies contradict each other, or do not count", async () => {
    const forged = await fileOf(await insideOf(member("heron")), { lines: [lineOf("a", "cloud")] });
    await rowan.pledge("merge", put(rowan, "forged", forged));
    const said = [await rowan.transcript("tally", "agreed", "heron", "--team", "cloud")];
    await done(rowan, "tally", "drop", "heron", "--from", rowan.file("reason", "sample"));
    said.push(await rowan.transcript("tally", "agreed", "heron", "wren", "--team", "cloud"));
    said.push(await rowan.transcript("tally", "agreed", "wren", "--team", "ads"));
    expect(said.join("\n")).toMatchInlineSnapshot(`
      "$ pledge tally agreed heron --team cloud
      ! pledge: error: tallies of heron contradict each other, so which list was compared is not known
      ! pledge: hint: ask heron for a new one, or leave one of them out: pledge tally drop heron --copy HASH
      [exit 1]
      $ pledge tally agreed heron wren --team cloud
      ! pledge: error: no tally of heron counts here, so there is no list to compare
      ! pledge: hint: take one in first: "pledge merge FILE"; what counts says "pledge tally show"
      [exit 1]
      $ pledge tally agreed wren --team ads
      ! pledge: error: the list of rowan names nobody in that team, or withholds who is in it
      ! pledge: hint: lists are compared by team; a team that a tally withholds cannot be noted
      [exit 1]"
    `);
  });
});
