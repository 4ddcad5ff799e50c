/**
 * Bytes that may be anybody's into a committee. What is accepted is exactly what `writeCommittee` writes. Says
 * nothing of who signed it, and nothing of the certificates: those are for the OpenPGP adapter to read.
 */
import { parseCampaign } from "../campaign/parse-campaign.ts";
import { sharedTextFault } from "../letters/shared-text.ts";
import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";
import type { Fingerprint } from "../sealing/certificate.ts";
import { faultIn } from "../sealing/line-shape.ts";
import { linesOf, malformed, sameBytes } from "../sealing/payload.ts";
import type { PayloadFault, PayloadLine } from "../sealing/payload.ts";
import { fromBase64url } from "../text/bytes.ts";
import { headerShape, memberShape, mostMembers, mostTexts, textShape } from "./committee-shape.ts";
import type { HeaderMembers, MemberMembers, TextMembers } from "./committee-shape.ts";
import type { Committee, Definition } from "./committee.ts";
import { definitionOf } from "./definition.ts";
import { writeCommittee } from "./write-committee.ts";
import type { WrittenCommittee } from "./write-committee.ts";

type Beginning = Omit<WrittenCommittee, "members" | "texts">;

/** An organizer is none of its members: one that stands there is lost, and missed when the bytes are compared. */
const readDefinition = ({
  campaign: id,
  asOf,
  definition,
}: HeaderMembers): Definition | undefined => {
  const read = parseCampaign({ ...definition, organizer: "anybody" }, { today: asOf, id });
  return read.ok ? definitionOf(read.value) : undefined;
};

const readHeader = ({ number: line, value }: PayloadLine): Result<Beginning, PayloadFault> => {
  const { type, v } = (value ?? {}) as { readonly type?: unknown; readonly v?: unknown };
  if (type === "pledge-committee" && Number.isSafeInteger(v) && (v as number) > 1)
    return fail({ type: "payload-newer", version: v as number });
  const wrong = faultIn(value, headerShape);
  if (wrong !== undefined) return malformed(line, wrong);
  const header = value as HeaderMembers;
  const { number, prev, needs, asOf } = header;
  if ((number === 1) !== (prev === null))
    return malformed(line, 'its "prev" does not go with its "number"');
  const definition = readDefinition(header);
  if (definition === undefined) return malformed(line, 'its "definition" is no campaign');
  return ok({ number, prev: prev ?? undefined, needs, asOf, definition });
};

type Members = WrittenCommittee["members"];

const readMember = (
  { number: line, value }: PayloadLine,
  { teams }: Definition,
  before: Members,
): Result<Members[number], PayloadFault> => {
  const wrong = faultIn(value, memberShape);
  if (wrong !== undefined) return malformed(line, wrong);
  const read = value as MemberMembers;
  const { member: handle, certificate: text, attests: other, turf, replaces } = read;
  const last = before.at(-1);
  if (last !== undefined && handle <= last.handle)
    return malformed(line, "the members are not sorted by handle, each once");
  if (!turf.every((key) => teams.some((team) => team.key === key)))
    return malformed(line, 'its "turf" names a team that the campaign does not have');
  const certificate = fromBase64url(text);
  if (certificate === undefined) return malformed(line, 'its "certificate" is not base64url');
  const attests = other === undefined ? undefined : fromBase64url(other);
  if (other !== undefined && attests === undefined)
    return malformed(line, 'its "attests" is not base64url');
  return ok({
    handle,
    certificate,
    ...(attests === undefined ? {} : { attests }),
    turf,
    ...(replaces === undefined ? {} : { replaces }),
  });
};

type Texts = WrittenCommittee["texts"];

const readText = (
  { number: line, value }: PayloadLine,
  before: Texts,
): Result<Texts[number], PayloadFault> => {
  const wrong = faultIn(value, textShape);
  if (wrong !== undefined) return malformed(line, wrong);
  const text = value as TextMembers;
  const fault = sharedTextFault(text);
  if (fault !== undefined) return malformed(line, fault);
  const last = before.at(-1);
  return last === undefined || text.letter > last.letter
    ? ok(text)
    : malformed(line, "the texts are not sorted by letter, one each");
};

const isText = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.hasOwn(value, "letter");

interface Lists {
  readonly members: Members[number][];
  readonly texts: Texts[number][];
}

/** Reads one line behind the first; gives what is wrong with it. */
const readOther = (
  line: PayloadLine,
  { definition }: Beginning,
  { members, texts }: Lists,
): PayloadFault | undefined => {
  const refuse = (what: string): PayloadFault => ({
    type: "payload-malformed",
    line: line.number,
    what,
  });
  if (isText(line.value)) {
    if (texts.length === mostTexts) return refuse("there are too many texts");
    const text = readText(line, texts);
    if (!text.ok) return text.failure;
    texts.push(text.value);
    return undefined;
  }
  if (texts.length > 0) return refuse("a member stands behind a text");
  if (members.length === mostMembers) return refuse("there are too many members");
  const member = readMember(line, definition, members);
  if (!member.ok) return member.failure;
  members.push(member.value);
  return undefined;
};

/** Of the first byte that differs; 1-based. */
const lineOfDifference = (written: Uint8Array, payload: Uint8Array): number => {
  const at = payload.findIndex((byte, index) => byte !== written[index]);
  return payload.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;
};

/** The committee, or the first thing that is wrong with the bytes. Never throws. */
export const parseCommittee = (payload: Uint8Array): Result<WrittenCommittee, PayloadFault> => {
  const lists: Lists = { members: [], texts: [] };
  let beginning: Beginning | undefined;
  for (const line of linesOf(payload)) {
    if (!line.ok) return line;
    if (beginning === undefined) {
      const header = readHeader(line.value);
      if (!header.ok) return header;
      beginning = header.value;
    } else {
      const fault = readOther(line.value, beginning, lists);
      if (fault !== undefined) return fail(fault);
    }
  }
  if (beginning === undefined) return malformed(1, "it does not begin as a committee file does");
  if (beginning.needs > lists.members.length)
    return malformed(1, 'its "needs" is more than there are members');
  const committee = { ...beginning, ...lists };
  const written = writeCommittee(committee);
  return sameBytes(written, payload)
    ? ok(committee)
    : malformed(
        lineOfDifference(written, payload),
        "it is not written in the one form of the format",
      );
};

/** The committee with the fingerprints of its members, in their order. Two members of one key are refused, be it one that is lost. */
export const withFingerprints = (
  written: WrittenCommittee,
  fingerprints: readonly Fingerprint[],
): Result<Committee, PayloadFault> => {
  const keys = [...fingerprints, ...written.members.flatMap(({ replaces = [] }) => replaces)];
  if (new Set(keys).size < keys.length) return malformed(1, "two members have the same key");
  const members = written.members.map((member, index) => {
    const fingerprint = fingerprints[index];
    if (fingerprint === undefined) throw new RangeError("a member without a fingerprint");
    return { ...member, fingerprint };
  });
  return ok({ ...written, members });
};
