/** GnuPG 2.2 reads what we write. */
import { expect, it } from "vitest";

import { describeWith } from "../../support/programs.ts";
import { bytesOf } from "./by-hand.ts";
import { gnupg } from "./other-programs.ts";
import { member, pgp, sealedBy, today, valueOf, yesterday } from "./samples.ts";

describeWith(["gpg", "gpgconf"], "GnuPG reads", () => {
  const { gpg, write, path, read } = gnupg();
  const payload = bytesOf('{"type":"pledge-tally","v":1}\n{"pad":""}\n');
  const file = write("payload", payload);
  const sample = async () => {
    const [heron, rowan] = [await member("heron"), await member("rowan")];
    write("heron.pub", heron.certificate.bytes);
    write("rowan.key", rowan.secret);
    return [heron, rowan] as const;
  };

  it("our certificate, armored or binary, with its handle and its day", async () => {
    const [heron] = await sample();
    const armored = write("heron.asc", await pgp.armor("certificate", heron.certificate.bytes));
    for (const name of [armored, path("heron.pub")]) {
      const shown = gpg("--with-colons", "--show-keys", name).said;
      expect(shown).toContain(`:${heron.certificate.fingerprint.toUpperCase()}:`);
      expect(shown).toMatch(/^uid:[^\n]*:heron:/mu);
      const made = Date.parse(`${yesterday}T00:00:00Z`) / 1000;
      expect(shown).toMatch(new RegExp(`^pub:-:255:22:[0-9A-F]{16}:${made}:::`, "mu"));
    }
    const imported = gpg("--import", armored);
    expect(imported.said).toContain(`IMPORT_OK 1 ${heron.certificate.fingerprint.toUpperCase()}`);
  });

  it("our secret key and our revocation", async () => {
    await sample();
    expect(gpg("--import", path("rowan.key")).said).toMatch(/^\[GNUPG:\] IMPORT_OK 17 /mu);
    const wren = await member("wren");
    gpg("--import", write("wren.pub", wren.certificate.bytes));
    gpg("--import", write("wren.rev", wren.revocation));
    expect(gpg("--with-colons", "--list-keys", wren.certificate.fingerprint).said).toMatch(
      /^pub:r:/mu,
    );
  });

  it.each([false, true])(
    "our message, and finds its signature good (readers named: %s)",
    async (named) => {
      const [heron, rowan] = await sample();
      gpg("--import", path("heron.pub"), path("rowan.key"));
      const message = await sealedBy(payload, [heron, rowan], [heron, rowan], named);
      const armored = await pgp.armor("message", message);
      for (const content of [message, armored]) {
        const decrypted = gpg("--output", path("plain"), "--decrypt", write("message", content));
        // With hidden readers it complains of each that is not the key at hand, and 2.2 ends with 2 though all went well.
        if (named) expect(decrypted.status).toBe(0);
        expect(read("plain")).toEqual(payload);
        expect(decrypted.said).toMatch(/^\[GNUPG:\] DECRYPTION_OKAY/mu);
        expect(
          decrypted.said.match(/^\[GNUPG:\] GOODSIG [0-9A-F]{16} (heron|rowan)/gmu),
        ).toHaveLength(2);
        // Binary, the day, no file name.
        const day = Date.parse(`${today}T00:00:00Z`) / 1000;
        expect(decrypted.said).toMatch(new RegExp(`^\\[GNUPG:\\] PLAINTEXT 62 ${day} $`, "mu"));
      }
    },
  );

  it("a signature that we took out of a message, beside the payload", async () => {
    const [heron, rowan] = await sample();
    gpg("--import", path("heron.pub"));
    const inside = valueOf(
      await pgp.unseal(await sealedBy(payload, [heron], [rowan]), rowan.secret),
    );
    const [signature = new Uint8Array()] = inside.signatures;
    const armored = await pgp.armor("signature", signature);
    for (const content of [signature, armored]) {
      const verified = gpg("--verify", write("signature", content), file);
      expect(verified.status).toBe(0);
      expect(verified.said).toContain(
        `VALIDSIG ${heron.certificate.fingerprint.toUpperCase()} ${today}`,
      );
    }
    expect(gpg("--verify", path("signature"), path("heron.pub")).status).not.toBe(0);
  });
});
