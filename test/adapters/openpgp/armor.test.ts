import { describe, expect, it } from "vitest";

import { bytesOf, concat } from "./by-hand.ts";
import { member, pgp, sealedBy } from "./samples.ts";

const heron = await member("heron");
const message = await sealedBy(bytesOf("hello"), [heron], [heron]);
const text = await pgp.armor("message", message);
const lines = text.trimEnd().split("\n");
const short =
  lines
    .slice(2, -2)
    .join("")
    .match(/.{1,10}/gu) ?? [];
const withLines = (change: (lines: string[]) => readonly string[]): Uint8Array =>
  bytesOf(change([...lines]).join("\n"));

describe("Armor", () => {
  it("is what OpenPGP programs write, without a comment", () => {
    expect(lines[0]).toBe("-----BEGIN PGP MESSAGE-----");
    expect(lines[1]).toBe("");
    expect(lines.at(-2)).toMatch(/^=[A-Za-z0-9+/]{4}$/u);
    expect(lines.at(-1)).toBe("-----END PGP MESSAGE-----");
  });

  it.each(["message", "certificate", "signature"] as const)("of a %s comes off", async (kind) => {
    const block = await pgp.armor(kind, message);
    expect(await pgp.dearmor(bytesOf(block))).toEqual(message);
  });

  it.each([
    ["as it is", text],
    ["with white space around it", `\n\n  ${text}\t\n \n`],
    ["with CRLF", text.replaceAll("\n", "\r\n")],
    ["with a byte order mark", `\uFEFF${text}`],
    ["with blanks at the ends of its lines", text.replaceAll("\n", "  \n")],
    ["in lines of another length", [...lines.slice(0, 2), ...short, ...lines.slice(-2)].join("\n")],
    ["without its checksum", lines.filter((line) => !/^=.{4}$/u.test(line)).join("\n")],
    [
      "with a comment and a version",
      text.replace("\n\n", "\nComment: a b\nVersion: 2\nComment:\n\n"),
    ],
  ])("comes off %s", async (_, block) => {
    expect(await pgp.dearmor(bytesOf(block))).toEqual(message);
  });

  it.each([
    ["text in front", concat(bytesOf("hello\n"), bytesOf(text))],
    ["text behind", bytesOf(`${text}hello`)],
    ["a second block", bytesOf(text + text)],
    ["a second kind of block", bytesOf(text + text.replaceAll("MESSAGE", "SIGNATURE"))],
    ["a header of another kind", bytesOf(text.replace("\n\n", "\nHash: SHA512\n\n"))],
    ["no empty line", bytesOf(text.replace("\n\n", "\n"))],
    ["a wrong checksum", withLines((all) => [...all.slice(0, -2), "=AAAA", ...all.slice(-1)])],
    ["a checksum too many", withLines((all) => [...all.slice(0, -1), "=AAAA", ...all.slice(-1)])],
    ["a checksum in front", withLines((all) => [...all.slice(0, 2), "=AAAA", ...all.slice(2)])],
    ["a missing line", withLines((all) => all.toSpliced(3, 1))],
    [
      "two lines in another order",
      withLines((all) => all.with(2, all[3] ?? "").with(3, all[2] ?? "")),
    ],
    ["a character that is not of base 64", withLines((all) => all.with(3, "-".repeat(60)))],
    [
      "stray bits at the end",
      bytesOf("-----BEGIN PGP MESSAGE-----\n\nyx==\n-----END PGP MESSAGE-----"),
    ],
    ["padding in the middle", withLines((all) => all.with(2, `${all[2]?.slice(0, -2)}==`))],
    ["nothing in it", withLines((all) => [...all.slice(0, 2), ...all.slice(-1)])],
    ["no end", withLines((all) => all.slice(0, -1))],
    ["another end", withLines((all) => [...all.slice(0, -1), "-----END PGP SIGNATURE-----"])],
    [
      "an end in a line with something else",
      bytesOf(`${lines.slice(0, -1).join("\n")} ${lines.at(-1)}`),
    ],
    ["a title of its own", bytesOf(text.replaceAll("MESSAGE", "TALLY"))],
    ["a private key in it", bytesOf(text.replaceAll("MESSAGE", "PRIVATE KEY BLOCK"))],
    ["a part of several", bytesOf(text.replaceAll("MESSAGE", "MESSAGE, PART 1/2"))],
    ["letters that are no UTF-8", concat(bytesOf(text.trimEnd()), Uint8Array.of(0xff))],
  ])("does not come off with %s", async (_, file) => {
    expect(await pgp.dearmor(file)).toBeUndefined();
    expect(await pgp.unseal(file, heron.secret)).toEqual({
      ok: false,
      failure: { type: "seal-malformed" },
    });
  });

  it("is not taken for what another block is", async () => {
    const certificate = await pgp.armor("certificate", message);
    expect(await pgp.unseal(bytesOf(certificate), heron.secret)).toMatchObject({ ok: false });
    const block = await pgp.armor("message", heron.certificate.bytes);
    expect(await pgp.readCertificate(bytesOf(block))).toMatchObject({ ok: false });
  });

  it("is not needed: what is binary stays as it is, if it is nothing but packets", async () => {
    expect(await pgp.dearmor(message)).toEqual(message);
    expect(await pgp.dearmor(concat(message, Uint8Array.of(0)))).toBeUndefined();
    expect(await pgp.dearmor(message.subarray(0, -1))).toBeUndefined();
    expect(await pgp.dearmor(new Uint8Array())).toBeUndefined();
    // Eight million packets without a body.
    expect(await pgp.dearmor(new Uint8Array(2 ** 24).fill(0xca))).toBeUndefined();
  });
});
