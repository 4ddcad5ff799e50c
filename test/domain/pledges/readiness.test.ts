import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { ActionKey, Campaign, TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../src/domain/day.ts";
import { actionReadiness, readiness, readinessOf } from "../../../src/domain/pledges/readiness.ts";
import type { PledgeGroup } from "../../../src/domain/pledges/active-set.ts";
import { condition, sample } from "../../support/campaigns.ts";

const sign = "sign" as ActionKey;

const needing = (thresholds: Campaign["thresholds"]): Campaign => ({ ...sample, thresholds });

const unconditional = (people: number): PledgeGroup => ({ condition: { kind: "none" }, people });

describe("the readiness of an action", () => {
  it("counts what was said without a condition as active, and says how many are missing", () => {
    const ready = actionReadiness(needing([{ action: sign, atLeast: 20 }]), sign, [
      unconditional(14),
    ]);
    expect(ready).toEqual({
      action: sign,
      pledged: { low: 14, high: 14 },
      active: { low: 14, high: 14 },
      withinSizes: 14,
      threshold: 20,
      met: false,
      away: 6,
    });
  });

  it("counts conditions rounded up, so that what is shown is never too high", () => {
    const waiting: PledgeGroup = { condition: { kind: "at-least", people: 12 }, people: 1 };
    const ready = actionReadiness(needing([]), sign, [unconditional(20), waiting]);
    expect(ready.active.low).toBe(20);
    expect(ready.tipping).toEqual({ more: 4, people: 1 });
  });

  it("takes a share of the unit, rounded up to whole people, as the threshold", () => {
    const ready = actionReadiness(needing([{ action: sign, atLeastPercent: 34 }]), sign, [
      unconditional(21),
    ]);
    expect(ready).toMatchObject({ threshold: 21, met: true, away: 0 });
  });

  it("is not met where no threshold is set, however many there are", () => {
    expect(actionReadiness(needing([]), sign, [unconditional(60)])).toMatchObject({
      met: false,
      away: 0,
    });
  });

  it("never has more people active than pledged, and is met exactly when none is missing", () => {
    const group = fc.record({ condition, people: fc.integer({ min: 1, max: 50 }) });
    fc.assert(
      fc.property(
        fc.array(group, { maxLength: 12 }),
        fc.integer({ min: 1, max: 400 }),
        (groups, atLeast) => {
          const ready = actionReadiness(needing([{ action: sign, atLeast }]), sign, groups);
          expect(ready.active.low).toBeLessThanOrEqual(ready.pledged.low);
          expect(ready.met).toBe(ready.away === 0);
          expect(ready.away).toBe(Math.max(0, atLeast - ready.active.low));
        },
      ),
    );
  });
});

describe("the readiness of a campaign", () => {
  it("has every action of the ladder and every team in the campaign's order, pledged or not", () => {
    const ready = readiness(
      sample,
      {
        groups: new Map([[sign, [unconditional(3)]]]),
        peopleByTeam: new Map([["ads" as TeamKey, 2]]),
        supporters: 4,
      },
      "2026-11-22" as Day,
    );
    expect(ready.actions.map(({ action, pledged }) => [action, pledged.low])).toEqual([
      ["sign", 3],
      ["refuse", 0],
      ["walkout", 0],
      ["strike", 0],
    ]);
    expect(ready.teams).toEqual([
      { team: "cloud", name: "Cloud", size: 30, people: { low: 0, high: 0 } },
      { team: "ads", name: "Ads", people: { low: 2, high: 2 } },
    ]);
    expect(ready.supporters).toBe(4);
    expect(ready.asOf).toBe("2026-11-22");
  });

  it("is met and away by what can be shown, where low and high are not the same", () => {
    const active = { low: 15, high: 25 };
    const counted = {
      action: () => ({ pledged: { low: 20, high: 30 }, active, withinSizes: 15 }),
      team: () => ({ low: 3, high: 4 }),
      supporters: 2,
    };
    const day = "2026-11-22" as Day;
    const ready = (atLeast: number): unknown =>
      readinessOf(needing([{ action: sign, atLeast }]), counted, day).actions[0];
    expect(ready(20)).toEqual({
      action: sign,
      pledged: { low: 20, high: 30 },
      active: { low: 15, high: 25 },
      withinSizes: 15,
      threshold: 20,
      met: false,
      away: 5,
    });
    expect(ready(15)).toMatchObject({ met: true, away: 0 });
    expect(readinessOf(sample, counted, day)).toMatchObject({
      teams: [{ people: { low: 3, high: 4 } }, { people: { low: 3, high: 4 } }],
      supporters: 2,
    });
  });

  it("is not met by a claim of more people than there are", () => {
    const active = { low: 30, high: 30 };
    const counted = {
      action: () => ({ pledged: active, active, withinSizes: 4 }),
      team: () => ({ low: 30, high: 30 }),
      supporters: 0,
    };
    const ready = (atLeast: number): unknown =>
      readinessOf(needing([{ action: sign, atLeast }]), counted, "2026-11-22" as Day).actions[0];
    expect(ready(20)).toMatchObject({ active, met: false, away: 16 });
    expect(ready(4)).toMatchObject({ met: true, away: 0 });
  });
});
