/**
 * What letters that were written have shown of people who are not named: one line a letter, never a name. The next
 * letter is held against these (`publication-difference.ts`), because the difference of two lists may show one person.
 * Numbers as they were shown and no others: of whoever is forgotten nothing stays that had not left the vault before.
 */
import type { Day } from "../day.ts";
import type { TextHash } from "./letter.ts";
import type { ShownUnnamed } from "./publication-difference.ts";
import type { SignatoryList } from "./signatories.ts";

export interface Publication extends ShownUnnamed {
  readonly text: TextHash;
  readonly on: Day;
  /** How many workers it named: their names stand in the letter, and a count that is published goes by the same number. Not known of letters of before. */
  readonly named?: number;
}

export interface PublicationStore {
  /** Everything under that text, the first one first. */
  readonly all: (text: TextHash) => readonly Publication[];
  /** What was written last, under whichever text. */
  readonly last: () => Publication | undefined;
  readonly add: (publication: Publication) => void;
}

/** What a letter with this list shows of people who are not named. */
export const publicationOf = (
  { named, roles, others, supporters }: SignatoryList,
  text: TextHash,
  on: Day,
): Publication => {
  const shown = new Map<string, number>();
  for (const words of roles.toSorted()) shown.set(words, (shown.get(words) ?? 0) + 1);
  return {
    text,
    on,
    named: named.length,
    roles: shown,
    others: { workers: others.people, supporters: supporters.others.people },
  };
};

const told = ({ on, named, roles, others }: Publication): string =>
  JSON.stringify([
    on,
    named ?? null,
    [...roles].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    others.workers,
    others.supporters,
  ]);

/** Whether the two tell the same on the same day, so that one of them is enough. */
export const isSamePublication = (one: Publication, other: Publication): boolean =>
  one.text === other.text && told(one) === told(other);
