import { describe, expect, it } from "vitest";

import { createRandomness } from "../../../src/adapters/system/randomness.ts";

describe("randomness", () => {
  const random = createRandomness();

  it("gives as many bytes as were asked for, none included", () => {
    for (const length of [0, 1, 16, 70_000]) expect(random.bytes(length)).toHaveLength(length);
  });

  it("gives plain arrays that share no memory", () => {
    const [first, second] = [random.bytes(32), random.bytes(32)];
    expect(first.constructor).toBe(Uint8Array);
    expect(first.buffer).not.toBe(second.buffer);
    expect(first.buffer.byteLength).toBe(32);
  });

  it("gives other bytes each time, and every byte sooner or later", () => {
    const drawn = new Set(Array.from({ length: 1000 }, () => random.bytes(16).join()));
    expect(drawn.size).toBe(1000);
    // A given byte is absent from 65,536 with probability e^-256.
    expect(new Set(random.bytes(65_536)).size).toBe(256);
  });
});
