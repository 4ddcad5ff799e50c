import { createHash } from "node:crypto";
import * as openpgp from "openpgp";
import { describe, expect, it } from "vitest";

import { bytesOf, concat, packet } from "./by-hand.ts";
import { foreign, takenApart } from "./foreign-keys.ts";
import { failureOf, member, pgp } from "./samples.ts";

const heron = await member("heron");
const rowan = await member("rowan");
const { bytes } = heron.certificate;
const own = await takenApart(bytes);

describe("A file is no certificate", () => {
  it.each([
    ["nothing", new Uint8Array()],
    ["text", bytesOf("heron")],
    ["a secret key", heron.secret],
    ["a certificate and a secret key", concat(bytes, heron.secret)],
    ["a certificate with a secret subkey", concat(bytes, packet(7, new Uint8Array(9)))],
    ["two certificates", concat(bytes, rowan.certificate.bytes)],
    ["the same one twice", concat(bytes, bytes)],
    ["a certificate that is cut off", bytes.subarray(0, -1)],
    ["a byte more", concat(bytes, Uint8Array.of(0))],
    ["a message behind it", concat(bytes, packet(11, new Uint8Array(9)))],
    ["something in front of it", concat(packet(13, bytesOf("heron")), bytes)],
    ["a user id alone", packet(13, bytesOf("heron"))],
    ["a subkey alone", concat(own.subkey, own.binding)],
    ["an empty key", packet(6, new Uint8Array())],
    ["a key of a version that never was", packet(6, Uint8Array.of(7, 0, 0, 0, 0, 22, 1, 2, 3))],
    ["a key that is no key", packet(6, Uint8Array.of(4, 0, 0, 0, 0, 22, 1, 2, 3))],
    ["a user id as long as a page", concat(bytes, packet(13, new Uint8Array(6000).fill(65)))],
    ["more than 64 KiB", concat(bytes, packet(21, new Uint8Array(65_536)))],
    [
      "more packets than any has",
      concat(bytes, ...Array.from({ length: 1024 }, () => packet(21, new Uint8Array()))),
    ],
    ["a revocation alone", bytesOf(heron.revocation)],
  ])("with %s", async (_, file) => {
    expect(failureOf(await pgp.readCertificate(file))).toBe("certificate-malformed");
  });

  it("as an armored secret key", async () => {
    const key = await openpgp.readPrivateKey({ binaryKey: heron.secret });
    expect(failureOf(await pgp.readCertificate(bytesOf(key.armor())))).toBe(
      "certificate-malformed",
    );
  });

  it("whatever byte of ours is changed, it is refused or means the same key", async () => {
    for (let at = 0; at < bytes.length; at += 1) {
      const file = Uint8Array.from(bytes);
      file[at] = (file[at] ?? 0) ^ (1 << (at % 8));
      const read = await pgp.readCertificate(file);
      // What is left may lack the encryption key, whose binding was hit; it is never another key or name.
      if (read.ok) {
        expect(read.value, `byte ${at}`).toMatchObject({
          fingerprint: heron.certificate.fingerprint,
          userIds: ["heron"],
        });
        if (read.value.bytes.length === bytes.length) expect(read.value.bytes).toEqual(bytes);
        else expect(await pgp.unusable(read.value.bytes)).toBe("no-encryption-key");
      }
    }
  });
});

describe("A certificate is not one of ours", () => {
  const refusal = async (file: Uint8Array): Promise<unknown> => {
    const read = await pgp.readCertificate(file);
    return read.ok ? "ok" : read.failure;
  };
  const v6 = { v6Keys: true };

  it("of version 6", async () => {
    const { publicKey } = await foreign({ type: "curve25519", config: v6 });
    const fingerprint = publicKey.getFingerprint();
    expect(fingerprint).toHaveLength(64);
    expect(await refusal(publicKey.write())).toEqual({
      type: "certificate-unsupported",
      fingerprint,
    });
  });

  it("of version 3", async () => {
    // Two numbers of 16 bits; the fingerprint is the MD5 of their octets (RFC 9580 §5.5.4.1).
    const body = Uint8Array.of(3, 0, 0, 0, 0, 0, 0, 1, 0, 16, 0xc0, 1, 0, 16, 0x80, 3);
    expect(await refusal(packet(6, body))).toEqual({
      type: "certificate-unsupported",
      fingerprint: "e51f162a53007d03743366a344a6dd36",
    });
  });

  it("of an algorithm that nobody knew in our day", async () => {
    const body = Uint8Array.of(4, 0, 0, 0, 1, 30, 1, 2, 3);
    const hash = createHash("sha1")
      .update(Uint8Array.of(0x99, 0, 9))
      .update(body);
    const fingerprint = hash.digest("hex");
    expect(await refusal(packet(6, body))).toEqual({
      type: "certificate-unsupported",
      fingerprint,
    });
  });

  it("that vouches for itself with SHA-1", async () => {
    const weak = {
      preferredHashAlgorithm: openpgp.enums.hash.sha1,
      nonDeterministicSignaturesViaNotation: false,
    };
    const { publicKey } = await foreign({ type: "rsa", rsaBits: 3072, subkeys: [], config: weak });
    const fingerprint = publicKey.getFingerprint();
    expect(await refusal(publicKey.write())).toEqual({
      type: "certificate-unsupported",
      fingerprint,
    });
  });

  it("with RSA below 3072 bits", async () => {
    const { publicKey } = await foreign({ type: "rsa", rsaBits: 2048 });
    const fingerprint = publicKey.getFingerprint();
    expect(await refusal(publicKey.write())).toEqual({
      type: "certificate-unsupported",
      fingerprint,
    });
  });

  it("with numbers of 65,535 bits to calculate with", async () => {
    const number = concat(Uint8Array.of(0xff, 0xff), new Uint8Array(8192).fill(0xff));
    const head = Uint8Array.of(4, 0, 0, 0, 1);
    const rsa = concat(head, Uint8Array.of(1), number, number);
    const dsa = concat(head, Uint8Array.of(17), number, number, number, number);
    for (const body of [rsa, dsa])
      expect(await refusal(concat(packet(6, body), own.user, own.selfSignature))).toMatchObject({
        type: "certificate-unsupported",
      });
  });

  it.each([
    ["no user id", concat(own.key, own.subkey, own.binding)],
    ["a user id that is not signed", concat(own.key, own.user, own.subkey, own.binding)],
    [
      "another user id than was signed",
      concat(own.key, packet(13, bytesOf("rowan")), own.selfSignature),
    ],
    ["a self-signature of another kind", concat(own.key, own.user, own.binding)],
    [
      "more signatures than can be checked in a moment",
      concat(own.key, own.user, ...Array.from({ length: 129 }, () => own.selfSignature)),
    ],
  ])("with %s", async (_, file) => {
    const { fingerprint } = heron.certificate;
    expect(await refusal(file)).toEqual({ type: "certificate-unsupported", fingerprint });
  });
});
