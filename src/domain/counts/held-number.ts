/**
 * One number that is published again and again: what it may say now, beside what it said last. As in letters
 * (`letters/publication-difference.ts`) it is a whole five that nobody can read one person out of, and it stays until
 * enough more people are behind it. Here it stays until there are *ten* more than it says, where a line of a letter
 * waits for nine: then a number that went up has its five possible values like any other. With nine it would sometimes
 * have one, and a total beside it could be solved for the rest.
 *
 * So whoever reads a number P knows: P to P + 4 people where it is new or went down, P to P + 9 where it stayed. From
 * one publication to the next the difference is never known to be one to four people.
 */
import { smallestCell, wholeFives } from "../letters/publication-difference.ts";

/** In people: so many more than a number says before it goes up. */
export const enoughMore = 2 * smallestCell;

/** What a number can be away from what it says at the most, where it is new or went down; and where it stayed. */
export const narrowest = smallestCell - 1;
export const widest = enoughMore - 1;

/** At most so many percent of a team or of the unit are shown: more would say of each of them that she is one. As in a tally. */
const largestShare = 80;

export const mostShown = (size: number): number => Math.floor((largestShare * size) / 100);

/** `last` is what was published last, 0 where a publication came before that did not show it; nothing for the first of all. Never more than `people`. */
export const heldNumber = (last: number | undefined, people: number): number =>
  last === undefined || people < last || people >= last + enoughMore ? wholeFives(people) : last;
