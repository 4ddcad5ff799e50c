/** Signatures against the life of the key that made them. */
import * as openpgp from "openpgp";
import { describe, expect, it } from "vitest";

import { bytesOf } from "./by-hand.ts";
import { foreign, signedByHand, signedPayload } from "./foreign-keys.ts";
import { dayAt, inDays, pgp } from "./samples.ts";

const payload = bytesOf("the payload\n");
const made = inDays(-100);
const seconds = (days: number): number => days * 86_400;

const signatureOn = async (key: openpgp.PrivateKey, daysAgo: number): Promise<Uint8Array> =>
  openpgp.sign({
    message: await openpgp.createMessage({ binary: payload }),
    signingKeys: key,
    detached: true,
    format: "binary",
    date: inDays(-daysAgo),
  });

const verdict = async (signature: Uint8Array, certificate: openpgp.Key): Promise<string> =>
  pgp.verify(payload, signature, certificate.write());

describe("A key that expires", () => {
  it("has signed well until then, also when it has expired since", async () => {
    const { privateKey: lasting } = await foreign({ date: made });
    const { privateKey } = await openpgp.reformatKey({
      privateKey: lasting,
      userIDs: [{ name: "Ada Sample" }],
      keyExpirationTime: seconds(60),
      date: made,
      format: "object",
    });
    const certificate = privateKey.toPublic();
    expect(await pgp.unusable(certificate.write())).toBe("expired");
    // The same key without an end makes signatures that the expiring one refuses to make.
    expect(await verdict(await signatureOn(lasting, 90), certificate)).toBe("good");
    expect(await verdict(await signatureOn(lasting, 30), certificate)).toBe("expired");
  });

  it("had signed before its owner put the end off, with a tool that replaces what it says", async () => {
    const { privateKey: before } = await foreign({ date: made, keyExpirationTime: seconds(200) });
    const signature = await signatureOn(before, 90);
    const { privateKey: after } = await openpgp.reformatKey({
      privateKey: before,
      userIDs: [{ name: "Ada Sample" }],
      keyExpirationTime: seconds(900),
      date: inDays(-1),
      format: "object",
    });
    expect(await verdict(signature, after.toPublic())).toBe("good");
  });

  it("has not signed before it was made", async () => {
    const { privateKey: old } = await foreign({ date: made });
    const { privateKey } = await foreign({ date: inDays(-10) });
    const signature = await signedPayload(privateKey, payload, { date: inDays(-20) });
    expect(await verdict(signature, privateKey.toPublic())).toBe("expired");
    expect(await verdict(signature, old.toPublic())).toBe("other-key");
  });
});

describe("A key that was revoked", () => {
  // RFC 9580 §5.2.3.31: superseded and retired count from their day on; no reason and compromised reach back.
  it.each([
    [0, 30, "revoked"],
    [2, 30, "revoked"],
    [1, 30, "good"],
    [3, 30, "good"],
    [0, 5, "revoked"],
    [1, 5, "revoked"],
    [2, 5, "revoked"],
    [3, 5, "revoked"],
  ])(
    "for reason %i ten days ago: a signature of %i days ago is %s",
    async (flag, days, expected) => {
      const { privateKey } = await foreign({ date: made });
      const signature = await signatureOn(privateKey, days);
      expect(await verdict(signature, privateKey.toPublic())).toBe("good");
      const { publicKey } = await openpgp.revokeKey({
        key: privateKey,
        reasonForRevocation: { flag },
        date: inDays(-10),
        format: "object",
      });
      expect(await verdict(signature, publicKey)).toBe(expected);
      expect(await pgp.unusable(publicKey.write())).toBe("revoked");
    },
  );

  it("as a signing subkey alone, counts for nothing in its own signatures", async () => {
    const { privateKey } = await foreign({ date: made, subkeys: [{ sign: true }, {}] });
    const signature = await signatureOn(privateKey, 30);
    expect(await verdict(signature, privateKey.toPublic())).toBe("good");
    const [signing] = privateKey.subkeys;
    if (signing === undefined) throw new Error("no subkey");
    const primary = privateKey.keyPacket as openpgp.SecretKeyPacket;
    privateKey.subkeys[0] = await signing.revoke(primary, { flag: 2 }, inDays(-10));
    expect(await verdict(signature, privateKey.toPublic())).toBe("revoked");
    const own = await signatureOn(privateKey, 5);
    expect(await verdict(own, privateKey.toPublic())).toBe("good");
  });

  it("in its only user id, is revoked", async () => {
    const { privateKey } = await foreign({ date: made });
    const signature = await signatureOn(privateKey, 5);
    const [user] = privateKey.users;
    if (user === undefined) throw new Error("no user id");
    const primary = privateKey.keyPacket as openpgp.SecretKeyPacket;
    const gone = await user.revoke(primary, { flag: 32 }, inDays(-10));
    user.revocationSignatures.push(...gone.revocationSignatures);
    const certificate = privateKey.toPublic();
    expect(await verdict(signature, certificate)).toBe("revoked");
    expect(
      await verdict(await signatureOn((await foreign({ date: made })).privateKey, 5), certificate),
    ).toBe("other-key");
  });

  it("by somebody else, is not revoked", async () => {
    const { privateKey } = await foreign({ date: made });
    const { privateKey: other } = await foreign({ date: made });
    const revoked = await openpgp.revokeKey({ key: other, format: "object" });
    const certificate = privateKey.toPublic();
    certificate.revocationSignatures.push(...revoked.publicKey.revocationSignatures);
    const signature = await signatureOn(privateKey, 5);
    expect(await verdict(signature, certificate)).toBe("good");
    expect(await pgp.unusable(certificate.write())).toBeUndefined();
  });

  it("with SHA-1, is revoked nevertheless: an old revocation certificate still says that it is lost", async () => {
    const { privateKey } = await foreign({
      type: "rsa",
      rsaBits: 3072,
      subkeys: [],
      date: made,
    });
    const signature = await signatureOn(privateKey, 5);
    const packet = await signedByHand(
      privateKey,
      { key: privateKey.keyPacket },
      {
        signatureType: 0x20,
        hashAlgorithm: 2,
        reasonForRevocationFlag: 0,
        reasonForRevocationString: "",
        date: inDays(-90),
      },
    );
    privateKey.revocationSignatures.push(packet);
    const certificate = privateKey.toPublic();
    expect(await pgp.unusable(certificate.write())).toBe("revoked");
    expect(await verdict(signature, certificate)).toBe("revoked");
  });

  it("is listed by its day, whatever became of it", async () => {
    const { privateKey } = await foreign({ date: made });
    const signature = await signatureOn(privateKey, 30);
    expect(await pgp.signedOn(signature)).toBe(dayAt(inDays(-30)));
  });
});
