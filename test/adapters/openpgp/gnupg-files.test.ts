/** We read what GnuPG 2.2 writes. */
import { expect, it } from "vitest";

import { describeWith } from "../../support/programs.ts";
import { bytesOf } from "./by-hand.ts";
import { gnupg } from "./other-programs.ts";
import { dayAt, failureOf, inDays, member, pgp, today, valueOf } from "./samples.ts";

describeWith(["gpg", "gpgconf"], "GnuPG writes", () => {
  const { gpg, newKey, exported, fingerprintOf, write, path, read } = gnupg();
  const payload = bytesOf('{"type":"pledge-tally","v":1}\n{"pad":""}\n');
  const file = write("payload", payload);

  it.each([
    ["Ed <ed@example.org>", "future-default"],
    ["Rex <rex@example.org>", "rsa3072"],
    ["Pat <pat@example.org>", "nistp256"],
  ])(
    "certificates that we take and seal to, and messages that we open: %s, %s",
    async (userId, algorithm) => {
      const heron = await member("heron");
      gpg("--import", write("heron.pub", heron.certificate.bytes));
      newKey(userId, algorithm);
      // With an algorithm by name it makes no encryption key of itself.
      if (algorithm !== "future-default")
        gpg("--quick-add-key", fingerprintOf(userId), algorithm, "encr");
      const certificate = valueOf(await pgp.readCertificate(exported(userId)));
      expect(certificate).toMatchObject({ userIds: [userId], madeOn: today });
      expect(certificate.fingerprint.toUpperCase()).toBe(fingerprintOf(userId));
      expect(valueOf(await pgp.readCertificate(gpg("--armor", "--export", userId).stdout))).toEqual(
        certificate,
      );
      expect(await pgp.unusable(certificate.bytes)).toBeUndefined();

      const readers = [certificate.bytes];
      const sealed = await pgp.seal({
        payload,
        signatures: [],
        readers,
        named: false,
        day: today,
      });
      const decrypted = gpg(
        "--output",
        path("plain"),
        "--decrypt",
        write("message", valueOf(sealed)),
      );
      expect(decrypted.status).toBe(0);
      expect(read("plain")).toEqual(payload);

      for (const options of [
        [],
        ["--armor"],
        ["--compress-algo", "zlib"],
        ["--compress-algo", "zip", "--cipher-algo", "AES"],
        ["--throw-keyids"],
      ]) {
        const message = gpg(
          "--local-user",
          userId,
          "--recipient",
          heron.certificate.fingerprint,
          ...options,
          "--output",
          path("out"),
          "--sign",
          "--encrypt",
          file,
        );
        expect(message.status).toBe(0);
        const inside = valueOf(await pgp.unseal(read("out"), heron.secret));
        expect(inside.payload).toEqual(payload);
        expect(inside.signatures).toHaveLength(1);
        const [signature = new Uint8Array()] = inside.signatures;
        expect(await pgp.verify(payload, signature, certificate.bytes)).toBe("good");
        expect(await pgp.signedOn(signature)).toBe(today);
      }
    },
  );

  it("what we do not take: weak keys, passphrases, texts, and nothing to open", async () => {
    const heron = await member("heron");
    gpg("--import", write("heron.pub", heron.certificate.bytes));
    for (const [userId, algorithm] of [
      ["Weak <weak@example.org>", "rsa1024"],
      ["Old <old@example.org>", "rsa2048"],
      ["Dee <dee@example.org>", "dsa1024"],
      ["Kay <kay@example.org>", "secp256k1"],
    ] as const)
      expect(await pgp.readCertificate(newKey(userId, algorithm, "sign"))).toEqual({
        ok: false,
        failure: {
          type: "certificate-unsupported",
          fingerprint: fingerprintOf(userId).toLowerCase(),
        },
      });
    const secret = gpg("--export-secret-keys", "old@example.org").stdout;
    expect(failureOf(await pgp.readCertificate(secret))).toBe("certificate-malformed");
    const refused = async (...args: readonly string[]): Promise<string> => {
      expect(gpg("--output", path("out"), ...args, file).status).toBe(0);
      return failureOf(await pgp.unseal(read("out"), heron.secret));
    };
    const to = ["--recipient", heron.certificate.fingerprint];
    expect(await refused("--passphrase", "x", "--symmetric")).toBe("seal-unusual");
    expect(await refused(...to, "--passphrase", "x", "--symmetric", "--encrypt")).toBe(
      "seal-unusual",
    );
    expect(await refused("--local-user", "old@example.org", "--clearsign")).toBe("seal-malformed");
    expect(await refused("--local-user", "old@example.org", "--sign")).toBe("seal-malformed");
    expect(await refused("--store")).toBe("seal-malformed");
    expect(await refused(...to, "--cipher-algo", "3DES", "--encrypt")).toBe("seal-not-for-us");
    expect(await refused(...to, "--compress-algo", "bzip2", "--encrypt")).toBe("seal-malformed");
    expect(await refused(...to, "--encrypt")).toBe("ok");
  });

  it("a signature over a text, which is not over the bytes, and one with SHA-1", async () => {
    const heron = await member("heron");
    gpg("--import", write("heron.pub", heron.certificate.bytes));
    const certificate = valueOf(
      await pgp.readCertificate(newKey("Tess <tess@example.org>", "rsa3072", "sign")),
    );
    for (const [expected, ...options] of [
      ["bad", "--textmode"],
      ["bad", "--digest-algo", "SHA1"],
      ["good", "--digest-algo", "SHA256"],
    ] as const) {
      gpg(
        "--local-user",
        "tess@example.org",
        "--recipient",
        heron.certificate.fingerprint,
        ...options,
        "--output",
        path("out"),
        "--sign",
        "--encrypt",
        file,
      );
      const { payload, signatures } = valueOf(await pgp.unseal(read("out"), heron.secret));
      expect(signatures).toHaveLength(1);
      const [signature = new Uint8Array()] = signatures;
      expect(await pgp.verify(payload, signature, certificate.bytes)).toBe(expected);
    }
  });

  it("certificates that others signed, that were prolonged, and that were revoked", async () => {
    newKey("Cy <cy@example.org>", "future-default", "default", "1y");
    newKey("Vi <vi@example.org>", "future-default");
    const before = exported("cy@example.org");
    gpg("--local-user", "cy@example.org", "--output", path("out"), "--detach-sign", file);
    gpg("--local-user", "vi@example.org", "--quick-sign-key", fingerprintOf("cy@example.org"));
    const signed = exported("cy@example.org");
    expect(signed.length).toBeGreaterThan(before.length);
    const certificate = valueOf(await pgp.readCertificate(before));
    expect(valueOf(await pgp.readCertificate(signed))).toEqual(certificate);
    expect(await pgp.verify(payload, read("out"), certificate.bytes)).toBe("good");

    // It puts the new self-signature in the place of the old one, and dates it later than the signature.
    const tomorrow = `${dayAt(inDays(1)).replaceAll("-", "")}T000000`;
    gpg(
      "--faked-system-time",
      tomorrow,
      "--quick-set-expire",
      fingerprintOf("cy@example.org"),
      "2y",
    );
    const later = valueOf(await pgp.readCertificate(exported("cy@example.org")));
    expect(later.bytes).not.toEqual(certificate.bytes);
    expect(await pgp.verify(payload, read("out"), later.bytes)).toBe("good");

    const revocation = Buffer.from(
      read(`openpgp-revocs.d/${fingerprintOf("cy@example.org")}.rev`),
    ).toString();
    gpg("--import", write("cy.rev", revocation.replace(":-----", "-----")));
    const revoked = valueOf(await pgp.readCertificate(exported("cy@example.org")));
    expect(await pgp.unusable(revoked.bytes)).toBe("revoked");
    expect(await pgp.verify(payload, read("out"), revoked.bytes)).toBe("revoked");
  });
});
