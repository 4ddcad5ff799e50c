/** Published counts by hand, and arbitrary ones. All names and numbers are made up. */
import * as fc from "fast-check";

import type { ActionKey, TeamKey } from "../../../src/domain/campaign/campaign.ts";
import { SIGN, defaultSettings } from "../../../src/domain/campaign/campaign.ts";
import type { Definition } from "../../../src/domain/committee/committee.ts";
import type { Counting, LowCount } from "../../../src/domain/counts/compose-count.ts";
import type { PublishedCount } from "../../../src/domain/counts/count.ts";
import type { Day } from "../../../src/domain/day.ts";
import { cleanLine } from "../../../src/domain/text/clean.ts";
import { day, key } from "../../support/campaigns.ts";
import { hash } from "../tallies/any-tally.ts";

export const definition: Definition = {
  id: "5f6a1f5c-7c55-4a52-9d6a-0b8f6ac1b0c4",
  name: "No contracts with the police",
  employer: "Example Corp",
  unit: { name: "Engineering", size: 1200, asOf: "2026-11-01" as Day },
  teams: [
    { key: "cloud" as TeamKey, name: "Cloud", size: 300 },
    { key: "ads" as TeamKey, name: "Ads", size: 200 },
    { key: "qa" as TeamKey, name: "QA", size: 25 },
    { key: "ops" as TeamKey, name: "Ops", size: 20 },
    { key: "legal" as TeamKey, name: "Legal", size: 6 },
    { key: "field" as TeamKey, name: "Field" },
  ],
  actions: [SIGN, "walkout" as ActionKey],
  thresholds: [],
  demands: [],
  settings: defaultSettings,
};

type InTeams = Readonly<Record<string, number>>;

/** So many in teams, and so many of whom no team is known. */
export const lowOf = (teams: InTeams, nowhere = 0): LowCount => ({
  everybody: Object.values(teams).reduce((sum, n) => sum + n, nowhere),
  inTeam: (team) => teams[team] ?? 0,
});

export const counting = (low: LowCount, more: Partial<Omit<Counting, "low">> = {}): Counting => ({
  definition,
  earlier: undefined,
  letter: undefined,
  ...more,
  low: (action) => (action === "walkout" ? low : lowOf({})),
});

const line = fc
  .string({ minLength: 1, maxLength: 30, unit: "grapheme" })
  .map((text) => cleanLine(text))
  .map((text) => (text.ok ? text.value : "Plain"));

const fives = fc.integer({ min: 1, max: 2000 }).map((n) => n * 5);

const byKey = (a: string, b: string): number => (a < b ? -1 : 1);

const lastNumbers = fc.record({
  action: key(24) as fc.Arbitrary<ActionKey>,
  atLeast: fives,
  isShown: fc.boolean(),
  teams: fc.uniqueArray(
    fc.record({
      team: key(24) as fc.Arbitrary<TeamKey>,
      atLeast: fives,
      name: line,
      size: fc.integer({ min: 1, max: 10_000_000 }),
      isShown: fc.boolean(),
    }),
    { maxLength: 4, selector: ({ team }) => team },
  ),
});

/** Any that can be written. */
export const anyCount: fc.Arbitrary<PublishedCount> = fc
  .record({
    campaign: fc.uuid({ version: 4 }),
    name: line,
    employer: line,
    unit: fc.record({ name: line, size: fc.integer({ min: 1, max: 10_000_000 }), asOf: day }),
    number: fc.integer({ min: 1, max: 9 }),
    before: hash,
    on: day,
    receipts: fc.option(hash, { nil: undefined }),
    byLetter: fc.boolean(),
    last: fc.uniqueArray(lastNumbers, { maxLength: 4, selector: ({ action }) => action }),
  })
  .map(({ before, byLetter, last, number, ...count }) => {
    const sorted = last
      .map((one) => ({ ...one, teams: one.teams.toSorted((a, b) => byKey(a.team, b.team)) }))
      .toSorted((a, b) => byKey(a.action, b.action));
    return {
      ...count,
      number,
      after: number === 1 ? undefined : before,
      shown: sorted.flatMap(({ action, atLeast, teams, isShown }) =>
        isShown
          ? [
              {
                action,
                atLeast,
                teams: teams.flatMap(({ isShown: told, ...team }) => (told ? [team] : [])),
              },
            ]
          : [],
      ),
      last: sorted.map(({ action, atLeast, teams, isShown }) => ({
        action,
        atLeast: isShown ? atLeast : 0,
        teams: teams.map(({ team, atLeast: n }) => ({ team, atLeast: n })),
        byLetter: byLetter && action === SIGN,
      })),
    };
  });
