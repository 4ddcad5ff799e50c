/** Whom somebody means who types a part of a name: a few of many people, and how many more there are. */
import { isSought, soughtWords } from "./sought.ts";
import type { FindablePerson } from "./store.ts";

export interface Matches {
  readonly best: readonly FindablePerson[];
  /** How many fit besides. */
  readonly more: number;
}

/**
 * At most `most` of `people`, in their order: before the others those of whom a name, a role or a contact begins with what was typed
 * first. An id and an alias fit too.
 */
export const bestMatches = (
  people: readonly FindablePerson[],
  typed: string,
  most: number,
): Matches => {
  const words = soughtWords(typed);
  const [first = ""] = words[0] ?? [];
  const [only] = words.length === 1 ? words : [];
  const best: FindablePerson[] = [];
  const others: FindablePerson[] = [];
  let fitting = 0;
  for (const one of people) {
    const isNamed = only?.some((form) => one.id.startsWith(form)) === true;
    if (!isNamed && !isSought(one.sought, words)) continue;
    fitting += 1;
    if (best.length === most) continue;
    const begins =
      isNamed ||
      one.sought.startsWith(first) ||
      one.sought.includes(` ${first}`) ||
      one.sought.includes(`\n${first}`);
    if (begins) best.push(one);
    else if (others.length < most) others.push(one);
  }
  const shown = [...best, ...others].slice(0, most);
  return { best: shown, more: fitting - shown.length };
};
