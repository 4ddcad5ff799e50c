import { createHash } from "node:crypto";

import type { Randomness } from "../../src/domain/ports.ts";

/** The same bytes in every run: SHA-256 over a counter. */
export const seededRandomness = (seed: number): Randomness => {
  let counter = 0;
  return {
    bytes: (length) => {
      const blocks: Buffer[] = [];
      for (let have = 0; have < length; have += 32) {
        counter += 1;
        blocks.push(createHash("sha256").update(`${seed}/${counter}`).digest());
      }
      return new Uint8Array(Buffer.concat(blocks).subarray(0, length));
    },
  };
};
