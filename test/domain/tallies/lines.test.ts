/** Lines as they are counted and kept say what the lines say, and tokens are told apart whatever the seed. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { keptLinesFrom, keptLinesIn } from "../../../src/domain/tallies/kept-lines.ts";
import {
  linesFrom,
  linesWhere,
  tokensWhere,
  wordsPerToken,
} from "../../../src/domain/tallies/lines.ts";
import { createTokenTable } from "../../../src/domain/tallies/token-table.ts";
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

describe("a table of tokens", () => {
  it("numbers them as they come, each once, whatever the seed", () => {
    fc.assert(
      fc.property(
        words,
        fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.constantFrom(0, 7, 0xff_ff_ff_ff), fc.nat(2))),
        (seed, tokens) => {
          const table = createTokenTable(tokens.length, seed);
          const plain = new Map<string, number>();
          for (const token of tokens) {
            const name = token.join(" ");
            if (!plain.has(name)) plain.set(name, plain.size);
            const all = new Uint32Array(3 * wordsPerToken);
            all.set(token, wordsPerToken);
            expect(table.numberOf(all, wordsPerToken)).toBe(plain.get(name));
          }
          expect(table.size()).toBe(plain.size);
        },
      ),
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
