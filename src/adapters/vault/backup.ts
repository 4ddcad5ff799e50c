/**
 * A backup: one file, encrypted as the vault is (docs/vault-format.md, "Backups"). Its first line is
 * canonical JSON with the header and the database's length and SHA-256; the rest is the database.
 */
import { createHash, randomBytes } from "node:crypto";
import { closeSync, existsSync, fstatSync, linkSync, openSync, readFileSync, readSync, renameSync, rmSync, writeFileSync, fsyncSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import * as v from "valibot";

import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { canonicalJson } from "../../domain/text/canonical-json.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import type { Unlock } from "../../domain/vault/vault.ts";
import type { OpenDatabase } from "./driver.ts";
import { fileFailureOf, sqliteFailureOf } from "./failed.ts";
import { headerPath, storeHeader } from "./folder.ts";
import { largestHeader } from "./header.ts";
import type { DeriveKey } from "./kdf.ts";
import { openVault } from "./opened.ts";

const shape = v.strictObject({
  type: v.literal("pledge-backup"),
  v: v.literal(1),
  /** The text of `vault.json`, byte for byte. */
  header: v.string(),
  database: v.strictObject({
    bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
  }),
});

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Gives the part its name. A link fails when the name is taken; FAT, as on USB sticks, has no links. */
const nameIt = (part: string, file: string): void => {
  try {
    linkSync(part, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error) || error.code === "EEXIST" || existsSync(file)) throw error;
    renameSync(part, file);
  }
};

/** Writes a whole new file or none: a part beside it, synced, then named. */
const writeWhole = (file: string, head: string, database: Uint8Array): void => {
  const part = join(dirname(file), `.pledge-${randomBytes(6).toString("hex")}.part`);
  try {
    const descriptor = openSync(part, "wx", 0o600);
    try {
      writeSync(descriptor, head, null, "utf8");
      writeFileSync(descriptor, database);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    nameIt(part, file);
  } finally {
    rmSync(part, { force: true });
  }
};

/** See the port `Vaults`. */
export const writeBackup = async (
  { driver, derive }: { readonly driver: OpenDatabase; readonly derive: DeriveKey },
  folder: string,
  unlock: Unlock,
  file: string,
): Promise<Result<{ readonly bytes: number }, VaultFailure>> => {
  if (existsSync(file)) return fail({ type: "file-exists", path: file });
  const opened = await openVault(folder, driver, derive, unlock);
  if (!opened.ok) return opened;
  const { database, dataKey } = opened.value;
  dataKey.fill(0);
  const copy = join(folder, `vault.db.${randomBytes(6).toString("hex")}.part`);
  try {
    // Keeps key, salt and cipher, and takes no page with anything deleted on it.
    database.prepare("VACUUM INTO ?").run(copy);
    const bytes = readFileSync(copy);
    const head = canonicalJson({
      type: "pledge-backup",
      v: 1,
      header: readFileSync(headerPath(folder), "utf8"),
      database: { bytes: bytes.length, sha256: sha256(bytes) },
    });
    writeWhole(file, `${head}\n`, bytes);
    return ok({ bytes: Buffer.byteLength(head) + 1 + bytes.length });
  } catch (error) {
    const failure = fileFailureOf(error, file) ?? sqliteFailureOf(error, folder);
    if (failure === undefined) throw error;
    return fail(failure);
  } finally {
    rmSync(copy, { force: true });
    database.close();
  }
};

const firstLine = (descriptor: number): string | undefined => {
  const head = Buffer.alloc(2 * largestHeader);
  const length = readSync(descriptor, head, 0, head.length, 0);
  const end = head.subarray(0, length).indexOf("\n");
  return end === -1 ? undefined : head.toString("utf8", 0, end);
};

const parseHead = (line: string | undefined): v.InferOutput<typeof shape> | undefined => {
  if (line === undefined) return undefined;
  try {
    const checked = v.safeParse(shape, JSON.parse(line));
    return checked.success && canonicalJson(checked.output) === line ? checked.output : undefined;
  } catch {
    return undefined;
  }
};

const unpack = (descriptor: number, file: string, folder: string): Result<void, VaultFailure> => {
  const malformed = (what: string): Result<void, VaultFailure> => fail({ type: "backup-malformed", file, what });
  const line = firstLine(descriptor);
  const head = parseHead(line);
  if (line === undefined || head === undefined) return malformed("it does not begin as a backup of pledge does");
  const start = Buffer.byteLength(line) + 1;
  const size = fstatSync(descriptor).size - start;
  if (size !== head.database.bytes) {
    return malformed(size < head.database.bytes ? "its end is missing" : "something was added to its end");
  }
  const bytes = Buffer.alloc(size);
  for (let at = 0; at < size; ) {
    const read = readSync(descriptor, bytes, at, size - at, start + at);
    if (read === 0) return malformed("its end is missing");
    at += read;
  }
  if (sha256(bytes) !== head.database.sha256) return malformed("its database was changed or damaged");
  writeFileSync(join(folder, "vault.db"), bytes, { mode: 0o600, flag: "wx", flush: true });
  return storeHeader(folder, head.header);
};

/** Takes the backup apart into `vault.json`, its copy and `vault.db` in an empty folder; opens nothing. */
export const readBackup = (file: string, folder: string): Result<void, VaultFailure> => {
  try {
    const descriptor = openSync(file, "r");
    try {
      return unpack(descriptor, file, folder);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    const failure = fileFailureOf(error, file);
    if (failure === undefined) throw error;
    return fail(failure);
  }
};
