import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import { carry, done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { fileOf, insideOf, lineOf, put } from "./forge.ts";
import { freshCommittee, signing } from "./fresh-committee.ts";

const member = freshCommittee(
  {
    founder: "rowan",
    joiners: ["heron", "wren", "finch"],
    turf: { heron: ["cloud"], wren: ["ads"] },
    today: "2026-11-02",
  },
  async (worlds) => {
    const tallies = [
      ["heron", 9, "cloud", "2026-11-02"],
      ["wren", 5, "ads", "2026-11-10"],
    ] as const;
    for (const [handle, count, team, day] of tallies) {
      const [world, rowan] = [worlds[handle], worlds["rowan"]];
      if (world === undefined || rowan === undefined) throw new Error("a world is missing");
      for (const one of [world, rowan]) one.today(day);
      await done(world, "add", "--from", world.file("people.json", signing(count, team)));
      await done(world, "tally", "export", "-o", join(world.folder, "tally"));
      await done(rowan, "merge", carry(world, rowan, "tally", `${handle}.tally`));
    }
    for (const world of Object.values(worlds)) world.today("2026-11-22");
    const rowan = worlds["rowan"];
    if (rowan !== undefined)
      await done(rowan, "add", "--from", rowan.file("people.json", signing(6, "cloud", 50)));
  },
);

let rowan: TestWorld;

beforeEach(() => {
  rowan = member("rowan");
});

describe("the status of a committee", () => {
  it("says what the numbers rest on and who should compare lists", async () => {
    expect(await rowan.transcript("status")).toMatchInlineSnapshot(`
      "$ pledge status
      No contracts with the police
      Engineering at Example Corp, about 60 workers (2026-11-01, 21 days ago)

      as of 2026-11-22        pledged  confirmed  done  active  share  needed
      sign     [#####...|..]    14-20          0     0   14-20   23 %      20  6 away
      refuse   [...........]        0          0     0       0    0 %       -
      walkout  [........|..]        0          0     0       0    0 %      18  18 away
      strike   [...........]        0          0     0       0    0 %       -
      # would act now   - waits until more are in   | needed

      Pledged in teams: Cloud 9-15 of 30, Ads 5 of 20
      Of your own list, as confirmed and done are: assessed 0, 0 of them too long ago;
      not assessed 6.
      From 3 organizers: rowan (you), heron 20 days ago (old), wren 12 days ago,
        finch not yet
      The low numbers hold if everybody is placed in the right team.
      Compare lists about Cloud: you and heron; up to 6 people may be counted twice.
      [exit 0]"
    `);
  });

  it("has the members of the format of one vault, and says where they come from", async () => {
    const { asOf, actions, teams, ...more } = JSON.parse(
      await done(rowan, "status", "--json"),
    ) as Record<string, unknown>;
    expect(asOf).toBe("2026-11-22");
    expect(actions).toMatchObject([
      { action: "sign", pledged: { low: 14, high: 20 }, active: { low: 14, high: 20 }, away: 6 },
      { action: "refuse", pledged: { low: 0, high: 0 } },
      {},
      {},
    ]);
    expect(teams).toEqual([
      { team: "cloud", size: 30, people: { low: 9, high: 15 } },
      { team: "ads", size: 20, people: { low: 5, high: 5 } },
    ]);
    const source = (handle: string, day: string, people: number, old = false) => ({
      handle,
      you: handle === "rowan",
      asOf: day,
      people,
      state: "live",
      old,
    });
    expect(more).toEqual({
      v: 1,
      forks: [],
      leftOut: [],
      overdue: [],
      assessments: { assessed: 0, stale: 0, unassessed: 6 },
      unit: { size: 60, asOf: "2026-11-01" },
      sources: [
        source("rowan", "2026-11-22", 6),
        source("heron", "2026-11-02", 9, true),
        source("wren", "2026-11-10", 5),
      ],
      notYet: ["finch"],
      compare: [{ handles: expect.arrayContaining(["heron", "rowan"]), team: "cloud", people: 6 }],
      above: [],
      vault: "current",
    });
  });

  it.each([
    [80, 24],
    [100, 24],
    // No room for the bars beside such numbers.
    [64, 32],
    [40, 60],
  ])("fits %i columns and %i lines with all that it can say", async (columns, most) => {
    const narrow = await crowdedAt(columns);
    const lines = (await done(narrow, "status")).trimEnd().split("\n");
    expect(lines.length).toBeLessThanOrEqual(most);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
    expect(lines.join(" ")).toContain("contradict each other");
    expect(lines.join(" ")).toContain("Compare lists about");
  });

  it("counts the same in every vault that has merged the same", async () => {
    const finch = member("finch");
    await done(rowan, "tally", "export", "-o", join(finch.folder, "rowan"));
    for (const handle of ["heron", "wren"]) {
      const file = join(finch.folder, handle);
      await done(member(handle), "tally", "export", "--again", "-o", file);
    }
    await done(
      finch,
      "merge",
      ...["wren", "rowan", "heron"].map((name) => join(finch.folder, name)),
    );
    const counts = async (world: TestWorld): Promise<unknown> => {
      const { actions, teams } = JSON.parse(await done(world, "status", "--json")) as Record<
        string,
        unknown
      >;
      return { actions, teams };
    };
    expect(await counts(finch)).toEqual(await counts(rowan));
  });

  it("is what add says after each person, too", async () => {
    rowan.answers(["Sample Person", "cloud", ["sign"], "", "", ""]);
    await done(rowan, "add");
    // Heron's nine and rowan's seven of one team may be the same people; wren's five are others.
    expect(rowan.said()).toContain("Kept: sign 14 of 20");
  });
});

/** A committee in which everything is to be said, on a screen of that width. */
const crowdedAt = async (columns: number): Promise<TestWorld> => {
  const { committeeOf } = await import("../../support/committee-world.ts");
  const joiners = ["heron", "wren", "finch", "kestrel-with-long-handle"];
  const teams = Array.from({ length: 40 }, (_, index) => ({
    key: `t${index}`,
    name: `Platform Infrastructure ${index}`,
    size: 1000 + index,
  }));
  const worlds = await committeeOf({
    founder: "rowan",
    joiners,
    columns,
    campaign: {
      campaign: "A campaign with a name that does not end where a screen does ".repeat(3),
      employer: "Example Corporation of All the Regions and Subsidiaries ".repeat(3),
      unit: { name: "Engineering", size: 60_000 },
      teams,
    },
  });
  const world = worlds["rowan"];
  if (world === undefined) throw new Error("no founder");
  const waiting = ["sign", "refuse", "walkout", "strike"].map((action) => ({
    action,
    atLeast: 500,
  }));
  const people = Array.from({ length: 6 }, (_, index) => ({
    name: `Sample ${index}`,
    team: "t1",
    actions: waiting,
  }));
  const outside = { name: "Supporter", supporter: true, actions: ["sign"] };
  await done(world, "add", "--from", world.file("p.json", JSON.stringify([...people, outside])));
  for (const handle of joiners) {
    const from = worlds[handle];
    if (from === undefined) throw new Error("a member is missing");
    const inside = await insideOf(from);
    for (const copy of ["a", "b"]) {
      const lines = Array.from({ length: 9 }, (_, n) => lineOf(`${handle} ${copy} ${n}`, "t1"));
      await done(world, "merge", put(world, "copy", await fileOf(inside, { lines }))).catch(
        () => undefined,
      );
    }
  }
  return world;
};
