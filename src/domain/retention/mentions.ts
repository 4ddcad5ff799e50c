/**
 * Where somebody is named in what was written about others: whole words, without accents and capitals, however they are divided.
 * A name of several words and a contact are hers; a single word ("Sam") may be somebody else's name, or a word.
 */
import type { Person } from "../people/person.ts";
import { folded } from "../text/folded.ts";

/** What stands in the place of a name that was taken out. */
export const forgottenMark = "[forgotten]";

interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** Words of letters and digits, with their places in the text in UTF-16 code units. */
const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index }) => ({
    folded: folded(word.normalize("NFKC")),
    start: index,
    end: index + word.length,
  }));

const joined = (words: readonly Word[]): string => words.map((word) => word.folded).join(" ");

/** Between two words of one name stand at most so many characters, and no end of a line. */
const widestGap = 3;

export interface Named {
  /** The text without what is surely hers; the same text where there is nothing of it. */
  readonly blanked: string;
  readonly surely: boolean;
  /** A word that may mean her stands in what is left. */
  readonly perhaps: boolean;
}

export interface NameFinder {
  readonly in: (text: string) => Named;
}

const nameless: NameFinder = { in: (text) => ({ blanked: text, surely: false, perhaps: false }) };

/** Single letters and digits name nobody. */
const shortestWord = 2;

export type Nameable = Pick<Person, "name" | "alias" | "contacts">;

const termsOf = ({ name, alias, contacts }: Nameable): readonly (readonly Word[])[] =>
  [name, alias ?? "", ...contacts.map(({ value }) => value)].map(wordsOf);

/** What a finder looks for: the folded words, and how many there are at most. */
interface Terms {
  readonly sure: ReadonlySet<string>;
  readonly single: ReadonlySet<string>;
  readonly longest: number;
}

const gathered = (people: readonly Nameable[]): Terms => {
  const terms = people.flatMap(termsOf);
  const long = terms.filter(({ length }) => length > 1);
  // A phone number is one word, and nobody else's.
  const isNumber = ({ folded: word }: Word): boolean => /^\d{6,}$/u.test(word);
  const short = terms.flatMap((words) => (words.length === 1 ? words : []));
  return {
    sure: new Set([...long.map(joined), ...short.filter(isNumber).map((word) => word.folded)]),
    single: new Set(
      short
        .filter((word) => !isNumber(word) && word.folded.length >= shortestWord)
        .map((word) => word.folded),
    ),
    // Not as arguments of one call, of which there may be too few for everybody in a list.
    longest: long.reduce((most, { length }) => Math.max(most, length), 1),
  };
};

const together = (text: string, words: readonly Word[]): boolean =>
  words.every((word, place) => {
    const next = words[place + 1];
    if (next === undefined) return true;
    const gap = text.slice(word.end, next.start);
    return gap.length <= widestGap && !gap.includes("\n");
  });

/** How many words from this one on are surely a name; the most that there are. */
const lengthAt = (text: string, words: readonly Word[], at: number, terms: Terms): number => {
  for (let length = terms.longest; length > 0; length -= 1) {
    const some = words.slice(at, at + length);
    if (some.length === length && terms.sure.has(joined(some)) && together(text, some))
      return length;
  }
  return 0;
};

const search = (text: string, terms: Terms): Named => {
  const words = wordsOf(text);
  const parts: string[] = [];
  let [copied, perhaps] = [0, false];
  for (let at = 0; at < words.length;) {
    const word = words[at] as Word;
    const length = lengthAt(text, words, at, terms);
    if (length > 0) {
      parts.push(text.slice(copied, word.start), forgottenMark);
      copied = words[at + length - 1]?.end ?? copied;
    } else if (terms.single.has(word.folded)) {
      perhaps = true;
    }
    at += Math.max(1, length);
  }
  const surely = copied > 0;
  return { blanked: surely ? parts.join("") + text.slice(copied) : text, surely, perhaps };
};

/** Looks for any of these people. Takes time in proportion to the text, however many they are; gets ready for the first one. */
export const nameFinder = (people: readonly Nameable[]): NameFinder => {
  if (people.length === 0) return nameless;
  let terms: Terms | undefined;
  return { in: (text) => search(text, (terms ??= gathered(people))) };
};
