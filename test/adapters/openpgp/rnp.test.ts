/** RNP, which Thunderbird has inside, reads what we write to named readers, and we read what it writes. */
import { expect, it } from "vitest";

import { describeWith } from "../../support/programs.ts";
import { bytesOf } from "./by-hand.ts";
import { scratch } from "./other-programs.ts";
import type { Ran } from "./other-programs.ts";
import { failureOf, member, pgp, sealedBy, today, valueOf } from "./samples.ts";

describeWith(["rnp", "rnpkeys"], "RNP", () => {
  const { run, write, path, read, folder } = scratch();
  const home = ["--homedir", folder, "--password", "", "--notty"];
  const rnp = (...args: readonly string[]): Ran => run("rnp", [...home, "--overwrite", ...args]);
  const rnpkeys = (...args: readonly string[]): Ran => run("rnpkeys", [...home, ...args]);
  const payload = bytesOf('{"type":"pledge-tally","v":1}\n');
  const file = write("payload", payload);

  it("reads our certificate", async () => {
    const heron = await member("heron");
    const armored = write("heron.asc", await pgp.armor("certificate", heron.certificate.bytes));
    const imported = rnpkeys("--import", armored);
    expect(imported.status).toBe(0);
    expect(imported.said).toContain(heron.certificate.fingerprint);
    expect(imported.said).toContain("heron");
  });

  it("opens our message to named readers and finds its signature good", async () => {
    const [heron, rowan] = [await member("heron"), await member("rowan")];
    rnpkeys("--import", write("heron.pub", heron.certificate.bytes));
    rnpkeys("--import", write("rowan.key", rowan.secret));
    const message = write("message", await sealedBy(payload, [heron], [heron, rowan], true));
    const opened = rnp("--decrypt", message, "--output", path("plain"));
    expect(opened.status).toBe(0);
    expect(read("plain")).toEqual(payload);
    expect(opened.said).toContain("Good signature");
  });

  it("finds a signature good that we took out of a message, beside the payload", async () => {
    const [heron, rowan] = [await member("heron"), await member("rowan")];
    rnpkeys("--import", write("heron.pub", heron.certificate.bytes));
    const message = await sealedBy(payload, [heron], [rowan]);
    const [signature = new Uint8Array()] = valueOf(
      await pgp.unseal(message, rowan.secret),
    ).signatures;
    for (const content of [signature, await pgp.armor("signature", signature)]) {
      const detached = write("signature", content);
      expect(rnp("--verify", "--source", file, detached).status).toBe(0);
      expect(rnp("--verify", "--source", path("heron.pub"), detached).status).not.toBe(0);
    }
  });

  it.each([
    ["Ria", ["--numbits", "3072"], ""],
    ["Eda", ["--expert"], "22\n"],
  ])("writes certificates and messages that we take: %s", async (userId, options, answer) => {
    const heron = await member("heron");
    rnpkeys("--import", write("heron.pub", heron.certificate.bytes));
    // Its questions about the key go to the terminal, which is here the input.
    run(
      "rnpkeys",
      ["--homedir", folder, "--password", "", "--generate-key", "--userid", userId, ...options],
      answer,
    );
    const exported = rnpkeys("--export-key", userId).stdout;
    const certificate = valueOf(await pgp.readCertificate(exported));
    expect(certificate).toMatchObject({ userIds: [userId], madeOn: today });

    const readers = [certificate.bytes];
    const sealed = await pgp.seal({ payload, signatures: [], readers, named: true, day: today });
    expect(
      rnp("--decrypt", write("message", valueOf(sealed)), "--output", path("plain")).status,
    ).toBe(0);
    expect(read("plain")).toEqual(payload);

    for (const extra of [[], ["--armor"], ["--zlib"], ["-z", "0"]]) {
      const args = [
        "--sign",
        "--encrypt",
        "--recipient",
        heron.certificate.fingerprint,
        "--userid",
        userId,
      ];
      expect(rnp(...args, ...extra, file, "--output", path("out")).status).toBe(0);
      const inside = valueOf(await pgp.unseal(read("out"), heron.secret));
      expect(inside.payload).toEqual(payload);
      const [signature = new Uint8Array()] = inside.signatures;
      expect(await pgp.verify(payload, signature, certificate.bytes)).toBe("good");
    }
  });

  it("writes what we do not take: a weak key, and a passphrase beside the reader", async () => {
    rnpkeys("--generate-key", "--userid", "Weak", "--numbits", "2048");
    const weak = rnpkeys("--export-key", "Weak").stdout;
    expect(failureOf(await pgp.readCertificate(weak))).toBe("certificate-unsupported");
    const heron = await member("heron");
    rnpkeys("--import", write("heron.pub", heron.certificate.bytes));
    const args = ["--encrypt", "--symmetric", "--recipient", heron.certificate.fingerprint];
    run("rnp", [
      "--homedir",
      folder,
      "--overwrite",
      "--password",
      "x",
      "--notty",
      ...args,
      file,
      "--output",
      path("out"),
    ]);
    expect(failureOf(await pgp.unseal(read("out"), heron.secret))).toBe("seal-unusual");
  });
});
