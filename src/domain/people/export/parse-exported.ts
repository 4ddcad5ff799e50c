/** The file of `exported.ts`, taken back; every fault in it is named, with its line. Nothing is guessed and nothing passed over. */
import * as v from "valibot";

import type { ActionKey, TeamKey } from "../../campaign/campaign.ts";
import type { JsonDocument } from "../../files/ports.ts";
import { faultsOfIssues } from "../../input/fault.ts";
import type { InputFault, ValueFault } from "../../input/fault.ts";
import { isObject } from "../../input/is-object.ts";
import { createReader, isKey } from "../../input/read.ts";
import type { Reader } from "../../input/read.ts";
import { object } from "../../input/shapes.ts";
import type { Signature, TextHash } from "../../letters/letter.ts";
import { conditionOfMembers, sameCondition } from "../../pledges/condition.ts";
import type { Pledge } from "../../pledges/pledge.ts";
import { fail, ok } from "../../result.ts";
import type { Result } from "../../result.ts";
import { isUuid } from "../../text/uuid.ts";
import { blankPerson } from "../blank-person.ts";
import { changedPerson } from "../changed-person.ts";
import { parsePerson } from "../parse-person.ts";
import type { PersonInput } from "../person-input.ts";
import type { Assessment, Person, PersonId } from "../person.ts";
import { exportedType, exportedVersion } from "./exported.ts";
import type { ExportedPeople, ExportedPerson } from "./exported.ts";
import { head, knownLists, lists } from "./exported-shape.ts";
import type { Lists } from "./exported-shape.ts";

const leftOut: ValueFault = { type: "value-wrong", expected: "left out" };

const personId = /^[a-km-np-z]{8}$/u;

/** What every person of such a file says. */
const always = ["id", "name", "contacts", "supporter", "supervisor", "code", "date"] as const;

/** Members of `add --from` that say again, and less exactly, what the lists say. */
const notThere = ["assessment", "actions", "display"] as const;

const readId = (reader: Reader, path: string, text: string): PersonId | undefined =>
  personId.test(text)
    ? (text as PersonId)
    : reader.refuse(path, { type: "value-wrong", expected: "the eight letters of an id" });

/** The person as `add --from` reads her, whatever the campaign will be. */
const readPerson = (
  reader: Reader,
  told: Readonly<Record<string, unknown>>,
  line: number,
): Person | undefined => {
  for (const member of always)
    if (told[member] === undefined) reader.refuse(member, { type: "member-missing" });
  for (const [member, value] of Object.entries(told))
    if (value === null || notThere.some((one) => one === member)) reader.refuse(member, leftOut);
  const { team } = told;
  const known = typeof team === "string" && isKey(team, 24) ? (team as TeamKey) : undefined;
  if (typeof team === "string" && known === undefined)
    reader.refuse("team", { type: "key-malformed" });
  const teams = typeof team === "string" ? [{ key: team as TeamKey, name: team }] : [];
  const { actions: _, ...members } = told;
  const input = parsePerson(members, { actions: [], teams }, line);
  if (!input.ok) reader.faults.push(...input.failure);
  return input.ok && reader.faults.length === 0 ? personOf(reader, input.value) : undefined;
};

const personOf = (reader: Reader, input: PersonInput): Person | undefined => {
  const id = readId(reader, "id", input.id ?? "");
  const { coveredBy, code, day } = input;
  const cover = typeof coveredBy === "string" ? readId(reader, "coveredBy", coveredBy) : undefined;
  if (id === undefined || code === undefined || day === undefined) return undefined;
  return changedPerson(blankPerson(id, code, day), input, cover);
};

const readPledges = (
  reader: Reader,
  member: "pledges" | "changes",
  person: PersonId,
  given: Lists["pledges"],
): readonly Pledge[] =>
  given.flatMap((one, index): Pledge[] => {
    const path = `${member}.${index}`;
    const action = reader.key<ActionKey>(`${path}.action`, one.action, 24);
    const since = reader.day(`${path}.since`, one.since);
    const condition = conditionOfMembers(one);
    if (condition === undefined)
      reader.refuse(path, { type: "value-wrong", expected: "under one condition at most" });
    if (action === undefined || since === undefined || condition === undefined) return [];
    return [{ person, action, condition, display: one.display, state: one.state, since }];
  });

const samePledge = (one: Pledge, other: Pledge | undefined): boolean =>
  other !== undefined &&
  sameCondition(one.condition, other.condition) &&
  one.display === other.display &&
  one.state === other.state &&
  one.since === other.since;

/** Whoever takes the changes one after the other comes to the same pledges. */
const agree = (pledges: readonly Pledge[], changes: readonly Pledge[]): boolean => {
  const last = new Map(changes.map((change) => [change.action, change]));
  const actions = new Set(pledges.map(({ action }) => action));
  return (
    actions.size === pledges.length &&
    last.size === pledges.length &&
    pledges.every((one) => samePledge(one, last.get(one.action)))
  );
};

const readAssessments = (reader: Reader, given: Lists["assessments"]): readonly Assessment[] =>
  given.flatMap(({ level, basis, day: text }, index) => {
    const day = reader.day(`assessments.${index}.day`, text);
    return day === undefined ? [] : [{ level, basis, day }];
  });

const readSignatures = (
  reader: Reader,
  person: PersonId,
  given: Lists["signatures"],
): readonly Signature[] =>
  given.flatMap(({ text, signedOn: on }, index) => {
    const path = `signatures.${index}`;
    if (!/^[0-9a-f]{64}$/u.test(text))
      reader.refuse(`${path}.text`, { type: "value-wrong", expected: "64 hex digits" });
    const signedOn = reader.day(`${path}.signedOn`, on);
    return signedOn === undefined ? [] : [{ person, text: text as TextHash, signedOn }];
  });

const parseLine = ({
  value,
  line,
}: JsonDocument): Result<ExportedPerson, readonly InputFault[]> => {
  if (!isObject(value))
    return fail([
      { line, path: "", fault: { type: "value-wrong", expected: "an object in braces" } },
    ]);
  const { assessments, pledges, changes, signatures, ...told } = value;
  const reader = createReader(line);
  const person = readPerson(reader, told, line);
  const checked = v.safeParse(lists, { assessments, pledges, changes, signatures });
  if (!checked.success) reader.faults.push(...faultsOfIssues(checked.issues, knownLists, line));
  if (person === undefined || !checked.success) return fail(reader.faults);
  const given = checked.output;
  const exported: ExportedPerson = {
    person,
    assessments: readAssessments(reader, given.assessments),
    pledges: readPledges(reader, "pledges", person.id, given.pledges),
    changes: readPledges(reader, "changes", person.id, given.changes),
    signatures: readSignatures(reader, person.id, given.signatures),
  };
  if (reader.faults.length === 0 && !agree(exported.pledges, exported.changes))
    reader.refuse("pledges", { type: "value-wrong", expected: "the last of their changes" });
  return reader.faults.length > 0 ? fail(reader.faults) : ok(exported);
};

/** Whether a file begins as one of ours does; what follows may still be anything. */
export const isExported = ([first]: readonly JsonDocument[]): boolean =>
  isObject(first?.value) && first.value["type"] === exportedType;

/** How many people the first line announces, and of which campaign. */
const parseHead = (
  first: JsonDocument | undefined,
): Result<{ readonly campaign: string; readonly people: number }, readonly InputFault[]> => {
  const line = first?.line ?? 1;
  const checked = v.safeParse(head, object(first?.value ?? null));
  if (!checked.success)
    return fail(faultsOfIssues(checked.issues, Object.keys(head.entries), line));
  const reader = createReader(line);
  const { campaign, people: announced } = checked.output;
  if (checked.output.type !== exportedType)
    reader.refuse("type", { type: "value-wrong", expected: exportedType });
  if (checked.output.v !== exportedVersion)
    reader.refuse("v", { type: "value-wrong", expected: String(exportedVersion) });
  if (!isUuid(campaign))
    reader.refuse("campaign", { type: "value-wrong", expected: "a UUID of version 4" });
  return reader.faults.length > 0 ? fail(reader.faults) : ok({ campaign, people: announced });
};

/** Ids, codes and aliases each stand for one person. */
const faultsOfTwins = (
  people: readonly (readonly [line: number, person: Person])[],
): readonly InputFault[] => {
  const seen = new Set<string>();
  return people.flatMap(([line, person]) =>
    (["id", "code", "alias"] as const).flatMap((path): readonly InputFault[] => {
      const said = person[path];
      const key = `${path} ${said}`;
      const isTwin = said !== undefined && seen.has(key);
      seen.add(key);
      return isTwin ? [{ line, path, fault: { type: "key-twice" } }] : [];
    }),
  );
};

/**
 * Takes back what `writeExported` wrote: `parseExported` of its lines gives what it was given. Whatever stands
 * against the format is refused, all of it at once; throws nothing. Whether the campaign is ours, and knows the teams,
 * the actions and the texts, is for whoever takes the people in.
 */
export const parseExported = (
  documents: readonly JsonDocument[],
): Result<ExportedPeople, readonly InputFault[]> => {
  const [first, ...rest] = documents;
  const announced = parseHead(first);
  if (!announced.ok) return announced;
  const { campaign, people: count } = announced.value;
  const read = rest.map((document) => ({ line: document.line, parsed: parseLine(document) }));
  const exported = read.flatMap(({ parsed }) => (parsed.ok ? [parsed.value] : []));
  const faults: readonly InputFault[] = [
    ...(rest.length === count
      ? []
      : [
          {
            line: first?.line ?? 1,
            path: "people",
            fault: { type: "value-wrong", expected: `${rest.length}, as many as lines follow` },
          } as const,
        ]),
    ...read.flatMap(({ parsed }) => (parsed.ok ? [] : parsed.failure)),
    ...faultsOfTwins(
      read.flatMap(({ line, parsed }) => (parsed.ok ? [[line, parsed.value.person] as const] : [])),
    ),
  ];
  return faults.length > 0 ? fail(faults) : ok({ campaign, people: exported });
};
