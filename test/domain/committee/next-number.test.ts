import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Handle, TeamKey } from "../../../src/domain/campaign/campaign.ts";
import { campaignOf, definitionOf } from "../../../src/domain/committee/definition.ts";
import { firstNumber, nextNumber } from "../../../src/domain/committee/next-number.ts";
import { parseCommittee } from "../../../src/domain/committee/parse-committee.ts";
import { writeCommittee } from "../../../src/domain/committee/write-committee.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { Hash } from "../../../src/domain/tallies/tally.ts";
import { campaign, day, sample } from "../../support/campaigns.ts";
import { anyCommittee, member, sampleCommittee, sampleText, written } from "./any-committee.ts";

const hash = "0123456789abcdef".repeat(4) as Hash;
const tomorrow = "2026-11-23" as Day;

const isWritable = (committee: typeof sampleCommittee): void => {
  expect(parseCommittee(writeCommittee(committee))).toEqual({
    ok: true,
    value: written(committee),
  });
};

describe("the first number", () => {
  it("needs one signature for the next, has nothing before it, and is in the order of the format", () => {
    const { definition, asOf } = sampleCommittee;
    const other = { ...sampleText, letter: "a" as typeof sampleText.letter };
    const committee = firstNumber({
      definition,
      asOf,
      members: [member("rowan", "2", ["cloud", "ads", "gone", "ads"]), member("heron", "1")],
      texts: [sampleText, other],
    });
    expect(committee).toMatchObject({ number: 1, prev: undefined, needs: 1, asOf });
    expect(committee.members.map(({ handle }) => handle)).toEqual(["heron", "rowan"]);
    expect(committee.members[1]?.turf).toEqual(["ads", "cloud"]);
    expect(committee.texts).toEqual([other, sampleText]);
    isWritable(committee);
  });
});

describe("the next number", () => {
  it("is one that every reader takes, whatever was changed", () => {
    fc.assert(
      fc.property(anyCommittee, anyCommittee, day, fc.boolean(), (before, other, asOf, all) => {
        const { definition, members, texts } = other;
        const changes = [{ definition }, { members }, { texts }, {}];
        for (const change of all ? [{ definition, members, texts }] : changes) {
          const next = nextNumber(before, hash, { ...change, asOf });
          expect(next).toMatchObject({ number: before.number + 1, prev: hash, asOf });
          expect(next.needs).toBe(Math.min(before.needs, next.members.length));
          isWritable(next);
        }
      }),
    );
  });

  it("keeps what is not changed", () => {
    fc.assert(
      fc.property(anyCommittee, day, (before, asOf) => {
        expect(nextNumber(before, hash, { asOf })).toEqual({
          ...before,
          number: before.number + 1,
          prev: hash,
          asOf,
        });
      }),
    );
  });

  it("takes a team that goes out of every turf", () => {
    const definition = {
      ...sampleCommittee.definition,
      teams: sampleCommittee.definition.teams.filter(({ key }) => key !== ("ads" as TeamKey)),
    };
    const next = nextNumber(sampleCommittee, hash, { asOf: tomorrow, definition });
    expect(next.members.map(({ turf }) => turf)).toEqual([[], ["cloud"]]);
  });

  it("asks for no more signatures than there are members left", () => {
    const both = { ...sampleCommittee, needs: 2 };
    const members = both.members.slice(0, 1);
    expect(nextNumber(both, hash, { asOf: tomorrow }).needs).toBe(2);
    expect(nextNumber(both, hash, { asOf: tomorrow, members }).needs).toBe(1);
  });
});

describe("the definition of a campaign", () => {
  it("is the campaign without who holds the vault, and is one again with somebody", () => {
    expect(definitionOf(sample)).not.toHaveProperty("organizer");
    fc.assert(
      fc.property(campaign, (one) => {
        expect(campaignOf(definitionOf(one), one.organizer)).toEqual(one);
        const { organizer } = campaignOf(definitionOf(one), "heron" as Handle);
        expect(organizer).toBe("heron");
      }),
    );
  });
});
