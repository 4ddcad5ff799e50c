import * as openpgp from "openpgp";
import { describe, expect, it } from "vitest";

import { createOpenPgp } from "../../../src/adapters/openpgp/openpgp.ts";
import type { Day } from "../../../src/domain/day.ts";
import { bytesOf, concat, packet } from "./by-hand.ts";
import { foreign, signedPayload } from "./foreign-keys.ts";
import type { KeyHolder, SignatureFields } from "./foreign-keys.ts";
import { dayAt, inDays, member, pgp, today, yesterday } from "./samples.ts";

const payload = bytesOf("the payload\n");
const heron = await member("heron", dayAt(inDays(-100)));
const rowan = await member("rowan");

/** A signature as somebody makes it who does not use our program. */
const signatureBy = async (
  key: KeyHolder,
  fields: Partial<SignatureFields> = {},
): Promise<Uint8Array> => signedPayload(key, payload, fields);

const verdict = async (
  signature: Uint8Array,
  certificate: openpgp.Key | Uint8Array,
): Promise<string> =>
  pgp.verify(
    payload,
    signature,
    certificate instanceof Uint8Array ? certificate : certificate.write(),
  );

describe("A signature", () => {
  it("is good by the certificate of the key that made it, and by no other", async () => {
    const signature = await pgp.sign(payload, heron.secret, today);
    expect(await verdict(signature, heron.certificate.bytes)).toBe("good");
    expect(await verdict(signature, rowan.certificate.bytes)).toBe("other-key");
  });

  it("is dated by the day alone", async () => {
    for (const day of [today, yesterday]) {
      const binarySignature = await pgp.sign(payload, heron.secret, day);
      expect(await pgp.signedOn(binarySignature)).toBe(day);
      const { packets } = await openpgp.readSignature({ binarySignature });
      expect(packets.map(({ created }) => created?.toISOString())).toEqual([
        `${day}T00:00:00.000Z`,
      ]);
      expect(packets.map(({ signatureType }) => signatureType)).toEqual([0]);
    }
  });

  it("is no older than its key, even if the clock was set back", async () => {
    const signature = await pgp.sign(payload, rowan.secret, "2020-01-01" as Day);
    expect(await pgp.signedOn(signature)).toBe(yesterday);
    expect(await verdict(signature, rowan.certificate.bytes)).toBe("good");
  });

  it("may be made by a signing subkey: the certificate counts", async () => {
    const { privateKey, publicKey } = await foreign({ subkeys: [{ sign: true }, {}] });
    const [signing, encrypting] = privateKey.subkeys;
    if (signing === undefined || encrypting === undefined) throw new Error("no subkeys");
    expect(await verdict(await signatureBy(signing), publicKey)).toBe("good");
    expect(await verdict(await signatureBy(privateKey), publicKey)).toBe("good");
    expect(await verdict(await signatureBy(signing), heron.certificate.bytes)).toBe("other-key");
  });

  it("may name its key by the short id alone, as some programs do", async () => {
    const [one, other] = [await foreign(), await foreign()];
    const nameless = (fingerprint: Uint8Array | null): KeyHolder => ({
      keyPacket: Object.create(one.privateKey.keyPacket, {
        getFingerprintBytes: { value: () => fingerprint },
      }) as openpgp.SecretKeyPacket,
    });
    const signature = await signatureBy(nameless(null));
    expect(await verdict(signature, one.publicKey)).toBe("good");
    expect(await verdict(signature, other.publicKey)).toBe("other-key");
    // The same short id, and another fingerprint.
    const alike = Uint8Array.from(one.publicKey.keyPacket.getFingerprintBytes() ?? []).fill(
      0,
      0,
      1,
    );
    expect(await verdict(await signatureBy(nameless(alike)), one.publicKey)).toBe("other-key");
  });

  it("is bad over other bytes, with another byte in it, and in any company", async () => {
    const signature = await pgp.sign(payload, heron.secret, today);
    const { bytes } = heron.certificate;
    expect(await pgp.verify(bytesOf("the payload"), signature, bytes)).toBe("bad");
    expect(await verdict(concat(signature, signature), bytes)).toBe("bad");
    expect(await verdict(concat(signature, Uint8Array.of(0)), bytes)).toBe("bad");
    expect(await verdict(concat(signature, packet(10, bytesOf("PGP"))), bytes)).toBe("bad");
    expect(await verdict(signature.subarray(0, -1), bytes)).toBe("bad");
    expect(await verdict(bytes, bytes)).toBe("bad");
    expect(await verdict(new Uint8Array(), bytes)).toBe("bad");
    expect(await verdict(signature, bytesOf("no certificate"))).toBe("bad");
    for (let at = 0; at < signature.length; at += 1) {
      const changed = Uint8Array.from(signature);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      const found = await verdict(changed, bytes);
      // A number tells its length in bits, and a bit more or less of leading zeros leaves it the same number.
      if (found === "good")
        expect((await openpgp.readSignature({ binarySignature: changed })).write()).toEqual(
          signature,
        );
      else expect(["bad", "other-key"], `byte ${at}`).toContain(found);
    }
  });

  it("is bad where it is of another kind than ours", async () => {
    const { privateKey, publicKey } = await foreign();
    expect(await verdict(await signatureBy(privateKey), publicKey)).toBe("good");
    // Over a text whatever its line ends, over nothing, and over the time alone.
    for (const signatureType of [0x01, 0x02, 0x40])
      expect(await verdict(await signatureBy(privateKey, { signatureType }), publicKey)).toBe(
        "bad",
      );
    const certification = publicKey.users[0]?.selfCertifications[0];
    const list = new openpgp.PacketList<openpgp.SignaturePacket>();
    if (certification) list.push(certification);
    expect(await verdict(list.write(), publicKey)).toBe("bad");
  });

  it("is bad with a weak hash", async () => {
    const { privateKey, publicKey } = await foreign({ type: "rsa", rsaBits: 3072, subkeys: [] });
    const { md5, ripemd, sha1, sha224, sha256, sha384, sha512 } = openpgp.enums.hash;
    for (const hashAlgorithm of [md5, ripemd, sha1, sha224])
      expect(
        await verdict(await signatureBy(privateKey, { hashAlgorithm }), publicKey),
        `${hashAlgorithm}`,
      ).toBe("bad");
    for (const hashAlgorithm of [sha256, sha384, sha512])
      expect(
        await verdict(await signatureBy(privateKey, { hashAlgorithm }), publicKey),
        `${hashAlgorithm}`,
      ).toBe("good");
  });

  it("is bad if it says when it ends, on any day, so that merging does not depend on the day", async () => {
    const { privateKey, publicKey } = await foreign();
    const signature = await signatureBy(privateKey, {
      signatureExpirationTime: 86_400 * 900,
    });
    expect(await verdict(signature, publicKey)).toBe("bad");
  });

  it("is bad by a key that never signs", async () => {
    const { privateKey } = await foreign({ subkeys: [{ type: "rsa", rsaBits: 3072 }] });
    const [encrypting] = privateKey.subkeys;
    if (encrypting === undefined) throw new Error("no subkey");
    expect(await verdict(await signatureBy(encrypting), privateKey.toPublic())).toBe("bad");
  });

  it("is bad with the packet of version 6", async () => {
    const { privateKey } = await foreign({ type: "curve25519", config: { v6Keys: true } });
    expect(await verdict(await signatureBy(privateKey), heron.certificate.bytes)).toBe("bad");
  });
});

describe("The day of a signature", () => {
  it("may be a day ahead of this clock, and no more", async () => {
    for (const [days, expected] of [
      [0.9, "good"],
      [1.1, "ahead"],
      [2, "ahead"],
      [1500, "ahead"],
    ] as const) {
      const key = await openpgp.readPrivateKey({ binaryKey: heron.secret });
      const signature = await signatureBy(key, { date: inDays(days) });
      expect(await verdict(signature, heron.certificate.bytes), `${days}`).toBe(expected);
      const then = createOpenPgp(() => inDays(days));
      expect(await then.verify(payload, signature, heron.certificate.bytes)).toBe("good");
    }
  });

  it("is not told to be ahead where the bytes are not the signed ones", async () => {
    const signature = await pgp.sign(payload, heron.secret, dayAt(inDays(9)));
    expect(await pgp.verify(bytesOf("x"), signature, heron.certificate.bytes)).toBe("bad");
  });

  it("is nothing for what is no signature", async () => {
    for (const bytes of [new Uint8Array(), payload, heron.certificate.bytes])
      expect(await pgp.signedOn(bytes)).toBeUndefined();
  });
});
