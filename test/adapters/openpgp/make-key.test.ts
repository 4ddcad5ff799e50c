import * as openpgp from "openpgp";
import { describe, expect, it } from "vitest";

import type { Day } from "../../../src/domain/day.ts";
import type { Fingerprint } from "../../../src/domain/sealing/certificate.ts";
import { member, pgp, valueOf, yesterday } from "./samples.ts";

const heron = await member("heron");
const rowan = await member("rowan");
const { bytes } = heron.certificate;

describe("Our own key", () => {
  it("says the handle and the day, and nothing else", async () => {
    expect(heron.certificate).toMatchObject({ userIds: ["heron"], madeOn: yesterday });
    expect(heron.certificate.fingerprint).toMatch(/^[0-9a-f]{40}$/u);
    const key = await openpgp.readKey({ binaryKey: bytes });
    expect(key.getFingerprint()).toBe(heron.certificate.fingerprint);
    const dates = [key, ...key.subkeys].map((one) => one.getCreationTime().toISOString());
    expect(dates).toEqual([`${yesterday}T00:00:00.000Z`, `${yesterday}T00:00:00.000Z`]);
    expect(await key.getExpirationTime()).toBe(Infinity);
  });

  it("is of the one profile that every reader takes", async () => {
    const key = await openpgp.readKey({ binaryKey: bytes });
    expect(key.keyPacket.version).toBe(4);
    expect([key, ...key.subkeys].map((one) => one.getAlgorithmInfo())).toEqual([
      { algorithm: "eddsaLegacy", curve: "ed25519Legacy" },
      { algorithm: "ecdh", curve: "curve25519Legacy" },
    ]);
    const { selfCertification } = await key.getPrimaryUser();
    expect(selfCertification.features).toEqual([1]);
    expect(selfCertification.preferredCompressionAlgorithms).toEqual([0, 2, 1]);
  });

  it("comes with a revocation that its certificate takes", async () => {
    const revoked = await openpgp.revokeKey({
      key: await openpgp.readKey({ binaryKey: bytes }),
      revocationCertificate: heron.revocation,
      format: "binary",
    });
    const certificate = valueOf(await pgp.readCertificate(revoked.publicKey));
    expect(certificate.fingerprint).toBe(heron.certificate.fingerprint);
    expect(await pgp.unusable(certificate.bytes)).toBe("revoked");
  });

  it("is made for a day that the clock has not reached", async () => {
    const { certificate } = await member("wren", "2098-01-01" as Day);
    expect(certificate.madeOn).toBe("2098-01-01");
  });

  it("has fifteen words, of which the last checks the others", async () => {
    const words = await pgp.words(heron.certificate);
    expect(words).toHaveLength(15);
    expect(new Set([words.join(" "), (await pgp.words(rowan.certificate)).join(" ")]).size).toBe(2);
    // BIP 39 of twenty zero bytes.
    const zero = await pgp.words({
      fingerprint: "0".repeat(40) as Fingerprint,
    });
    expect(zero.join(" ")).toBe(`${"abandon ".repeat(14)}address`);
  });
});
