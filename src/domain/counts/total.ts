/**
 * Published counts of several campaigns, added up: what can be shown over employers. No tally travels between campaigns, since a person
 * has another token in each.
 *
 * People of different employers are different people. Two campaigns at one employer may have asked the same people, so of these only
 * the largest number is taken.
 */
import type { ActionKey } from "../campaign/campaign.ts";
import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";
import { sum } from "../sum.ts";
import { lettersOf } from "../text/folded.ts";
import type { PublishedCount } from "./count.ts";
import type { CountFailure } from "./failures.ts";

/** What one campaign shows of an action. */
export interface TotalPart {
  readonly count: PublishedCount;
  /** Of its unit. */
  readonly atLeast: number;
  /** Whether it is in the sum: another campaign at the same employer may show more. */
  readonly added: boolean;
}

export interface Total {
  readonly action: ActionKey;
  /** The largest first. */
  readonly parts: readonly TotalPart[];
  readonly atLeast: number;
  /** Workers in the units that are in the sum. */
  readonly size: number;
}

/** The latest of each campaign. Fails where two of one number differ: one of them is none of theirs, or both were sent out. */
const latest = (
  counts: readonly PublishedCount[],
  same: (a: PublishedCount, b: PublishedCount) => boolean,
): Result<readonly PublishedCount[], CountFailure> => {
  const byCampaign = new Map<string, PublishedCount>();
  for (const count of counts) {
    const there = byCampaign.get(count.campaign);
    if (there !== undefined && there.number === count.number && !same(there, count))
      return fail({ type: "counts-differ", name: count.name, number: count.number });
    if (there === undefined || there.number < count.number) byCampaign.set(count.campaign, count);
  }
  return ok([...byCampaign.values()]);
};

const employerOf = ({ employer }: PublishedCount): string => lettersOf(employer);

const totalOf = (counts: readonly PublishedCount[], action: ActionKey): Total => {
  const shown = counts
    .flatMap((count) => {
      const atLeast = count.shown.find((one) => one.action === action)?.atLeast;
      return atLeast === undefined ? [] : [{ count, atLeast }];
    })
    .toSorted((a, b) => b.atLeast - a.atLeast || (a.count.campaign < b.count.campaign ? -1 : 1));
  const parts = shown.map((one, place) => ({
    ...one,
    added: !shown
      .slice(0, place)
      .some((before) => employerOf(before.count) === employerOf(one.count)),
  }));
  const added = parts.filter((part) => part.added);
  return {
    action,
    parts,
    atLeast: sum(added.map(({ atLeast }) => atLeast)),
    size: sum(added.map(({ count }) => count.unit.size)),
  };
};

/** By action, sorted. `same` says whether two counts are the same file. */
export const totals = (
  counts: readonly PublishedCount[],
  same: (a: PublishedCount, b: PublishedCount) => boolean,
): Result<readonly Total[], CountFailure> => {
  const each = latest(counts, same);
  if (!each.ok) return each;
  const actions = new Set(each.value.flatMap(({ shown }) => shown.map(({ action }) => action)));
  return ok([...actions].toSorted().map((action) => totalOf(each.value, action)));
};
