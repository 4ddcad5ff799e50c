/**
 * A file that may be anybody's into a published count. What is accepted is exactly what `writeCount` writes. Says
 * nothing of who attested it.
 */
import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";
import { faultIn } from "../sealing/line-shape.ts";
import type { PublishedCount } from "./count.ts";
import { contradictionIn, countShape, countType, countVersion } from "./count-shape.ts";
import type { CountMembers } from "./count-shape.ts";
import type { CountFailure } from "./failures.ts";
import { writeCount } from "./write-count.ts";

const malformed = (what: string): { readonly ok: false; readonly failure: CountFailure } =>
  fail({ type: "count-malformed", what });

const valueOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** The version that it says it has; nothing for what says it is something else. */
export const versionOf = (value: unknown, type: string): number | undefined => {
  if (typeof value !== "object" || value === null) return undefined;
  const said = value as { readonly type?: unknown; readonly v?: unknown };
  return said.type === type && Number.isSafeInteger(said.v) ? (said.v as number) : undefined;
};

/** The count, or the first thing that is wrong with the text. Never throws. */
export const parseCount = (text: string): Result<PublishedCount, CountFailure> => {
  const value = valueOf(text);
  const version = versionOf(value, countType);
  if (version === undefined) return malformed("it does not begin as a published count does");
  if (version > countVersion) return fail({ type: "count-newer", version });
  const wrong = faultIn(value, countShape);
  if (wrong !== undefined) return malformed(wrong);
  const members = value as CountMembers;
  const contradiction = contradictionIn(members);
  if (contradiction !== undefined) return malformed(contradiction);
  const { type: _type, v: _v, after, receipts, last, ...rest } = members;
  const count: PublishedCount = {
    ...rest,
    after: after ?? undefined,
    receipts: receipts ?? undefined,
    last: last.map((one) => ({ ...one, byLetter: one.byLetter === true })),
  };
  return writeCount(count) === text
    ? ok(count)
    : malformed("it is not written in the one form of the format");
};
