/** Shares of a recovery key: what one is, and how it stands in a file (docs/vault-format.md, "Shares"). */
import * as v from "valibot";

import type { Json } from "../text/canonical-json.ts";
import { canonicalJson } from "../text/canonical-json.ts";
import { fromBase64url, toBase64url } from "../text/bytes.ts";
import { isUuid } from "../text/uuid.ts";

/** What all shares of a key say alike. Its hash stands in the vault's header, so that nobody can bring another set. */
export interface ShareSet {
  /** The id of the vault. */
  readonly vault: string;
  readonly need: number;
  readonly of: number;
  /** SHA-256 of the key, in hex: a wrong one is known before it is tried. */
  readonly key: string;
  /** SHA-256 of each share in their order, in hex: a bad share is known by itself. */
  readonly shares: readonly string[];
}

export interface Share {
  readonly set: ShareSet;
  /** From 1. */
  readonly number: number;
  /** 33 bytes. */
  readonly bytes: Uint8Array;
}

/** More members than any committee that keeps one vault's key has; a set still fits a screen of hashes. */
export const mostShares = 16;
/** Of one share alone whoever holds it has the key. */
export const leastNeeded = 2;

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u));

const shape = v.pipe(
  v.strictObject({
    number: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(mostShares)),
    set: v.strictObject({
      vault: v.pipe(v.string(), v.check(isUuid)),
      need: v.pipe(v.number(), v.safeInteger(), v.minValue(leastNeeded)),
      of: v.pipe(v.number(), v.safeInteger(), v.maxValue(mostShares)),
      key: hash,
      shares: v.array(hash),
    }),
    share: v.pipe(v.string(), v.length(44)),
  }),
  v.check(
    ({ number, set }) => set.need <= set.of && set.shares.length === set.of && number <= set.of,
  ),
);

/** As it stands in a file; a set by itself is what the header has the hash of. */
export const setJson = ({ vault, need, of, key, shares }: ShareSet): Json => ({
  vault,
  need,
  of,
  key,
  shares,
});

export const shareJson = ({ set, number, bytes }: Share): Json => ({
  number,
  set: setJson(set),
  share: toBase64url(bytes),
});

/** A share from what stood in a file; nothing where it is not in the one form. */
export const shareIn = (value: unknown): Share | undefined => {
  const checked = v.safeParse(shape, value);
  if (!checked.success) return undefined;
  const { number, set, share } = checked.output;
  const bytes = fromBase64url(share);
  return bytes?.length === 33 ? { set, number, bytes } : undefined;
};

const openType = "pledge-open-share";

/** The file that a member gives back, in plain text: nothing by itself. */
export const openShareText = (share: Share): string =>
  `${canonicalJson({ type: openType, v: 1, share: shareJson(share) })}\n`;

const openShape = v.strictObject({
  type: v.literal(openType),
  v: v.literal(1),
  share: v.unknown(),
});

/** The share in such a file; nothing where it is none, or damaged. */
export const openShareIn = (text: string): Share | undefined => {
  try {
    const checked = v.safeParse(openShape, JSON.parse(text));
    const share = checked.success ? shareIn(checked.output.share) : undefined;
    return share !== undefined && openShareText(share).trim() === text.trim() ? share : undefined;
  } catch {
    return undefined;
  }
};
