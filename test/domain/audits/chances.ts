/** What an audit finds, worked out, and tried out: lines that stand for nobody, drawn or not. Sample keys. */
import { wordlist } from "@scure/bip39/wordlists/english.js";

import { hashes } from "../../../src/adapters/system/hashes.ts";
import { linesDrawn } from "../../../src/domain/audits/draw.ts";
import type { Draw, SpokenWords } from "../../../src/domain/audits/draw.ts";
import type { RoundSource } from "../../../src/domain/audits/round.ts";
import type { Hash } from "../../../src/domain/tallies/tally.ts";
import { toHex } from "../../../src/domain/text/bytes.ts";
import { seededRandomness } from "../../support/seeded-randomness.ts";
import { sampleDraw } from "./any-draw.ts";

/** The chance that none of `wrong` lines is among `drawn` of `lines`: hypergeometric. */
export const missed = (lines: number, wrong: number, drawn: number): number => {
  let chance = 1;
  for (let n = 0; n < Math.min(drawn, lines); n += 1)
    chance *= Math.max(0, lines - wrong - n) / (lines - n);
  return chance;
};

/** In whole percent, rounded down: what is not certain is never 100. */
export const percent = (chance: number): number => Math.floor(100 * chance + 1e-9);

/** Who tries to have her false lines left out. */
export interface Cheat {
  /** How many trees the writer makes, of which she takes the one that is best for the words that she expects. */
  readonly roots: number;
  /** Among how many words, all promised in the same six, the last auditor chooses once she has heard the other's. */
  readonly words: number;
}

export const lines = 100;
export const wrong = 20;
export const audits = 2000;

const [, honestSource] = sampleDraw.sources;
const [first, last] = sampleDraw.auditors;
if (honestSource === undefined || first === undefined || last === undefined)
  throw new Error("the sample draw has two sources and two auditors");

/** The part of the audits in which a false line is drawn: the first `wrong` of `lines`, since every line is as likely as any other. */
export const caughtBy = ({ roots, words }: Cheat, seed: number): number => {
  const random = seededRandomness(seed);
  const someWords = (): SpokenWords =>
    Array.from({ length: 6 }, () => {
      const [high = 0, low = 0] = random.bytes(2);
      return wordlist[(high * 256 + low) % wordlist.length] ?? "";
    }).join(" ") as SpokenWords;
  const falseLines = (source: RoundSource, said: readonly [SpokenWords, SpokenWords]): number => {
    const draw: Draw = {
      ...sampleDraw,
      sources: [source],
      auditors: [
        { ...first, words: said[0] },
        { ...last, words: said[1] },
      ],
    };
    return linesDrawn(hashes, draw, source).filter((number) => number <= wrong).length;
  };
  /** Of so many that are made one after another, the first that leaves all false lines out; else the one that leaves out most. */
  const best = <One>(many: number, make: () => One, falseIn: (one: One) => number): One => {
    let found = make();
    let least = many === 1 ? 0 : falseIn(found);
    for (let made = 1; made < many && least > 0; made += 1) {
      const one = make();
      const count = falseIn(one);
      if (count < least) [found, least] = [one, count];
    }
    return found;
  };
  let caught = 0;
  for (let audit = 0; audit < audits; audit += 1) {
    const expected = [someWords(), someWords()] as const;
    const tree = (): RoundSource => ({
      ...honestSource,
      people: lines,
      live: lines,
      root: toHex(random.bytes(32)) as Hash,
    });
    const source = best(roots, tree, (one) => falseLines(one, expected));
    const heard = someWords();
    const said = best(words, someWords, (one) => falseLines(source, [heard, one]));
    if (falseLines(source, [heard, said]) > 0) caught += 1;
  }
  return caught / audits;
};
