/**
 * Tallies in the vault, read again. Each was checked and its signature judged when it was taken in, and the
 * vault authenticates every page, so no key and no OpenPGP is needed here.
 */
import { linesOf } from "../../domain/sealing/payload.ts";
import { keptLinesIn } from "../../domain/tallies/kept-lines.ts";
import { linesFrom } from "../../domain/tallies/lines.ts";
import type { CountedTally } from "../../domain/tallies/live-sources.ts";
import { parseTally } from "../../domain/tallies/parse-tally.ts";
import type { Snapshot } from "../../domain/tallies/snapshot.ts";
import type { Hash, Tally, TallyHeader } from "../../domain/tallies/tally.ts";
import type { Vault } from "../../domain/vault/vault.ts";

/** What the first line says, as far as it is there in the same words as in a `Tally`. */
export type TallyHead = Omit<TallyHeader, "prev"> & { readonly people: number };

const unreadable = (): Error => new Error("a tally that was taken in cannot be read");

/** The first line alone, for those who need none of the 10,000 behind it. */
export const readHead = (snapshot: Pick<Snapshot, "payload" | "head">): TallyHead => {
  if (snapshot.head !== undefined) return JSON.parse(snapshot.head) as TallyHead;
  for (const line of linesOf(snapshot.payload)) if (line.ok) return line.value.value as TallyHead;
  throw unreadable();
};

/** The tally in a snapshot that was taken in. */
export const readTally = ({ payload }: Pick<Snapshot, "payload">): Tally => {
  const tally = parseTally(payload);
  if (!tally.ok) throw unreadable();
  return tally.value;
};

export interface TallyReader {
  /** Each is read once. */
  readonly read: (snapshot: Pick<Snapshot, "sha256" | "payload">) => Tally;
  /** What counting needs of it, each once: a tenth of the time and of the room. */
  readonly counted: (snapshot: Pick<Snapshot, "sha256" | "payload" | "head">) => CountedTally;
}

export const createTallyReader = ({ tallies }: Pick<Vault, "tallies">): TallyReader => {
  const whole = new Map<Hash, Tally>();
  const forCounting = new Map<Hash, CountedTally>();
  const read: TallyReader["read"] = (snapshot) => {
    const known = whole.get(snapshot.sha256);
    if (known !== undefined) return known;
    const tally = readTally(snapshot);
    whole.set(snapshot.sha256, tally);
    return tally;
  };
  /** Of a tally that came in a bundle, or before its lines were kept apart, nothing else is there than the whole. */
  const count = (snapshot: Parameters<TallyReader["counted"]>[0]): CountedTally => {
    const kept = tallies.lines(snapshot.sha256);
    if (kept !== undefined) return { ...readHead(snapshot), lines: keptLinesIn(kept) };
    const { lines, ...header } = read(snapshot);
    return { ...header, lines: linesFrom(lines) };
  };
  return {
    read,
    counted: (snapshot) => {
      const found = forCounting.get(snapshot.sha256) ?? count(snapshot);
      forCounting.set(snapshot.sha256, found);
      return found;
    },
  };
};
