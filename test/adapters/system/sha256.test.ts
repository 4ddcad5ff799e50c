import { describe, expect, it } from "vitest";

import { sha256 } from "../../../src/adapters/system/sha256.ts";

const hex = (text: string): string =>
  Buffer.from(sha256(new TextEncoder().encode(text))).toString("hex");

describe("sha256", () => {
  it("gives the digests of the examples of FIPS 180", () => {
    expect(hex("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")).toBe(
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    );
  });

  it("gives a plain array of its own", () => {
    const digest = sha256(new Uint8Array([1]));
    expect(digest.constructor).toBe(Uint8Array);
    expect(digest.buffer.byteLength).toBe(32);
  });
});
