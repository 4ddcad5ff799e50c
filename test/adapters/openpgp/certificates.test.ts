import * as openpgp from "openpgp";
import { describe, expect, it } from "vitest";

import { bytesOf, concat, packet } from "./by-hand.ts";
import { foreign, signedByHand, takenApart } from "./foreign-keys.ts";
import { member, pgp, valueOf } from "./samples.ts";

const heron = await member("heron");
const rowan = await member("rowan");
const { bytes } = heron.certificate;
const own = await takenApart(bytes);

describe("Reading a certificate", () => {
  it("gives the same bytes for what was read before, armored or binary", async () => {
    const armored = bytesOf(await pgp.armor("certificate", bytes));
    for (const file of [bytes, armored])
      expect(valueOf(await pgp.readCertificate(file))).toEqual(heron.certificate);
  });

  it("puts the primary user id first", async () => {
    const { publicKey } = await foreign({
      userIDs: [{ name: "Ada Sample" }, { name: "Ada at work" }, { name: "Ada elsewhere" }],
    });
    publicKey.users.reverse();
    const { userIds } = valueOf(await pgp.readCertificate(publicKey.write()));
    expect(userIds).toEqual(["Ada Sample", "Ada elsewhere", "Ada at work"]);
  });

  it("leaves out a user id that was taken back, unless there is no other", async () => {
    const { privateKey } = await foreign({
      userIDs: [{ name: "Ada Sample" }, { name: "Ada at work" }],
    });
    const revoke = async (at: number): Promise<readonly string[]> => {
      const user = privateKey.users[at];
      const gone = await user?.revoke(privateKey.keyPacket as openpgp.SecretKeyPacket);
      user?.revocationSignatures.push(...(gone?.revocationSignatures ?? []));
      return valueOf(await pgp.readCertificate(privateKey.toPublic().write())).userIds;
    };
    expect(await revoke(0)).toEqual(["Ada at work"]);
    expect(await revoke(1)).toEqual(["Ada Sample", "Ada at work"]);
  });

  it("leaves behind what others say about it, revocations and bindings too", async () => {
    const { privateKey } = await foreign();
    const key = await openpgp.readKey({ binaryKey: bytes });
    const over = {
      key: key.keyPacket,
      userID: key.users[0]?.userID,
      bind: key.subkeys[0]?.keyPacket,
    };
    for (const signatureType of [0x10, 0x13, 0x18, 0x1f, 0x20, 0x28, 0x30]) {
      const theirs = new openpgp.PacketList<openpgp.SignaturePacket>();
      theirs.push(await signedByHand(privateKey, over, { signatureType }));
      const stranger = theirs.write();
      const file = concat(
        own.key,
        stranger,
        own.user,
        stranger,
        own.selfSignature,
        own.subkey,
        stranger,
        own.binding,
        stranger,
      );
      expect(valueOf(await pgp.readCertificate(file)), `${signatureType}`).toEqual(
        heron.certificate,
      );
    }
  });

  it("leaves behind what stands there twice", async () => {
    const { key, user, selfSignature, subkey, binding } = own;
    const twice = [
      [key, user, selfSignature, selfSignature, subkey, binding],
      [key, user, selfSignature, subkey, binding, binding, binding],
      [key, user, selfSignature, user, selfSignature, subkey, binding],
      [key, user, selfSignature, subkey, binding, subkey, binding],
    ];
    for (const parts of twice)
      expect(valueOf(await pgp.readCertificate(concat(...parts)))).toEqual(heron.certificate);
  });

  it("leaves behind what others certified", async () => {
    const { publicKey } = await foreign();
    const other = await openpgp.readPrivateKey({ binaryKey: rowan.secret });
    const certified = await publicKey.signAllUsers([other]);
    expect(certified.write().length).toBeGreaterThan(publicKey.write().length);
    const certificate = valueOf(await pgp.readCertificate(certified.write()));
    expect(certificate.bytes).toEqual(publicKey.write());
  });

  it("leaves behind a photo, packets that mean nothing, and user ids that the key did not sign", async () => {
    const photo = packet(17, concat(Uint8Array.of(20, 1, 16, 0, 1, 1), new Uint8Array(15)));
    const stranger = packet(13, bytesOf("rowan"));
    for (const extra of [
      photo,
      stranger,
      packet(10, bytesOf("PGP")),
      packet(21, new Uint8Array(9)),
    ]) {
      const file = concat(
        own.key,
        extra,
        own.user,
        own.selfSignature,
        extra,
        own.subkey,
        own.binding,
        extra,
      );
      expect(valueOf(await pgp.readCertificate(file))).toEqual(heron.certificate);
    }
  });

  it("leaves behind what stands in a signature where nothing signs it", async () => {
    const key = await openpgp.readKey({ binaryKey: bytes });
    for (const signature of key.users[0]?.selfCertifications ?? [])
      signature.unhashedSubpackets.push({
        type: 20,
        critical: false,
        body: bytesOf("a name of somebody"),
      });
    expect(Buffer.from(key.write()).includes("a name of somebody")).toBe(true);
    expect(valueOf(await pgp.readCertificate(key.write()))).toEqual(heron.certificate);
  });

  it("leaves behind a subkey of somebody else's", async () => {
    const theirs = await takenApart(rowan.certificate.bytes);
    const file = concat(bytes, theirs.subkey, own.binding, theirs.subkey, theirs.binding);
    expect(valueOf(await pgp.readCertificate(file))).toEqual(heron.certificate);
  });

  it("passes over a subkey of an algorithm that nobody knew, and over one that is too weak", async () => {
    const unknown = packet(14, Uint8Array.of(4, 0, 0, 0, 0, 35, 1, 2, 3));
    expect(valueOf(await pgp.readCertificate(concat(bytes, unknown, own.binding)))).toEqual(
      heron.certificate,
    );
    const { publicKey } = await foreign({
      subkeys: [{ type: "rsa", rsaBits: 2048 }, {}],
    });
    const certificate = valueOf(await pgp.readCertificate(publicKey.write()));
    const kept = (await openpgp.readKey({ binaryKey: certificate.bytes })).subkeys;
    expect(kept.map((one) => one.getAlgorithmInfo().algorithm)).toEqual(["ecdh"]);
  });
});
