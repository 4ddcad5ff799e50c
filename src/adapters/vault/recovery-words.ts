/**
 * Twenty-four recovery words: 256 random bits and 8 check bits in the English words of BIP 39.
 * Only the word list and the check bits of that standard are used, not its seeds.
 */
import { randomBytes } from "node:crypto";
import { entropyToMnemonic, mnemonicToEntropy } from "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/english.js";

/** The words for 32 bytes, separated by single spaces. */
export const wordsOfEntropy = (entropy: Uint8Array): string => entropyToMnemonic(entropy, wordlist);

/** Twenty-four words that nobody had before. */
export const randomWords = (): string => {
  const entropy = randomBytes(32);
  const words = wordsOfEntropy(entropy);
  entropy.fill(0);
  return words;
};

/** The 32 bytes that the words spell, or nothing when a word or the check bits are wrong. Case and extra white space do not matter. */
export const entropyOfWords = (words: string): Uint8Array | undefined => {
  const tidy = words.trim().toLowerCase().split(/\s+/u);
  if (tidy.length !== 24) return undefined;
  try {
    return mnemonicToEntropy(tidy.join(" "), wordlist);
  } catch {
    return undefined;
  }
};

/** The first 33 bits of a digest in hex, as three words: enough to see by eye that two are not the same. */
export const threeWords = (digest: string): string => {
  const bits = BigInt(`0x${digest.slice(0, 9)}`) >> 3n;
  return [22n, 11n, 0n].map((shift) => wordlist[Number((bits >> shift) & 2047n)]).join(" ");
};
