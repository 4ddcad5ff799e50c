/**
 * A second implementation of our files, from docs/tally-format.md and docs/committee-format.md alone:
 * nothing of `src`, GnuPG for OpenPGP, node:crypto for hashes. It reads what pledge writes and writes
 * what pledge has to read. What is unclear here is unclear on those pages.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { createHash, createHmac } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Json = Record<string, unknown>;

/** RFC 8785 for what our files hold: text, whole numbers, lists, objects. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value as Json).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(",")}}`;
};

const sha256 = (data: string | Uint8Array): Buffer => createHash("sha256").update(data).digest();

export const hashOf = (payload: Uint8Array): string => sha256(payload).toString("hex");

const short = (digest: Buffer): string => digest.subarray(0, 16).toString("base64url");

export const tokenOf = (campaign: string, code: string): string =>
  short(sha256(canonical(["pledge/v1/token", campaign, code])));

export const proofOf = (code: string, from: string, incarnation: string): string =>
  short(
    createHmac("sha256", code)
      .update(canonical(["pledge/v1/proof", from, incarnation]))
      .digest(),
  );

/** RFC 9162 §2.1.1, as it is written there. */
const treeHash = (leaves: readonly Buffer[]): Buffer => {
  if (leaves.length === 0) return sha256("");
  const [only] = leaves;
  if (leaves.length === 1 && only !== undefined) return sha256(Buffer.concat([Buffer.of(0), only]));
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  const sides = [treeHash(leaves.slice(0, half)), treeHash(leaves.slice(half))];
  return sha256(Buffer.concat([Buffer.of(1), ...sides]));
};

export interface Committed {
  readonly line: Json;
  readonly name: string;
  /** 16 bytes. */
  readonly salt: Uint8Array;
}

/** The root over lines and the names behind them. */
export const rootOf = (lines: readonly Committed[]): string =>
  treeHash(
    lines.map(({ line, name, salt }) => {
      const text = Buffer.from(salt).toString("base64url");
      return sha256(canonical(["pledge/v1/commitment", text, canonical(line), name]));
    }),
  ).toString("hex");

/** 4, 16, 64, 256 KiB; these tests write nothing larger. */
export const payloadOf = (lines: readonly Json[]): Buffer => {
  const body = lines.map((line) => `${canonical(line)}\n`).join("");
  const room = [4, 16, 64, 256].map((kib) => kib * 1024 - Buffer.byteLength(body) - 11);
  const zeros = room.find((left) => left >= 0) ?? 0;
  return Buffer.from(`${body}{"pad":"${"0".repeat(zeros)}"}\n`);
};

/** Somebody with GnuPG, a text editor and no vault. */
export const createGpg = () => {
  const home = mkdtempSync(join(tmpdir(), "gpg-"));
  const options = ["--homedir", home, "--batch", "--yes", "--quiet", "--trust-model", "always"];
  // On the day of the worlds in these tests.
  const onTheDay = ["--faked-system-time", "20261122T120000!"];
  const gpg = (args: readonly string[], input?: Uint8Array): Buffer =>
    execFileSync("gpg", [...options, ...onTheDay, "--pinentry-mode", "loopback", ...args], {
      input: input ?? "",
      stdio: ["pipe", "pipe", "ignore"],
      maxBuffer: 64 * 1024 * 1024,
    });
  const file = (name: string, content: Uint8Array): string => {
    const path = join(home, name);
    writeFileSync(path, content);
    return path;
  };
  return {
    /** Makes a key with the handle as its only user id; gives its fingerprint. */
    makeKey: (handle: string, expires = "never"): string => {
      gpg(["--passphrase", "", "--quick-generate-key", handle, "ed25519", "sign", expires]);
      const listed = gpg(["--with-colons", "--list-keys", `=${handle}`]).toString();
      const fingerprint = /^fpr:+([0-9A-F]{40}):/mu.exec(listed)?.[1] ?? "";
      gpg(["--passphrase", "", "--quick-add-key", fingerprint, "cv25519", "encr", expires]);
      return fingerprint.toLowerCase();
    },
    /** A key that attests letters, as docs/committee-format.md has it. */
    makeAttestationKey: (): string => {
      const userId = "letter attestation";
      gpg(["--passphrase", "", "--quick-generate-key", userId, "ed25519", "sign", "never"]);
      const listed = gpg(["--with-colons", "--list-keys", `=${userId}`]).toString();
      return (/^fpr:+([0-9A-F]{40}):/mu.exec(listed)?.[1] ?? "").toLowerCase();
    },
    /** A detached text signature. */
    attest: (letter: Uint8Array, by: string): Buffer =>
      gpg(["--textmode", "--armor", "--local-user", by, "--detach-sign"], letter),
    /** One armored block, which is what a join file is. */
    joinFile: (...fingerprints: readonly string[]): Buffer => {
      const certificates = fingerprints.map((one) => gpg(["--export", one]));
      return gpg(["--enarmor"], Buffer.concat(certificates));
    },
    certificate: (fingerprint: string): Buffer => gpg(["--export", fingerprint]),
    take: (certificate: Uint8Array): void => void gpg(["--import"], certificate),
    /** Signed by one key, encrypted to several whose key ids are hidden. */
    seal: (payload: Uint8Array, by: string, readers: readonly string[]): Buffer =>
      gpg(
        [
          "--sign",
          "--encrypt",
          "--local-user",
          by,
          "--compress-algo",
          "none",
          ...readers.flatMap((reader) => ["--hidden-recipient", reader]),
        ],
        payload,
      ),
    /** What is inside, and the fingerprint of the key whose good signature it has. */
    open: (message: Uint8Array): { readonly payload: Buffer; readonly signer: string } => {
      const out = join(home, "opened");
      rmSync(out, { force: true });
      const run = spawnSync(
        "gpg",
        [...options, "--status-fd", "1", "--output", out, "--decrypt", file("in", message)],
        { encoding: "utf8" },
      );
      const signer = /VALIDSIG .* ([0-9A-F]{40})$/mu.exec(run.stdout)?.[1] ?? "";
      return { payload: readFileSync(out), signer: signer.toLowerCase() };
    },
    /** Whether the detached signature is good over the payload. */
    verifies: (payload: Uint8Array, signature: Uint8Array): boolean =>
      spawnSync("gpg", [...options, "--verify", file("sig", signature), file("data", payload)])
        .status === 0,
    leave: (): void => {
      spawnSync("gpgconf", ["--homedir", home, "--kill", "all"]);
      rmSync(home, { recursive: true, force: true });
    },
  };
};

export type Gpg = ReturnType<typeof createGpg>;

/** The lines of a payload without the pad; throws where it is not as the pages say. */
export const linesOf = (payload: Buffer): readonly Json[] => {
  const text = payload.toString("utf8");
  const lines = text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Json);
  const pad = lines.pop();
  if (pad === undefined || !Object.hasOwn(pad, "pad")) throw new Error("no pad");
  const again = payloadOf(lines);
  if (!again.equals(payload)) throw new Error("not in canonical form");
  return lines;
};
