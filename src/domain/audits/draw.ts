/**
 * Which lines are drawn: worked out from the round and the words of the auditors, so that everybody who has both finds the same, and
 * nobody has chosen. The words of whoever wrote a tally have no part in its draw.
 */
import type { Brand } from "../brand.ts";
import type { Hashes } from "../ports.ts";
import type { Fingerprint } from "../sealing/certificate.ts";
import type { Hash, Source } from "../tallies/tally.ts";
import { toHex } from "../text/bytes.ts";
import { canonicalJson } from "../text/canonical-json.ts";
import { roundDigest } from "./round.ts";
import type { Round, RoundSource } from "./round.ts";

/** Six words of BIP 39 in lower case, single spaces between them: 66 random bits. */
export type SpokenWords = Brand<string, "SpokenWords">;

/** So many words an auditor adds, and so many a promise has. */
export const wordsSpoken = 6;

/** So many words stand for a round. */
export const wordsOfRound = 4;

/** Lines drawn of one tally in one audit, at most. */
export const mostDrawn = 10;

/** So many members, the writer of the tally not among them, must have added words. */
export const leastAuditors = 2;

export interface Auditor {
  readonly member: Fingerprint;
  readonly words: SpokenWords;
}

export interface Draw extends Round {
  /** Sorted by `member`; each once. */
  readonly auditors: readonly Auditor[];
}

/** The words as they were typed or said: case, commas, and spaces do not matter. Nothing where they are not six. */
export const readSpoken = (text: string): SpokenWords | undefined => {
  const words = text
    .toLowerCase()
    .split(/[\s,]+/u)
    .filter((word) => word !== "");
  return words.length === wordsSpoken && words.every((word) => /^[a-z]{3,8}$/u.test(word))
    ? (words.join(" ") as SpokenWords)
    : undefined;
};

const encoder = new TextEncoder();

type Sha = Pick<Hashes, "sha256">;

const digest = ({ sha256 }: Sha, parts: Parameters<typeof canonicalJson>[0]): Uint8Array =>
  sha256(encoder.encode(canonicalJson(parts)));

/** What is read aloud, as words, before any auditor says hers: she cannot take others when she has heard them. 32 bytes. */
export const promiseDigest = (hashes: Sha, round: Round, { member, words }: Auditor): Uint8Array =>
  digest(hashes, ["pledge/v1/audit-promise", roundDigest(hashes, round), member, words]);

/** Those who audit this source: everybody but its writer. */
export const auditorsOf = (
  { auditors }: Pick<Draw, "auditors">,
  { from }: Pick<Source, "from">,
): readonly Auditor[] => auditors.filter(({ member }) => member !== from);

/** SHA-256 over the round and the words of those who audit the source, in 64 digits of hex. */
export const seedOf = (hashes: Sha, draw: Draw, source: Source): Hash =>
  toHex(
    digest(hashes, [
      "pledge/v1/audit-seed",
      roundDigest(hashes, draw),
      source.from,
      source.incarnation,
      auditorsOf(draw, source).map(({ member, words }) => [member, words]),
    ]),
  ) as Hash;

const sixBytes = 2 ** 48;

/** So many different whole numbers from 1 to `most`, each set of them as likely as any other; ascending. */
export const numbersFrom = (
  hashes: Sha,
  seed: Hash,
  most: number,
  wanted: number,
): readonly number[] => {
  const found = new Set<number>();
  // What lies above the last whole multiple would make the small numbers likelier.
  const bound = sixBytes - (sixBytes % most);
  for (let count = 0; found.size < Math.min(wanted, most); count += 1) {
    const bytes = digest(hashes, ["pledge/v1/audit-draw", seed, count]).subarray(0, 6);
    const value = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
    if (value < bound) found.add(1 + (value % most));
  }
  return [...found].toSorted((a, b) => a - b);
};

/** Which of the source's live lines are drawn, the first of them being 1; none where fewer than two others audit it. */
export const linesDrawn = (hashes: Sha, draw: Draw, source: RoundSource): readonly number[] =>
  auditorsOf(draw, source).length < leastAuditors
    ? []
    : numbersFrom(hashes, seedOf(hashes, draw, source), source.live, mostDrawn);
