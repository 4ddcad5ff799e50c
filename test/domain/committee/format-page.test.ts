/** docs/committee-format.md, held to its word: every number of its examples is computed again from the page. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { entropyToMnemonic } from "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { describe, expect, it } from "vitest";

import { createOpenPgp } from "../../../src/adapters/openpgp/openpgp.ts";
import { mostMembers, mostTexts } from "../../../src/domain/committee/committee-shape.ts";
import type { Committee } from "../../../src/domain/committee/committee.ts";
import { nextNumber } from "../../../src/domain/committee/next-number.ts";
import { parseCommittee, withFingerprints } from "../../../src/domain/committee/parse-committee.ts";
import { writeCommittee } from "../../../src/domain/committee/write-committee.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { Fingerprint } from "../../../src/domain/sealing/certificate.ts";
import type { Hash } from "../../../src/domain/tallies/tally.ts";

const page = readFileSync(new URL("../../../docs/committee-format.md", import.meta.url), "utf8");

const digest = (name: string, bytes: Uint8Array): string =>
  createHash(name).update(bytes).digest("hex");

/** The examples' lines, the zeros and the hash that the page says of them. */
const payloads = [
  ...page.matchAll(/a pad of ([\d,]+) zeros.*?`([0-9a-f]{64})`.*?```json\n(.*?)\n```/gsu),
].map(([, zeros = "", sha256 = "", lines = ""]) => {
  const text = `${lines}\n{"pad":"${"0".repeat(Number(zeros.replaceAll(",", "")))}"}\n`;
  return {
    sha256: sha256 as Hash,
    bytes: new TextEncoder().encode(text),
    lines: lines.split("\n"),
  };
});
const [first, second] = payloads;

const valueOf = (name: string): string =>
  new RegExp(`^${name} {2,}(.*)$`, "mu").exec(page)?.[1] ?? "";

/** RFC 9580 §5.5.4.2, of the first packet, whose header has one octet of type and one of length. */
const fingerprintOf = (certificate: Uint8Array): Fingerprint => {
  const body = certificate.subarray(2, 2 + (certificate[1] ?? 0));
  const hashed = Buffer.concat([Buffer.from([0x99, 0, body.length]), body]);
  return digest("sha1", hashed) as Fingerprint;
};

const read = (bytes: Uint8Array): Committee => {
  const parsed = parseCommittee(bytes);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
  const fingerprints = parsed.value.members.map(({ certificate }) => fingerprintOf(certificate));
  const committee = withFingerprints(parsed.value, fingerprints);
  if (!committee.ok) throw new Error(JSON.stringify(committee.failure));
  return committee.value;
};

describe("the examples of the format page", () => {
  it("are payloads with the hashes that it says, which are read and written as they stand", () => {
    expect(payloads).toHaveLength(2);
    for (const { bytes, sha256 } of payloads) {
      expect(bytes).toHaveLength(4096);
      expect(digest("sha256", bytes)).toBe(sha256);
      expect(Buffer.from(writeCommittee(read(bytes))).equals(bytes)).toBe(true);
    }
  });

  it("are one number and the next, without the member who was removed", () => {
    if (first === undefined || second === undefined) throw new Error("two payloads are expected");
    const one = read(first.bytes);
    const members = one.members.filter(({ handle }) => handle !== "heron");
    const asOf = "2026-12-01" as Day;
    expect(read(second.bytes)).toEqual(nextNumber(one, first.sha256, { members, asOf }));
    expect(one).toMatchObject({ number: 1, prev: undefined });
    expect(one.members.map(({ handle }) => handle)).toEqual(["heron", "rowan"]);
  });

  it("have certificates that are join files in the one form, with the handle for a user id", async () => {
    if (first === undefined) throw new Error("a payload is expected");
    const openpgp = createOpenPgp();
    for (const { handle, fingerprint, certificate } of read(first.bytes).members) {
      const opened = await openpgp.readCertificate(certificate);
      expect(opened).toMatchObject({ ok: true, value: { fingerprint, userIds: [handle] } });
      if (opened.ok) expect(Buffer.from(opened.value.bytes).equals(certificate)).toBe(true);
    }
  });
});

describe("the words of a fingerprint", () => {
  const fingerprint = valueOf("fingerprint");
  const bytes = Uint8Array.from(Buffer.from(fingerprint, "hex"));

  it("are those of rowan's certificate", () => {
    if (first === undefined) throw new Error("a payload is expected");
    const rowan = read(first.bytes).members.find(({ handle }) => handle === "rowan");
    expect(rowan?.fingerprint).toBe(fingerprint);
  });

  it("can be computed by hand", () => {
    const sha256 = digest("sha256", bytes);
    expect(valueOf("sha256")).toBe(sha256);
    const inBits = (hex: string): string =>
      [...Buffer.from(hex, "hex")].map((byte) => byte.toString(2).padStart(8, "0")).join("");
    const check = inBits(sha256).slice(0, 5);
    expect(valueOf("check")).toBe(check);
    const numbers = (`${inBits(fingerprint)}${check}`.match(/.{11}/gu) ?? []).map((bits) =>
      Number.parseInt(bits, 2),
    );
    expect(valueOf("numbers")).toBe(numbers.join(" "));
    expect(valueOf("words")).toBe(numbers.map((number) => wordlist[number]).join(" "));
  });

  it("are those of BIP 39, and those that are shown", async () => {
    expect(valueOf("words").split(" ")).toHaveLength(15);
    expect(entropyToMnemonic(bytes, wordlist)).toBe(valueOf("words"));
    const shown = await createOpenPgp().words({ fingerprint: fingerprint as Fingerprint });
    expect(shown.join(" ")).toBe(valueOf("words"));
  });
});

describe("the bounds on the format page", () => {
  it("are those of the program", () => {
    expect(page).toContain(`1 to ${mostMembers}, sorted by \`member\``);
    expect(page).toContain(`0 to ${mostTexts}, sorted by \`letter\``);
  });
});
