/**
 * People as somebody without a vault tells of them to an organizer: a payload of its own kind, encrypted to one
 * reader and signed by nobody (`add --to`). Each line is what `add --from` takes, but the team is whatever
 * the teller calls it and an action may be one that the campaign does not have: the campaign is not known to her.
 */
import type { Json } from "../text/canonical-json.ts";
import { cleanLine } from "../text/clean.ts";
import type { ActionKey, Campaign } from "../campaign/campaign.ts";
import { isObject } from "../input/is-object.ts";
import { isKey } from "../input/read.ts";
import type { InputFault } from "../input/fault.ts";
import { conditionToMembers } from "../pledges/condition.ts";
import type { Condition } from "../pledges/pledge.ts";
import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";
import { smallestPasted } from "../sealing/padding.ts";
import { kindOf, linesOf, malformed, sameBytes, writePayload } from "../sealing/payload.ts";
import type { PayloadFault } from "../sealing/payload.ts";
import { parsePerson } from "./parse-person.ts";
import type { PersonInput } from "./person-input.ts";

const toldKind = "pledge-add";

/** The most people in one block. */
const mostPeople = 1000;

export interface ToldPerson {
  /** Without what is the organizer's: see `notTheirs`. */
  readonly input: PersonInput;
  /** As the teller calls it. */
  readonly team?: string;
}

/** The actions that the value names, whatever the campaign will be. */
const namedActions = (value: Readonly<Record<string, unknown>>): readonly ActionKey[] => {
  const actions: readonly unknown[] = Array.isArray(value["actions"]) ? value["actions"] : [];
  return actions.flatMap((one): ActionKey[] => {
    const key = isObject(one) ? one["action"] : one;
    return typeof key === "string" && isKey(key, 24) ? [key as ActionKey] : [];
  });
};

/** An organizer's own words, judgements and plans. */
const notTheirs = ["id", "alias", "assessment", "leader", "coveredBy", "sharedNote"] as const;

/** Reads one person as the teller gives her; every fault at once. */
export const parseTold = (
  value: unknown,
  line?: number,
): Result<ToldPerson, readonly InputFault[]> => {
  const { team, ...rest } = isObject(value) ? value : { team: undefined };
  const person = parsePerson(
    isObject(value) ? rest : value,
    { actions: isObject(value) ? namedActions(value) : [], teams: [] },
    line,
  );
  if (!person.ok) return person;
  const at = line === undefined ? {} : { line };
  const faults: InputFault[] = notTheirs
    .filter((member) => person.value[member] !== undefined)
    .map((path) => ({ ...at, path, fault: { type: "value-wrong", expected: "left out" } }));
  if (person.value.name === undefined)
    faults.push({ ...at, path: "name", fault: { type: "member-missing" } });
  const called = typeof team === "string" ? cleanLine(team) : undefined;
  if (team !== undefined && called === undefined)
    faults.push({ ...at, path: "team", fault: { type: "value-wrong", expected: "text" } });
  if (called?.ok === false) faults.push({ ...at, path: "team", fault: called.failure });
  if (faults.length > 0) return fail(faults);
  return ok({ input: person.value, ...(called?.ok === true ? { team: called.value } : {}) });
};

const lineOf = ({ input, team }: ToldPerson): Json => ({
  name: input.name,
  team,
  role: input.role ?? undefined,
  site: input.site ?? undefined,
  shift: input.shift ?? undefined,
  employment: input.employment ?? undefined,
  language: input.language ?? undefined,
  pronouns: input.pronouns ?? undefined,
  contacts: input.contacts?.map(({ kind, value, atWork }) => ({ kind, value, atWork })),
  doNotContact: input.doNotContact,
  actions: input.actions?.map(({ action, condition }) =>
    condition.kind === "none" ? action : { action, ...conditionToMembers(condition) },
  ),
  display: input.display,
  supporter: input.supporter,
  supervisor: input.supervisor,
  code: input.code,
  issues: input.issues,
  note: input.note ?? undefined,
  source: input.source ?? undefined,
  consents: input.consents?.map(({ to, on }) => ({ to, on })),
  date: input.day,
});

/** The payload for these people. */
export const writeTold = (people: readonly ToldPerson[]): Uint8Array =>
  writePayload([{ type: toldKind, v: 1 }, ...people.map(lineOf)], smallestPasted);

/** The people of a payload. Refuses every spelling but the one that `writeTold` gives. */
export const readTold = (payload: Uint8Array): Result<readonly ToldPerson[], PayloadFault> => {
  const kind = kindOf(payload);
  if (!kind.ok) return kind;
  if (kind.value.type !== toldKind) return malformed(1, "it is another kind of file");
  if (kind.value.v > 1) return fail({ type: "payload-newer", version: kind.value.v });
  const people: ToldPerson[] = [];
  for (const line of linesOf(payload, smallestPasted)) {
    if (!line.ok) return line;
    const { number, value } = line.value;
    if (number === 1) continue;
    if (people.length === mostPeople) return malformed(number, "there are too many people in it");
    const person = parseTold(value);
    if (!person.ok) return malformed(number, "it is not a person as this format has it");
    people.push(person.value);
  }
  return sameBytes(writeTold(people), payload)
    ? ok(people)
    : malformed(1, "it is not written in the one form of the format");
};

const conditionText = (condition: Condition): string => {
  switch (condition.kind) {
    case "none":
      return "";
    case "at-least":
      return `, once ${condition.people} people are in`;
    case "at-least-percent":
      return `, once ${condition.percent}% of the unit are in`;
    case "at-least-in-team":
      return `, once ${condition.people} of the team are in`;
    default:
      return condition satisfies never;
  }
};

const inFolded = (text: string): string => text.normalize("NFC").toLowerCase();

/**
 * The person as the campaign can keep her. What the campaign has no place for, a team that it does not
 * know or an action that is not on its ladder, goes into the note: nothing that was told is lost.
 */
export const placeTold = ({ input, team }: ToldPerson, campaign: Campaign): PersonInput => {
  const { actions, note, ...rest } = input;
  const known = campaign.teams.find(
    ({ key, name }) => team !== undefined && [key, inFolded(name)].includes(inFolded(team)),
  );
  const strange = actions?.filter(({ action }) => !campaign.actions.includes(action)) ?? [];
  const told = [
    ...(note === undefined || note === null ? [] : [note]),
    ...(team === undefined || known !== undefined ? [] : [`Team, as told: ${team}`]),
    ...strange.map(
      ({ action, condition }) => `Would also, as told: ${action}${conditionText(condition)}`,
    ),
  ];
  return {
    ...rest,
    ...(actions === undefined
      ? {}
      : { actions: actions.filter(({ action }) => campaign.actions.includes(action)) }),
    ...(known === undefined ? {} : { team: known.key }),
    ...(told.length === 0 ? {} : { note: told.join("\n") }),
  };
};
