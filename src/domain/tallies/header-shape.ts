/**
 * What the first lines of a tally and of a list of signers have in common: whose file it is, for whom, and the place
 * that it has in the row of its source (`docs/tally-format.md`).
 */
import { parseDay } from "../day.ts";
import { member, nested, shapeOf, sortedList } from "../sealing/line-shape.ts";
import type { Member } from "../sealing/line-shape.ts";
import { isUuid } from "../text/uuid.ts";
import type { Hash, TallyHeader } from "./tally.ts";

export const isText = (value: unknown, shape: RegExp): boolean =>
  typeof value === "string" && shape.test(value);

export const isWhole = (
  value: unknown,
  least: number,
  most = Number.MAX_SAFE_INTEGER,
): value is number =>
  Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;

const isFingerprint = (value: unknown): boolean => isText(value, /^[0-9a-f]{40}$/u);
const isHash = (value: unknown): boolean => isText(value, /^[0-9a-f]{64}$/u);
const isId = (value: unknown): boolean => typeof value === "string" && isUuid(value);

const fingerprint = "a fingerprint: 40 digits of lower-case hex";
const hash = "a SHA-256: 64 digits of lower-case hex";
const uuid = "a UUID of version 4";

export const fingerprintMember = (name: string): Member => member(name, isFingerprint, fingerprint);
export const hashMember = (name: string): Member => member(name, isHash, hash);
export const idMember = (name: string): Member => member(name, isId, uuid);
export const numberMember = (name: string): Member =>
  member(name, (value) => isWhole(value, 1), "a whole number from 1");

const clauseUnless = (is: (value: unknown) => boolean, called: string) => (value: unknown) =>
  is(value) ? undefined : `it is not ${called}`;

const itself = (item: string): string => item;

/** The members that both have. `called` goes on after "is not": "that of a tally". */
export const headerMembers = (type: string, called: string): readonly Member[] => [
  member("type", (value) => value === type, called),
  member("v", (value) => value === 1, "1"),
  idMember("campaign"),
  nested("committee", shapeOf([numberMember("number"), hashMember("hash")])),
  fingerprintMember("from"),
  sortedList("to", {
    least: 1,
    most: 256,
    faultOf: clauseUnless(isFingerprint, fingerprint),
    keyOf: itself,
  }),
  idMember("incarnation"),
  sortedList("supersedes", {
    least: 0,
    most: 64,
    faultOf: clauseUnless(isId, uuid),
    keyOf: itself,
  }),
  numberMember("seq"),
  member("prev", (value) => value === null || isHash(value), `${hash}, or null`),
  member("asOf", (value) => typeof value === "string" && parseDay(value) !== undefined, "a day"),
];

interface Row extends Pick<TallyHeader, "from" | "to" | "incarnation" | "supersedes" | "seq"> {
  readonly prev: Hash | null;
}

/** What contradicts itself in a first line whose members are each right. */
export const rowFault = ({
  from,
  to,
  incarnation,
  supersedes,
  seq,
  prev,
}: Row): string | undefined => {
  if ((seq === 1) !== (prev === null)) return 'its "prev" does not go with its "seq"';
  if (!to.includes(from)) return 'its "to" does not name the writer';
  return supersedes.includes(incarnation)
    ? 'its "supersedes" names its own incarnation'
    : undefined;
};
