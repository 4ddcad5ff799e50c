import { describe, expect, it } from "vitest";

import { withSamplePeople } from "../../support/sample-people.ts";
import { sampleCampaign, testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

const shown = async (world: TestWorld): Promise<Record<string, unknown>> =>
  (
    JSON.parse((await world.pledge("campaign", "show", "--json")).stdout) as {
      readonly campaign: Record<string, unknown>;
    }
  ).campaign;

const editFrom = (world: TestWorld, changes: unknown): Promise<string> =>
  world.transcript(
    "campaign",
    "edit",
    "--from",
    world.file("changes.json", JSON.stringify(changes)),
  );

const ready = async (): Promise<TestWorld> => {
  const world = await testWorld();
  await withSamplePeople(world);
  return world;
};

describe("the campaign, shown", () => {
  it("is everything that it is, in words", async () => {
    const world = await ready();
    expect(await world.transcript("campaign", "show")).toMatchInlineSnapshot(`
      "$ pledge campaign show
      No contracts with the police
      employer   Example Corp
      unit       Engineering, about 60 workers (2026-11-01)
      teams      cloud: Cloud, about 30
                 ads: Ads, about 20
      actions    sign, refuse, walkout, strike
      needed     sign: 20 people
                 walkout: 30% of the unit, which is 18 people
      addressee  Dana Roe, Chief Executive Officer
      demands    drop-contracts, no-business-with-contractors, require-subpoenas,
                 stronger-encryption
      tallies    teams of 10 workers or more are named; old after 14 days
      stand      1 organizes others
                 2 will act
                 3 undecided
                 4 leans against
                 5 opposed
      stale      what you noted of somebody, after 30 days
      organizer  rowan
      [exit 0]"
    `);
  });

  it("goes out as JSON that init --from and campaign edit --from take", async () => {
    const world = await ready();
    const campaign = await shown(world);
    expect(campaign).toEqual(sampleCampaign);
    expect(await editFrom(world, campaign)).toContain("[exit 0]");
    expect(await shown(world)).toEqual(sampleCampaign);
  });
});

describe("editing the campaign from a file", () => {
  it("changes what the file names; a new size is of today", async () => {
    const world = await ready();
    expect(
      await editFrom(world, {
        unit: { size: 70 },
        thresholds: [{ action: "sign", atLeast: 30 }],
        addressee: null,
      }),
    ).toMatchInlineSnapshot(`
      "$ pledge campaign edit --from ~/changes.json
      The campaign is changed: see "pledge campaign show".
      [exit 0]"
    `);
    const { addressee: _, ...rest } = sampleCampaign;
    expect(await shown(world)).toEqual({
      ...rest,
      unit: { name: "Engineering", size: 70, asOf: "2026-11-22" },
      thresholds: [{ action: "sign", atLeast: 30 }],
    });
  });

  it("refuses to take away a team or an action that people are in or have pledged", async () => {
    const world = await ready();
    expect(await editFrom(world, { teams: [{ key: "hr" }], actions: ["sign", "refuse"] }))
      .toMatchInlineSnapshot(`
      "$ pledge campaign edit --from ~/changes.json
      ! pledge: error: people are still in cloud (2 people) and ads (2 people), and people have pledged walkout (1 person) and strike (1 person), taken back or not
      ! pledge: hint: an action that somebody pledged stays in the campaign; nothing was changed
      [exit 1]"
    `);
    await world.pledge("withdraw", "heron", "walkout", "--yes");
    expect(await editFrom(world, { actions: ["sign", "refuse", "strike"] })).toContain(
      "walkout (1 person), taken back or not",
    );
    expect(await shown(world)).toEqual(sampleCampaign);
  });

  it("takes away an action that nobody pledged, and its threshold with it", async () => {
    const world = await testWorld();
    await world.init();
    await editFrom(world, { actions: ["sign", "sit-in"] });
    expect(await shown(world)).toMatchObject({
      actions: ["sign", "sit-in"],
      thresholds: [{ action: "sign", atLeast: 20 }],
    });
  });

  it.each([
    ["a member that is not known", { size: 5 }, 5],
    ["a ladder without sign", { actions: ["strike"] }, 5],
    ["a threshold for no action", { thresholds: [{ action: "sit-in", atLeast: 3 }] }, 5],
    ["an employer that is taken away", { employer: null }, 5],
    ["a demand that nobody wrote", { demands: ["free-lunch"] }, 5],
    ["a team twice", { teams: [{ key: "cloud" }, { key: "ads" }, { key: "ads" }] }, 5],
    ["no object", [1], 5],
  ])("refuses %s and changes nothing", async (_, changes, exitCode) => {
    const world = await ready();
    const outcome = await editFrom(world, changes);
    expect(outcome).toMatchSnapshot();
    expect(outcome).toMatch(new RegExp(`\\[exit ${exitCode}\\]$`, "u"));
    expect(await shown(world)).toEqual(sampleCampaign);
  });
});

describe("editing the campaign at the terminal", () => {
  it("asks what to change until it is saved, and keeps all of it", async () => {
    const world = await ready();
    world.answers(["campaign", "A new name", "employer", "", "unit", "Tech", "size", "1,200"]);
    world.answers(["teams", "a new one", "hr", "Human Resources", "40"]);
    world.answers(["teams", "Cloud", "change its name or size", "", "35"]);
    world.answers([
      "actions",
      "a new one",
      "sit-in",
      "needed",
      "sit-in",
      "10%",
      "needed",
      "sign",
      "-",
    ]);
    world.answers([
      "addressee",
      "",
      "-",
      "demands",
      ["drop-contracts"],
      "organizer",
      "lark",
      "save",
    ]);
    expect(await world.transcript("campaign", "edit")).toMatchInlineSnapshot(`
      "$ pledge campaign edit
      The campaign is changed: see "pledge campaign show".
      [exit 0]"
    `);
    expect(await shown(world)).toEqual({
      campaign: "A new name",
      employer: "Example Corp",
      organizer: "lark",
      unit: { name: "Tech", size: 1200, asOf: "2026-11-22" },
      teams: [
        { key: "cloud", name: "Cloud", size: 35 },
        { key: "ads", name: "Ads", size: 20 },
        { key: "hr", name: "Human Resources", size: 40 },
      ],
      actions: ["sign", "refuse", "walkout", "strike", "sit-in"],
      thresholds: [
        { action: "walkout", atLeastPercent: 30 },
        { action: "sit-in", atLeastPercent: 10 },
      ],
      addressee: { name: "Dana Roe" },
      demands: ["drop-contracts"],
      settings: sampleCampaign.settings,
    });
  });

  it("takes away what nobody uses, and says at once what cannot go", async () => {
    const world = await ready();
    world.answers([
      "teams",
      "Ads",
      "take it away",
      "actions",
      "take away: walkout",
      "actions",
      "take away: refuse",
      "teams",
      "a new one",
      "ads",
      "save",
    ]);
    await world.pledge("campaign", "edit");
    expect(world.said()).toEqual([
      "It stays: people are still in ads (2 people).",
      "It stays: people have pledged walkout (1 person), taken back or not.",
      "It stays: people have pledged refuse (1 person), taken back or not.",
      "There is one of that name already.",
    ]);
    expect(await shown(world)).toEqual(sampleCampaign);
    const fresh = await testWorld();
    await fresh.init();
    fresh.answers([
      "teams",
      "Ads",
      "take it away",
      "actions",
      "take away: walkout",
      "addressee",
      "-",
      "save",
    ]);
    await fresh.pledge("campaign", "edit");
    const { addressee: _, ...rest } = sampleCampaign;
    expect(await shown(fresh)).toEqual({
      ...rest,
      teams: [{ key: "cloud", name: "Cloud", size: 30 }],
      actions: ["sign", "refuse", "strike"],
      thresholds: [{ action: "sign", atLeast: 20 }],
    });
  });

  it("keeps nothing when Ctrl-C ends it, and says so when nothing was changed", async () => {
    const world = await ready();
    world.answers(["campaign", "A new name", "^C"]);
    expect((await world.pledge("campaign", "edit")).exitCode).toBe(130);
    world.answers(["save"]);
    expect((await world.pledge("campaign", "edit")).stdout).toBe("Nothing was changed.\n");
    expect((await world.pledge("campaign", "edit")).exitCode).toBe(2);
    expect(await shown(world)).toEqual(sampleCampaign);
  });
});
