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

const readContacts = (reader: Reader, given: NonNullable<Given["contacts"]>): readonly Contact[] =>
  given.flatMap(({ kind, value, atWork }, index) => {
    const cleaned = reader.line(`contacts.${index}.value`, value);
    if (cleaned === undefined) return [];
    return [{ kind, value: cleaned, ...(atWork === true ? { atWork } : {}) }];
  });

const readIssues = (reader: Reader, given: readonly string[]): readonly string[] => [
  ...new Set(given.flatMap((issue, index) => reader.line(`issues.${index}`, issue) ?? [])),
];

const readConsents = (reader: Reader, given: NonNullable<Given["consents"]>): readonly Consent[] =>
  given.flatMap(({ to, on }, index) => {
    const said = reader.line(`consents.${index}.to`, to);
    const day = reader.day(`consents.${index}.on`, on);
    return said === undefined || day === undefined ? [] : [{ to: said, on: day }];
  });

const readTeam = (reader: Reader, campaign: Known, given: string): TeamKey | undefined =>
  campaign.teams.find((team) => team.key === given)?.key ??
  reader.refuse("team", { type: "not-one-of", known: campaign.teams.map((team) => team.key) });

/** Drops what was not said, so that `exactOptionalPropertyTypes` holds. */
type Optional<T> = { readonly [K in keyof T]: Exclude<T[K], undefined> };
const said = <T extends object>(members: T): Partial<Optional<T>> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Partial<
    Optional<T>
  >;

const readMembers = (
  given: Given,
  campaign: Known,
  line: number | undefined,
): Result<PersonInput, readonly InputFault[]> => {
  const reader = createReader(line);
  const read = <T, R>(value: T | undefined, how: (value: T) => R | undefined): R | undefined =>
    value === undefined ? undefined : how(value);
  const readErasable = <R>(
    value: string | null | undefined,
    how: (value: string) => R | undefined,
  ): R | null | undefined => (value === null ? null : read(value, how));
  const readLine = (
    member: "role" | "site" | "shift" | "pronouns" | "coveredBy" | "source",
  ): string | null | undefined => readErasable(given[member], (text) => reader.line(member, text));
  const person = said({
    line,
    id: given.id,
    name: read(given.name, (text) => reader.line("name", text)),
    alias: readErasable(given.alias, (text) => reader.key<string>("alias", text, 24)),
    team: readErasable(given.team, (key) => readTeam(reader, campaign, key)),
    role: readLine("role"),
    site: readLine("site"),
    shift: readLine("shift"),
    employment: given.employment,
    language: readErasable(
      given.language,
      (text) =>
        canonicalLanguage(text) ?? reader.refuse("language", { type: "language-malformed" }),
    ),
    pronouns: readLine("pronouns"),
    contacts: read(given.contacts, (contacts) => readContacts(reader, contacts)),
    doNotContact: given.doNotContact,
    leader: given.leader,
    coveredBy: readLine("coveredBy"),
    assessment: given.assessment,
    actions: read(given.actions, (actions) => readActions(reader, campaign, actions)),
    display: given.display,
    supporter: given.supporter,
    supervisor: given.supervisor,
    code: read(
      given.code,
      (text) => parsePledgeCode(text) ?? reader.refuse("code", { type: "code-mistyped" }),
    ),
    issues: read(given.issues, (issues) => readIssues(reader, issues)),
    note: readErasable(given.note, (text) => reader.lines("note", text)),
    sharedNote: readErasable(given.sharedNote, (text) => reader.lines("sharedNote", text)),
    source: readLine("source"),
    consents: read(given.consents, (consents) => readConsents(reader, consents)),
    day: read(given.date, (text) => reader.day("date", text)),
  });
  return reader.faults.length > 0 ? fail(reader.faults) : ok(person);
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
