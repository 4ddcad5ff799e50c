/** Keys and signatures that go beside public letters: what is in them, what is not, and who else can check them. */
import { generateKey } from "openpgp";
import { describe, expect, it } from "vitest";

import { framed, framesOf, tags } from "../../../src/adapters/openpgp/frames.ts";
import { attestationUserId } from "../../../src/domain/sealing/attestation-key.ts";
import type { NewKey } from "../../../src/domain/sealing/ports.ts";
import { describeWith } from "../../support/programs.ts";
import { gnupg, scratch } from "./other-programs.ts";
import { failureOf, member, pgp, today, valueOf, yesterday } from "./samples.ts";

const made = (): Promise<NewKey> => pgp.makeAttestationKey(yesterday);

const letter = "We demand an answer.  \n\nÖrnek Kişi\n";
const windows = letter.replaceAll("\n", "\r\n");

const both = (...certificates: readonly Uint8Array[]): Uint8Array => Buffer.concat(certificates);

describe("a key for attesting letters", () => {
  it("signs, carries no handle, and nothing can be encrypted to it", async () => {
    const { certificate } = await made();
    expect(certificate.userIds).toEqual([attestationUserId]);
    expect(certificate.madeOn).toBe(yesterday);
    expect(await pgp.unusable(certificate.bytes)).toBe("no-encryption-key");
    expect(framesOf(certificate.bytes, 9)?.map(({ tag }) => tag)).toEqual([
      tags.publicKey,
      tags.userId,
      tags.signature,
    ]);
  });

  it("is told from every other certificate", async () => {
    const [own, heron] = [await made(), await member("heron")];
    const { bytes } = own.certificate;
    expect(valueOf(await pgp.readAttestation(bytes)).bytes).toEqual(bytes);
    const encrypting = await member(attestationUserId);
    const { publicKey: called } = await generateKey({
      type: "ecc",
      curve: "curve25519Legacy",
      userIDs: [{ name: "heron" }],
      subkeys: [],
      format: "binary",
    });
    for (const other of [heron.certificate.bytes, encrypting.certificate.bytes, called])
      expect(failureOf(await pgp.readAttestation(other))).toBe("certificate-unsupported");
  });
});

describe("a join file", () => {
  it("holds a member's certificate, and perhaps one for attesting letters behind it", async () => {
    const [heron, own] = [await member("heron"), await made()];
    const alone = valueOf(await pgp.readJoinFile(heron.certificate.bytes));
    expect(alone).toEqual({ member: heron.certificate });
    const file = await pgp.armor(
      "certificate",
      both(heron.certificate.bytes, own.certificate.bytes),
    );
    const read = valueOf(await pgp.readJoinFile(Buffer.from(file)));
    expect(read).toEqual({ member: heron.certificate, attests: own.certificate });
  });

  it("is refused with any other certificate behind the member's", async () => {
    const [heron, wren, own] = [await member("heron"), await member("wren"), await made()];
    const [a, b, c] = [heron, wren, own].map(({ certificate }) => certificate.bytes);
    for (const parts of [
      [a, b],
      [a, c, c],
      [c, a],
    ] as Uint8Array[][])
      expect(failureOf(await pgp.readJoinFile(both(...parts)))).toBe("certificate-malformed");
  });

  it("is refused without any packet of the second certificate", async () => {
    const [heron, own] = [await member("heron"), await made()];
    const packets = framesOf(own.certificate.bytes, 9) ?? [];
    expect(packets.length).toBe(3);
    for (const left of packets.keys()) {
      const rest = packets.toSpliced(left, 1).map(({ tag, body }) => framed(tag, body));
      const file = both(heron.certificate.bytes, ...rest);
      expect(failureOf(await pgp.readJoinFile(file))).toBe("certificate-malformed");
    }
  });
});

describe("a signature of a text", () => {
  it("is of type 0x01, dated by day, and shows no more than its own key", async () => {
    const { secret, certificate } = await made();
    const signature = await pgp.signText(letter, secret, today);
    const [frame, ...others] = framesOf(signature, 2) ?? [];
    expect(others).toEqual([]);
    // RFC 9580 §5.2.3: version, type.
    expect([...(frame?.body.subarray(0, 2) ?? [])]).toEqual([4, 1]);
    const seconds = Math.floor(Date.parse(`${today}T00:00:00Z`) / 1000);
    const dated = Buffer.alloc(6, Buffer.of(5, 0x82));
    dated.writeUInt32BE(seconds, 2);
    expect(Buffer.from(signature).includes(dated)).toBe(true);
    expect(Buffer.from(signature).includes(Buffer.from(certificate.fingerprint, "hex"))).toBe(true);
    expect(Buffer.from(signature).includes("@")).toBe(true);
    expect(await pgp.signedOn(signature)).toBe(today);
  });

  it("holds for a text with other line ends, and for nothing else", async () => {
    const { secret, certificate } = await made();
    const signature = await pgp.signText(letter, secret, today);
    const judge = (text: string): Promise<string> =>
      pgp.verifyText(text, signature, certificate.bytes);
    expect(await judge(letter)).toBe("good");
    expect(await judge(windows)).toBe("good");
    expect(await judge(letter.replace(".  ", "."))).toBe("bad");
    expect(await judge(letter.replace("answer", "Answer"))).toBe("bad");
    expect(await pgp.verifyText(letter, signature, (await made()).certificate.bytes)).toBe(
      "other-key",
    );
  });

  it("is no signature of bytes, nor the other way round", async () => {
    const { secret, certificate } = await made();
    const bytes = Buffer.from(letter);
    const ofText = await pgp.signText(letter, secret, today);
    const ofBytes = await pgp.sign(bytes, secret, today);
    expect(await pgp.verify(bytes, ofText, certificate.bytes)).toBe("bad");
    expect(await pgp.verifyText(letter, ofBytes, certificate.bytes)).toBe("bad");
  });
});

/** Texts and whether a signature of `letter` holds for them; every program agrees on these. */
const readings: readonly (readonly [what: string, text: string, good: boolean])[] = [
  ["as it was", letter, true],
  ["with CRLF", windows, true],
  ["with both line ends", letter.replace("\n", "\r\n"), true],
  ["without the blanks at the end of a line", letter.replace(".  ", "."), false],
  ["with a blank line more", `${letter}\n`, false],
  ["without its last line end", letter.slice(0, -1), false],
  ["with a byte changed", letter.replace("answer", "answes"), false],
];

const signedLetter = async (own: NewKey): Promise<string> =>
  pgp.armor("signature", await pgp.signText(letter, own.secret, today));

describeWith(["gpg"], "GnuPG", () => {
  const { gpg, write } = gnupg();
  it.each(readings)("judges a letter %s as we do", async (_, text, good) => {
    const own = await made();
    gpg("--import", write("keys.asc", await pgp.armor("certificate", own.certificate.bytes)));
    const signature = write("letter.md.asc", await signedLetter(own));
    expect(gpg("--verify", signature, write("letter.md", text)).status === 0).toBe(good);
  });

  it("takes several keys out of one block", async () => {
    const [one, other] = [await made(), await made()];
    const bytes = both(one.certificate.bytes, other.certificate.bytes);
    const ran = gpg("--import", write("attesters.asc", await pgp.armor("certificate", bytes)));
    expect(ran.said.match(/IMPORT_OK/gu)).toHaveLength(2);
  });
});

describeWith(["sq"], "Sequoia", () => {
  const { run, write } = scratch();
  it.each(readings)("judges a letter %s as we do", async (_, text, good) => {
    const own = await made();
    const key = write("keys.asc", await pgp.armor("certificate", own.certificate.bytes));
    const signature = write("letter.md.asc", await signedLetter(own));
    const file = write("letter.md", text);
    const ran = run("sq", ["verify", "--signer-cert", key, "--detached", signature, file]);
    expect(ran.status === 0).toBe(good);
  });
});

describeWith(["rnp", "rnpkeys"], "RNP", () => {
  const { run, write, folder } = scratch();
  it.each(readings)("judges a letter %s as we do", async (_, text, good) => {
    const own = await made();
    const home = ["--homedir", folder, "--notty"];
    run("rnpkeys", [...home, "--import", write("keys.pub", own.certificate.bytes)]);
    const signature = write("letter.md.asc", await signedLetter(own));
    const file = write("letter.md", text);
    const ran = run("rnp", [...home, "--verify", "--source", file, signature]);
    expect(ran.status === 0).toBe(good);
  });
});
