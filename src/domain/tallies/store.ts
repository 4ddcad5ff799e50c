/** Tallies in the vault: those of others, and what we ourselves sent out. */
import type { PersonId } from "../people/person.ts";
import type { KnownFile, Outside } from "./known-file.ts";
import type { KeptLines } from "./kept-lines.ts";
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

/** What is counted of a payload, its first line, and the file that it came in. */
export interface CountedLines {
  readonly sha256: Hash;
  readonly head: string;
  readonly lines: KeptLines;
  readonly file?: Outside & KnownFile;
}

export interface TallyStore {
  /** All that is held of one source; nothing when nothing is. */
  readonly held: (source: Source) => Held | undefined;
  /** Every source, sorted by `from`, then incarnation. */
  readonly sources: () => readonly Held[];
  /** Puts this in the place of what was held of the source; `counted` are the lines of one of its tops, for counting. */
  readonly keep: (held: Held, counted?: CountedLines) => void;
  /** What was said of a file when it was taken in, by that committee file. */
  readonly known: (outside: Outside) => KnownFile | undefined;
  /** No file is known any more: who is believed has changed. */
  readonly forgetFiles: () => void;
  /** The lines of a top as they were given to `keep`; nothing where they were not, or are there no longer. */
  readonly lines: (sha256: Hash) => KeptLines | undefined;
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
