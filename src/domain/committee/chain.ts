/**
 * Which number of the committee file is in use. Kept numbers are a grow-only set, and what is in use is worked out
 * from it: the chain begins at the anchor, which was adopted by comparing words, and goes on to
 * N+1 when enough members of N signed it and it names the hash of N. Two such numbers are a fork:
 * both are evidence, neither is used, and the chain ends before them. A number that too few have signed so far waits
 * among the others: signatures are only ever added, so who brings which one first makes no difference.
 */
import type { Fingerprint } from "../sealing/certificate.ts";
import type { Hash } from "../tallies/tally.ts";
import type { Committee } from "./committee.ts";
import type { FileRefused } from "./failures.ts";

/** A number of the file, read, with whose good signatures it has. */
export interface Numbered {
  readonly committee: Committee;
  readonly sha256: Hash;
  readonly signers: readonly Fingerprint[];
  readonly anchor: boolean;
}

export interface Chain {
  /** From the anchor to the number in use, which is the last. */
  readonly used: readonly [Numbered, ...Numbered[]];
  /** The number in use. */
  readonly current: Numbered;
  /** Two or more valid numbers after the current one, sorted by hash; else none. */
  readonly forks: readonly Numbered[];
}

const goesOn = (before: Numbered, next: Numbered): boolean =>
  next.committee.number === before.committee.number + 1 &&
  next.committee.prev === before.sha256 &&
  next.committee.definition.id === before.committee.definition.id;

/** How many distinct members of `before` signed `next`. */
const signaturesOf = (
  { committee: { members } }: Numbered,
  { signers }: Pick<Numbered, "signers">,
): number => {
  const signed = new Set(signers);
  return members.filter(({ fingerprint }) => signed.has(fingerprint)).length;
};

const isSignedBy = (before: Numbered, next: Pick<Numbered, "signers">): boolean =>
  signaturesOf(before, next) >= before.committee.needs;

const byHash = (a: Numbered, b: Numbered): number => (a.sha256 < b.sha256 ? -1 : 1);

/** Of several anchors the one of the highest number. Which of two of one number was meant nobody could say. */
const anchorOf = (kept: readonly Numbered[]): Numbered | undefined => {
  const [anchor, other] = kept
    .filter((one) => one.anchor)
    .toSorted((a, b) => b.committee.number - a.committee.number);
  if (anchor !== undefined && anchor.committee.number === other?.committee.number)
    throw new TypeError("two numbers that are one were adopted");
  return anchor;
};

/**
 * The chain of the kept numbers, each of which comes once; nothing where none is an anchor. The order in which
 * they come makes no difference. Throws for two anchors of one number: whoever adopts one takes the mark from the other.
 */
export const chainOf = (kept: readonly Numbered[]): Chain | undefined => {
  const anchor = anchorOf(kept);
  if (anchor === undefined) return undefined;
  const used: [Numbered, ...Numbered[]] = [anchor];
  for (let current = anchor; ;) {
    const next = kept.filter((one) => goesOn(current, one) && isSignedBy(current, one));
    const [only] = next;
    if (only === undefined) return { used, current, forks: [] };
    if (next.length > 1) return { used, current, forks: next.toSorted(byHash) };
    used.push(only);
    current = only;
  }
};

/** Every kept number that members vouch for from the anchor on, both sides of a fork included. */
const validFrom = (kept: readonly Numbered[], anchor: Numbered): readonly Numbered[] => {
  const valid = [anchor];
  // The list grows while it is walked over.
  for (const before of valid) {
    valid.push(...kept.filter((next) => goesOn(before, next) && isSignedBy(before, next)));
  }
  return valid;
};

/** A number that is in use once as many more members have signed it. */
export interface Waiting {
  readonly proposed: Numbered;
  /** One or more. */
  readonly missing: number;
}

/**
 * The kept numbers that go on from the one in use, or from a side of a fork behind it, and wait for signatures; sorted by hash. What
 * goes on from an earlier number is none of them: it came too late.
 */
export const waitingIn = (
  kept: readonly Numbered[],
  { used, current }: Chain,
): readonly Waiting[] => {
  const valid = validFrom(kept, used[0]).filter(
    ({ committee: { number } }) => number >= current.committee.number,
  );
  return valid
    .flatMap((before) =>
      kept
        .filter((next) => goesOn(before, next))
        .map((proposed) => ({
          proposed,
          missing: before.committee.needs - signaturesOf(before, proposed),
        })),
    )
    .filter(({ missing }) => missing > 0)
    .toSorted((a, b) => byHash(a.proposed, b.proposed));
};

/**
 * What waited while the chain went on without it, that of the lowest number first. Should enough sign it after all, it contradicts what is in use; so that everybody
 * sees that who gets the same signatures, in whatever order, it is kept with those that it has.
 */
export const outdatedIn = (kept: readonly Numbered[], chain: Chain): readonly Numbered[] => {
  const waiting = new Set(waitingIn(kept, chain).map(({ proposed }) => proposed));
  return kept
    .filter((one) => {
      const before = kept.find((other) => goesOn(other, one));
      const waited = !one.anchor && before !== undefined && !isSignedBy(before, one);
      return waited && !waiting.has(one);
    })
    .toSorted((a, b) => a.committee.number - b.committee.number || byHash(a, b));
};

export type NumberVerdict =
  /**
   * It is to be kept, with these signers: `waiting` for more signatures, which may be those that it has here already; with `fork` it contradicts one that is kept, and neither is used
   * from now on.
   */
  | {
      readonly outcome: "merged" | "fork" | "waiting";
      /** All who have signed it by now, those first who were known before. */
      readonly signers: readonly Fingerprint[];
    }
  /** It is there already; or it is not in use any more, or was not when the chain began. */
  | { readonly outcome: "duplicate" | "stale" }
  | { readonly outcome: "refused"; readonly failure: FileRefused };

/** So many are kept that wait, and as many that are outdated: more would be somebody who fills the others' vaults. */
export const mostWaiting = 20;

/** What to do with a number that arrives; `signers` are those of its signatures that are good. */
export const judgeNumber = (
  kept: readonly Numbered[],
  chain: Chain,
  arriving: Numbered,
): NumberVerdict => {
  const { committee, sha256 } = arriving;
  const refused = (failure: FileRefused): NumberVerdict => ({ outcome: "refused", failure });
  const [anchor] = chain.used;
  const { number } = committee;
  if (committee.definition.id !== anchor.committee.definition.id)
    return refused({ type: "campaign-other" });
  const passed = chain.used.some((one) => one !== chain.current && one.sha256 === sha256);
  // What lies before the anchor was never ours to judge.
  if (passed || number < anchor.committee.number) return { outcome: "stale" };
  const valid = validFrom(kept, anchor);
  if (valid.some((one) => one.sha256 === sha256)) return { outcome: "duplicate" };
  const before = valid.find(
    (one) => one.committee.number === number - 1 && one.sha256 === committee.prev,
  );
  const there = kept.find((one) => one.sha256 === sha256);
  if (before === undefined) {
    // Of a chain that began elsewhere.
    if (there !== undefined) return { outcome: "duplicate" };
    const have = Math.max(...valid.map((one) => one.committee.number));
    return number > have + 1
      ? refused({ type: "committee-gap", number, have })
      : refused({ type: "committee-other-branch", number });
  }
  const signers = [...new Set([...(there?.signers ?? []), ...arriving.signers])];
  if (isSignedBy(before, { signers }))
    // What goes on from one side of a fork is kept with it, so that the order of arrival makes no difference.
    return {
      outcome: before === chain.current && chain.forks.length === 0 ? "merged" : "fork",
      signers,
    };
  if (signaturesOf(before, { signers }) === 0)
    return refused({ type: "committee-unsigned", number, needs: before.committee.needs });
  return there === undefined && waitingIn(kept, chain).length >= mostWaiting
    ? refused({ type: "proposals-too-many", most: mostWaiting })
    : { outcome: "waiting", signers };
};
