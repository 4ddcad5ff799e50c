/** The status of a usual campaign: all of it on one screen. */
import { expect, it } from "vitest";

import { testWorld } from "../../support/world.ts";
import { ready } from "./pledge-states.ts";
import type { TestWorld } from "../../support/world.ts";

const linesOf = async (world: TestWorld): Promise<readonly string[]> =>
  (await world.pledge("status")).stdout.trimEnd().split("\n");

it("fits a usual campaign of five actions and six teams, and leaves the last line to the prompt", async () => {
  const world = await testWorld();
  const actions = ["sign", "refuse", "walkout", "strike", "badge"];
  const waiting = ["sign", "refuse", "walkout", "strike", "badge"].map((action) => ({
    action,
    atLeast: 25,
  }));
  const names = ["cloud", "ads", "mobile", "data", "support", "research"];
  await world.init({
    actions,
    teams: names.map((key) => ({ key, name: `The ${key} department`, size: 20 })),
    thresholds: actions.map((action) => ({ action, atLeast: 40 })),
  });
  const people = names.slice(0, 4).flatMap((team) =>
    [...actions, ...waiting].map((said, index) => ({
      name: `Sample ${team} ${index}`,
      team,
      actions: [said],
      ...(index % 3 === 0 ? {} : { assessment: index % 3 }),
    })),
  );
  const others = { name: "Sam Poe", supporter: true, actions: ["sign"], assessment: 1 };
  const boss = { name: "Lee Moe", supervisor: "yes", actions: ["sign"], assessment: 5 };
  const file = world.file("usual.json", JSON.stringify([...people, others, boss]));
  expect((await world.pledge("add", "--from", file)).exitCode).toBe(0);
  const lines = await linesOf(world);
  expect(lines.length).toBeLessThanOrEqual(23);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  const text = lines.join("\n");
  expect(text).not.toContain(" more (");
  for (const name of names) expect(text).toContain(`The ${name} department`);
  expect(text).toMatch(/Nobody yet in: The support department,\s+The research department/u);
  expect(text).toContain("Assessed 24, 0 of them too long ago; not assessed 16.");
  world.today("2027-11-22");
  expect((await linesOf(world)).join("\n")).toContain(
    "Assessed 24, 24 of them too long ago; not assessed 16.",
  );
});

it("tells who is confirmed and who did it from those who said so, and counts no supervisor", async () => {
  const { world, id } = await ready();
  await world.pledge("confirm", id("Ana Gómez"), "--action", "walkout");
  await world.pledge("done", id("李小龙"), "strike");
  await world.pledge("confirm", id("O'Brien, Siobhán"), "--action", "refuse");
  const { stdout } = await world.pledge("status", "--json");
  const { actions, assessments } = JSON.parse(stdout) as {
    readonly actions: readonly Record<string, unknown>[];
    readonly assessments: unknown;
  };
  expect(actions.map(({ action, confirmed, done }) => [action, confirmed, done])).toEqual([
    ["sign", 0, 0],
    ["refuse", 0, 0],
    ["walkout", 1, 0],
    ["strike", 0, 1],
  ]);
  // Ana and Kim; nobody else of the four who count.
  expect(assessments).toEqual({ assessed: 2, stale: 0, unassessed: 2 });
});
