/**
 * The active set: the greatest set of people in which everyone's condition holds. Start with
 * everybody, drop whoever's condition fails, repeat; what is left acts together. For conditions of
 * the form "at least N" alone it is the largest K with #{N <= K} >= K.
 *
 * People with the same condition in the same team share one fate, so the set is found over groups:
 * a hundred thousand people are a few dozen groups. Laws: test/domain/pledges/active-set.test.ts.
 */
import { shareOf } from "../campaign/campaign.ts";
import type { TeamKey } from "../campaign/campaign.ts";
import type { Condition } from "./pledge.ts";

/** People who said yes to one action under one condition. */
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

const sum = (groups: readonly PledgeGroup[]): number =>
  groups.reduce((total, group) => total + group.people, 0);

/** The greatest set in which every condition holds, in a unit of `unitSize` workers. */
export const activeSet = (groups: readonly PledgeGroup[], unitSize: number): ActiveSet => {
  let active = groups.filter((group) => group.people > 0);
  for (;;) {
    const everybody = sum(active);
    const byTeam = new Map<TeamKey, number>();
    for (const { team, people } of active) {
      if (team !== undefined) byTeam.set(team, (byTeam.get(team) ?? 0) + people);
    }
    const left = active.filter(({ condition, team }) => {
      switch (condition.kind) {
        case "none":
          return true;
        case "at-least":
          return everybody >= condition.people;
        case "at-least-percent":
          return everybody >= shareOf(unitSize, condition.percent);
        case "at-least-in-team":
          // Without a team nothing can be shown, and what cannot be shown is not met.
          return team !== undefined && (byTeam.get(team) ?? 0) >= condition.people;
        default:
          return condition satisfies never;
      }
    });
    if (left.length === active.length) return { people: everybody, groups: active };
    active = left;
  }
};

/**
 * The fewest further pledges without a condition, from anybody, that bring in somebody who waits;
 * nothing when nobody waits or when no number of them would help (a condition on one's own team).
 */
export const tipping = (groups: readonly PledgeGroup[], unitSize: number): Tipping | undefined => {
  const now = activeSet(groups, unitSize).people;
  const broughtInBy = (more: number): number =>
    activeSet([...groups, { condition: { kind: "none" }, people: more }], unitSize).people -
    more -
    now;
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
