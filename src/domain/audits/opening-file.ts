/** An opening as bytes and back: `docs/audit-format.md`. */
import { parseDay } from "../day.ts";
import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";
import { faultIn, member, optional, shapeOf, sortedList } from "../sealing/line-shape.ts";
import { kindOf, linesOf, malformed, sameBytes, writePayload } from "../sealing/payload.ts";
import type { PayloadFault } from "../sealing/payload.ts";
import {
  fingerprintMember,
  hashMember,
  idMember,
  isText,
  isWhole,
  numberMember,
} from "../tallies/header-shape.ts";
import { isToken, mostPeople } from "../tallies/tally-shape.ts";
import type { Json } from "../text/canonical-json.ts";
import { cleanLine } from "../text/clean.ts";
import { mostDrawn } from "./draw.ts";
import type { AnsweredLine, Opening } from "./opening.ts";

const openingType = "pledge-opening";
const version = 1;

/** In bytes, the smallest bucket: ten opened lines are no longer than none, so nobody sees on the outside how many said yes. */
const leastLength = 16 * 1024;

/** A tree over as many lines as a tally may have is no higher. */
const longestPath = 17;

/** Of a line of a tally, in UTF-16 code units: thirty actions, each with all that it may have, take less. */
const longestLine = 8192;

/** Of a payload, in bytes: ten such lines take less. */
const largest = 256 * 1024;

const isFingerprint = (value: unknown): boolean => isText(value, /^[0-9a-f]{40}$/u);
const isHash = (value: unknown): boolean => isText(value, /^[0-9a-f]{64}$/u);

const isCleanLine = (value: unknown): boolean => {
  if (typeof value !== "string") return false;
  const cleaned = cleanLine(value);
  return cleaned.ok && cleaned.value === value;
};

const headerShape = shapeOf([
  member("type", (value) => value === openingType, "that of an opening"),
  member("v", (value) => value === version, "1"),
  idMember("campaign"),
  fingerprintMember("from"),
  sortedList("to", {
    least: 1,
    most: 256,
    faultOf: (item) => (isFingerprint(item) ? undefined : "it is not a fingerprint"),
    keyOf: (item: string) => item,
  }),
  idMember("incarnation"),
  numberMember("seq"),
  hashMember("root"),
  hashMember("draw"),
  member("asOf", (value) => typeof value === "string" && parseDay(value) !== undefined, "a day"),
  member("lines", (value) => isWhole(value, 1, mostDrawn), `a number from 1 to ${mostDrawn}`),
]);

const placeMember = member(
  "place",
  (value) => isWhole(value, 1, mostPeople),
  `a number from 1 to ${mostPeople}`,
);

const openedShape = shapeOf([
  member("outcome", (value) => value === "opened", "an outcome"),
  placeMember,
  member("salt", isToken, "16 bytes in base64url"),
  member(
    "line",
    (value) => typeof value === "string" && value.length <= longestLine && value.isWellFormed(),
    "a line of a tally",
  ),
  member("name", isCleanLine, "a clean line of at most 200 characters"),
  member(
    "path",
    (value) => Array.isArray(value) && value.length <= longestPath && value.every(isHash),
    `a list of at most ${longestPath} hashes`,
  ),
  optional(member("reach", isCleanLine, "a clean line of at most 200 characters")),
]);

const closedShape = shapeOf([
  member("outcome", (value) => value === "declined" || value === "not-opened", "an outcome"),
  placeMember,
]);

const lineJson = (line: AnsweredLine): Json => {
  if (line.outcome !== "opened") return { outcome: line.outcome, place: line.place };
  const { outcome, place, salt, line: text, name, path, reach } = line;
  return { outcome, place, salt, line: text, name, path, reach };
};

export const writeOpening = (opening: Opening): Uint8Array => {
  const { campaign, from, to, incarnation, seq, root, draw, asOf, lines } = opening;
  return writePayload(
    [
      {
        type: openingType,
        v: version,
        campaign,
        from,
        to,
        incarnation,
        seq,
        root,
        draw,
        asOf,
        lines: lines.length,
      },
      ...lines.map(lineJson),
    ],
    leastLength,
  );
};

const lineFault = (value: unknown, before: AnsweredLine | undefined): string | undefined => {
  const opened =
    typeof value === "object" &&
    value !== null &&
    (value as { readonly outcome?: unknown }).outcome === "opened";
  const fault = faultIn(value, opened ? openedShape : closedShape);
  if (fault !== undefined) return fault;
  return before !== undefined && (value as AnsweredLine).place <= before.place
    ? "the lines are not sorted by place, each one once"
    : undefined;
};

type Header = Omit<Opening, "lines"> & {
  readonly type: typeof openingType;
  readonly v: number;
  readonly lines: number;
};

/** The opening in a payload, or the first thing that is wrong with it. Refuses every spelling but the one that `writeOpening` gives. */
export const parseOpening = (payload: Uint8Array): Result<Opening, PayloadFault> => {
  if (payload.length > largest) return malformed(1, "no opening is as long as this");
  const kind = kindOf(payload);
  if (!kind.ok) return kind;
  if (kind.value.type !== openingType) return malformed(1, "it does not begin as an opening does");
  if (kind.value.v > version) return fail({ type: "payload-newer", version: kind.value.v });
  let header: Header | undefined;
  const lines: AnsweredLine[] = [];
  for (const line of linesOf(payload, leastLength)) {
    if (!line.ok) return line;
    const { number, value } = line.value;
    const wrong =
      header === undefined ? faultIn(value, headerShape) : lineFault(value, lines.at(-1));
    if (wrong !== undefined) return malformed(number, wrong);
    if (header === undefined) header = value as Header;
    else if (lines.length === header.lines)
      return malformed(number, "there are more lines than the first one says");
    else lines.push(value as AnsweredLine);
  }
  if (header?.lines !== lines.length) return malformed(1, "there are fewer lines than it says");
  const { type: _type, v: _v, ...rest } = header;
  const opening: Opening = { ...rest, lines };
  return sameBytes(writeOpening(opening), payload)
    ? ok(opening)
    : malformed(1, "it is not written in the one form of the format");
};
