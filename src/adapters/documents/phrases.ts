/** The words that stand outside the text people sign, by language. */
import { english } from "./english.ts";
import { spanish } from "./spanish.ts";
import type { Phrases } from "./words.ts";

const byLanguage: ReadonlyMap<string, Phrases> = new Map([
  ["en", english],
  ["es", spanish],
]);

/** The languages that we have words in, as BCP 47. */
export const spoken: readonly string[] = [...byLanguage.keys()];

/** The words for a language or its region ("en", "en-US"); nothing for a language that we have no words in. */
export const phrasesFor = (language: string): Phrases | undefined =>
  byLanguage.get(new Intl.Locale(language).language);
