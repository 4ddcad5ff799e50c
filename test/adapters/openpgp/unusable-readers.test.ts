import * as openpgp from "openpgp";
import { describe, expect, it } from "vitest";

import { createOpenPgp } from "../../../src/adapters/openpgp/openpgp.ts";
import { bytesOf } from "./by-hand.ts";
import { foreign, signedByHand } from "./foreign-keys.ts";
import { dayAt, inDays, member, pgp, today, valueOf, yesterday } from "./samples.ts";

const heron = await member("heron");
const rowan = await member("rowan");
const payload = bytesOf("the payload\n");

describe("A reader who cannot be used", () => {
  const sealTo = async (...readers: readonly Uint8Array[]): Promise<unknown> => {
    const sealed = await pgp.seal({ payload, signatures: [], readers, named: false, day: today });
    return sealed.ok ? "ok" : sealed.failure;
  };
  const revoked = async (): Promise<Uint8Array> => {
    const { privateKey } = await foreign();
    return (await openpgp.revokeKey({ key: privateKey, format: "binary" })).publicKey;
  };
  const date = inDays(-40);
  const expired = async (): Promise<Uint8Array> =>
    (await foreign({ date, keyExpirationTime: 86_400 })).publicKey.write();
  const expiredPrimary = async (): Promise<Uint8Array> =>
    (
      await foreign({ date, keyExpirationTime: 86_400, subkeys: [{ keyExpirationTime: 0 }] })
    ).publicKey.write();
  const expiredSigner = async (): Promise<Uint8Array> =>
    (
      await foreign({ date, subkeys: [{ sign: true, keyExpirationTime: 86_400 }] })
    ).publicKey.write();
  const unencryptable = async (): Promise<Uint8Array> =>
    (await foreign({ subkeys: [] })).publicKey.write();
  const expiredSubkey = async (): Promise<Uint8Array> =>
    (await foreign({ date, subkeys: [{ keyExpirationTime: 86_400 }] })).publicKey.write();
  const revokedSubkey = async (): Promise<Uint8Array> => {
    const { privateKey } = await foreign();
    const [subkey] = privateKey.subkeys;
    if (subkey === undefined) throw new Error("no subkey");
    privateKey.subkeys[0] = await subkey.revoke(privateKey.keyPacket as openpgp.SecretKeyPacket);
    return privateKey.toPublic().write();
  };
  const revokedUser = async (): Promise<Uint8Array> => {
    const { privateKey } = await foreign();
    const [user] = privateKey.users;
    if (user === undefined) throw new Error("no user id");
    const gone = await user.revoke(privateKey.keyPacket as openpgp.SecretKeyPacket);
    user.revocationSignatures.push(...gone.revocationSignatures);
    return privateKey.toPublic().write();
  };

  it.each([
    ["expired", "expired", expired],
    ["expired, and its encryption key is not", "expired", expiredPrimary],
    ["without an encryption key, and a signing key expired", "no-encryption-key", expiredSigner],
    ["revoked", "revoked", revoked],
    ["revoked in its only user id", "revoked", revokedUser],
    ["without an encryption key", "no-encryption-key", unencryptable],
    ["with an expired encryption key", "expired", expiredSubkey],
    ["with a revoked encryption key", "revoked", revokedSubkey],
  ])("is named and stops the sealing: %s", async (_, why, make) => {
    const certificate = valueOf(await pgp.readCertificate(await make()));
    const { fingerprint, bytes } = certificate;
    expect(await pgp.unusable(bytes)).toBe(why);
    const failure = { type: "reader-unusable", fingerprint, why };
    expect(await sealTo(heron.certificate.bytes, bytes, rowan.certificate.bytes)).toEqual(failure);
  });

  it("is the first one of several", async () => {
    const [first, second] = [await expired(), await revoked()];
    expect(await sealTo(first, second)).toMatchObject({ why: "expired" });
    expect(await sealTo(second, first)).toMatchObject({ why: "revoked" });
  });

  it("is found by trying: a key that is signed well and lies on no curve", async () => {
    const { privateKey } = await foreign();
    const [subkey] = privateKey.subkeys;
    if (subkey === undefined) throw new Error("no subkey");
    Object.assign(subkey.keyPacket.publicParams, { Q: new Uint8Array(33).fill(0x40, 0, 1) });
    const over = { key: privateKey.keyPacket, bind: subkey.keyPacket };
    const fields = { signatureType: 0x18, keyFlags: [12] };
    const binding = await signedByHand(privateKey, over, fields);
    subkey.bindingSignatures = [binding];
    const { bytes } = valueOf(await pgp.readCertificate(privateKey.toPublic().write()));
    expect((await openpgp.readKey({ binaryKey: bytes })).subkeys).toHaveLength(1);
    expect(await pgp.unusable(bytes)).toBe("no-encryption-key");
    expect(await sealTo(bytes)).toMatchObject({
      type: "reader-unusable",
      why: "no-encryption-key",
    });
  });

  it("is none whose key was made this minute, or where it is tomorrow already", async () => {
    const now = (await foreign()).publicKey.write();
    const tomorrow = (await member("tern", dayAt(inDays(1)))).certificate.bytes;
    expect([await pgp.unusable(now), await pgp.unusable(tomorrow)]).toEqual([undefined, undefined]);
    expect(await sealTo(now, tomorrow)).toBe("ok");
    const clock = createOpenPgp(() => new Date(`${yesterday}T00:00:00Z`));
    expect(await clock.unusable(tomorrow)).toBe("expired");
  });
});
