/**
 * The active set: the greatest set of people in which everyone's condition holds. Start with
 * everybody, drop whoever's condition fails, repeat; what is left acts together. For conditions of
 * the form "at least N" alone it is the largest K with #{N <= K} >= K.
 *
 * People with the same condition in the same team share one fate, so the set is found over groups:
 * a hundred thousand people are a few dozen groups. How many people some groups are together is
 * for the caller to say, since two tallies may count one person twice. Laws: test/domain/pledges/active-set.test.ts.
 */
import type { TeamKey } from "../campaign/campaign.ts";
import { needOf } from "./need.ts";
import type { Condition } from "./pledge.ts";

/** People who said yes to one action under one condition, in one vault. */
export interface PledgeGroup {
  readonly condition: Condition;
  readonly team?: TeamKey;
  readonly people: number;
}

export interface ActiveSet {
  readonly people: number;
  /** The groups that act. */
  readonly groups: readonly PledgeGroup[];
}

/** What would bring more people in: `more` pledges without a condition bring in `people` who wait. */
export interface Tipping {
  readonly more: number;
  readonly people: number;
}

/** How many people some groups are together; must not grow when a group is left out. */
export interface Standing {
  readonly everybody: number;
  readonly inTeam: (team: TeamKey) => number;
}

/**
 * The greatest set of groups in which each one holds, by what all that are left stand for together.
 * `holds` must not fail where more people stand together than where it did not.
 */
export const greatestSet = <Group>(
  groups: readonly Group[],
  standingOf: (together: readonly Group[]) => Standing,
  holds: (group: Group, standing: Standing) => boolean,
): { readonly groups: readonly Group[]; readonly people: number } => {
  let together = groups;
  for (;;) {
    const standing = standingOf(together);
    const left = together.filter((group) => holds(group, standing));
    if (left.length === together.length) return { groups: left, people: standing.everybody };
    together = left;
  }
};

/** People by team, for groups that count nobody twice. */
const standingOf = (groups: readonly PledgeGroup[]): Standing => {
  let everybody = 0;
  const byTeam = new Map<TeamKey, number>();
  for (const { team, people } of groups) {
    everybody += people;
    if (team !== undefined) byTeam.set(team, (byTeam.get(team) ?? 0) + people);
  }
  return { everybody, inTeam: (team) => byTeam.get(team) ?? 0 };
};

/** The greatest set in which every condition holds, in a unit of `unitSize` workers, beside `more` people without a condition who are not counted. */
export const activeSet = (groups: readonly PledgeGroup[], unitSize: number, more = 0): ActiveSet =>
  greatestSet(
    groups.filter((group) => group.people > 0),
    standingOf,
    ({ condition, team }, { everybody, inTeam }) => {
      const need = needOf(condition, unitSize);
      if (need.of === "everybody") return everybody + more >= need.people;
      // Without a team nothing can be shown, and what cannot be shown is not met.
      return team !== undefined && inTeam(team) >= need.people;
    },
  );

/**
 * The fewest further pledges without a condition, from anybody, that bring in somebody who waits;
 * nothing when nobody waits or when no number of them up to the whole unit would help (a condition on one's
 * own team). `activeBeside` gives how many people act beside so many more.
 */
export const tippingBy = (
  activeBeside: (more: number) => number,
  unitSize: number,
): Tipping | undefined => {
  const now = activeBeside(0);
  const broughtInBy = (more: number): number => activeBeside(more) - now;
  let [low, high] = [1, unitSize];
  if (high < low || broughtInBy(high) === 0) return undefined;
  // More pledges never bring in fewer people, so the first number that helps is found by halving.
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (broughtInBy(middle) > 0) high = middle;
    else low = middle + 1;
  }
  return { more: low, people: broughtInBy(low) };
};

/** The tipping point of people whom one vault counts. */
export const tipping = (groups: readonly PledgeGroup[], unitSize: number): Tipping | undefined =>
  tippingBy((more) => activeSet(groups, unitSize, more).people, unitSize);
