/**
 * What two records of one person pledged, as one: of two words on an action the later one, of the same day the one that
 * claims less. Uniting can only lower a count: nothing becomes live that was not, and nothing outlives a withdrawal.
 * Of two that stand a letter shows as little as either allows: a name that was printed cannot be called back.
 */
import { conditionToMembers, sameCondition } from "../../pledges/condition.ts";
import { needOf } from "../../pledges/need.ts";
import { isLive } from "../../pledges/pledge.ts";
import type { Condition, Display, Pledge, PledgeState } from "../../pledges/pledge.ts";
import type { PersonId } from "../person.ts";

const leastClaimed: readonly PledgeState[] = [
  "withdrawn",
  "lapsed",
  "pledged",
  "confirmed",
  "done",
];
const leastRevealing: readonly Display[] = ["counted", "role", "named"];

const earlierIn = <T>(order: readonly T[], one: T, other: T): T =>
  order.indexOf(one) <= order.indexOf(other) ? one : other;

const numberIn = (condition: Condition): number =>
  Object.values(conditionToMembers(condition))[0] ?? 0;

/** Which of two is harder to meet in a unit of this size. Of the same number, those of the own team are harder to find. */
const stricter = (one: Condition, other: Condition, unitSize: number): Condition => {
  if (sameCondition(one, other)) return one;
  const [first, second] = [needOf(one, unitSize), needOf(other, unitSize)];
  if (first.people !== second.people) return first.people > second.people ? one : other;
  if (first.of !== second.of) return first.of === "own-team" ? one : other;
  // A number and a share that come to the same today: the share, which grows with the unit.
  if (one.kind !== other.kind) return one.kind === "at-least-percent" ? one : other;
  return numberIn(one) >= numberIn(other) ? one : other;
};

const uniteTwo = (one: Pledge, other: Pledge, unitSize: number): Pledge => {
  const display = earlierIn(leastRevealing, one.display, other.display);
  if (one.since !== other.since) {
    const later = one.since > other.since ? one : other;
    return isLive(one.state) && isLive(other.state) ? { ...later, display } : later;
  }
  return {
    ...one,
    state: earlierIn(leastClaimed, one.state, other.state),
    condition: stricter(one.condition, other.condition, unitSize),
    display,
  };
};

/** One pledge an action, all of them `person`'s, in the order of the actions' names. */
export const unitePledges = (
  one: readonly Pledge[],
  other: readonly Pledge[],
  person: PersonId,
  unitSize: number,
): readonly Pledge[] => {
  const united = new Map(one.map((pledge) => [pledge.action, pledge]));
  for (const pledge of other) {
    const same = united.get(pledge.action);
    united.set(pledge.action, same === undefined ? pledge : uniteTwo(same, pledge, unitSize));
  }
  return [...united.values()]
    .map((pledge) => ({ ...pledge, person }))
    .toSorted((a, b) => (a.action < b.action ? -1 : 1));
};
