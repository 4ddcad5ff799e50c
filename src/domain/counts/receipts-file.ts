/** A list of receipts as the one JSON document that it can be, and back. */
import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";
import { faultIn, member, shapeOf, sortedList } from "../sealing/line-shape.ts";
import { idMember } from "../tallies/header-shape.ts";
import { fromBase64url } from "../text/bytes.ts";
import { canonicalJson } from "../text/canonical-json.ts";
import { dayMember } from "./count-shape.ts";
import type { CountFailure } from "./failures.ts";
import { versionOf } from "./parse-count.ts";
import { entryLength, lengthFor } from "./receipts.ts";
import type { Receipts } from "./receipts.ts";

const receiptsType = "pledge-receipts";
const receiptsVersion = 1;

/** As many as a list of 100,000 people has. */
const mostEntries = 131_072;

/** In bytes: the longest list, and what stands around it. */
export const largestReceipts = 8 * 1024 * 1024;

const isBytes = (value: unknown, length: number): boolean =>
  typeof value === "string" && fromBase64url(value)?.length === length;

const shape = shapeOf([
  member("type", (value) => value === receiptsType, "that of a list of receipts"),
  member("v", (value) => value === receiptsVersion, String(receiptsVersion)),
  idMember("campaign"),
  member("list", (value) => isBytes(value, 16), "16 bytes in base64url"),
  dayMember("on"),
  sortedList<string>("entries", {
    least: lengthFor(0),
    most: mostEntries,
    faultOf: (value) =>
      isBytes(value, entryLength) ? undefined : `it is not ${entryLength} bytes in base64url`,
    keyOf: (entry) => entry,
  }),
]);

export const writeReceipts = ({ campaign, list, on, entries }: Receipts): string =>
  `${canonicalJson({ type: receiptsType, v: receiptsVersion, campaign, list, on, entries })}\n`;

/** The list, or the first thing that is wrong with the text. Says nothing of who wrote it. Never throws. */
export const parseReceipts = (text: string): Result<Receipts, CountFailure> => {
  const malformed = (what: string) => fail({ type: "receipts-malformed" as const, what });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return malformed("it is no JSON");
  }
  const version = versionOf(value, receiptsType);
  if (version === undefined) return malformed("it does not begin as a list of receipts does");
  if (version > receiptsVersion) return fail({ type: "receipts-newer", version });
  const wrong = faultIn(value, shape);
  if (wrong !== undefined) return malformed(wrong);
  const { campaign, list, on, entries } = value as Receipts;
  const receipts = { campaign, list, on, entries };
  return writeReceipts(receipts) === text
    ? ok(receipts)
    : malformed("it is not written in the one form of the format");
};
