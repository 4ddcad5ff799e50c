import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { defaultSettings, neededFor, shareOf } from "../../../src/domain/campaign/campaign.ts";
import type { ActionKey, Campaign } from "../../../src/domain/campaign/campaign.ts";
import { campaignToInput, parseCampaign } from "../../../src/domain/campaign/parse-campaign.ts";
import type { Day } from "../../../src/domain/day.ts";
import { campaign, sample } from "../../support/campaigns.ts";

const make = { today: "2026-11-22" as Day, id: sample.id };

const minimal = {
  campaign: "No contracts",
  employer: "Example Corp",
  organizer: "rowan",
  unit: { size: 60 },
};

const outcome = (input: unknown): unknown => {
  const read = parseCampaign(input, make);
  return read.ok ? read.value : read.failure.faults;
};

describe("a campaign that goes out as JSON", () => {
  it("comes back in as what it was", () => {
    fc.assert(
      fc.property(campaign, (one) => {
        const written: unknown = JSON.parse(JSON.stringify(campaignToInput(one)));
        expect(parseCampaign(written, { today: make.today, id: one.id })).toEqual({
          ok: true,
          value: one,
        });
      }),
    );
  });
});

describe("reading a campaign", () => {
  it("needs its name, the employer, a handle and a size, and has a default for all else", () => {
    expect(outcome(minimal)).toEqual({
      id: make.id,
      name: "No contracts",
      employer: "Example Corp",
      organizer: "rowan",
      unit: { name: "Example Corp", size: 60, asOf: "2026-11-22" },
      teams: [],
      actions: ["sign", "refuse", "walkout", "strike"],
      thresholds: [],
      demands: [
        "drop-contracts",
        "no-business-with-contractors",
        "require-subpoenas",
        "stronger-encryption",
      ],
      settings: { smallestTeam: 10, oldAfterDays: 14 },
    });
  });

  it("takes the settings at both of their ends, and each one's default where it is not given", () => {
    const settingsOf = (settings: unknown): unknown =>
      (outcome({ ...minimal, settings }) as Campaign).settings;
    expect(settingsOf({})).toEqual(defaultSettings);
    expect(settingsOf({ smallestTeam: 5 })).toEqual({ smallestTeam: 5, oldAfterDays: 14 });
    expect(settingsOf({ oldAfterDays: 1 })).toEqual({ smallestTeam: 10, oldAfterDays: 1 });
    const highest = { smallestTeam: 1000, oldAfterDays: 3650 };
    expect(settingsOf(highest)).toEqual(highest);
  });

  it("never throws for any JSON value, and names at least one fault where it refuses", () => {
    const members = fc.record(
      {
        campaign: fc.jsonValue(),
        teams: fc.jsonValue(),
        actions: fc.jsonValue(),
        thresholds: fc.jsonValue(),
        unit: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          members.map((some) => ({ ...minimal, ...some })),
        ),
        (input) => {
          const read = parseCampaign(input, make);
          if (!read.ok) expect(read.failure.faults.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  it.each([
    ["what is missing", { campaign: "No contracts" }, ["employer", "organizer", "unit"]],
    ["a size that is missing", { ...minimal, unit: {} }, ["unit.size"]],
    ["a handle of one letter", { ...minimal, organizer: "r" }, ["organizer"]],
    ["a handle that is a name", { ...minimal, organizer: "Ana Gómez" }, ["organizer"]],
    ["a ladder without sign", { ...minimal, actions: ["strike"] }, ["actions"]],
    ["an action twice", { ...minimal, actions: ["sign", "strike", "sign"] }, ["actions.2"]],
    [
      "a team twice",
      { ...minimal, teams: [{ key: "ads" }, { key: "cloud" }, { key: "ads" }] },
      ["teams.2.key"],
    ],
    ["a team's key with a capital", { ...minimal, teams: [{ key: "Ads" }] }, ["teams.0.key"]],
    [
      "a threshold for no action of ours",
      { ...minimal, thresholds: [{ action: "sit-in", atLeast: 3 }] },
      ["thresholds.0.action"],
    ],
    [
      "two thresholds for one action",
      {
        ...minimal,
        thresholds: [
          { action: "sign", atLeast: 3 },
          { action: "sign", atLeastPercent: 3 },
        ],
      },
      ["thresholds.1.action"],
    ],
    [
      "a threshold without a number",
      { ...minimal, thresholds: [{ action: "sign" }] },
      ["thresholds.0"],
    ],
    [
      "a threshold with two numbers",
      { ...minimal, thresholds: [{ action: "sign", atLeast: 3, atLeastPercent: 3 }] },
      ["thresholds.0"],
    ],
    [
      "a demand twice",
      { ...minimal, demands: ["drop-contracts", "drop-contracts"] },
      ["demands.1"],
    ],
    ["a day that is none", { ...minimal, unit: { size: 60, asOf: "yesterday" } }, ["unit.asOf"]],
    [
      "settings outside their bounds",
      { ...minimal, settings: { smallestTeam: 4, oldAfterDays: 0 } },
      ["settings.smallestTeam", "settings.oldAfterDays"],
    ],
    [
      "settings above their bounds",
      { ...minimal, settings: { smallestTeam: 1001, oldAfterDays: 3651 } },
      ["settings.smallestTeam", "settings.oldAfterDays"],
    ],
    [
      "settings that are not whole",
      { ...minimal, settings: { smallestTeam: 7.5, oldAfterDays: "14" } },
      ["settings.smallestTeam", "settings.oldAfterDays"],
    ],
    ["settings that are a list", { ...minimal, settings: [10, 14] }, ["settings"]],
    [
      "a name that a screen would obey",
      { ...minimal, employer: "Example\u202ECorp" },
      ["employer"],
    ],
  ])("points to %s", (_, input, paths) => {
    expect(
      (outcome(input) as readonly { readonly path: string }[]).map(({ path }) => path),
    ).toEqual(paths);
  });

  it("names the members that are known where one is not", () => {
    const known = (input: object): unknown => outcome({ ...minimal, ...input });
    const fault = (path: string, members: readonly string[]): object => ({
      path,
      fault: { type: "member-unknown", known: members },
    });
    expect(known({ unit: { size: 60, count: 60 } })).toEqual([
      fault("unit", ["name", "size", "asOf"]),
    ]);
    expect(known({ teams: [{ key: "ads", people: 5 }] })).toEqual([
      fault("teams.0", ["key", "name", "size"]),
    ]);
    expect(known({ thresholds: [{ action: "sign", atleast: 3 }] })).toEqual([
      fault("thresholds.0", ["action", "atLeast", "atLeastPercent"]),
    ]);
    expect(known({ addressee: { name: "Dana Roe", email: "x" } })).toEqual([
      fault("addressee", ["name", "title"]),
    ]);
    expect(known({ settings: { smallest: 10 } })).toEqual([
      fault("settings", ["smallestTeam", "oldAfterDays", "staleAfterDays", "levels"]),
    ]);
  });

  it("counts a list before it walks over it", () => {
    const teams = Array.from({ length: 200_000 }, () => ({}));
    expect(outcome({ ...minimal, teams })).toEqual([
      { path: "teams", fault: { type: "value-wrong", expected: "a list of 500 at most" } },
    ]);
  });
});

describe("what an action needs", () => {
  it("is a share of the unit in whole people, never fewer than the share", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: 1, max: 100 }),
        (size, percent) => {
          const people = shareOf(size, percent);
          expect(people * 100).toBeGreaterThanOrEqual(percent * size);
          expect((people - 1) * 100).toBeLessThan(percent * size);
        },
      ),
    );
  });

  it("is the campaign's threshold, or nothing where it has none", () => {
    const [sign, strike, walkout] = ["sign", "strike", "walkout"] as ActionKey[] as [
      ActionKey,
      ActionKey,
      ActionKey,
    ];
    const one = {
      ...sample,
      thresholds: [
        { action: sign, atLeast: 20 },
        { action: strike, atLeastPercent: 51 },
      ],
    };
    expect(neededFor(one, sign)).toBe(20);
    expect(neededFor(one, strike)).toBe(31);
    expect(neededFor(one, walkout)).toBeUndefined();
  });
});
