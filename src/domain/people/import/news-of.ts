/** What a row says of somebody that the vault does not know yet. Blanks take nothing away, and lists only grow. */
import { sameCondition } from "../../pledges/condition.ts";
import { isLive } from "../../pledges/pledge.ts";
import type { Pledge } from "../../pledges/pledge.ts";
import type { PersonInput, PledgedAction } from "../person-input.ts";
import type { PersonId } from "../person.ts";
import type { PersonSummary } from "../store.ts";
import { contactKey } from "./contact-key.ts";

/** What of a person a list can change, in the order in which a preview names it. */
export const newsMembers = [
  "name",
  "alias",
  "team",
  "role",
  "site",
  "shift",
  "employment",
  "language",
  "pronouns",
  "contacts",
  "doNotContact",
  "leader",
  "coveredBy",
  "assessment",
  "actions",
  "display",
  "supporter",
  "supervisor",
  "issues",
  "note",
  "sharedNote",
  "source",
  "consents",
  "elsewhere",
] as const;

export type NewsMember = (typeof newsMembers)[number];

export interface News {
  /** As `add --from` would say it, with lists and notes as they will be. */
  readonly input: PersonInput;
  readonly members: readonly NewsMember[];
  /** Those of the members at which something else stood before. */
  readonly replaced: readonly NewsMember[];
}

const scalars = [
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
  "source",
  "supporter",
  "supervisor",
] as const;

/** What is there, and what is new; nothing where nothing is. */
const grown = <T>(
  before: readonly T[],
  said: readonly T[] | undefined,
  keyOf: (one: T) => string,
): readonly T[] | undefined => {
  const known = new Set(before.map(keyOf));
  const fresh = (said ?? []).filter((one) => !known.has(keyOf(one)));
  return fresh.length === 0 ? undefined : [...before, ...fresh];
};

/** A note is added to, and never replaced. */
const joined = (
  before: string | undefined,
  said: string | null | undefined,
): string | undefined => {
  if (said === undefined || said === null || before?.includes(said) === true) return undefined;
  return before === undefined ? said : `${before}\n${said}`;
};

/** An old list does not bring back what somebody has taken back since. */
const isNewYes = (
  before: Pledge | undefined,
  { condition }: PledgedAction,
  { day }: PersonInput,
): boolean => {
  if (before === undefined) return true;
  if (isLive(before.state)) return !sameCondition(before.condition, condition);
  return day !== undefined && day > before.since;
};

/** A yes that stands, or comes now. */
const isSaidOfNow = (before: Pledge | undefined, one: PledgedAction, said: PersonInput): boolean =>
  (before !== undefined && isLive(before.state)) || isNewYes(before, one, said);

/** `coverer` is whom the row's own reference stands for. Nothing where the row says nothing new. */
export const newsOf = (
  { person, assessment, pledges }: PersonSummary,
  said: PersonInput,
  coverer: PersonId | undefined,
): News | undefined => {
  const news: Record<string, unknown> = {};
  const replaced: NewsMember[] = [];
  for (const member of scalars) {
    const value = said[member];
    if (value === undefined || value === null || value === person[member]) continue;
    news[member] = value;
    if (person[member] !== undefined) replaced.push(member);
  }
  const add = (member: NewsMember, value: unknown): void => {
    if (value !== undefined) news[member] = value;
  };
  add(
    "contacts",
    grown(person.contacts, said.contacts, (one) => `${one.kind} ${contactKey(one)}`),
  );
  add(
    "issues",
    grown(person.issues, said.issues, (issue) => issue.toLowerCase()),
  );
  add(
    "consents",
    grown(person.consents, said.consents, ({ to, on }) => `${on} ${to}`),
  );
  add(
    "elsewhere",
    grown(person.elsewhere, said.elsewhere, (name) => name),
  );
  add("note", joined(person.note, said.note));
  add("sharedNote", joined(person.sharedNote, said.sharedNote));
  // Who asked not to be written to has asked, whatever a list says.
  if (said.doNotContact === true && !person.doNotContact) add("doNotContact", true);
  if (coverer !== undefined && coverer !== person.coveredBy) {
    add("coveredBy", coverer);
    if (person.coveredBy !== undefined) replaced.push("coveredBy");
  }
  if (said.assessment !== undefined && said.assessment !== assessment) {
    add("assessment", said.assessment);
    if (assessment !== undefined) replaced.push("assessment");
  }
  const before = new Map(pledges.map((pledge) => [pledge.action, pledge]));
  const pledged = (said.actions ?? []).filter((one) => isNewYes(before.get(one.action), one, said));
  if (pledged.length > 0) {
    add("actions", pledged);
    if (pledged.some(({ action }) => before.has(action))) replaced.push("actions");
  }
  // What a row says of display it says of the pledges that it names, or of all where it names none.
  const shown = pledges.filter(
    ({ action, state }) =>
      isLive(state) &&
      (said.actions === undefined || said.actions.some((one) => one.action === action)),
  );
  const isShownOtherwise =
    said.display !== undefined && shown.some(({ display }) => display !== said.display);
  if (isShownOtherwise) {
    add("display", said.display);
    replaced.push("display");
  }
  const members = newsMembers.filter((member) => Object.hasOwn(news, member));
  if (members.length === 0) return undefined;
  const input = {
    ...news,
    ...(said.line === undefined ? {} : { line: said.line }),
    ...(said.day === undefined ? {} : { day: said.day }),
    ...(members.includes("actions") && said.display !== undefined ? { display: said.display } : {}),
    ...(isShownOtherwise && said.actions !== undefined
      ? { actions: said.actions.filter((one) => isSaidOfNow(before.get(one.action), one, said)) }
      : {}),
  } as PersonInput;
  return { input, members, replaced };
};
