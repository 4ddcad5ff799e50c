/** Sequoia's `sq` reads what we write, and we read what it writes. */
import { expect, it } from "vitest";

import { describeWith } from "../../support/programs.ts";
import { bytesOf } from "./by-hand.ts";
import { scratch } from "./other-programs.ts";
import type { Ran } from "./other-programs.ts";
import { failureOf, member, pgp, sealedBy, today, valueOf } from "./samples.ts";

describeWith(["sq"], "Sequoia", () => {
  const { run, write, path, read } = scratch();
  const sq = (...args: readonly string[]): Ran => run("sq", ["--force", ...args]);
  const payload = bytesOf('{"type":"pledge-tally","v":1}\n');
  const file = write("payload", payload);

  it("reads our certificate", async () => {
    const heron = await member("heron");
    const certificate = write("heron.asc", await pgp.armor("certificate", heron.certificate.bytes));
    const shown = sq("inspect", certificate);
    expect(shown.status).toBe(0);
    expect(shown.said).toContain(`Fingerprint: ${heron.certificate.fingerprint.toUpperCase()}`);
    expect(shown.said).toMatch(/UserID: heron\b/u);
    expect(shown.said).not.toMatch(/\b(?:invalid|bad|weak)\b/iu);
  });

  it.each([false, true])(
    "opens our message and finds its signature good (readers named: %s)",
    async (named) => {
      const [heron, rowan] = [await member("heron"), await member("rowan")];
      const certificate = write("heron.pub", heron.certificate.bytes);
      const key = write("rowan.key", rowan.secret);
      const message = write("message", await sealedBy(payload, [heron], [heron, rowan], named));
      const opened = sq(
        "decrypt",
        "--recipient-key",
        key,
        "--signer-cert",
        certificate,
        "--output",
        path("plain"),
        message,
      );
      expect(opened.status).toBe(0);
      expect(read("plain")).toEqual(payload);
      expect(opened.said).toContain("1 good signature.");
    },
  );

  it("finds a signature good that we took out of a message, beside the payload", async () => {
    const [heron, rowan] = [await member("heron"), await member("rowan")];
    const certificate = write("heron.pub", heron.certificate.bytes);
    const message = await sealedBy(payload, [heron], [rowan]);
    const [signature = new Uint8Array()] = valueOf(
      await pgp.unseal(message, rowan.secret),
    ).signatures;
    for (const content of [signature, await pgp.armor("signature", signature)]) {
      const detached = write("signature", content);
      const args = ["verify", "--signer-cert", certificate, "--detached", detached];
      expect(sq(...args, file).status).toBe(0);
      expect(sq(...args, certificate).status).not.toBe(0);
    }
  });

  it.each(["cv25519", "rsa3k"])(
    "writes certificates and messages that we take: %s",
    async (suite) => {
      const heron = await member("heron");
      const recipient = write("heron.pub", heron.certificate.bytes);
      sq(
        "key",
        "generate",
        "--cipher-suite",
        suite,
        "--userid",
        "Sam <sam@example.org>",
        "--expires-in",
        "2y",
        "--export",
        path("sam.key"),
      );
      sq("key", "extract-cert", "--output", path("sam.cert"), path("sam.key"));
      const certificate = valueOf(await pgp.readCertificate(read("sam.cert")));
      expect(certificate).toMatchObject({ userIds: ["Sam <sam@example.org>"], madeOn: today });
      expect(failureOf(await pgp.readCertificate(read("sam.key")))).toBe("certificate-malformed");

      const readers = [certificate.bytes];
      const sealed = await pgp.seal({ payload, signatures: [], readers, named: false, day: today });
      sq(
        "decrypt",
        "--recipient-key",
        path("sam.key"),
        "--output",
        path("plain"),
        write("message", valueOf(sealed)),
      );
      expect(read("plain")).toEqual(payload);

      // By default it compresses, and hides the length behind the end of the stream.
      for (const compression of ["pad", "none", "zip", "zlib"]) {
        const args = [
          "--recipient-cert",
          recipient,
          "--signer-key",
          path("sam.key"),
          "--compression",
          compression,
        ];
        expect(sq("encrypt", ...args, "--output", path("out"), file).status).toBe(0);
        const inside = valueOf(await pgp.unseal(read("out"), heron.secret));
        expect(inside.payload).toEqual(payload);
        const [signature = new Uint8Array()] = inside.signatures;
        expect(await pgp.verify(payload, signature, certificate.bytes)).toBe("good");
      }
    },
  );

  it("writes what we do not take: a passphrase, a signed text, a message that is not encrypted", async () => {
    const heron = await member("heron");
    sq("key", "generate", "--userid", "Sam <sam@example.org>", "--export", path("sam.key"));
    for (const args of [["--cleartext-signature"], []]) {
      sq("sign", ...args, "--signer-key", path("sam.key"), "--output", path("out"), file);
      expect(failureOf(await pgp.unseal(read("out"), heron.secret))).toBe("seal-malformed");
    }
  });
});
