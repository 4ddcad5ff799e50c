import { describe, expect, it } from "vitest";

import { createRandomness } from "../../../src/adapters/system/randomness.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

describe("random bytes", () => {
  it("never come twice, small wishes and large ones, over many draws from the system", () => {
    const random = createRandomness();
    const drawn = Array.from({ length: 20_000 }, (_, index) => hex(random.bytes(8 + (index % 60))));
    expect(new Set(drawn.map((one) => one.slice(0, 16))).size).toBe(drawn.length);
    expect(drawn.every((one, index) => one.length === 2 * (8 + (index % 60)))).toBe(true);
  });

  it("stay what they are when more are drawn", () => {
    const random = createRandomness();
    const first = random.bytes(16);
    const kept = hex(first);
    for (let draws = 0; draws < 3000; draws += 1) random.bytes(16);
    expect(hex(first)).toBe(kept);
  });
});
