/**
 * Somebody of a handover who is here already, as one record: by the rules for two records of one person, so ours stays
 * where both say something else, and what theirs says goes into our note. What both know of her past is there once.
 */
import { mergePeople } from "../people/duplicates/merge-people.ts";
import type { MergedPerson, WholePerson } from "../people/duplicates/merge-people.ts";
import type { Assessment } from "../people/person.ts";
import { conditionToMembers } from "../pledges/condition.ts";
import type { Pledge } from "../pledges/pledge.ts";

/** Those of the others that are not among ours; what is there twice is taken for two. */
const newAmong = <T>(
  ours: readonly T[],
  others: readonly T[],
  keyOf: (one: T) => string,
): readonly T[] => {
  const left = new Map<string, number>();
  for (const one of ours) left.set(keyOf(one), (left.get(keyOf(one)) ?? 0) + 1);
  return others.filter((one) => {
    const times = left.get(keyOf(one)) ?? 0;
    left.set(keyOf(one), times - 1);
    return times <= 0;
  });
};

const pledgeKey = ({ action, condition, display, state, since }: Pledge): string =>
  JSON.stringify([action, conditionToMembers(condition), display, state, since]);

const assessmentKey = ({ level, basis, day }: Assessment): string => [level, basis, day].join(" ");

/** Whether the others are ours and what came after, as where our own record went away and comes back. */
const goesOn = <T>(ours: readonly T[], others: readonly T[], keyOf: (one: T) => string): boolean =>
  ours.every((one, at) => {
    const other = others[at];
    return other !== undefined && keyOf(other) === keyOf(one);
  });

/** The one list where it has all of the other; nothing where both say something that the other does not. */
const longer = <T>(
  ours: readonly T[],
  others: readonly T[],
  keyOf: (one: T) => string,
): readonly T[] | undefined => {
  if (goesOn(ours, others, keyOf)) return others;
  return newAmong(ours, others, keyOf).length === 0 ? ours : undefined;
};

/** `unitSize` as `mergePeople` has it. */
export const uniteHanded = (
  ours: WholePerson,
  handed: WholePerson,
  unitSize: number,
): MergedPerson => {
  // One id: nobody is taken for covering herself, and what we noted on a day comes after what they did.
  const { id } = ours.person;
  const toHer = (pledge: Pledge): Pledge => ({ ...pledge, person: id });
  const merged = mergePeople(
    ours,
    {
      ...handed,
      person: { ...handed.person, id },
      history: newAmong(ours.history, handed.history, pledgeKey),
      assessments: newAmong(ours.assessments, handed.assessments, assessmentKey),
    },
    unitSize,
  );
  // Days alone would not tell which of two words of one day came later; that one list goes on from the other does.
  const history = longer(ours.history, handed.history, pledgeKey);
  const assessments = longer(ours.assessments, handed.assessments, assessmentKey);
  const isLater =
    history === handed.history &&
    handed.history.length > ours.history.length &&
    ours.history.length > 0;
  return {
    ...merged,
    ...(history === undefined ? {} : { history: history.map(toHer) }),
    ...(assessments === undefined ? {} : { assessments }),
    ...(isLater ? { pledges: handed.pledges.map(toHer) } : {}),
  };
};
