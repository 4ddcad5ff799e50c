/**
 * A backup: one file, encrypted as the vault is (docs/vault-format.md, "Backups"). Its first line is
 * canonical JSON with the header and the database's length and SHA-256; the rest is the database.
 */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { canonicalJson } from "../../domain/text/canonical-json.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import type { Unlock } from "../../domain/vault/vault.ts";
import { sha256 } from "./backup-head.ts";
import { fileFailureOf, sqliteFailureOf } from "./failed.ts";
import { openVault, presentHeader } from "./opened.ts";
import { wipeUnlocked } from "./unlocked.ts";
import type { Deps, Opened } from "./unlocked.ts";
import { nameNew, partOf, syncFolder, writeSynced } from "./whole-file.ts";

/** Writes a whole new file or none: a part beside it, synced, then named. */
const writeWhole = (file: string, head: string, database: Uint8Array): void => {
  const part = join(dirname(file), `.pledge-${randomBytes(6).toString("hex")}.part`);
  try {
    writeSynced(part, [head, database]);
    nameNew(part, file);
  } finally {
    rmSync(part, { force: true });
  }
  syncFolder(dirname(file));
};

/** The database as one file's bytes, with the same key, salt and cipher, and no page with anything deleted on it. */
const copyOf = ({ database }: Opened, folder: string): Result<Buffer, VaultFailure> => {
  const copy = partOf(join(folder, "vault.db"));
  try {
    database.prepare("VACUUM INTO ?").run(copy);
    return ok(readFileSync(copy));
  } catch (error) {
    const failure = sqliteFailureOf(error, folder) ?? fileFailureOf(error, folder);
    if (failure === undefined) throw error;
    return fail(failure);
  } finally {
    for (const path of [copy, `${copy}-journal`]) rmSync(path, { force: true });
  }
};

/** Where the name is free and its folder is not there, the folder is what is missing. */
const failureAt = (file: string, failure: VaultFailure): VaultFailure =>
  failure.type === "file-missing" ? { ...failure, path: dirname(file) } : failure;

const headOf = (header: string, database: Uint8Array): string => {
  const described = { bytes: database.length, sha256: sha256(database) };
  return `${canonicalJson({ type: "pledge-backup", v: 1, header, database: described })}\n`;
};

/** See the port `Vaults`. */
export const writeBackup = async (
  deps: Deps,
  folder: string,
  unlock: Unlock,
  file: string,
): Promise<Result<{ readonly bytes: number }, VaultFailure>> => {
  // Before the hash; what stands there and cannot be seen shows when the name is taken.
  if (existsSync(file)) return fail({ type: "file-exists", path: file });
  const opened = await openVault(deps, folder, unlock);
  if (!opened.ok) return opened;
  try {
    const copy = copyOf(opened.value, folder);
    if (!copy.ok) return copy;
    // Read after the copy was made, it is never older than the copy's number for it.
    const header = presentHeader(folder, opened.value);
    if (!header.ok) return header;
    const head = headOf(canonicalJson(header.value), copy.value);
    writeWhole(file, head, copy.value);
    return ok({ bytes: Buffer.byteLength(head) + copy.value.length });
  } catch (error) {
    const failure = fileFailureOf(error, file);
    if (failure === undefined) throw error;
    return fail(failureAt(file, failure));
  } finally {
    wipeUnlocked(opened.value);
    opened.value.database.close();
  }
};
