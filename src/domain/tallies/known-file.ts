/**
 * A file that was taken in is known again by its outside, without its key being tried: a committee that exchanges a folder of a hundred files merges all
 * of them again and again. Two messages never begin and end alike, since each has a session key of its own; and of one that was changed in between, nothing is taken in
 * by being known.
 */
import type { Handle } from "../campaign/campaign.ts";
import type { Day } from "../day.ts";
import type { FileEnds } from "../files/ports.ts";
import type { Hashes } from "../ports.ts";
import { joinedBytes, toHex } from "../text/bytes.ts";
import type { Hash } from "./tally.ts";

/** What was said of it when it was taken in. */
export interface KnownFile {
  /** Of the payload. */
  readonly sha256: Hash;
  readonly source: Handle;
  readonly seq: number;
  readonly asOf: Day;
  readonly people: number;
  /** The number of the committee file that its writer went by. */
  readonly number: number;
}

/** A file, and the committee file by which it was judged: under another one it is looked at anew. */
export interface Outside {
  /** Of its length, beginning and end. */
  readonly glimpse: Hash;
  readonly committee: Hash;
}

/** Bytes at each end that tell one file from another. */
export const endLength = 4096;

export const endsOf = (file: Uint8Array): FileEnds => ({
  length: file.length,
  first: file.subarray(0, endLength),
  last: file.subarray(-endLength),
});

export const glimpseOf = (
  { sha256 }: Pick<Hashes, "sha256">,
  { length, first, last }: FileEnds,
): Hash =>
  toHex(sha256(joinedBytes([new TextEncoder().encode(`${length}\n`), first, last]))) as Hash;
