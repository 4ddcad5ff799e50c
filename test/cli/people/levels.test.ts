/** What a campaign calls the five levels, and after how long they are stale. */
import { describe, expect, it } from "vitest";

import { ready } from "./pledge-states.ts";

const names = ["leads", "acts", "listens", "doubts", "fights us"];

describe("the levels of a campaign", () => {
  it("are called as it says wherever one is asked for or shown, and never stand in another order", async () => {
    const { world } = await ready();
    const settings = world.file(
      "s.json",
      JSON.stringify({ settings: { levels: names, staleAfterDays: 7 } }),
    );
    expect((await world.pledge("campaign", "edit", "--from", settings)).exitCode).toBe(0);
    expect((await world.pledge("campaign", "show")).stdout).toMatch(
      /1 leads\n +2 acts\n +3 listens\n +4 doubts\n +5 fights us\n/u,
    );
    world.answers(["doubts", "from hearsay"]);
    expect(await world.transcript("assess", "heron")).toContain(
      "Ana Gómez stands at 4, doubts (from hearsay).",
    );
    expect((await world.pledge("show", "heron")).stdout).toContain(
      "4 doubts, from hearsay, 2026-11-22; further away than before",
    );
  });

  it.each([
    ["four", names.slice(0, 4)],
    ["two of one name", ["a", "b", "c", "d", "a"]],
    ["an empty one", ["a", "b", "c", "d", " "]],
  ])("are refused where there are %s", async (_, levels) => {
    const { world } = await ready();
    const settings = world.file("s.json", JSON.stringify({ settings: { levels } }));
    const { exitCode, stderr } = await world.pledge("campaign", "edit", "--from", settings);
    expect(exitCode).toBe(5);
    expect(stderr).toContain('"levels" in "settings"');
  });

  it("are stale once the days that the campaign gives have passed", async () => {
    const { world } = await ready();
    const settings = world.file("s.json", '{"settings":{"staleAfterDays":1}}');
    await world.pledge("campaign", "edit", "--from", settings);
    expect((await world.pledge("show", "heron")).stdout).toMatch(
      /2026-11-20; 2 days ago, so it\s+is stale/u,
    );
  });
});
