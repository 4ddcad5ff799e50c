/**
 * Numbers tokens: lines with one token, one person as far as anybody can show, get one number.
 *
 * A `Map` of a million texts takes a second, a table over their words a quarter of one, since it is read all over the memory. So tokens are taken together by how
 * they begin, and each of these tables is small enough to stay at hand: 30 ms (measured).
 *
 * Tokens are random where they are honest. Somebody who writes tallies by hand could choose a hundred thousand that fall into one place, and would keep
 * the reader busy for minutes; so where a token falls depends on a seed that nobody else knows.
 */
import { sum } from "../sum.ts";
import { wordsPerToken } from "./lines.ts";
import type { Lines } from "./lines.ts";

/** Four random words, or the like. */
export type Seed = Uint32Array;

export interface TokenNumbers {
  /** Of each of the lists, in their order, the number of each line's token. */
  readonly numbers: readonly Uint32Array[];
  /** How many tokens there are; numbers are below it. */
  readonly size: number;
}

/** So many beginnings are told apart: the six highest bits of the first byte. */
const beginnings = 64;
const beginningOf = (word: number): number => (word & 255) >> 2;

/** All tokens behind each other, as they stand in memory. */
const joined = (all: readonly Pick<Lines, "words">[]): Uint32Array => {
  const words = new Uint32Array(sum(all.map((lines) => lines.words.length)));
  let at = 0;
  for (const lines of all) {
    words.set(lines.words, at);
    at += lines.words.length;
  }
  return words;
};

interface Together {
  /** The places of all tokens, those that begin alike behind each other and in their order. */
  readonly places: Uint32Array;
  /** Where each beginning starts among them, and last where all end. */
  readonly starts: Uint32Array;
}

const together = (words: Uint32Array): Together => {
  const starts = new Uint32Array(beginnings + 1);
  const count = words.length / wordsPerToken;
  for (let place = 0; place < count; place += 1) {
    const after = beginningOf(words[place * wordsPerToken] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let one = 0; one < beginnings; one += 1)
    starts[one + 1] = (starts[one + 1] ?? 0) + (starts[one] ?? 0);
  const places = new Uint32Array(count);
  const next = starts.slice(0, beginnings);
  for (let place = 0; place < count; place += 1) {
    const beginning = beginningOf(words[place * wordsPerToken] ?? 0);
    const at = next[beginning] ?? 0;
    places[at] = place;
    next[beginning] = at + 1;
  }
  return { places, starts };
};

/** Mixes the four words from `at` on with the seed. */
const mixed = (words: Uint32Array, at: number, seed: Seed): number => {
  let mix = Math.imul((words[at] ?? 0) ^ (seed[0] ?? 0), 0x85_eb_ca_6b);
  mix = Math.imul(mix ^ (mix >>> 15) ^ (words[at + 1] ?? 0) ^ (seed[1] ?? 0), 0xc2_b2_ae_35);
  mix = Math.imul(mix ^ (mix >>> 13) ^ (words[at + 2] ?? 0) ^ (seed[2] ?? 0), 0x27_d4_eb_2f);
  mix = Math.imul(mix ^ (mix >>> 16) ^ (words[at + 3] ?? 0) ^ (seed[3] ?? 0), 0x85_eb_ca_6b);
  return mix ^ (mix >>> 15);
};

const sameAt = (words: Uint32Array, one: number, other: number): boolean =>
  words[one] === words[other] &&
  words[one + 1] === words[other + 1] &&
  words[one + 2] === words[other + 2] &&
  words[one + 3] === words[other + 3];

const powerAbove = (least: number): number => 2 ** Math.ceil(Math.log2(Math.max(2, least)));

/** `seed` decides where tokens are looked for, and no more. */
export const numberTokens = (all: readonly Pick<Lines, "words">[], seed: Seed): TokenNumbers => {
  const words = joined(all);
  const { places, starts } = together(words);
  const numbers = new Uint32Array(places.length);
  /** By number, where its words begin for the first time. */
  const firsts = new Uint32Array(places.length);
  const fullest = Math.max(...starts.slice(1).map((end, one) => end - (starts[one] ?? 0)));
  /** A number and one, or 0 where nothing is. */
  const table = new Uint32Array(powerAbove(2 * fullest));
  const mask = table.length - 1;
  let size = 0;
  for (let beginning = 0; beginning < beginnings; beginning += 1) {
    table.fill(0);
    const end = starts[beginning + 1] ?? 0;
    for (let at = starts[beginning] ?? 0; at < end; at += 1) {
      const place = places[at] ?? 0;
      const from = place * wordsPerToken;
      let slot = mixed(words, from, seed) & mask;
      let held = table[slot] ?? 0;
      while (held !== 0 && !sameAt(words, firsts[held - 1] ?? 0, from)) {
        slot = (slot + 1) & mask;
        held = table[slot] ?? 0;
      }
      if (held === 0) {
        firsts[size] = from;
        size += 1;
        held = size;
        table[slot] = held;
      }
      numbers[place] = held - 1;
    }
  }
  let at = 0;
  return {
    numbers: all.map((lines) => {
      const from = at;
      at += lines.words.length / wordsPerToken;
      return numbers.subarray(from, at);
    }),
    size,
  };
};
