import { randomFillSync } from "node:crypto";

import type { Randomness } from "../../domain/ports.ts";

/** Bytes drawn at once: a draw takes 5 microseconds however small it is, and a list of 100,000 people needs 200,000. */
const poolSize = 16_384;

/** Larger wishes are rare, and keys among them: they are drawn alone. */
const largestPooled = 64;

/** The system's generator. No byte is given out twice, and none stays here that was given out. */
export const createRandomness = (): Randomness => {
  const pool = new Uint8Array(poolSize);
  let used = poolSize;
  return {
    bytes: (length) => {
      if (length > largestPooled) return randomFillSync(new Uint8Array(length));
      if (used + length > poolSize) {
        randomFillSync(pool);
        used = 0;
      }
      const given = pool.slice(used, used + length);
      pool.fill(0, used, used + length);
      used += length;
      return given;
    },
  };
};
