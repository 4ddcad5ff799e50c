/** Argon2id and AES-256-GCM against the vectors of their specifications, and each against a second implementation. */
import { createCipheriv } from "node:crypto";
import { argon2id as nobleArgon2id } from "@noble/hashes/argon2.js";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { argon2id } from "../../../src/adapters/vault/kdf.ts";
import { makeSlot, openSlots } from "../../../src/adapters/vault/slots.ts";
import { canonical } from "../../support/decrypted-image.ts";
import { fastDerive } from "../../support/fast-derive.ts";
import { gcmByHand } from "../../support/gcm-by-hand.ts";

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(/\s/gu, ""), "hex");

describe("Argon2id", () => {
  it("is, in the second implementation, what RFC 9106 has in section 5.3", () => {
    const tag = nobleArgon2id(Buffer.alloc(32, 1), Buffer.alloc(16, 2), {
      m: 32,
      t: 3,
      p: 4,
      key: Buffer.alloc(8, 3),
      personalization: Buffer.alloc(12, 4),
      dkLen: 32,
    });
    expect(Buffer.from(tag)).toEqual(
      hex("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"),
    );
  });

  it("is in ours what it is in that one, whatever it is asked for", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ minLength: 1 }),
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 32, max: 256 }),
        async (passphrase, salt, t, p, m) => {
          const text = passphrase.toWellFormed();
          const settings = {
            alg: "argon2id",
            v: 19,
            m,
            t,
            p,
            salt: Buffer.from(salt).toString("base64url"),
          } as const;
          const ours = await argon2id(text, settings);
          const theirs = nobleArgon2id(Buffer.from(text, "utf8"), salt, { m, t, p, dkLen: 32 });
          expect(ours).toEqual(Buffer.from(theirs));
        },
      ),
      { numRuns: 25 },
    );
  });
});

/** Test case 16 of McGrew and Viega, "The Galois/Counter Mode of Operation", which NIST took over. */
const known = {
  key: hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"),
  iv: hex("cafebabefacedbaddecaf888"),
  plaintext: hex(
    "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
  ),
  associated: hex("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
  ciphertext: hex(
    "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662",
  ),
  tag: hex("76fc6ece0f4e1768cddf8853bb2d551b"),
};

describe("AES-256-GCM", () => {
  it("is in both implementations what the known answer is", () => {
    const { key, iv, plaintext, associated, ciphertext, tag } = known;
    expect(gcmByHand(key, iv, plaintext, associated)).toEqual({ ciphertext, tag });
    const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(associated);
    expect(Buffer.concat([cipher.update(plaintext), cipher.final()])).toEqual(ciphertext);
    expect(cipher.getAuthTag()).toEqual(tag);
  });

  it("wraps a data key in a slot as the second implementation does", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.string(),
        async (bytes, typed) => {
          const vault = "6f1c1f6e-0d5a-4c58-9a57-2f8b5c3a9e01";
          const unlock = { by: "passphrase", passphrase: typed.toWellFormed() } as const;
          const dataKey = Buffer.from(bytes);
          const slot = await makeSlot(
            fastDerive,
            unlock,
            { m: 65536, t: 3, p: 4 },
            { vault, dataKey },
          );
          const { id, kind, kdf, wrap } = slot;
          const slotKey = await fastDerive(unlock.passphrase, kdf as never);
          const associated = Buffer.from(canonical({ kdf, kind, slot: id, vault }));
          expect(
            gcmByHand(slotKey, Buffer.from(wrap.iv, "base64url"), dataKey, associated),
          ).toEqual({
            ciphertext: Buffer.from(wrap.ct, "base64url"),
            tag: Buffer.from(wrap.tag, "base64url"),
          });
          expect((await openSlots(fastDerive, { vault, slots: [slot] }, unlock))?.dataKey).toEqual(
            dataKey,
          );
        },
      ),
      { numRuns: 25 },
    );
  });
});
