/**
 * Two records of one person as one, without losing anything that either says. Where both say something else and only
 * one can stand, the kept one stays and the other's goes into the note; what protects the person goes before
 * what is convenient (no contact, supervisor, supporter: the one that counts and calls less).
 */
import type { Pledge } from "../../pledges/pledge.ts";
import type { Assessment, Consent, Contact, Person, PersonId, Supervisor } from "../person.ts";
import { unitePledges } from "./unite-pledges.ts";

/** Everything that a vault knows of somebody. */
export interface WholePerson {
  readonly person: Person;
  readonly pledges: readonly Pledge[];
  /** Every change of the pledges, the first one first. */
  readonly history: readonly Pledge[];
  /** Oldest first. */
  readonly assessments: readonly Assessment[];
}

/** Members of which a person has one. */
const single = [
  "name",
  "alias",
  "team",
  "role",
  "site",
  "shift",
  "employment",
  "language",
  "pronouns",
  "leader",
  "coveredBy",
  "source",
  "code",
] as const;
export type SingleMember = (typeof single)[number];

/** Both said something else: `other` is in the note now. */
export interface Difference {
  readonly member: SingleMember | "supervisor" | "supporter";
  readonly stays: string;
  readonly other: string;
}

export interface MergedPerson extends WholePerson {
  /** What the kept record did not say and the other one did. */
  readonly taken: readonly SingleMember[];
  readonly differences: readonly Difference[];
}

/** What the members are called, in the note and on the screen. */
export const memberNames: Readonly<Record<Difference["member"], string>> = {
  name: "name",
  alias: "alias",
  team: "team",
  role: "role",
  site: "site",
  shift: "shift",
  employment: "employment",
  language: "language",
  pronouns: "pronouns",
  leader: "part in the campaign",
  coveredBy: "covered by",
  source: "source",
  code: "pledge code",
  supervisor: "supervisor",
  supporter: "supporter",
};

const strictest: readonly Supervisor[] = ["yes", "unsure", "no"];

/** The first of each kind, in their order. */
const distinct = <T>(all: readonly T[], keyOf: (one: T) => string): readonly T[] => {
  const kinds = new Map<string, T>();
  for (const one of all) if (!kinds.has(keyOf(one))) kinds.set(keyOf(one), one);
  return [...kinds.values()];
};

const contactKey = ({ kind, value }: Contact): string => `${kind} ${value.trim().toLowerCase()}`;

/** A channel of the employer's stays one, whichever record knew it. */
const unitedContacts = (
  kept: readonly Contact[],
  other: readonly Contact[],
): readonly Contact[] => {
  const all = [...kept, ...other];
  const atWork = new Set(all.filter((one) => one.atWork === true).map(contactKey));
  return distinct(all, contactKey).map((contact) =>
    atWork.has(contactKey(contact)) ? { ...contact, atWork: true } : contact,
  );
};

const unitedConsents = (kept: readonly Consent[], other: readonly Consent[]): readonly Consent[] =>
  distinct([...kept, ...other], ({ to, on }) => `${on} ${to}`).toSorted((a, b) =>
    a.on === b.on ? 0 : a.on < b.on ? -1 : 1,
  );

const joinedText = (...texts: readonly (string | undefined)[]): string | undefined => {
  let joined: string | undefined;
  for (const text of texts) {
    if (text === undefined || text === "") continue;
    if (joined === undefined) joined = text;
    else if (!`\n${joined}\n`.includes(`\n${text}\n`)) joined = `${joined}\n${text}`;
  }
  return joined;
};

/**
 * Two lists in the order of days. What was said on one day stays in the order of its record, and the records in that of
 * their ids, so that it does not matter which one is kept.
 */
const joinedByDay = <T>(
  kept: WholePerson,
  other: WholePerson,
  listOf: (one: WholePerson) => readonly T[],
  dayOf: (one: T) => string,
): readonly T[] => {
  const [first, second] = kept.person.id < other.person.id ? [kept, other] : [other, kept];
  return [...listOf(first), ...listOf(second)].toSorted((a, b) =>
    dayOf(a) === dayOf(b) ? 0 : dayOf(a) < dayOf(b) ? -1 : 1,
  );
};

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const put = <K extends keyof Person>(to: Mutable<Person>, member: K, value: Person[K]): void => {
  to[member] = value;
};

/** Nobody covers herself. */
const withoutSelf = (person: Person, ids: readonly PersonId[]): Person => {
  if (person.coveredBy === undefined || !ids.includes(person.coveredBy)) return person;
  const { coveredBy: _, ...rest } = person;
  return rest;
};

/** Of two words the one that stays, and the other as a difference where it is another. */
const protecting = (kept: Person, other: Person): readonly Difference[] => {
  const word = (supporter: boolean): string => (supporter ? "yes" : "no");
  const strict = strictest.find((one) => [kept.supervisor, other.supervisor].includes(one)) ?? "no";
  const loose = strict === kept.supervisor ? other.supervisor : kept.supervisor;
  return [
    ...(kept.supervisor === other.supervisor
      ? []
      : [{ member: "supervisor", stays: strict, other: loose } as const]),
    ...(kept.supporter === other.supporter
      ? []
      : [{ member: "supporter", stays: word(true), other: word(false) } as const]),
  ];
};

/**
 * One record of two; the id and the code are the kept one's. `pledges` is what stands now: put it after `history`.
 * `unitSize` tells which of two conditions of one day is the harder one. Gives a note as long as both together.
 */
export const mergePeople = (
  kept: WholePerson,
  other: WholePerson,
  unitSize: number,
): MergedPerson => {
  const ids = [kept.person.id, other.person.id];
  const [mine, theirs] = [withoutSelf(kept.person, ids), withoutSelf(other.person, ids)];
  const merged: Mutable<Person> = { ...mine };
  const taken: SingleMember[] = [];
  const differences: Difference[] = [];
  for (const member of single) {
    const [stays, found] = [mine[member], theirs[member]];
    if (found === undefined || found === stays) continue;
    if (stays === undefined) {
      put(merged, member, found);
      taken.push(member);
    } else differences.push({ member, stays, other: found });
  }
  differences.push(...protecting(mine, theirs));
  merged.contacts = unitedContacts(mine.contacts, theirs.contacts);
  merged.consents = unitedConsents(mine.consents, theirs.consents);
  merged.issues = distinct([...mine.issues, ...theirs.issues], (issue) => issue.toLowerCase());
  merged.elsewhere = distinct([...mine.elsewhere, ...theirs.elsewhere], (one) => one);
  merged.doNotContact = mine.doNotContact || theirs.doNotContact;
  merged.supervisor =
    strictest.find((one) => [mine.supervisor, theirs.supervisor].includes(one)) ?? "no";
  merged.supporter = mine.supporter || theirs.supporter;
  merged.addedOn = mine.addedOn <= theirs.addedOn ? mine.addedOn : theirs.addedOn;
  const also = differences.map(
    ({ member, other: value }) => `Also known: ${memberNames[member]} ${value}`,
  );
  const note = joinedText(mine.note, theirs.note, ...also);
  if (note !== undefined) merged.note = note;
  const sharedNote = joinedText(mine.sharedNote, theirs.sharedNote);
  if (sharedNote !== undefined) merged.sharedNote = sharedNote;
  return {
    person: merged,
    pledges: unitePledges(kept.pledges, other.pledges, kept.person.id, unitSize),
    history: joinedByDay(
      kept,
      other,
      ({ history }) => history,
      ({ since }) => since,
    ).map((pledge) => ({ ...pledge, person: kept.person.id })),
    assessments: joinedByDay(
      kept,
      other,
      ({ assessments }) => assessments,
      ({ day }) => day,
    ),
    taken,
    differences,
  };
};
