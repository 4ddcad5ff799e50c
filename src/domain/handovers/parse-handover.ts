/**
 * Bytes that may be anybody's into a handover. What is accepted is exactly what `writeHandover` writes: each line is
 * written again from what it was understood to say and must give the same text. Says nothing of who signed it and for
 * whom it is: that is for whoever takes it.
 */
import type { Signature } from "../letters/letter.ts";
import type { Told } from "../people/duplicates/told-codes.ts";
import type { Assessment } from "../people/person.ts";
import type { PledgeCode } from "../pledges/code.ts";
import { conditionOfMembers } from "../pledges/condition.ts";
import type { ConditionMembers } from "../pledges/condition.ts";
import type { Pledge } from "../pledges/pledge.ts";
import { unconditional } from "../pledges/pledge.ts";
import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";
import { kindOf, linesOf, malformed } from "../sealing/payload.ts";
import type { PayloadFault, PayloadLine } from "../sealing/payload.ts";
import type { HandedPerson, HandedRecord, Handover } from "./handover.ts";
import { headerFault, largestHandover, personFault } from "./handover-shape.ts";
import {
  handedPersonText,
  handoverHeaderText,
  handoverType,
  handoverVersion,
} from "./write-handover.ts";
import type { HandoverHeader } from "./write-handover.ts";

const otherForm = "it is not written in the one form of the format";

/** A pledge as JSON, once it has been checked. */
type PledgeMembers = Omit<Pledge, "person" | "condition"> & ConditionMembers;

/** Somebody's line as JSON, once it has been checked. */
interface PersonMembers extends Partial<
  Pick<HandedRecord, "contacts" | "consents" | "elsewhere" | "supporter" | "doNotContact">
> {
  readonly otherCodes?: readonly PledgeCode[];
  readonly told?: readonly (Omit<Told, "carries"> & { readonly carries?: true })[];
  readonly assessments?: readonly Assessment[];
  readonly pledges?: readonly PledgeMembers[];
  readonly changes?: readonly PledgeMembers[];
  readonly signatures?: readonly Omit<Signature, "person">[];
}

type Members = PersonMembers &
  Omit<HandedRecord, "contacts" | "consents" | "elsewhere" | "supporter" | "doNotContact">;

const personOf = (members: Members): HandedPerson => {
  const { otherCodes, told, assessments, pledges, changes, signatures, ...rest } = members;
  const { supporter, doNotContact, contacts, consents, elsewhere, ...record } = rest;
  const { id: person } = record;
  const pledgeOf = ({ action, display, state, since, ...condition }: PledgeMembers): Pledge => ({
    person,
    action,
    // Two conditions at once are none: written again, the line is another one.
    condition: conditionOfMembers(condition) ?? unconditional,
    display,
    state,
    since,
  });
  return {
    record: {
      ...record,
      supporter: supporter === true,
      doNotContact: doNotContact === true,
      contacts: contacts ?? [],
      consents: consents ?? [],
      elsewhere: elsewhere ?? [],
    },
    otherCodes: otherCodes ?? [],
    told: (told ?? []).map((one) => ({ ...one, carries: one.carries === true })),
    assessments: assessments ?? [],
    pledges: (pledges ?? []).map(pledgeOf),
    changes: (changes ?? []).map(pledgeOf),
    signatures: (signatures ?? []).map((one) => ({ ...one, person })),
  };
};

/** What contradicts itself in somebody's line whose members are each right. */
const codesFault = ({ record, otherCodes, told, pledges }: HandedPerson): string | undefined => {
  if (otherCodes.includes(record.code)) return "one of its codes is there twice";
  const codes = new Set([record.code, ...otherCodes]);
  const carried = new Map(told.map(({ action }) => [action, 0]));
  for (const { action, code, carries } of told) {
    if (!codes.has(code)) return "it tells something under a code that is not hers";
    if (carries) carried.set(action, (carried.get(action) ?? 0) + 1);
  }
  const actions = new Set(pledges.map(({ action }) => action));
  return [...carried].every(([action, times]) => times === 1 && actions.has(action))
    ? undefined
    : "an action is not told under one of her codes";
};

const readHeader = ({ number, value, text }: PayloadLine): Result<HandoverHeader, PayloadFault> => {
  const wrong = headerFault(value);
  if (wrong !== undefined) return malformed(number, wrong);
  const {
    type: _type,
    v: _v,
    ...header
  } = value as HandoverHeader & {
    readonly type: typeof handoverType;
    readonly v: number;
  };
  return handoverHeaderText(header) === text ? ok(header) : malformed(number, otherForm);
};

/** Who was met so far: each id, code and alias stands for one person. */
interface Met {
  readonly codes: Set<string>;
  readonly aliases: Set<string>;
  last: string;
}

const readPerson = (
  { number, value, text }: PayloadLine,
  { teams }: HandoverHeader,
  met: Met,
): Result<HandedPerson, PayloadFault> => {
  const wrong = personFault(value);
  if (wrong !== undefined) return malformed(number, wrong);
  const handed = personOf(value as Members);
  if (handedPersonText(handed) !== text) return malformed(number, otherForm);
  const { record, otherCodes } = handed;
  const fault = codesFault(handed);
  if (fault !== undefined) return malformed(number, fault);
  if (record.id <= met.last) return malformed(number, "the people are not sorted, each one once");
  if (!teams.includes(record.team)) return malformed(number, "its team does not go");
  const codes = [record.code, ...otherCodes];
  if (codes.some((code) => met.codes.has(code)))
    return malformed(number, "a code of it is somebody else's");
  if (record.alias !== undefined && met.aliases.has(record.alias))
    return malformed(number, "its alias is somebody else's");
  for (const code of codes) met.codes.add(code);
  if (record.alias !== undefined) met.aliases.add(record.alias);
  met.last = record.id;
  return ok(handed);
};

/** Whoever keeps in touch with somebody goes too, and is another. */
const coverFault = (people: readonly HandedPerson[]): number => {
  const ids = new Set(people.map(({ record }) => record.id));
  return people.findIndex(
    ({ record: { id, coveredBy } }) =>
      coveredBy !== undefined && (coveredBy === id || !ids.has(coveredBy)),
  );
};

/** The handover, or the first thing that is wrong with the bytes. Stops there; never throws. */
export const parseHandover = (payload: Uint8Array): Result<Handover, PayloadFault> => {
  if (payload.length > largestHandover) return malformed(1, "no handover is as long as this");
  const kind = kindOf(payload);
  if (!kind.ok) return kind;
  if (kind.value.type !== handoverType) return malformed(1, "it does not begin as a handover does");
  if (kind.value.v > handoverVersion) return fail({ type: "payload-newer", version: kind.value.v });
  let header: HandoverHeader | undefined;
  const people: HandedPerson[] = [];
  const met: Met = { codes: new Set(), aliases: new Set(), last: "" };
  for (const line of linesOf(payload)) {
    if (!line.ok) return line;
    if (header === undefined) {
      const read = readHeader(line.value);
      if (!read.ok) return read;
      header = read.value;
      continue;
    }
    if (people.length === header.people)
      return malformed(line.value.number, "there are more people than the first line says");
    const read = readPerson(line.value, header, met);
    if (!read.ok) return read;
    people.push(read.value);
  }
  if (header?.people !== people.length) return malformed(1, "there are fewer people than it says");
  const uncovered = coverFault(people);
  if (uncovered !== -1)
    return malformed(uncovered + 2, "nobody in the file keeps in touch with her, as it says");
  const { people: _, ...rest } = header;
  return ok({ ...rest, people });
};
