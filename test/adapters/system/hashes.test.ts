import { describe, expect, it } from "vitest";

import { hashes } from "../../../src/adapters/system/hashes.ts";

const { sha256, hmacSha256 } = hashes;

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

describe("hmacSha256", () => {
  it("gives the values of the test cases 1, 2 and 6 of RFC 4231", () => {
    const mac = (key: Uint8Array, message: string): string =>
      Buffer.from(hmacSha256(key, new TextEncoder().encode(message))).toString("hex");
    expect(mac(new Uint8Array(20).fill(0x0b), "Hi There")).toBe(
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
    );
    expect(mac(new TextEncoder().encode("Jefe"), "what do ya want for nothing?")).toBe(
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    );
    expect(
      mac(new Uint8Array(131).fill(0xaa), "Test Using Larger Than Block-Size Key - Hash Key First"),
    ).toBe("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
  });
});
