/**
 * A list of receipts: for whoever holds a pledge code, to see that she is counted. An entry a counted person, made from
 * her token and a number that is new in every list, so that two lists have no entry in common and cannot be compared by whoever
 * holds no code. Filled up with entries that are nobody's, so that its length says little.
 */
import type { Day } from "../day.ts";
import type { PledgeCode } from "../pledges/code.ts";
import type { Hashes, Randomness } from "../ports.ts";
import { tokenOf } from "../tallies/token.ts";
import type { Hash, Token } from "../tallies/tally.ts";
import { toBase64url, toHex } from "../text/bytes.ts";
import { canonicalJson } from "../text/canonical-json.ts";

export interface Receipts {
  /** UUID version 4. */
  readonly campaign: string;
  /** 16 random bytes in base64url. */
  readonly list: string;
  /** In UTC. */
  readonly on: Day;
  /** 32 bytes in base64url each, sorted, each once. As many as `lengthFor` says. */
  readonly entries: readonly string[];
}

/** In bytes. */
const listIdLength = 16;
export const entryLength = 32;

/** The shortest list; every longer one is twice as long as the one before. */
const shortest = 64;

/** How long a list with so many people is: at least one in nine entries is nobody's, so that no length is exact. */
export const lengthFor = (people: number): number => {
  let length = shortest;
  while (people > length - length / 8) length *= 2;
  return length;
};

export const entryOf = (hashes: Pick<Hashes, "sha256">, list: string, token: Token): string => {
  const text = canonicalJson(["pledge/v1/receipt", list, token]);
  return toBase64url(hashes.sha256(new TextEncoder().encode(text)));
};

/** A new list. Each token once. */
export const makeReceipts = (
  { hashes, random }: { readonly hashes: Hashes; readonly random: Randomness },
  {
    campaign,
    on,
    tokens,
  }: Pick<Receipts, "campaign" | "on"> & { readonly tokens: readonly Token[] },
): Receipts => {
  const list = toBase64url(random.bytes(listIdLength));
  const entries = new Set(tokens.map((token) => entryOf(hashes, list, token)));
  const length = lengthFor(tokens.length);
  while (entries.size < length) entries.add(toBase64url(random.bytes(entryLength)));
  return { campaign, list, on, entries: [...entries].toSorted() };
};

/** Whether somebody with that code is in the list. */
export const isCountedIn = (
  hashes: Pick<Hashes, "sha256">,
  { campaign, list, entries }: Receipts,
  code: PledgeCode,
): boolean => entries.includes(entryOf(hashes, list, tokenOf(hashes, campaign, code)));

/** One to so many who came or went would each be the one whom somebody asks about. */
const fewest = 5;

/** Whether two lists in a row would be too near to each other: not for nobody, and not for five. */
export const isFew = (changed: number): boolean => changed > 0 && changed < fewest;

export const receiptsHash = (hashes: Pick<Hashes, "sha256">, text: string): Hash =>
  toHex(hashes.sha256(new TextEncoder().encode(text))) as Hash;
