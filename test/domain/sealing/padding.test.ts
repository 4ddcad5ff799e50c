import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { paddedLength } from "../../../src/domain/sealing/padding.ts";

const KIB = 1024;

/** Padmé as the paper writes it, with shifts and a mask, on integers. */
const padmeByBits = (length: number): number => {
  const exponent = length.toString(2).length - 1;
  const mantissa = exponent.toString(2).length;
  const lastBits = exponent - mantissa;
  const mask = (1n << BigInt(lastBits)) - 1n;
  return Number((BigInt(length) + mask) & ~mask);
};

describe("the length of a payload", () => {
  it.each([
    [2, 4 * KIB],
    [4 * KIB, 4 * KIB],
    [4 * KIB + 1, 16 * KIB],
    [16 * KIB, 16 * KIB],
    [16 * KIB + 1, 64 * KIB],
    [64 * KIB + 1, 256 * KIB],
    [256 * KIB, 256 * KIB],
    [256 * KIB + 1, 264 * KIB],
    [264 * KIB + 1, 272 * KIB],
    [1_000_000, 1_015_808],
    [32 * KIB * KIB - 1, 32 * KIB * KIB],
    [32 * KIB * KIB, 32 * KIB * KIB],
  ])("of %i bytes is %i", (length, padded) => {
    expect(paddedLength(length)).toBe(padded);
  });

  it("is above the last bucket what Padmé's masks give, at every power of two and beside it", () => {
    for (let power = 18; power <= 40; power += 1) {
      for (const length of [2 ** power - 1, 2 ** power, 2 ** power + 1]) {
        if (length > 256 * KIB) expect(paddedLength(length), `${length}`).toBe(padmeByBits(length));
      }
    }
    fc.assert(
      fc.property(fc.integer({ min: 256 * KIB + 1, max: 2 ** 31 - 1 }), (length) => {
        expect(paddedLength(length)).toBe(padmeByBits(length));
      }),
    );
  });

  it("holds what is in it, stays when padded again, and adds at most one part in 32 above the buckets", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 2 ** 26 }), (length) => {
        const padded = paddedLength(length);
        expect(padded).toBeGreaterThanOrEqual(length);
        expect(paddedLength(padded)).toBe(padded);
        if (length > 256 * KIB) expect((padded - length) * 32).toBeLessThan(length);
      }),
    );
  });

  it("is one of few: four up to 256 KiB, then thirty-two from one power of two to the next", () => {
    const lengthsIn = (from: number, to: number): number => {
      const found = new Set<number>();
      for (let length = from + 1; length <= to; length += 97) found.add(paddedLength(length));
      return found.add(paddedLength(to)).size;
    };
    expect(lengthsIn(1, 256 * KIB)).toBe(4);
    expect(lengthsIn(256 * KIB, 512 * KIB)).toBe(32);
    expect(lengthsIn(512 * KIB, 1024 * KIB)).toBe(32);
  });
});
