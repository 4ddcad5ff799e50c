import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { defaultSettings } from "../../../src/domain/campaign/campaign.ts";
import type { ActionKey, Campaign } from "../../../src/domain/campaign/campaign.ts";
import { mergeCampaign } from "../../../src/domain/campaign/merge-campaign.ts";
import { parseCampaign } from "../../../src/domain/campaign/parse-campaign.ts";
import type { Day } from "../../../src/domain/day.ts";
import { campaign, sample } from "../../support/campaigns.ts";

const today = "2026-11-22" as Day;

const changed = (present: Campaign, changes: unknown): unknown => {
  const read = parseCampaign(mergeCampaign(present, changes), { today, id: present.id });
  return read.ok ? read.value : read.failure.faults.map(({ path }) => path);
};

const whole: Campaign = {
  ...sample,
  thresholds: [
    { action: "sign" as ActionKey, atLeast: 20 },
    { action: "strike" as ActionKey, atLeastPercent: 50 },
  ],
  addressee: { name: "Dana Roe", title: "Chief Executive Officer" },
};

describe("changes to a campaign", () => {
  it("change nothing when they name nothing", () => {
    fc.assert(
      fc.property(campaign, (one) => {
        expect(changed(one, {})).toEqual(one);
      }),
    );
  });

  it("date a new size today, and leave the unit's name", () => {
    expect(changed(whole, { unit: { size: 70 } })).toEqual({
      ...whole,
      unit: { name: "Engineering", size: 70, asOf: today },
    });
    expect(changed(whole, { unit: { size: 70, asOf: "2026-11-20" } })).toMatchObject({
      unit: { size: 70, asOf: "2026-11-20" },
    });
    expect(changed(whole, { unit: { name: "Tech" } })).toMatchObject({
      unit: { name: "Tech", size: 60, asOf: "2026-11-01" },
    });
  });

  it("put a list in the place of the list before", () => {
    expect(changed(whole, { teams: [{ key: "hr" }] })).toEqual({
      ...whole,
      teams: [{ key: "hr", name: "hr" }],
    });
  });

  it("let a threshold go with its action, and refuse one for an action that goes", () => {
    expect(changed(whole, { actions: ["sign"] })).toEqual({
      ...whole,
      actions: ["sign"],
      thresholds: [whole.thresholds[0]],
    });
    expect(
      changed(whole, { actions: ["sign"], thresholds: [{ action: "strike", atLeast: 5 }] }),
    ).toEqual(["thresholds.0.action"]);
  });

  it("take away the addressee, or the title alone", () => {
    const { addressee: _, ...without } = whole;
    expect(changed(whole, { addressee: null })).toEqual(without);
    expect(changed(whole, { addressee: { title: null } })).toEqual({
      ...whole,
      addressee: { name: "Dana Roe" },
    });
    expect(changed(without, { addressee: { name: "Lee Poe" } })).toEqual({
      ...whole,
      addressee: { name: "Lee Poe" },
    });
  });

  it("lay settings over those before, one by one, and take them back to their defaults", () => {
    const set = { ...whole, settings: { smallestTeam: 20, oldAfterDays: 30 } };
    const settings = (changes: unknown): unknown => (changed(set, changes) as Campaign).settings;
    expect(changed(set, { settings: { smallestTeam: 25 } })).toEqual({
      ...set,
      settings: { smallestTeam: 25, oldAfterDays: 30 },
    });
    expect(settings({ settings: { oldAfterDays: 7 } })).toEqual({
      smallestTeam: 20,
      oldAfterDays: 7,
    });
    expect(settings({ settings: {} })).toEqual(set.settings);
    expect(settings({ settings: { smallestTeam: null } })).toEqual({
      smallestTeam: 10,
      oldAfterDays: 30,
    });
    expect(settings({ settings: null })).toEqual(defaultSettings);
  });

  it.each([
    ["no object", 5, [""]],
    ["a list", [], [""]],
    ["an unknown member", { size: 5 }, [""]],
    ["a unit that is a number", { unit: 5 }, ["unit"]],
    ["settings that are a number", { settings: 5 }, ["settings"]],
    ["an unknown setting", { settings: { teams: 5 } }, ["settings"]],
    ["a member that must be there taken away", { employer: null }, ["employer"]],
    ["the unit's size taken away", { unit: { size: null } }, ["unit.size"]],
  ])("are refused where they are %s", (_, changes, paths) => {
    expect(changed(whole, changes)).toEqual(paths);
  });

  it("never throw for any JSON value", () => {
    fc.assert(
      fc.property(campaign, fc.jsonValue(), (one, changes) => {
        expect(() => changed(one, changes)).not.toThrow();
      }),
    );
  });
});
