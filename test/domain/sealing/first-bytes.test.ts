import { describe, expect, it } from "vitest";

import { looksLike } from "../../../src/domain/sealing/first-bytes.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What follows a first octet in a file that is encrypted: nothing that could be text. */
const noise = [0xff, 0x00, 0xc0, 0xfe, 0x80];

describe("what a file seems to be", () => {
  it.each([
    ["a session key in today's format", 0xc1],
    ["a session key with a short length of before 1998", 0x84],
    ["a session key with a long length of before 1998", 0x85],
    ["a session key by passphrase", 0xc3],
    ["encrypted data", 0xd2],
  ])("is a message where it begins with %s", (_, first) => {
    expect(looksLike(Uint8Array.of(first, ...noise))).toBe("message");
  });

  it.each([
    ["a public key", 0xc6],
    ["a public key of GnuPG", 0x98],
    ["a secret key", 0xc5],
  ])("is a certificate where it begins with %s", (_, first) => {
    expect(looksLike(Uint8Array.of(first, ...noise))).toBe("certificate");
  });

  it("is what its armor says, white space before it aside", () => {
    expect(looksLike(bytes("-----BEGIN PGP MESSAGE-----\n\n"))).toBe("message");
    expect(looksLike(bytes("\r\n  -----BEGIN PGP MESSAGE-----\r\n"))).toBe("message");
    expect(looksLike(bytes("-----BEGIN PGP PUBLIC KEY BLOCK-----\n"))).toBe("certificate");
    expect(looksLike(bytes("-----BEGIN PGP PRIVATE KEY BLOCK-----\n"))).toBe("certificate");
    // Damaged, but meant to be one: it must be refused aloud.
    expect(looksLike(bytes("-----BEGIN PGP MES"))).toBe("message");
  });

  it.each([
    ["an empty file", Uint8Array.of()],
    ["a text", bytes("Notes of the meeting.\n")],
    ["a text whose first letter is the octet of a packet", bytes("Über uns, Čeština, Ëngland\n")],
    ["a text that mentions a message", bytes("Paste it: -----BEGIN PGP MESSAGE-----\n")],
    ["a text cut off in the middle of a letter", bytes("é".repeat(300)).subarray(0, 511)],
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff)],
    ["a photo", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0x00)],
    ["an archive", Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0xff)],
    ["a backup of a vault", bytes('{"database":{"bytes":4096')],
  ])("is none of ours where it is %s", (_, file) => {
    expect(looksLike(file)).toBe("other");
  });

  it("is a message although its beginning happens to end inside a letter", () => {
    expect(looksLike(Uint8Array.of(0xc1))).toBe("message");
  });
});
