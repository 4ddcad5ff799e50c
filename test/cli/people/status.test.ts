import { describe, expect, it } from "vitest";

import { withSamplePeople } from "../../support/sample-people.ts";
import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

/** 18 of them would sign; some only if others do; a supporter and a supervisor on top. */
const crowd = [
  ...Array.from({ length: 12 }, (_, index) => ({
    name: `Sample ${index}`,
    team: "cloud",
    actions: ["sign", { action: "walkout", atLeastPercent: 30 }],
  })),
  ...Array.from({ length: 4 }, (_, index) => ({
    name: `Waiting ${index}`,
    team: "ads",
    actions: [{ action: "sign", atLeast: 25 }],
  })),
  ...Array.from({ length: 2 }, (_, index) => ({
    name: `Team ${index}`,
    team: "ads",
    actions: [{ action: "sign", atLeastInTeam: 10 }, "refuse"],
  })),
  { name: "Sam Poe", supporter: true, actions: ["sign", "strike"] },
  { name: "Lee Moe", supervisor: "yes", actions: ["sign"] },
];

const withCrowd = async (world: TestWorld, overrides: object = {}): Promise<void> => {
  await world.init(overrides);
  const { exitCode } = await world.pledge(
    "add",
    "--from",
    world.file("crowd.json", JSON.stringify(crowd)),
  );
  expect(exitCode).toBe(0);
};

const linesOf = async (world: TestWorld): Promise<readonly string[]> =>
  (await world.pledge("status")).stdout.trimEnd().split("\n");

describe("the status on the screen", () => {
  it("shows who pledged, who would act, what is needed and what would tip it", async () => {
    const world = await testWorld();
    await withCrowd(world);
    expect(await world.transcript("status")).toMatchInlineSnapshot(`
      "$ pledge status
      No contracts with the police
      Engineering at Example Corp, about 60 workers (2026-11-01, 21 days ago)

      as of 2026-11-22        pledged  confirmed  done  active  share  needed
      sign     [####---.|..]       18          0     0      12   20 %      20  8 away
      refuse   [...........]        2          0     0       2    3 %       -
      walkout  [-----...|..]       12          0     0       0    0 %      18  18 away
      strike   [...........]        0          0     0       0    0 %       -
      # would act now   - waits until more are in   | needed

      sign: 9 more bring in 4 who wait
      walkout: 6 more bring in 12 who wait

      Pledged in teams: Cloud 12 of 30, Ads 6 of 20
      Assessed 0, 0 of them too long ago; not assessed 18.
      1 supporter from outside the unit, counted apart
      [exit 0]"
    `);
  });

  it("fits forty columns, digits first", async () => {
    const world = await testWorld({ columns: 40 });
    await withCrowd(world);
    expect(await world.transcript("status")).toMatchInlineSnapshot(`
      "$ pledge status
      No contracts with the police
      Engineering at Example Corp, about 60
      workers (2026-11-01, 21 days ago)
      as of 2026-11-22
      sign: 12 of 20 would act now (20 % of
      the unit); 8 away
        18 pledged, 0 confirmed, 0 done
        [################--------...|........]
      refuse: 2 would act now (3 % of the
      unit)
        2 pledged, 0 confirmed, 0 done
        [#...................................]
      walkout: 0 of 18 would act now (0 % of
      the unit); 18 away
        12 pledged, 0 confirmed, 0 done
        [------------------.........|........]
      strike: 0 would act now (0 % of the
      unit)
        0 pledged, 0 confirmed, 0 done
        [....................................]
      sign: 9 more bring in 4 who wait
      walkout: 6 more bring in 12 who wait
      Pledged in teams: Cloud 12 of 30,
        Ads 6 of 20
      Assessed 0, 0 of them too long ago; not
      assessed 18.
      1 supporter from outside the unit,
      counted apart
      [exit 0]"
    `);
    expect((await linesOf(world)).every((line) => line.length <= 40)).toBe(true);
  });

  it.each([80, 64, 100])(
    "fits 24 lines of %i columns, however long the names and however many the teams",
    async (columns) => {
      const world = await testWorld({ columns });
      const teams = Array.from({ length: 120 }, (_, index) => ({
        key: `t${index}`,
        name: `Platform Infrastructure ${index}`,
        size: 1000 + index,
      }));
      await withCrowd(world, {
        campaign: "A campaign with a name that does not end where a screen does ".repeat(3),
        employer: "Example Corporation of All the Regions and Subsidiaries ".repeat(3),
        unit: { name: "Engineering ".repeat(10), size: 10_000_000 },
        teams: [{ key: "cloud" }, { key: "ads", name: "広告".repeat(20) }, ...teams],
      });
      const lines = await linesOf(world);
      expect(lines.length).toBeLessThanOrEqual(23);
      expect(lines.length).toBeGreaterThan(20);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
      expect(lines.filter((line) => / and \d+ more \(--json\)$/u.test(line))).toHaveLength(1);
    },
  );

  it("reads without colour, and with it holds the same words", async () => {
    const world = await testWorld();
    await withCrowd(world);
    const plain = (await world.pledge("status")).stdout;
    const coloured = (await world.pledge("status", "--color", "always")).stdout;
    expect(coloured).not.toBe(plain);
    // oxlint-disable-next-line no-control-regex -- colour is what is taken away
    expect(coloured.replaceAll(/\u001B\[\d+m/gu, "")).toBe(plain);
    world.env["NO_COLOR"] = "1";
    world.env["FORCE_COLOR"] = "1";
    expect((await world.pledge("status")).stdout).toBe(plain);
  });

  it("says how to go on while nobody pledged, and while nothing is set", async () => {
    const world = await testWorld();
    await world.init({ thresholds: [], teams: [] });
    expect(await world.transcript("status")).toMatchInlineSnapshot(`
      "$ pledge status
      No contracts with the police
      Engineering at Example Corp, about 60 workers (2026-11-01, 21 days ago)

      as of 2026-11-22               pledged  confirmed  done  active  share  needed
      sign     [..................]        0          0     0       0    0 %       -
      refuse   [..................]        0          0     0       0    0 %       -
      walkout  [..................]        0          0     0       0    0 %       -
      strike   [..................]        0          0     0       0    0 %       -
      # would act now   - waits until more are in

      Assessed 0, 0 of them too long ago; not assessed 0.
      ! Nobody has pledged anything yet: record people with "pledge add".
      [exit 0]"
    `);
    await world.pledge(
      "add",
      "--from",
      world.file("one.json", '{"name":"Ana","actions":["sign"]}'),
    );
    expect((await world.pledge("status")).stderr).toBe(
      'How many are needed is not set: "pledge campaign edit".\n',
    );
    expect((await world.pledge("status", "--quiet")).stderr).toBe("");
  });

  it("says that it is enough when it is", async () => {
    const world = await testWorld();
    await withCrowd(world, { thresholds: [{ action: "sign", atLeast: 12 }] });
    expect((await linesOf(world)).find((line) => line.startsWith("sign"))).toMatch(
      /\[#+\|[-.]+\] +18 +0 +0 +12 +20 % +12 {2}enough$/u,
    );
  });
});

describe("the status as JSON", () => {
  it("has exactly the members of its format", async () => {
    const world = await testWorld();
    await withSamplePeople(world);
    const { stdout, stderr } = await world.pledge("status", "--json");
    const both = (n: number): object => ({ low: n, high: n });
    const action = (
      name: string,
      pledged: number,
      active: number,
      threshold: number | null,
      away: number,
    ): object => ({
      action: name,
      pledged: both(pledged),
      confirmed: 0,
      done: 0,
      active: both(active),
      withinSizes: active,
      threshold,
      met: false,
      away,
    });
    expect(JSON.parse(stdout)).toStrictEqual({
      v: 1,
      asOf: "2026-11-22",
      unit: { size: 60, asOf: "2026-11-01" },
      actions: [
        action("sign", 3, 2, 20, 18),
        action("refuse", 0, 0, null, 0),
        action("walkout", 1, 0, 18, 18),
        action("strike", 1, 0, null, 0),
      ],
      teams: [
        { team: "cloud", size: 30, people: both(1) },
        { team: "ads", size: 20, people: both(1) },
      ],
      assessments: { assessed: 2, stale: 0, unassessed: 2 },
      overdue: [],
    });
    expect(stderr).toBe("");
  });

  it("has no size where a team has none, and no teams where there are none", async () => {
    const world = await testWorld();
    await world.init({ teams: [{ key: "ads" }] });
    expect((await world.pledge("status", "--json")).stdout).toContain(
      '"teams":[{"team":"ads","size":null,"people":{"low":0,"high":0}}]',
    );
  });
});
