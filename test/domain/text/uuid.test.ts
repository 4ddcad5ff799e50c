import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isUuid, newUuid } from "../../../src/domain/text/uuid.ts";

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });

describe("a new UUID", () => {
  it("is of version 4 and variant 10, and keeps the other 122 bits of the randomness", () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const uuid = newUuid({ bytes: () => Uint8Array.from(random) });
        expect(isUuid(uuid)).toBe(true);
        const kept = [...uuid.replaceAll("-", "")].map((digit) => Number.parseInt(digit, 16));
        const given = [...random].flatMap((byte) => [byte >> 4, byte & 15]);
        given[12] = 4;
        given[16] = 8 | ((given[16] ?? 0) & 3);
        expect(kept).toEqual(given);
      }),
    );
  });
});

describe("a UUID", () => {
  it.each([
    "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
    "6BA7B810-9DAD-41D1-80B4-00C04FD430C8",
    "6ba7b810-9dad-41d1-c0b4-00c04fd430c8",
    "6ba7b8109dad41d180b400c04fd430c8",
    "",
  ])("is not %j: version, case, variant or form are other", (text) => {
    expect(isUuid(text)).toBe(false);
  });
});
