/**
 * Taking in a snapshot. What is held of a source only grows: a set of hashes by number, each with
 * the hash it names as its own number before, and every payload at the highest number. Taking in is a
 * union, so that any order and any repetition lead to the same state; there is no clock in it.
 *
 * The payload must have been checked before: who signed it, for whom, of which campaign.
 */
import type { Held, Link, Snapshot } from "./snapshot.ts";
import type { Hash } from "./tally.ts";

/** Two or more payloads of one source under one number: somebody shows different things to different people, or a vault was copied. */
export interface Fork {
  readonly seq: number;
  /** Sorted, two or more. */
  readonly hashes: readonly Hash[];
}

export type TakenIn = "merged" | "duplicate" | "stale" | "fork";

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** What the source is known to have written, by number: what came here, and what a later one names as the one before. */
const hashesBySeq = (links: readonly Link[]): ReadonlyMap<number, ReadonlySet<Hash>> => {
  const known = new Map<number, Set<Hash>>();
  const know = (seq: number, hash: Hash): void => {
    known.set(seq, (known.get(seq) ?? new Set()).add(hash));
  };
  for (const { seq, sha256, prev } of links) {
    know(seq, sha256);
    if (prev !== undefined) know(seq - 1, prev);
  }
  return known;
};

/** Every hash of the source that is known, what only a later one names among them; each once. */
export const hashesIn = (links: readonly Link[]): readonly Hash[] => [
  ...new Set([...hashesBySeq(links).values()].flatMap((hashes) => [...hashes])),
];

/** The source's forks, sorted by number. */
export const forksOf = (held: Pick<Held, "links">): readonly Fork[] =>
  [...hashesBySeq(held.links)]
    .filter(([, hashes]) => hashes.size > 1)
    .map(([seq, hashes]) => ({ seq, hashes: [...hashes].toSorted(byCodeUnits) }))
    .toSorted((a, b) => a.seq - b.seq);

/** How many hashes stand against each other; grows when a new one comes to a fork or makes one. */
const evidence = (links: readonly Link[]): number =>
  forksOf({ links }).reduce((total, { hashes }) => total + hashes.length, 0);

const withTop = (tops: readonly Snapshot[], snapshot: Snapshot): readonly Snapshot[] => {
  const highest = tops[0]?.seq ?? 0;
  if (snapshot.seq < highest) return tops;
  const others = snapshot.seq > highest ? [] : tops;
  return [...others, snapshot].toSorted((a, b) => byCodeUnits(a.sha256, b.sha256));
};

/**
 * Takes the snapshot into what is held of its source. `duplicate` gives `held` itself. Otherwise the
 * outcome is `fork` when the snapshot stands against another one and that was not known before, `stale`
 * when its number is below the highest, else `merged`; what is held is new in all three.
 */
export const takeIn = (
  held: Held | undefined,
  snapshot: Snapshot,
): { readonly outcome: TakenIn; readonly held: Held } => {
  const { from, incarnation, seq, sha256, prev } = snapshot;
  const before = held ?? { from, incarnation, links: [], tops: [] };
  if (before.links.some((link) => link.seq === seq && link.sha256 === sha256)) {
    return { outcome: "duplicate", held: before };
  }
  const links = [...before.links, { seq, sha256, prev }].toSorted(
    (a, b) => a.seq - b.seq || byCodeUnits(a.sha256, b.sha256),
  );
  const tops = withTop(before.tops, snapshot);
  const after = { from, incarnation, links, tops };
  if (evidence(links) > evidence(before.links)) return { outcome: "fork", held: after };
  return { outcome: tops === before.tops ? "stale" : "merged", held: after };
};
