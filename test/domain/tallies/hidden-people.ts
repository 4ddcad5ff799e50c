/**
 * A unit whose people are known, and organizers who each know a part of it: who invent nobody and place
 * people where they work or nowhere, and otherwise lose codes, miss withdrawals, fork and restore vaults.
 * `honest-world.ts` makes them honest.
 */
import * as fc from "fast-check";

import type { ActionKey, Team, TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { Condition } from "../../../src/domain/pledges/pledge.ts";

export const actions = ["sign", "walkout"] as readonly string[] as readonly ActionKey[];

/** Small teams, teams without a size, and large ones. */
export const teams: readonly Team[] = [
  { key: "ads" as TeamKey, name: "Ads", size: 40 },
  { key: "cloud" as TeamKey, name: "Cloud", size: 12 },
  { key: "labs" as TeamKey, name: "Labs", size: 4 },
  { key: "maps" as TeamKey, name: "Maps", size: 30 },
  { key: "ops" as TeamKey, name: "Ops" },
];
const keys = teams.map(({ key }) => key);

const unitSize = 60;

/** What somebody will do, truly or as far as somebody has heard. */
export interface Truth {
  readonly live: boolean;
  readonly condition: Condition;
}

export interface HiddenPerson {
  readonly team: TeamKey | undefined;
  readonly supporter: boolean;
  /** By action; nothing said is nothing. */
  readonly pledges: readonly (Truth | undefined)[];
}

/** One life of one vault as it was last exported, once or, in a fork, twice. */
export interface Life {
  readonly signer: number;
  /** Places of earlier lives of the signer that it takes the place of. */
  readonly supersedes: readonly number[];
  readonly copies: number;
  /** The turf by which it writes; nothing for that of now. */
  readonly turf: readonly TeamKey[] | undefined;
}

export interface HiddenSigner {
  readonly member: boolean;
  readonly turf: readonly TeamKey[];
}

/** What one copy holds of one person. */
export interface Meeting {
  readonly life: number;
  readonly copy: number;
  readonly person: number;
  /** Which of the person's codes: two organizers share one, or do not. */
  readonly code: number;
  readonly knowsTeam: boolean;
  readonly supporter: boolean;
  /** By action. */
  readonly said: readonly (Truth | undefined)[];
}

export interface World {
  readonly signers: readonly HiddenSigner[];
  readonly lives: readonly Life[];
  readonly people: readonly HiddenPerson[];
  readonly meetings: readonly Meeting[];
  /** Never fewer than truly work there. */
  readonly unit: number;
  readonly teams: readonly Team[];
}

/** Round numbers, so that rounding changes nothing and the truth can be compared. */
const condition = (inTeam: boolean): fc.Arbitrary<Condition> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant({ kind: "none" as const }) },
    {
      weight: 3,
      arbitrary: fc.constantFrom(2, 5, 10).map((people) => ({ kind: "at-least" as const, people })),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(5, 10, 20)
        .map((percent) => ({ kind: "at-least-percent" as const, percent })),
    },
    ...(inTeam
      ? [
          {
            weight: 2,
            arbitrary: fc
              .constantFrom(2, 5)
              .map((people) => ({ kind: "at-least-in-team" as const, people })),
          },
        ]
      : []),
  );

const person = (inTeam: boolean): fc.Arbitrary<HiddenPerson> =>
  fc.record({
    team: fc.oneof(
      { weight: 1, arbitrary: fc.constant(undefined) },
      { weight: 8, arbitrary: fc.constantFrom(...keys) },
    ),
    supporter: fc.constantFrom(false, false, false, false, false, false, true),
    pledges: fc.tuple(
      ...actions.map(() =>
        fc.option(
          fc.record({
            live: fc.constantFrom(true, true, true, false),
            condition: condition(inTeam),
          }),
          { nil: undefined, freq: 4 },
        ),
      ),
    ),
  });

interface Draft {
  /** So many more than truly work in each team and in the unit; nothing for sizes that are far off. */
  readonly more: readonly number[] | undefined;
  readonly signers: readonly (HiddenSigner & {
    readonly lives: readonly (Omit<Life, "signer" | "supersedes"> & {
      readonly restores: boolean;
    })[];
  })[];
  readonly people: readonly HiddenPerson[];
  readonly meetings: readonly (Omit<Meeting, "said"> & {
    /** With somebody of the own turf, if there is anybody. */
    readonly inTurf: boolean;
    readonly heard: readonly ("truth" | "stale" | "softer" | "nothing")[];
  })[];
}

const draft = (inTeam: boolean): fc.Arbitrary<Draft> =>
  fc.record({
    more: fc.option(fc.tuple(...[...keys, "unit"].map(() => fc.constantFrom(0, 0, 1, 4))), {
      nil: undefined,
    }),
    signers: fc.array(
      fc.record({
        member: fc.constantFrom(true, true, true, true, true, false),
        turf: fc.constantFrom<readonly TeamKey[]>(
          [],
          ...keys.map((key) => [key]),
          ...keys.map((key, place) => [key, ...keys.slice(place + 1, place + 2)]),
        ),
        lives: fc.array(
          fc.record({
            restores: fc.constantFrom(true, true, true, false),
            copies: fc.constantFrom(1, 1, 1, 1, 2),
            turf: fc.constantFrom(undefined, undefined, [], ...keys.map((key) => [key])),
          }),
          { minLength: 1, maxLength: 3, size: "max" },
        ),
      }),
      { minLength: 1, maxLength: 14, size: "max" },
    ),
    // Among few, one who is counted twice shows; among many there are more ways to do it.
    people: fc.oneof(
      fc.array(person(inTeam), { minLength: 1, maxLength: 3 }),
      fc.array(person(inTeam), { minLength: 1, maxLength: 30, size: "max" }),
    ),
    meetings: fc.array(
      fc.record({
        life: fc.nat(41),
        copy: fc.nat(1),
        person: fc.nat(29),
        inTurf: fc.constantFrom(true, true, false),
        code: fc.constantFrom(0, 0, 0, 0, 1, 1, 2),
        knowsTeam: fc.constantFrom(true, true, true, false),
        supporter: fc.boolean(),
        heard: fc.tuple(
          ...actions.map(() =>
            fc.constantFrom(
              ...(["truth", "truth", "truth", "stale", "softer", "nothing"] as const),
            ),
          ),
        ),
      }),
      { maxLength: 400, size: "max" },
    ),
  });

/** What is recorded of a truth: the truth, what it was before, or a condition that asks for less. */
const heardAs = (
  truth: Truth | undefined,
  heard: Draft["meetings"][number]["heard"][number] | undefined,
): Truth | undefined => {
  if (truth === undefined || heard === undefined || heard === "nothing") return undefined;
  if (heard === "stale") return { ...truth, live: !truth.live };
  return heard === "softer" ? { ...truth, condition: { kind: "none" } } : { ...truth };
};

/** The sizes by which everybody counts: never below the truth. */
const sized = (
  people: readonly HiddenPerson[],
  more: Draft["more"],
): Pick<World, "unit" | "teams"> => {
  const workers = people.filter(({ supporter }) => !supporter);
  const least = (size: number, truly: number, place: number): number =>
    more === undefined ? Math.max(size, truly) : Math.max(1, truly + (more[place] ?? 0));
  return {
    unit: least(unitSize, workers.length, keys.length),
    teams: teams.map((team, place) => {
      if (team.size === undefined) return team;
      const inIt = workers.filter((one) => one.team === team.key).length;
      return { ...team, size: least(team.size, inIt, place) };
    }),
  };
};

const build = ({ signers, people, meetings, more }: Draft): World => {
  const lives: Life[] = [];
  for (const [signer, { lives: own }] of signers.entries()) {
    const earlier: number[] = [];
    for (const { restores, ...life } of own) {
      lives.push({ ...life, signer, supersedes: restores ? [...earlier] : [] });
      earlier.push(lives.length - 1);
    }
  }
  const seen = new Set<string>();
  return {
    ...sized(people, more),
    signers,
    lives,
    people,
    meetings: meetings.flatMap(({ heard, inTurf, ...meeting }) => {
      const life = meeting.life % lives.length;
      const copy = meeting.copy % (lives[life]?.copies ?? 1);
      const turf = lives[life]?.turf ?? signers[lives[life]?.signer ?? -1]?.turf ?? [];
      const everybody = [...people.keys()];
      const near = everybody.filter((place) => turf.some((key) => key === people[place]?.team));
      const among = inTurf && near.length > 0 ? near : everybody;
      const who = among[meeting.person % among.length] ?? 0;
      // A vault holds a person once.
      if (seen.has(`${life} ${copy} ${who}`)) return [];
      seen.add(`${life} ${copy} ${who}`);
      const said = actions.map((_, at) => heardAs(people[who]?.pledges[at], heard[at]));
      return [{ ...meeting, life, copy, person: who, said }];
    }),
  };
};

/** Organizers who have heard anything; not yet what honest ones have. */
export const hearsay = (inTeam: boolean): fc.Arbitrary<World> =>
  draft(inTeam).map((one) => build(one));
