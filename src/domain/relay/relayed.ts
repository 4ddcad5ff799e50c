/**
 * How tallies that somebody passed on are counted. Of a writer whom our committee file names the tally is hers, as if it had come
 * from herself: it stays whatever its bearer passes on later. Whoever else wrote one, we have only the word of the member who passed it on: all of these together are one claim
 * of hers. It shows nothing, so it is never in `low`, except that a pledge which it says was taken back is not counted as sure;
 * and in `high` there are never more people by it than the unit has.
 *
 * Decided when counting, by the committee file of now: who joins later counts as herself then, and whoever was removed does not come
 * back through a bundle.
 */
import type { Day } from "../day.ts";
import type { Fingerprint } from "../sealing/certificate.ts";
import type { Signer } from "../tallies/claims.ts";
import { countedLines, isLeftOut } from "../tallies/left-out.ts";
import type { Selection } from "../tallies/left-out.ts";
import type { Held, Snapshot } from "../tallies/snapshot.ts";
import { takeIn } from "../tallies/take-in.ts";
import type { Lines } from "../tallies/lines.ts";
import type { Incarnation } from "../tallies/tally.ts";

/** A tally from a bundle. */
export interface RelayedTally extends Snapshot {
  readonly supersedes: readonly Incarnation[];
  readonly lines: Lines;
  readonly asOf: Day;
  /** The bundles that it came in, the innermost first. */
  readonly layers: readonly Pick<Snapshot, "from" | "incarnation" | "sha256">[];
  /** Whether the outermost of these is its bearer's word still: no whole bundle that came later has taken its place. */
  readonly standing: boolean;
}

/** What somebody passes on of those whom our committee file does not name. */
export interface RelayedClaim {
  /** The member on whose word it rests. */
  readonly by: Fingerprint;
  /** Those who wrote it, each once. */
  readonly writers: readonly Fingerprint[];
  /** The day of the oldest tally in it. */
  readonly oldest: Day;
  /** All of it, as one signer of whom nothing is sure. */
  readonly signer: Signer;
}

export interface Trust {
  /** Whose word counts. */
  readonly members: ReadonlySet<Fingerprint>;
  /** Whom any committee file of ours names or named. */
  readonly known: ReadonlySet<Fingerprint>;
  readonly leftOut: readonly Selection[];
}

const sourceOf = ({ from, incarnation }: Pick<Snapshot, "from" | "incarnation">): string =>
  `${from} ${incarnation}`;

/** Of each source the ones at its highest number, each once, without the lives that another one takes the place of. */
const latest = (tallies: readonly RelayedTally[]): readonly RelayedTally[] => {
  const bySource = new Map<string, Map<string, RelayedTally>>();
  for (const tally of tallies) {
    const there = bySource.get(sourceOf(tally)) ?? new Map<string, RelayedTally>();
    bySource.set(sourceOf(tally), there);
    const [first] = there.values();
    if (first !== undefined && first.seq > tally.seq) continue;
    if (first !== undefined && first.seq < tally.seq) there.clear();
    there.set(tally.sha256, tally);
  }
  const left = [...bySource.values()].flatMap((there) => [...there.values()]);
  const gone = new Set(
    left.flatMap(({ from, supersedes }) =>
      supersedes.map((incarnation) => sourceOf({ from, incarnation })),
    ),
  );
  return left
    .filter((tally) => !gone.has(sourceOf(tally)))
    .toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
};

/** What is held, with what members wrote and others passed on. */
export const heldWithRelayed = (
  held: readonly Held[],
  relayed: readonly RelayedTally[],
  { known }: Pick<Trust, "known">,
): readonly Held[] => {
  const bySource = new Map(held.map((one) => [sourceOf(one), one]));
  for (const tally of relayed.filter(({ from }) => known.has(from))) {
    const { from, incarnation, seq, prev, sha256, payload, signature } = tally;
    const snapshot: Snapshot = { from, incarnation, seq, prev, sha256, payload, signature };
    bySource.set(sourceOf(tally), takeIn(bySource.get(sourceOf(tally)), snapshot).held);
  }
  return [...bySource].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
};

/** The claims of members for others, sorted by member: each tally by the innermost member who passed it on. */
export const relayedClaims = (
  relayed: readonly RelayedTally[],
  { members, known, leftOut }: Trust,
): readonly RelayedClaim[] => {
  const byMember = new Map<Fingerprint, RelayedTally[]>();
  for (const tally of relayed) {
    if (known.has(tally.from) || !tally.standing) continue;
    if (tally.layers.some((layer) => isLeftOut(leftOut, layer))) continue;
    const bearer = tally.layers.find(({ from }) => members.has(from));
    if (bearer === undefined) continue;
    const lines = countedLines(leftOut, bearer, tally.lines);
    byMember.set(bearer.from, [...(byMember.get(bearer.from) ?? []), { ...tally, lines }]);
  }
  return [...byMember]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([by, all]) => {
      const tallies = latest(all);
      const [oldest] = tallies.map(({ asOf }) => asOf).toSorted();
      if (oldest === undefined) throw new Error("a claim without a tally");
      return {
        by,
        writers: [...new Set(tallies.map(({ from }) => from))].toSorted(),
        oldest,
        signer: {
          fingerprint: by,
          turf: [],
          relayed: true,
          copies: tallies.map(({ incarnation, lines }) => ({ incarnation, lines, turf: [] })),
        },
      };
    });
};
