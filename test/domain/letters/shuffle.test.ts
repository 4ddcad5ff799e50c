/** That a shuffled list has everybody, and that no place in it says anything. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { hashes } from "../../../src/adapters/system/hashes.ts";
import { seedLength, shuffled, shuffledList } from "../../../src/domain/letters/shuffle.ts";
import { signatoryList } from "../../../src/domain/letters/signatories.ts";
import type { Sha256 } from "../../../src/domain/ports.ts";
import { seededRandomness } from "../../support/seeded-randomness.ts";
import { collate, listOf, people, signatories, sizes } from "./sample-signatories.ts";

const { sha256 } = hashes;
const seeds = fc.uint8Array({ minLength: seedLength, maxLength: seedLength });

/** How often each outcome comes up over so many seeds, which are the same in every run. */
const outcomes = (times: number, outcome: (seed: Uint8Array) => string): readonly number[] => {
  const random = seededRandomness(1);
  const counts = new Map<string, number>();
  for (let run = 0; run < times; run += 1) {
    const one = outcome(random.bytes(seedLength));
    counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return [...counts.values()];
};

/** Pearson's: how far the counts are from equal ones. */
const chiSquare = (counts: readonly number[], times: number): number => {
  const expected = times / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
};

describe("a shuffled list", () => {
  it("has each item as often as before", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "b", "c", "d", "e", "f")), seeds, (items, seed) => {
        expect(shuffled(items, seed, sha256).toSorted()).toEqual(items.toSorted());
      }),
    );
  });

  it("is the same for the same seed, and leaves the list that it was given alone", () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), seeds, (items, seed) => {
        const before = [...items];
        expect(shuffled(items, seed, sha256)).toEqual(shuffled(items, seed, sha256));
        expect(items).toEqual(before);
      }),
    );
  });

  it("is another one for nearly every seed", () => {
    const items = Array.from({ length: 60 }, (_, index) => index);
    expect(outcomes(500, (seed) => shuffled(items, seed, sha256).join())).toHaveLength(500);
  });

  // 0.1 % of fair shuffles would be further off; these seeds are always the same.
  it.each([
    [2, 2, 10.8],
    [3, 6, 20.5],
    [4, 24, 49.7],
    [5, 120, 173.6],
  ])("of %i is in each of its %i orders about as often", (n, orders, furthest) => {
    const items = Array.from({ length: n }, (_, index) => index);
    const times = orders * 200;
    const counts = outcomes(times, (seed) => shuffled(items, seed, sha256).join(""));
    expect(counts).toHaveLength(orders);
    expect(chiSquare(counts, times)).toBeLessThan(furthest);
  });

  it("draws a number again that would make some places likelier", () => {
    // 2^32 - 1 is one too many for three places: the rest of 2^32 by 3 is 1.
    const told: number[] = [];
    const blocks: Sha256 = (input) => {
      told.push(input.at(-1) ?? -1);
      const words = told.length === 1 ? [2 ** 32 - 1, 2 ** 32 - 2, 1, 0, 0, 0, 0, 0] : [0];
      const block = new DataView(new ArrayBuffer(32));
      for (const [index, word] of words.entries()) block.setUint32(index * 4, word);
      return new Uint8Array(block.buffer);
    };
    // (2^32 - 2) % 3 is 2: the last stays; 1 % 2 is 1: so does the one before.
    expect(shuffled(["a", "b", "c"], new Uint8Array(seedLength), blocks)).toEqual(["a", "b", "c"]);
    expect(told).toEqual([0]);
  });

  it("has as many numbers as it needs, block after block", () => {
    const items = Array.from({ length: 1000 }, (_, index) => index);
    const told: number[] = [];
    const counted: Sha256 = (input) => {
      told.push(new DataView(input.buffer).getUint32(seedLength));
      return sha256(input);
    };
    shuffled(items, new Uint8Array(seedLength), counted);
    expect(told).toEqual(Array.from({ length: 125 }, (_, index) => index));
  });
});

describe("a list of signatories that is shuffled", () => {
  it("shows the same people, and of each number the same", () => {
    fc.assert(
      fc.property(signatories, seeds, (all, seed) => {
        const before = listOf(all);
        const after = shuffledList(before, seed, sha256);
        const sorted = (list: typeof before): unknown => ({
          ...list,
          named: list.named.map((line) => JSON.stringify(line)).toSorted(),
          roles: list.roles.toSorted(),
          supporters: {
            ...list.supporters,
            named: list.supporters.named.map((line) => JSON.stringify(line)).toSorted(),
          },
        });
        expect(sorted(after)).toEqual(sorted(before));
      }),
    );
  });

  it("does not depend on the order in which people signed", () => {
    fc.assert(
      fc.property(signatories, seeds, (all, seed) => {
        const told = shuffledList(listOf(all), seed, sha256);
        expect(shuffledList(listOf(all.toReversed()), seed, sha256)).toEqual(told);
      }),
    );
  });

  it("keeps equal roles together, in any order of the roles, whoever has most people", () => {
    const { list } = signatoryList(
      [
        ...people(50, { role: "SRE" }),
        ...people(5, { role: "Engineer" }),
        ...people(5, { role: "Designer" }),
      ],
      collate,
    );
    const counts = outcomes(1200, (seed) => {
      const { roles } = shuffledList(list, seed, sha256);
      const order = [...sizes(roles).keys()];
      expect(roles).toEqual(
        order.flatMap((role) =>
          Array.from({ length: sizes(list.roles).get(role) ?? 0 }, () => role),
        ),
      );
      return order.join();
    });
    expect(counts).toHaveLength(6);
    expect(chiSquare(counts, 1200)).toBeLessThan(20.5);
  });
});
