import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isCounted, newPersonId } from "../../../src/domain/people/person.ts";

/** Gives the bytes over and over. */
const from = (bytes: Uint8Array): { readonly bytes: (length: number) => Uint8Array } => {
  let at = 0;
  return {
    bytes: (length) => Uint8Array.from({ length }, () => bytes[at++ % bytes.length] ?? 0),
  };
};

describe("a new id", () => {
  it("is eight letters without l and o", () => {
    const usable = fc
      .uint8Array({ minLength: 1, maxLength: 64 })
      .filter((bytes) => bytes.some((byte) => byte < 240));
    fc.assert(
      fc.property(usable, (bytes) => {
        expect(newPersonId(from(bytes))).toMatch(/^[abcdefghijkmnpqrstuvwxyz]{8}$/u);
      }),
    );
  });

  it("takes each of the 24 letters from equally many bytes", () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 256; byte += 1) {
      // A byte that is passed over gives way to the next one, which is an "a".
      const letter = newPersonId(from(Uint8Array.of(byte, 0)))[0] ?? "";
      if (byte < 240) counts.set(letter, (counts.get(letter) ?? 0) + 1);
      else expect(letter).toBe("a");
    }
    expect([...counts.values()]).toEqual(Array.from({ length: 24 }, () => 10));
  });
});

describe("who is counted", () => {
  it.each([
    ["no", false, true],
    ["no", true, false],
    ["yes", false, false],
    ["unsure", false, false],
    ["unsure", true, false],
  ] as const)("supervisor %s, supporter %s: %s", (supervisor, supporter, counted) => {
    expect(isCounted({ supervisor, supporter })).toBe(counted);
  });
});
