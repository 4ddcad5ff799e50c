/** One vault alone is counted from sums that its store makes; that must be what the general way gives. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Campaign, TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { PledgingPerson } from "../../../src/domain/people/store.ts";
import { readiness, readinessOf } from "../../../src/domain/pledges/readiness.ts";
import type { Readiness } from "../../../src/domain/pledges/readiness.ts";
import type { Fingerprint } from "../../../src/domain/sealing/certificate.ts";
import { countUnited } from "../../../src/domain/tallies/count-united.ts";
import { sizesOf } from "../../../src/domain/tallies/sizes.ts";
import type { Incarnation, Token } from "../../../src/domain/tallies/tally.ts";
import { toldTeams } from "../../../src/domain/tallies/told-teams.ts";
import { unite } from "../../../src/domain/tallies/unite.ts";
import { anyCampaign, anyPeople, anyTurf, campaignWith, countsOf, linesFor } from "./any-vault.ts";
import { linesFrom } from "../../../src/domain/tallies/lines.ts";

const today = "2026-11-22" as Day;

const generally = (
  campaign: Campaign,
  turf: readonly TeamKey[],
  people: readonly PledgingPerson[],
): Readiness => {
  const lines = linesFor(people, {
    campaign,
    turf,
    signed: () => undefined,
    tokenOf: (code) => code as unknown as Token,
    proofOf: () => "",
  });
  const signer = {
    fingerprint: "" as Fingerprint,
    turf,
    copies: [{ incarnation: "" as Incarnation, lines: linesFrom(lines), turf }],
  };
  return readinessOf(campaign, countUnited(unite([signer]), sizesOf(campaign)), today);
};

describe("one vault alone", () => {
  it("is counted without a committee as a tally that withholds nothing would be", () => {
    const campaign = campaignWith([1000, 1000, 1000, 1000]);
    fc.assert(
      fc.property(anyTurf, anyPeople, (turf, people) => {
        expect(readiness(campaign, countsOf(people), today)).toEqual(
          generally(campaign, turf, people),
        );
      }),
    );
  });

  it("has low and high the same everywhere", () => {
    fc.assert(
      fc.property(anyCampaign, anyTurf, anyPeople, (campaign, turf, people) => {
        const { actions, teams } = generally(campaign, turf, people);
        for (const { low, high } of [
          ...actions.flatMap(({ pledged, active }) => [pledged, active]),
          ...teams.map((team) => team.people),
        ])
          expect(low).toBe(high);
      }),
    );
  });
});

describe("a team", () => {
  const told = (size: number | undefined, lines: number, smallestTeam = 10): boolean =>
    toldTeams(campaignWith([size], smallestTeam), new Map([["ads" as TeamKey, lines]])).has(
      "ads" as TeamKey,
    );

  it("is named from the size on that the campaign sets, and never below five", () => {
    expect([9, 10, 11].map((size) => told(size, 1))).toEqual([false, true, true]);
    expect([4, 5].map((size) => told(size, 1, 2))).toEqual([false, true]);
    expect(told(undefined, 0)).toBe(false);
  });

  it("is named as long as four of five of it, or fewer, are in the tally", () => {
    expect([15, 16, 17].map((lines) => told(20, lines))).toEqual([true, true, false]);
    expect([8, 9].map((lines) => told(11, lines))).toEqual([true, false]);
  });
});
