/** Randomness of the operating system. Never Math.random, never a seed. */
import { randomFillSync } from "node:crypto";

import type { Randomness } from "../../domain/ports.ts";

export const createRandomness = (): Randomness => ({
  bytes: (length) => randomFillSync(new Uint8Array(length)),
});
