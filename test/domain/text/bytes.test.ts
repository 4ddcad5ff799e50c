import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { fromBase64url, toBase64url, toHex } from "../../../src/domain/text/bytes.ts";

describe("bytes as text", () => {
  it("are what Node writes, and come back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(toHex(bytes)).toBe(Buffer.from(bytes).toString("hex"));
        expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString("base64url"));
        expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
      }),
    );
  });

  it("may be long", () => {
    const bytes = new Uint8Array(100_000).fill(7);
    expect(fromBase64url(toBase64url(bytes))?.every((byte) => byte === 7)).toBe(true);
  });

  it("have one spelling", () => {
    for (const text of ["AA==", "AB", "A", "AA A", "A/AA", "ÄAAA"])
      expect(fromBase64url(text), text).toBeUndefined();
    expect(fromBase64url("AA")).toEqual(new Uint8Array([0]));
  });
});
