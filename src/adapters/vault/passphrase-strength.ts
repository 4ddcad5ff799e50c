/**
 * How many guesses a passphrase takes, as zxcvbn estimates it: against lists of passwords, English words and names, dates,
 * keyboards, repeats.
 */
import { listedWords } from "./passphrase-words.ts";

type Judge = (passphrase: string) => number;

/** Its lists take 0.4 s to load. */
const loadJudge = async (): Promise<Judge> => {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
  ]);
  const dictionary = { ...common.dictionary, ...english.dictionary };
  const judge = new ZxcvbnFactory({ dictionary, graphs: common.adjacencyGraphs });
  return (passphrase) => judge.check(passphrase).guessesLog10;
};

let loaded: Promise<Judge> | undefined;

const enoughWords = 6;

/** log10 of the guesses at six random words of the list: 6 x log10(7776). */
const listedGuesses = 23;

/** Whether it is one of those that we offer, or like them; known without zxcvbn's lists. */
const isOfListedWords = (passphrase: string): boolean => {
  const words = new Set(passphrase.split(" "));
  if (words.size < enoughWords) return false;
  const listed = listedWords();
  return [...words].every((word) => listed.has(word));
};

/** See the port `Vaults`. */
export const strengthOf = async (passphrase: string): Promise<number> => {
  if (isOfListedWords(passphrase)) return listedGuesses;
  loaded ??= loadJudge();
  return (await loaded)(passphrase);
};
