/**
 * Tallies in the vault, read again. Each was checked and its signature judged when it was taken in, and the
 * vault authenticates every page, so no key and no OpenPGP is needed here.
 */
import { linesOf } from "../../domain/sealing/payload.ts";
import { parseTally } from "../../domain/tallies/parse-tally.ts";
import type { Snapshot } from "../../domain/tallies/snapshot.ts";
import type { Hash, Tally, TallyHeader } from "../../domain/tallies/tally.ts";

/** What the first line says, as far as it is there in the same words as in a `Tally`. */
export type TallyHead = Omit<TallyHeader, "prev"> & { readonly people: number };

const unreadable = (): Error => new Error("a tally that was taken in cannot be read");

/** The first line alone, for those who need none of the 10,000 behind it. */
export const readHead = ({ payload }: Pick<Snapshot, "payload">): TallyHead => {
  for (const line of linesOf(payload)) if (line.ok) return line.value.value as TallyHead;
  throw unreadable();
};

export interface TallyReader {
  /** The tally in a snapshot that was taken in; each is read once. */
  readonly read: (snapshot: Pick<Snapshot, "sha256" | "payload">) => Tally;
  /** The tally with that hash, where it has been read already: reading 10,000 lines takes a while. */
  readonly known: (sha256: Hash) => Tally | undefined;
  /** Keeps one that was read elsewhere. */
  readonly remember: (sha256: Hash, tally: Tally) => void;
}

export const createTallyReader = (): TallyReader => {
  const tallies = new Map<Hash, Tally>();
  return {
    known: (sha256) => tallies.get(sha256),
    remember: (sha256, tally) => {
      tallies.set(sha256, tally);
    },
    read: ({ sha256, payload }) => {
      const known = tallies.get(sha256);
      if (known !== undefined) return known;
      const tally = parseTally(payload);
      if (!tally.ok) throw unreadable();
      tallies.set(sha256, tally.value);
      return tally.value;
    },
  };
};
