/** What is kept of the tallies of others: a grow-only set of hashes, and the payloads at each source's highest number. */
import type { Hash, Source } from "./tally.ts";

/** That a source has written this payload under this number. */
export interface Link {
  readonly seq: number;
  readonly sha256: Hash;
  /** The hash that it names as its own number before; nothing for the first. */
  readonly prev: Hash | undefined;
}

/** A payload as it was signed: enough for anybody to check it again with the writer's certificate. */
export interface Snapshot extends Source, Link {
  /** The first line of the payload, where that is kept apart from it. */
  readonly head?: string;
  readonly payload: Uint8Array;
  /** The signature packet in binary: a valid detached signature over `payload`. */
  readonly signature: Uint8Array;
}

/** All that is held of one source. */
export interface Held extends Source {
  /** Sorted by number, then hash; each once. */
  readonly links: readonly Link[];
  /** The snapshots at the highest number, sorted by hash: one, or several copies of a fork. */
  readonly tops: readonly Snapshot[];
}
