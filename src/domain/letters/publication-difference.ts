/**
 * How far a letter may differ from the ones that were written before under the same text, so that whoever has several
 * of them, and the staff list, cannot tell who came or went in between. All numbers are whole fives already; but a
 * step from 5 to 10 may be one person, and where the number of the others falls at the same time, it shows. So:
 *
 * - **A number stays as it was last shown** until at least five more people stand behind it than did when it was set:
 *   nine more than it says, since up to four are behind it unseen. A line that the first letter did not have needs
 *   nine people for the same reason.
 * - **Whoever goes is never shown any longer.** Where fewer people are left than a team's line says, it goes down with
 *   all lines of that role: they are shown by the role alone, so that the one who went is anybody of that role, and
 *   not of that role in that team; and so they stay under this text, since what comes back would say which line it was
 *   not. A line of a role alone goes down by whole fives.
 * - **The number of the others** has no role and no team. It is held in the same way so that it does not say how many
 *   of those who left a line, or entered one, are still there.
 *
 * Not protected: that somebody entered or left a group, once the number does change; who it was, where a role stands
 * in one team only, or where a single person of that role was hired or asked in between. Nor a letter under another
 * text, where everybody said yes anew; nor letters that others write, or that this vault did not write down.
 *
 * Laws: test/domain/letters/publication-laws.test.ts.
 */
import { withoutSeniority } from "./seniority.ts";

/** What one letter showed of people who are not named. */
export interface ShownUnnamed {
  /** People shown by role, by the words that were shown: "Software Engineer, Cloud". */
  readonly roles: ReadonlyMap<string, number>;
  /** "More than" so many in a number only: workers, and supporters from outside. */
  readonly others: { readonly workers: number; readonly supporters: number };
}

/** What the earlier letters under a text showed, the first one first. */
export type Earlier = readonly ShownUnnamed[];

/** The smallest group in which a line without a name can hide. */
export const smallestCell = 5;

/** Five more than were behind a number when it was set, which is up to four more than it says. */
const enough = smallestCell + smallestCell - 1;

/** Rounded down. */
export const wholeFives = (people: number): number => people - (people % smallestCell);

/** How many people a line with these words may stand for, now that so many could. Never more than those. */
export const linesFor = (earlier: Earlier, words: string, people: number): number => {
  if (earlier.length === 0) return wholeFives(people);
  const last = earlier.at(-1)?.roles.get(words) ?? 0;
  return people < last || people >= last + enough ? wholeFives(people) : last;
};

/**
 * Whether a line of that role with a team (or of a senior one) was ever shown and has more in it than are left, or is no
 * longer there. `behind` says how many people there are for its words; nothing where they are words of another role:
 * words do not say where a role ends, and "Engineer, Backend" begins like "Engineer".
 */
export const isFolded = (
  earlier: Earlier,
  role: string,
  behind: (words: string) => number | undefined,
): boolean => {
  const last = earlier.at(-1)?.roles;
  return earlier.some(({ roles }) =>
    [...roles.keys()].some((words) => {
      if (words === role || !`${withoutSeniority(words)}, `.startsWith(`${role}, `)) return false;
      const people = behind(words);
      return people !== undefined && people < (last?.get(words) ?? Infinity);
    }),
  );
};

/** "More than" how many, where so many are shown by a number only: every number of one block of five the same. */
export const moreThanFor = (earlier: readonly number[], people: number): number => {
  const now = Math.max(0, wholeFives(people - 1));
  const last = earlier.at(-1);
  // More than it says are one to five, where a line has none to four.
  return last === undefined || now < last || people > last + enough ? now : last;
};
