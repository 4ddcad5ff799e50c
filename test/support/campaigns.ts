/** Campaigns, people and conditions for the laws: examples by hand, and arbitrary ones. */
import * as fc from "fast-check";

import { defaultSettings } from "../../src/domain/campaign/campaign.ts";
import type {
  ActionKey,
  Campaign,
  DemandKey,
  Handle,
  Team,
  TeamKey,
} from "../../src/domain/campaign/campaign.ts";
import type { Day } from "../../src/domain/day.ts";
import type { Condition } from "../../src/domain/pledges/pledge.ts";

export const sample: Campaign = {
  id: "00000000-0000-4000-8000-000000000000",
  name: "Sample campaign",
  employer: "Example Corp",
  organizer: "rowan" as Handle,
  unit: { name: "Engineering", size: 60, asOf: "2026-11-01" as Day },
  teams: [
    { key: "cloud" as TeamKey, name: "Cloud", size: 30 },
    { key: "ads" as TeamKey, name: "Ads" },
  ],
  actions: ["sign", "refuse", "walkout", "strike"] as ActionKey[],
  thresholds: [],
  demands: [],
  settings: defaultSettings,
};

/** Any sequence of UTF-16 code units: controls, halves of characters, everything. */
export const anyText = (longest: number): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.nat(0xff), fc.nat(0xff_ff), fc.integer({ min: 0xd8_00, max: 0xdf_ff })), {
      maxLength: longest,
    })
    .map((units) => String.fromCharCode(...units));

const characters = [
  ..."abcXYZ019 -'.,()&<>*_[]!@#%/\\\"=+éñßøЖя李小龙مريمअ",
  "👩🏽‍💻",
  "🏳️‍🌈",
  "علی\u200Cرضا",
];

/** Text that the vault takes as it is: NFC, nothing at the ends, nothing that a screen obeys. */
export const cleanText = (longest: number): fc.Arbitrary<string> =>
  fc
    .string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength: longest })
    .map((text) => text.normalize("NFC").trim())
    .filter((text) => text !== "");

const keyCharacter = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz0123456789");

export const key = (longest = 12): fc.Arbitrary<string> =>
  fc.string({ unit: keyCharacter, minLength: 1, maxLength: longest });

export const day: fc.Arbitrary<Day> = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as Day);

const people = (least: number): fc.Arbitrary<number> => fc.integer({ min: least, max: 10_000_000 });
const percent = fc.integer({ min: 1, max: 100 });

/** Any condition that a person can have: "at least one" is none. */
export const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.constant({ kind: "none" as const }),
  people(2).map((n) => ({ kind: "at-least" as const, people: n })),
  people(2).map((n) => ({ kind: "at-least-in-team" as const, people: n })),
  percent.map((n) => ({ kind: "at-least-percent" as const, percent: n })),
);

const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });

const defined = <T extends object>(
  members: T,
): { readonly [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as never;

const team: fc.Arbitrary<Team> = fc
  .record({ key: key(), name: cleanText(20), size: optional(people(1)) })
  .map((one) => defined(one) as unknown as Team);

const thresholdsFor = (actions: readonly ActionKey[]): fc.Arbitrary<Campaign["thresholds"]> =>
  fc.subarray([...actions]).chain((some) =>
    fc.tuple(
      ...some.map((action) =>
        fc.oneof(
          people(1).map((atLeast) => ({ action, atLeast })),
          percent.map((atLeastPercent) => ({ action, atLeastPercent })),
        ),
      ),
    ),
  );

export const campaign: fc.Arbitrary<Campaign> = fc
  .uniqueArray(key(), { maxLength: 6 })
  .map((more) => ["sign", ...more.filter((one) => one !== "sign")] as ActionKey[])
  .chain((actions) =>
    fc
      .record({
        id: fc.uuid({ version: 4 }),
        name: cleanText(40),
        employer: cleanText(40),
        organizer: key().filter((handle) => handle.length > 1),
        unit: fc.record({ name: cleanText(20), size: people(1), asOf: day }),
        teams: fc.uniqueArray(team, { maxLength: 6, selector: (one) => one.key }),
        actions: fc.constant(actions),
        thresholds: thresholdsFor(actions),
        addressee: optional(
          fc.record({ name: cleanText(20), title: optional(cleanText(20)) }).map(defined),
        ),
        demands: fc.uniqueArray(key() as unknown as fc.Arbitrary<DemandKey>, { maxLength: 6 }),
        settings: fc
          .record({
            smallestTeam: fc.integer({ min: 5, max: 1000 }),
            oldAfterDays: fc.integer({ min: 1, max: 3650 }),
            staleAfterDays: optional(fc.integer({ min: 1, max: 3650 })),
            levels: optional(fc.uniqueArray(cleanText(12), { minLength: 5, maxLength: 5 })),
          })
          .map(defined),
      })
      .map((one) => defined(one) as unknown as Campaign),
  );
