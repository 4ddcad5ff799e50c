/**
 * What a structure test says: how many were asked, said yes and did it, in all and by team; and how well assessments
 * foretold it. Supervisors and supporters are in no number, as everywhere.
 */
import type { Campaign, TeamKey } from "../campaign/campaign.ts";
import type { Day } from "../day.ts";
import { levels } from "../people/person.ts";
import type { Assessment, Level, PersonId } from "../people/person.ts";
import type { Tick } from "./structure-test.ts";

/** Somebody who counts. */
export interface Counted {
  readonly id: PersonId;
  readonly team?: TeamKey;
  /** Oldest first. */
  readonly assessments: readonly Assessment[];
}

export interface Rate {
  readonly asked: number;
  /** Their last answer was yes. */
  readonly yes: number;
  readonly did: number;
}

export interface TeamRate extends Rate {
  /** Nothing for people without a team. */
  readonly team?: TeamKey;
  /** As the campaign has it. */
  readonly size?: number;
}

export interface Calibration {
  /** Where they stood when they were asked; nothing: nobody had assessed them by then. */
  readonly level?: Level;
  readonly asked: number;
  readonly did: number;
}

export interface Rates {
  readonly total: Rate & { readonly size: number };
  /** In the order of the campaign, teams without anybody asked too; people without a team last, if there are any. */
  readonly teams: readonly TeamRate[];
  /** From 1 to 5, then those not assessed. */
  readonly calibration: readonly Calibration[];
}

interface Stand {
  readonly person: Counted;
  readonly askedOn: Day;
  readonly yes: boolean;
  readonly did: boolean;
}

/** The order in which ticks were noted does not matter, only their days; of one day, a yes before a no: it was taken back. */
const inOrder = (one: Tick, other: Tick): number => {
  const place = ({ step }: Tick): number => (step === "no" ? 1 : 0);
  return one.day === other.day
    ? place(one) - place(other)
    : Number(one.day > other.day) - Number(one.day < other.day);
};

const standOf = (person: Counted, ticks: readonly Tick[]): Stand | undefined => {
  const sorted = ticks.toSorted(inOrder);
  const [first] = sorted;
  if (first === undefined) return undefined;
  const answer = sorted.findLast(({ step }) => step === "yes" || step === "no");
  return {
    person,
    // Whoever did it was asked, at the latest then.
    askedOn: first.day,
    yes: answer?.step === "yes",
    did: sorted.some(({ step }) => step === "did"),
  };
};

const rateOf = (stands: readonly Stand[]): Rate => ({
  asked: stands.length,
  yes: stands.filter(({ yes }) => yes).length,
  did: stands.filter(({ did }) => did).length,
});

/** What was thought on the day of asking: a judgement made after they did it foretells nothing. */
const levelThen = ({ person: { assessments }, askedOn }: Stand): Level | undefined =>
  assessments.findLast(({ day }) => day <= askedOn)?.level;

export const ratesOf = (
  { unit, teams }: Pick<Campaign, "unit" | "teams">,
  people: readonly Counted[],
  ticks: readonly Tick[],
): Rates => {
  const byPerson = new Map<PersonId, Tick[]>();
  for (const tick of ticks) {
    const there = byPerson.get(tick.person);
    if (there === undefined) byPerson.set(tick.person, [tick]);
    else there.push(tick);
  }
  const stands = people.flatMap((person) => standOf(person, byPerson.get(person.id) ?? []) ?? []);
  const known = new Set(teams.map(({ key }) => key));
  const rest = stands.filter(({ person: { team } }) => team === undefined || !known.has(team));
  return {
    total: { ...rateOf(stands), size: unit.size },
    teams: [
      ...teams.map(({ key, size }): TeamRate => ({
        team: key,
        ...rateOf(stands.filter(({ person }) => person.team === key)),
        ...(size === undefined ? {} : { size }),
      })),
      ...(rest.length === 0 ? [] : [rateOf(rest)]),
    ],
    calibration: [...levels, undefined].map((level): Calibration => {
      const there = stands.filter((stand) => levelThen(stand) === level);
      const { asked, did } = rateOf(there);
      return level === undefined ? { asked, did } : { level, asked, did };
    }),
  };
};
