/** Lines as they are counted and kept say what the lines say, and tokens are told apart whatever the seed. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { keptLinesFrom, keptLinesIn } from "../../../src/domain/tallies/kept-lines.ts";
import { linesFrom, linesWhere, tokensWhere } from "../../../src/domain/tallies/lines.ts";
import { numberTokens } from "../../../src/domain/tallies/token-numbers.ts";
import { unite } from "../../../src/domain/tallies/unite.ts";
import { countUnited } from "../../../src/domain/tallies/count-united.ts";
import { tally as anyTally } from "./any-tally.ts";
import { anySizes, signers } from "./any-signers.ts";
import { listed } from "./listed-lines.ts";
import { sign } from "./sample-signers.ts";

const words = fc
  .array(fc.nat(0xff_ff_ff_ff), { minLength: 4, maxLength: 4 })
  .map((some) => Uint32Array.from(some));

describe("the lines of a tally in columns", () => {
  it("are the lines without their proofs, also when they were kept", () => {
    fc.assert(
      fc.property(anyTally, ({ lines }) => {
        const plain = lines.map((line) => ({ ...line, proof: "" }));
        const columns = linesFrom(lines);
        expect(listed(columns)).toEqual(plain);
        const { tokens, which, said } = keptLinesFrom(columns);
        // As a database gives them: anywhere in memory.
        const shifted = new Uint8Array(tokens.length + 3).subarray(3);
        shifted.set(tokens);
        expect(listed(keptLinesIn({ tokens: shifted, which, said }))).toEqual(plain);
        const supporters = lines.filter(({ supporter }) => supporter);
        expect(tokensWhere(columns, ({ supporter }) => supporter)).toEqual(
          supporters.map(({ token }) => token),
        );
        expect(listed(linesWhere(columns, ({ supporter }) => !supporter))).toEqual(
          plain.filter(({ supporter }) => !supporter),
        );
      }),
    );
  });
});

/** Tokens of few words, so that they meet, begin alike, and fall into one place. */
const token = fc.tuple(
  fc.constantFrom(0, 1, 4, 0x80),
  fc.nat(2),
  fc.constantFrom(0, 7, 0xff_ff_ff_ff),
  fc.nat(1),
);

describe("numbers of tokens", () => {
  it("are one for each, below how many there are, whatever the seed", () => {
    fc.assert(
      fc.property(words, fc.array(fc.array(token)), (seed, lists) => {
        const all = lists.map((tokens) => ({ words: Uint32Array.from(tokens.flat()) }));
        const { numbers, size } = numberTokens(all, seed);
        const names = lists.flat().map((one) => one.join(" "));
        const given = numbers.flatMap((some) => [...some]);
        expect(numbers.map(({ length }) => length)).toEqual(lists.map(({ length }) => length));
        const byName = new Map(names.map((name, place) => [name, given[place]]));
        expect(given).toEqual(names.map((name) => byName.get(name)));
        expect([...new Set(given)].toSorted((a, b) => a - b)).toEqual([...Array(size).keys()]);
        expect(size).toBe(byName.size);
      }),
    );
  });

  it("gives the same numbers of people whatever the seed", () => {
    fc.assert(
      fc.property(signers(), anySizes, words, (all, by, seed) => {
        const seeded = countUnited(unite(all, [], seed), by);
        const plain = countUnited(unite(all), by);
        expect(seeded.action(sign)).toEqual(plain.action(sign));
        expect(seeded.above).toEqual(plain.above);
      }),
    );
  });
});
