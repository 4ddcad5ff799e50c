// @ts-check
/**
 * Tallies of many organizers, made by hand from docs/tally-format.md: a hundred vaults of 10,000 people would take an hour. Each is signed by a key of its own,
 * and encrypted to the one vault that merges, and to a key of GnuPG. All of it is made up.
 */
import { spawnSync } from "node:child_process";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as openpgp from "openpgp";
import { jsonOf, timeOf } from "./processes.js";
import { makeVault } from "./sample-vault.js";

const day = new Date();
day.setUTCHours(0, 0, 0, 0);
const today = day.toISOString().slice(0, 10);

const config = {
  ...openpgp.config,
  aeadProtect: false,
  preferredCompressionAlgorithm: openpgp.enums.compression.uncompressed,
  v6Keys: false,
  showComment: false,
  showVersion: false,
};

const teams = ["cloud", "ads", "maps", "search", "devices"];

/** Length in bytes to which a payload of so many is filled up, above 256 KiB (Padmé). @param {number} length */
const filled = (length) => {
  const bucket = [4, 16, 64, 256].map((kib) => kib * 1024).find((size) => size >= length);
  if (bucket !== undefined) return bucket;
  const exponent = Math.floor(Math.log2(length));
  const step = 2 ** (exponent - Math.floor(Math.log2(exponent)) - 1);
  return Math.ceil(length / step) * step;
};

/** @param {readonly string[]} lines */
const payloadOf = (lines) => {
  const body = `${lines.join("\n")}\n`;
  const zeros = filled(body.length + 11) - body.length - 11;
  return Buffer.from(`${body}{"pad":"${"0".repeat(zeros)}"}\n`);
};

/** @param {unknown} value @returns {string} */
const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(",")}}`;
};

const short = () => randomBytes(16).toString("base64url");

/** One in ten stands in the next list too. @param {number} number @param {string} token */
const lineOf = (number, token) => {
  const walkout = `,{"action":"walkout","atLeast":${[50, 100, 200, 300][number % 4]}}`;
  const state = number % 50 === 0 ? ',"state":"withdrawn"' : "";
  return `{"actions":[{"action":"sign"${state}}${number % 3 === 0 ? walkout : ""}],"proof":"${short()}","team":"${teams[number % 5]}","token":"${token}"}`;
};

/**
 * A vault that takes in, a home of GnuPG with a key of its own, and `write`, which makes the tally of one of the organizers.
 * @param {string} folder
 * @param {number} organizers
 * @param {number} people in each tally
 */
export const makeManyTallies = async (folder, organizers, people) => {
  const founder = makeVault(folder, "rowan", organizers * people);
  const gnupg = join(folder, "gnupg");
  mkdirSync(gnupg, { mode: 0o700 });
  const makeKey = (/** @type {string} */ name) =>
    openpgp.generateKey({
      type: "ecc",
      curve: "curve25519Legacy",
      userIDs: [{ name }],
      date: day,
      format: "object",
      config,
    });
  const reader = await makeKey("reader");
  const imported = spawnSync("gpg", ["--homedir", gnupg, "--batch", "--quiet", "--import"], {
    input: reader.privateKey.write(),
  });
  if (imported.status !== 0) throw new Error(String(imported.stderr));
  const keys = await Promise.all(
    Array.from({ length: organizers }, (_, at) => makeKey(`member-${at + 1}`)),
  );
  const files = keys.map(({ publicKey }, at) => {
    const file = join(folder, `member-${at + 1}.asc`);
    writeFileSync(file, publicKey.armor());
    return file;
  });
  const known = keys.flatMap(({ publicKey }, at) => [
    "--fingerprint",
    `member-${at + 1}=${publicKey.getFingerprint()}`,
  ]);
  timeOf(founder("invite", ...files, ...known, "-o", join(folder, "committee.pledge")));
  const { header } =
    /** @type {{ header: { campaign: string, from: string, committee: object } }} */ (
      jsonOf(founder("tally", "export", "--show", "--json"))
    );
  const certificate = join(folder, "rowan.asc");
  timeOf(founder("key", "export", "-o", certificate));
  const { readFileSync } = await import("node:fs");
  const rowan = await openpgp.readKey({ armoredKey: readFileSync(certificate, "utf8") });
  const incarnations = keys.map(() => randomUUID());
  const tokens = Array.from({ length: organizers }, () => Array.from({ length: people }, short));
  /** @type {Map<number, { readonly seq: number, readonly sha256: string }>} */
  const last = new Map();
  const pathOf = (/** @type {number} */ at) => join(folder, "tallies", `member-${at + 1}.tally`);
  mkdirSync(join(folder, "tallies"));
  /** @param {number} at */
  const write = async (at) => {
    const key = keys[at];
    const own = tokens[at];
    if (key === undefined || own === undefined) throw new Error("no such organizer");
    // Some are in the list of the organizer before as well.
    const shared = at === 0 ? [] : (tokens[at - 1]?.slice(0, people / 10) ?? []);
    const all = [...shared, ...own.slice(shared.length)].toSorted((a, b) => (a < b ? -1 : 1));
    const before = last.get(at);
    const from = key.publicKey.getFingerprint();
    const seq = (before?.seq ?? 0) + 1;
    const head = canonical({
      ...header,
      from,
      to: [from, rowan.getFingerprint()].toSorted(),
      incarnation: incarnations[at],
      supersedes: [],
      seq,
      prev: before?.sha256 ?? null,
      asOf: today,
      relay: false,
      seen: [],
      people: all.length,
      root: createHash("sha256").update(randomBytes(8)).digest("hex"),
    });
    const payload = payloadOf([head, ...all.map((token, number) => lineOf(number + seq, token))]);
    last.set(at, { seq, sha256: createHash("sha256").update(payload).digest("hex") });
    const message = await openpgp.createMessage({ binary: payload, filename: "", date: day });
    const signatures = /** @type {unknown} */ (
      await openpgp.sign({
        message,
        signingKeys: key.privateKey,
        detached: true,
        date: day,
        format: "binary",
        config,
      })
    );
    const signature = await openpgp.readSignature({
      binarySignature: /** @type {Uint8Array} */ (signatures),
      config,
    });
    // Named, so that GnuPG need not try: it is to be as fast as it can be.
    const encryptionKeys = [rowan, reader.publicKey];
    /** @type {unknown} */
    const sealed = await openpgp.encrypt({
      message,
      signature,
      encryptionKeys,
      format: "binary",
      config,
    });
    writeFileSync(pathOf(at), /** @type {Uint8Array} */ (sealed));
  };
  for (let at = 0; at < organizers; at += 1) await write(at);
  return { founder, gnupg, write, pathOf, folder: join(folder, "tallies") };
};
