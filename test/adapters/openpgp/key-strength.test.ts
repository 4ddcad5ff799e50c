import { describe, expect, it } from "vitest";

import { isStrong } from "../../../src/adapters/openpgp/key-strength.ts";

type KeyPacket = Parameters<typeof isStrong>[0];

/** As much of a key as is asked about its strength. */
const key = (info: object, publicParams: object = {}, version = 4): KeyPacket =>
  ({ version, publicParams, getAlgorithmInfo: () => info }) as unknown as KeyPacket;

const rsa = (bits: number, exponent = 3): KeyPacket =>
  key({ algorithm: "rsaEncryptSign", bits }, { e: new Uint8Array(exponent).fill(1) });

describe("A key is strong", () => {
  it.each([
    ["RSA of 3072 bits", rsa(3072)],
    ["RSA of 16,384 bits", rsa(16_384)],
    ["RSA with an exponent of 64 bits", rsa(4096, 8)],
    ["Ed25519 of old", key({ algorithm: "eddsaLegacy", curve: "ed25519Legacy" })],
    ["Ed25519 of new", key({ algorithm: "ed25519" })],
    ["NIST P-256", key({ algorithm: "ecdsa", curve: "nistP256" })],
  ])("as %s", (_, packet) => expect(isStrong(packet)).toBe(true));

  it.each([
    ["RSA of 3071 bits", rsa(3071)],
    ["RSA of more than 16,384 bits, which takes its time", rsa(16_385)],
    ["RSA with an exponent that takes its time", rsa(4096, 9)],
    ["RSA without numbers", key({ algorithm: "rsaSign" })],
    ["DSA", key({ algorithm: "dsa", bits: 3072 })],
    ["ElGamal", key({ algorithm: "elgamal", bits: 4096 })],
    ["secp256k1", key({ algorithm: "ecdsa", curve: "secp256k1" })],
    ["another version", key({ algorithm: "ed25519" }, {}, 6)],
  ])("but not as %s", (_, packet) => expect(isStrong(packet)).toBe(false));
});
