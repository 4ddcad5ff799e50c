/** A person from the JSON of `add --from` and `edit --from` (README, "Files"). */
import * as v from "valibot";

import type { Campaign, TeamKey } from "../campaign/campaign.ts";
import { faultsOfIssues } from "../input/fault.ts";
import type { InputFault } from "../input/fault.ts";
import { createReader } from "../input/read.ts";
import type { Reader } from "../input/read.ts";
import { object } from "../input/shapes.ts";
import { parsePledgeCode } from "../pledges/code.ts";
import { conditionOfMembers } from "../pledges/condition.ts";
import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";
import { canonicalLanguage } from "../text/language.ts";
import type { PersonInput, PledgedAction } from "./person-input.ts";
import type { Consent, Contact } from "./person.ts";
import { knownMembers, shape } from "./person-shape.ts";
import type { Given } from "./person-shape.ts";

/** What of a campaign a person's pledges and team are read by. */
type Known = Pick<Campaign, "actions" | "teams">;

const readActions = (
  reader: Reader,
  campaign: Known,
  given: NonNullable<Given["actions"]>,
): readonly PledgedAction[] => {
  const seen = new Set<string>();
  return given.flatMap((one, index): PledgedAction[] => {
    const members = typeof one === "string" ? { action: one } : one;
    const path = `actions.${index}`;
    const action = campaign.actions.find((known) => known === members.action);
    if (action === undefined) {
      reader.refuse(path, { type: "not-one-of", known: campaign.actions });
      return [];
    }
    if (seen.has(action)) reader.refuse(path, { type: "key-twice" });
    seen.add(action);
    const condition = conditionOfMembers(members);
    if (condition === undefined) {
      reader.refuse(path, { type: "value-wrong", expected: "under one condition at most" });
      return [];
    }
    return [{ action, condition }];
  });
};

/** The same contact twice is one, and the employer's if either says so. */
const readContacts = (
  reader: Reader,
  given: NonNullable<Given["contacts"]>,
): readonly Contact[] => {
  const contacts = new Map<string, Contact>();
  for (const [index, { kind, value, atWork }] of given.entries()) {
    const cleaned = reader.line(`contacts.${index}.value`, value);
    if (cleaned === undefined) continue;
    const key = `${kind} ${cleaned}`;
    const theirs = atWork === true || contacts.get(key)?.atWork === true;
    contacts.set(key, { kind, value: cleaned, ...(theirs ? { atWork: true } : {}) });
  }
  return [...contacts.values()];
};

const readConsents = (reader: Reader, given: NonNullable<Given["consents"]>): readonly Consent[] =>
  given.flatMap(({ to, on }, index) => {
    const said = reader.line(`consents.${index}.to`, to);
    const day = reader.day(`consents.${index}.on`, on);
    return said === undefined || day === undefined ? [] : [{ to: said, on: day }];
  });

const readTeam = (reader: Reader, campaign: Known, given: string): TeamKey | undefined =>
  campaign.teams.find((team) => team.key === given)?.key ??
  reader.refuse("team", { type: "not-one-of", known: campaign.teams.map((team) => team.key) });

/** Reads one member of a person; nothing where it has a fault, which the reader keeps. */
type Reading<K extends keyof Given> = (
  reader: Reader,
  campaign: Known,
  given: NonNullable<Given[K]>,
) => unknown;

const asLine =
  <K extends "name" | "role" | "site" | "shift" | "pronouns" | "coveredBy" | "source">(
    member: K,
  ): Reading<K> =>
  (reader, _campaign, text) =>
    reader.line(member, text);

const asLines =
  <K extends "note" | "sharedNote">(member: K): Reading<K> =>
  (reader, _campaign, text) =>
    reader.lines(member, text);

/** Lines, each once. */
const asDistinct =
  <K extends "issues" | "elsewhere">(member: K): Reading<K> =>
  (reader, _campaign, given) => [
    ...new Set(
      given.flatMap((one: string, index: number) => reader.line(`${member}.${index}`, one) ?? []),
    ),
  ];

const asItIs = (_reader: Reader, _campaign: Known, given: unknown): unknown => given;

const readings: { readonly [K in keyof Required<Given>]: Reading<K> } = {
  id: asItIs,
  name: asLine("name"),
  alias: (reader, _campaign, text) => reader.key<string>("alias", text, 24),
  team: readTeam,
  role: asLine("role"),
  site: asLine("site"),
  shift: asLine("shift"),
  employment: asItIs,
  language: (reader, _campaign, text) =>
    canonicalLanguage(text) ?? reader.refuse("language", { type: "language-malformed" }),
  pronouns: asLine("pronouns"),
  contacts: (reader, _campaign, contacts) => readContacts(reader, contacts),
  doNotContact: asItIs,
  leader: asItIs,
  coveredBy: asLine("coveredBy"),
  assessment: asItIs,
  actions: readActions,
  display: asItIs,
  supporter: asItIs,
  supervisor: asItIs,
  code: (reader, _campaign, text) =>
    parsePledgeCode(text) ?? reader.refuse("code", { type: "code-mistyped" }),
  issues: asDistinct("issues"),
  note: asLines("note"),
  sharedNote: asLines("sharedNote"),
  source: asLine("source"),
  consents: (reader, _campaign, consents) => readConsents(reader, consents),
  elsewhere: asDistinct("elsewhere"),
  date: (reader, _campaign, text) => reader.day("date", text),
};

/**
 * The person that members of the right shape tell of: what they say is cleaned and looked at. Only what is there is walked over:
 * a row of a list says three things of a person who could have thirty.
 */
export const readMembers = (
  given: Given,
  campaign: Known,
  line: number | undefined,
): Result<PersonInput, readonly InputFault[]> => {
  const reader = createReader(line);
  const person: Record<string, unknown> = line === undefined ? {} : { line };
  for (const member of Object.keys(given) as (keyof Given)[]) {
    const said = given[member];
    if (said === undefined) continue;
    // The entry under a member takes exactly that member.
    const read = readings[member] as (reader: Reader, campaign: Known, given: unknown) => unknown;
    const value = said === null ? null : read(reader, campaign, said);
    if (value !== undefined) person[member === "date" ? "day" : member] = value;
  }
  return reader.faults.length > 0 ? fail(reader.faults) : ok(person as PersonInput);
};

/** The members of ours that are in shape, so that what they say is looked at too. */
const inShape = (input: unknown, issues: readonly v.BaseIssue<unknown>[]): Given | undefined => {
  if (typeof input !== "object" || input === null) return undefined;
  const faulty = issues.map((issue) => issue.path?.[0]?.key);
  const members = Object.entries(input).filter(
    ([name]) => Object.hasOwn(shape.entries, name) && !faulty.includes(name),
  );
  const checked = v.safeParse(shape, Object.fromEntries(members));
  return checked.success ? checked.output : undefined;
};

/** Reads one person of a campaign. Returns every fault of it at once; throws nothing. */
export const parsePerson = (
  input: unknown,
  campaign: Known,
  line?: number,
): Result<PersonInput, readonly InputFault[]> => {
  const checked = v.safeParse(shape, object(input));
  if (checked.success) return readMembers(checked.output, campaign, line);
  const faults = faultsOfIssues(checked.issues, knownMembers, line);
  const rest = inShape(input, checked.issues);
  const read = rest === undefined ? ok({}) : readMembers(rest, campaign, line);
  return fail(read.ok ? faults : [...faults, ...read.failure]);
};
