/** A person from the JSON of `add --from` and `edit --from` (README, "Files"). */
import * as v from "valibot";

import type { ActionKey, Campaign, TeamKey } from "../campaign/campaign.ts";
import type { Day } from "../day.ts";
import { faultsOfIssues } from "../input/fault.ts";
import type { InputFault } from "../input/fault.ts";
import { createReader } from "../input/read.ts";
import type { Reader } from "../input/read.ts";
import { list, object, people, percent } from "../input/shapes.ts";
import { parsePledgeCode } from "../pledges/code.ts";
import type { PledgeCode } from "../pledges/code.ts";
import { conditionOfMembers } from "../pledges/condition.ts";
import type { Condition, Display } from "../pledges/pledge.ts";
import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";
import type { Contact, Level, Supervisor } from "./person.ts";

/** What was said of a person. What is absent was not said; `null` takes away what stood there. */
export interface PersonInput {
  /** Where it stands in its source, 1-based; absent when it was typed. */
  readonly line?: number;
  /** An id or a prefix of one: somebody who is in the vault. */
  readonly id?: string;
  readonly name?: string;
  readonly alias?: string | null;
  readonly team?: TeamKey | null;
  readonly role?: string | null;
  readonly contacts?: readonly Contact[];
  readonly assessment?: Level;
  readonly actions?: readonly PledgedAction[];
  readonly display?: Display;
  readonly supporter?: boolean;
  readonly supervisor?: Supervisor;
  readonly code?: PledgeCode;
  readonly note?: string | null;
  /** The day on which it was said. */
  readonly day?: Day;
}

export interface PledgedAction {
  readonly action: ActionKey;
  readonly condition: Condition;
}

const contact = v.strictObject({
  kind: v.picklist(["signal", "phone", "email", "other"]),
  value: v.string(),
});

const actionObject = v.strictObject({
  action: v.string(),
  atLeast: v.optional(people),
  atLeastPercent: v.optional(percent),
  atLeastInTeam: v.optional(people),
});

// Chosen by what is there: a union would only say that none of its shapes fits.
const pledgedAction = v.lazy((given) =>
  typeof given === "object" && given !== null ? actionObject : v.string(),
);

const erasable = v.optional(v.nullable(v.string()));

const shape = v.strictObject({
  id: v.optional(v.string()),
  name: v.optional(v.string()),
  alias: erasable,
  team: erasable,
  role: erasable,
  contacts: v.optional(list(contact, 20)),
  assessment: v.optional(v.picklist([1, 2, 3, 4, 5])),
  actions: v.optional(list(pledgedAction, 30)),
  display: v.optional(v.picklist(["named", "role", "counted"])),
  supporter: v.optional(v.boolean()),
  supervisor: v.optional(v.picklist(["yes", "no", "unsure"])),
  code: v.optional(v.string()),
  note: erasable,
  date: v.optional(v.string()),
});

type Given = v.InferOutput<typeof shape>;

const knownMembers = (path: string): readonly string[] => {
  if (path.startsWith("contacts")) return Object.keys(contact.entries);
  return Object.keys(path.startsWith("actions") ? actionObject.entries : shape.entries);
};

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
  given.flatMap(({ kind, value }, index) => {
    const cleaned = reader.line(`contacts.${index}.value`, value);
    return cleaned === undefined ? [] : [{ kind, value: cleaned }];
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
  const person = said({
    line,
    id: given.id,
    name: read(given.name, (text) => reader.line("name", text)),
    alias: readErasable(given.alias, (text) => reader.key<string>("alias", text, 24)),
    team: readErasable(given.team, (key) => readTeam(reader, campaign, key)),
    role: readErasable(given.role, (text) => reader.line("role", text)),
    contacts: read(given.contacts, (contacts) => readContacts(reader, contacts)),
    assessment: given.assessment,
    actions: read(given.actions, (actions) => readActions(reader, campaign, actions)),
    display: given.display,
    supporter: given.supporter,
    supervisor: given.supervisor,
    code: read(
      given.code,
      (text) => parsePledgeCode(text) ?? reader.refuse("code", { type: "code-mistyped" }),
    ),
    note: readErasable(given.note, (text) => reader.lines("note", text)),
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
