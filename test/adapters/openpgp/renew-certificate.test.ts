/** A newer certificate of one key beside an earlier one: nothing that either says is lost. */
import { enums, readKey, reformatKey, revokeKey } from "openpgp";
import type { PrivateKey } from "openpgp";
import { describe, expect, it } from "vitest";

import { createOpenPgp } from "../../../src/adapters/openpgp/openpgp.ts";
import { foreign } from "./foreign-keys.ts";

const openpgp = createOpenPgp(() => new Date("2026-11-22T12:00:00Z"));

const ending = async (privateKey: PrivateKey, days: number): Promise<Uint8Array> => {
  const { publicKey } = await reformatKey({
    privateKey,
    userIDs: [{ name: "sage" }],
    keyExpirationTime: days * 86_400,
    date: privateKey.getCreationTime(),
    format: "object",
  });
  return publicKey.write();
};

const merged = async (present: Uint8Array, file: Uint8Array): Promise<Uint8Array> => {
  const both = await openpgp.renewCertificate(present, file);
  if (!both.ok || both.value === undefined) throw new Error("not one key");
  return both.value.bytes;
};

describe("a newer certificate", () => {
  it("says what both say, in the one form, and again nothing new", async () => {
    const { privateKey } = await foreign();
    const [short, long] = [await ending(privateKey, 400), await ending(privateKey, 800)];
    const both = await merged(short, long);
    const read = await openpgp.readCertificate(both);
    expect(read.ok && Buffer.from(read.value.bytes).equals(Buffer.from(both))).toBe(true);
    expect(Buffer.from(await merged(both, short)).equals(Buffer.from(both))).toBe(true);
  });

  it("takes no revocation back, whichever of the two has it", async () => {
    const { privateKey } = await foreign();
    const plain = await ending(privateKey, 400);
    const { publicKey } = await revokeKey({
      key: privateKey,
      reasonForRevocation: { flag: enums.reasonForRevocation.keyCompromised, string: "" },
      date: new Date("2026-11-20T00:00:00Z"),
      format: "object",
    });
    for (const both of [
      await merged(plain, publicKey.write()),
      await merged(publicKey.write(), plain),
    ]) {
      expect(await openpgp.unusable(both)).toBe("revoked");
      expect((await readKey({ binaryKey: both })).revocationSignatures).toHaveLength(1);
    }
  });

  it("is none of another key", async () => {
    const [one, other] = [await foreign(), await foreign()];
    expect(await openpgp.renewCertificate(one.publicKey.write(), other.publicKey.write())).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await openpgp.renewCertificate(one.publicKey.write(), Uint8Array.of(1))).toMatchObject({
      ok: false,
      failure: { type: "certificate-malformed" },
    });
  });
});
