/** Tallies in the vault: those of others, and what we ourselves sent out. */
import type { PersonId } from "../people/person.ts";
import type { Held, Snapshot } from "./snapshot.ts";
import type { Hash, Source, Token } from "./tally.ts";

/** Our own snapshot as it was last exported. */
export interface OwnSnapshot extends Snapshot {
  /** Whether readers were named on the outside. */
  readonly named: boolean;
}

/** What opens one line's commitment: kept for the latest exported snapshot only, and gone with the person. */
export interface Opening {
  readonly person: PersonId;
  readonly token: Token;
  /** 16 random bytes. */
  readonly salt: Uint8Array;
}

export interface TallyStore {
  /** All that is held of one source; nothing when nothing is. */
  readonly held: (source: Source) => Held | undefined;
  /** Every source, sorted by `from`, then incarnation. */
  readonly sources: () => readonly Held[];
  /** Puts this in the place of what was held of the source. */
  readonly keep: (held: Held) => void;
  /** The last snapshot that we exported in this life of the vault. */
  readonly own: () => OwnSnapshot | undefined;
  /** The hash of our snapshot of that number in this life, for telling our own file from a forged one. */
  readonly ownHash: (seq: number) => Hash | undefined;
  /**
   * Keeps our snapshot, the openings of its lines and the commitments of all of them, in the order of the lines. What was kept of
   * the one before goes, but for its hash.
   */
  readonly keepOwn: (
    snapshot: OwnSnapshot,
    openings: readonly Opening[],
    commitments: readonly Uint8Array[],
  ) => void;
  /** Of our last snapshot, 32 bytes each; nothing where it was written by a pledge that kept none. */
  readonly commitments: () => readonly Uint8Array[] | undefined;
  /** Sorted by token. */
  readonly openings: () => readonly Opening[];
}
