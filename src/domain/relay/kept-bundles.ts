/**
 * Which bundles of one source are kept, and which of them are the word of their bearer still.
 *
 * A whole bundle has all that its bearer passes on, so it takes the place of what she passed on before: whoever left her committee is
 * gone with it. A partial one has what she chose, so it adds to the one before: whom she leaves out says no less than she did, and
 * nothing that was taken back comes to life again because its bearer left it out.
 *
 * A tally that somebody signed who is known here is hers, and stays whatever its bearer does later. Who is known is asked when
 * counting; so a bundle is kept as long as it has a tally that no newer one has.
 *
 * What is kept of what is kept and one more is what would be kept of all that ever came: the order makes no difference.
 */
import type { Fingerprint } from "../sealing/certificate.ts";
import type { Snapshot } from "../tallies/snapshot.ts";

export interface BundleContents extends Pick<Snapshot, "seq" | "sha256"> {
  readonly partial: boolean;
  /** In all its layers. */
  readonly tallies: readonly BundledTally[];
}

export interface BundledTally extends Pick<Snapshot, "from" | "incarnation" | "seq" | "sha256"> {
  /** Who bore it in bundles inside this one, the innermost first. By which of these it counts is decided when counting. */
  readonly through: readonly Fingerprint[];
}

const sourceOf = ({ from, incarnation, through }: BundledTally): string =>
  [from, incarnation, ...through].join(" ");

const itself = (tally: BundledTally): string => `${tally.sha256} ${sourceOf(tally)}`;

/** The number of the last whole one; 0 where there is none. */
const lastWhole = (all: readonly Pick<BundleContents, "seq" | "partial">[]): number =>
  Math.max(0, ...all.filter(({ partial }) => !partial).map(({ seq }) => seq));

const numbersDown = (all: readonly Pick<BundleContents, "seq">[]): readonly number[] =>
  [...new Set(all.map(({ seq }) => seq))].toSorted((a, b) => b - a);

/**
 * The bundles of one source of which something may count some day, in their order: the highest, the last whole one, and each with a tally
 * that no later bundle has by the same way, itself or a newer one of its source. A later bundle with an older tally takes nothing's place: from some whole one
 * on it may be the newest.
 */
export const keptBundles = <B extends BundleContents>(all: readonly B[]): readonly B[] => {
  const numbers = numbersDown(all);
  const whole = lastWhole(all);
  const kept = new Set<B>();
  const newest = new Map<string, number>();
  const seen = new Set<string>();
  for (const number of numbers) {
    // Two of one number are copies of a fork, of which neither comes later.
    const same = all.filter(({ seq }) => seq === number);
    for (const bundle of same) {
      const isNew = bundle.tallies.some(
        (tally) =>
          !seen.has(itself(tally)) && tally.seq >= (newest.get(sourceOf(tally)) ?? tally.seq),
      );
      if (isNew || number === numbers[0] || (!bundle.partial && number === whole)) kept.add(bundle);
    }
    for (const tally of same.flatMap(({ tallies }) => tallies)) {
      seen.add(itself(tally));
      newest.set(sourceOf(tally), Math.max(tally.seq, newest.get(sourceOf(tally)) ?? 0));
    }
  }
  return all.filter((bundle) => kept.has(bundle));
};

/** Of the bundles of one source those whose place no later whole one has taken. */
export const standingBundles = <B extends Pick<BundleContents, "seq" | "partial">>(
  all: readonly B[],
): readonly B[] => {
  const whole = lastWhole(all);
  return all.filter(({ seq }) => seq >= whole);
};
