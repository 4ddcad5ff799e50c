/** The primitives against what others published, and against a second implementation. */
import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";

import { argon2id, kdfCosts, outOfBounds } from "../../../src/adapters/vault/kdf.ts";
import { headerMac, keysOf, recoveryKey, wipeKeys } from "../../../src/adapters/vault/keys.ts";
import { otherArgon2id } from "../../support/decrypted-image.ts";

const hex = (text: string): Buffer => Buffer.from(text, "hex");

describe("Argon2id", () => {
  // The vector of RFC 9106 has a secret and associated data, which slots do not; these are those of the
  // reference implementation that the RFC names, version 0x13.
  it.each([
    [
      2,
      256,
      1,
      "password",
      "somesalt",
      "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe",
    ],
    [
      2,
      256,
      2,
      "password",
      "somesalt",
      "6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037",
    ],
    [
      1,
      65536,
      1,
      "password",
      "somesalt",
      "f6a5adc1ba723dddef9b5ac1d464e180fcd9dffc9d1cbf76cca2fed795d9ca98",
    ],
    [
      2,
      65536,
      1,
      "differentpassword",
      "somesalt",
      "0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde",
    ],
    [
      2,
      65536,
      1,
      "password",
      "diffsalt",
      "bdf32b05ccc42eb15d58fd19b1f856b113da1e9a5874fdcc544308565aa8141c",
    ],
  ])(
    "gives the reference implementation's answer for t=%i, m=%i KiB, p=%i, %s, %s",
    async (t, m, p, password, salt, answer) => {
      const settings = {
        alg: "argon2id",
        v: 19,
        m,
        t,
        p,
        salt: Buffer.from(salt).toString("base64url"),
      } as const;
      expect((await argon2id(password, settings)).toString("hex")).toBe(answer);
    },
  );

  it("gives what another implementation gives at the settings of a light vault", async () => {
    const settings = {
      alg: "argon2id",
      v: 19,
      ...kdfCosts.light,
      salt: "AAECAwQFBgcICQoLDA0ODw",
    } as const;
    const passphrase = "Größe, 長さ and a sample passphrase";
    expect(await argon2id(passphrase, settings)).toEqual(
      Buffer.from(await otherArgon2id(passphrase, settings as never)),
    );
  });

  it("is asked for what the design says", () => {
    expect(kdfCosts).toEqual({
      standard: { m: 262144, t: 3, p: 4 },
      light: { m: 65536, t: 3, p: 4 },
    });
  });

  it.each([
    { m: 19456, t: 1, p: 1 },
    { m: 1048576, t: 16, p: 16 },
  ])("takes $m KiB, $t passes and $p lanes, the ends of what it takes", (cost) => {
    expect(outOfBounds(cost)).toBeUndefined();
  });

  it.each([
    [{ m: 19455, t: 3, p: 4 }, "memory 19455 KiB"],
    [{ m: 1048577, t: 3, p: 4 }, "memory 1048577 KiB"],
    [{ m: 65536, t: 0, p: 4 }, "0 passes"],
    [{ m: 65536, t: 17, p: 4 }, "17 passes"],
    [{ m: 65536, t: 3, p: 0 }, "0 lanes"],
    [{ m: 65536, t: 3, p: 17 }, "17 lanes"],
  ])("refuses %o and says what", (cost, what) => {
    expect(outOfBounds(cost)).toBe(what);
  });
});

/** RFC 5869 in its two steps. */
const hkdf = (
  key: Uint8Array,
  salt: Uint8Array,
  info: string | Uint8Array,
  length: number,
): Buffer => {
  const extracted = createHmac("sha256", salt).update(key).digest();
  let block: Buffer = Buffer.alloc(0);
  let output: Buffer = Buffer.alloc(0);
  for (let counter = 1; output.length < length; counter += 1) {
    block = createHmac("sha256", extracted)
      .update(block)
      .update(info)
      .update(Buffer.of(counter))
      .digest();
    output = Buffer.concat([output, block]);
  }
  return output.subarray(0, length);
};

describe("HKDF-SHA-256", () => {
  it("is written here as RFC 5869 has it", () => {
    expect(
      hkdf(
        Buffer.alloc(22, 0x0b),
        hex("000102030405060708090a0b0c"),
        hex("f0f1f2f3f4f5f6f7f8f9"),
        42,
      ),
    ).toEqual(
      hex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"),
    );
    expect(hkdf(Buffer.alloc(22, 0x0b), Buffer.alloc(0), "", 42)).toEqual(
      hex("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"),
    );
  });

  it("makes all keys of a vault from the data key, with the vault's id as salt", () => {
    const dataKey = Buffer.alloc(32, 7);
    const vault = "6f1c1f6e-0d5a-4c58-9a57-2f8b5c3a9e01";
    const keys = keysOf(dataKey, vault);
    expect(keys).toEqual({
      database: hkdf(dataKey, Buffer.from(vault), "pledge/v1/db-key", 32),
      salt: hkdf(dataKey, Buffer.from(vault), "pledge/v1/db-salt", 16),
      header: hkdf(dataKey, Buffer.from(vault), "pledge/v1/header-mac", 32),
    });
    wipeKeys(keys);
    expect(Buffer.concat([keys.database, keys.salt, keys.header])).toEqual(Buffer.alloc(80));
  });

  it("makes the slot key of recovery words", () => {
    const [entropy, salt] = [Buffer.alloc(32, 1), Buffer.alloc(16, 2)];
    expect(recoveryKey(entropy, salt)).toEqual(hkdf(entropy, salt, "pledge/v1/recovery", 32));
  });
});

describe("the header's MAC", () => {
  it("is HMAC-SHA-256, as in RFC 4231", () => {
    expect(headerMac(Buffer.from("Jefe"), "what do ya want for nothing?")).toEqual(
      hex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
    );
  });
});
