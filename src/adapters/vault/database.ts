/**
 * Opens `vault.db`: SQLite in SQLCipher 4's page format, with a raw key and salt. The order of
 * the settings is part of what protects the file (docs/vault-format.md, "The database").
 */
import { closeSync, openSync, readSync } from "node:fs";

import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import type { Database, OpenDatabase } from "./driver.ts";
import { fileFailureOf, sqliteFailureOf } from "./failed.ts";
import type { VaultKeys } from "./keys.ts";

/** How long a second writer waits for the first, in milliseconds. */
const patience = 5000;

const plainFileBegins = Buffer.from("SQLite format 3\0", "latin1");

/** Whether the file is an SQLite file in plain text. Throws what the file system throws. */
const isPlain = (path: string): boolean => {
  const descriptor = openSync(path, "r");
  try {
    const head = Buffer.alloc(plainFileBegins.length);
    readSync(descriptor, head, 0, head.length, 0);
    return head.equals(plainFileBegins);
  } finally {
    closeSync(descriptor);
  }
};

const rawKey = ({ database, salt }: VaultKeys): Buffer => {
  // 31 bytes would silently be taken as a passphrase, and no key at all as "plain text, please".
  if (database.length !== 32 || salt.length !== 16) throw new Error("a raw key is 32 bytes and its salt 16");
  return Buffer.concat([Buffer.from("raw:", "latin1"), database, salt]);
};

const unlockPages = (database: Database, keys: VaultKeys): void => {
  database.pragma("cipher = 'sqlcipher'");
  database.pragma("legacy = 4");
  const key = rawKey(keys);
  database.key(key);
  key.fill(0);
  // The driver is built to write sorts and VACUUM to the temporary folder in plain text.
  database.pragma("temp_store = MEMORY");
  // What is deleted is overwritten; what grew before it went may stay until VACUUM.
  database.pragma("secure_delete = ON");
  database.pragma("journal_mode = WAL");
  // NORMAL would lose the last commits with the power; a pledge that was acknowledged is kept.
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
  database.pragma("trusted_schema = OFF");
  database.pragma("cell_size_check = ON");
  // The first read of a page: a wrong key shows here and nowhere before.
  database.prepare("SELECT count(*) FROM sqlite_schema").get();
};

/** Opens `vault.db` in the folder, or makes it when `create`. Returns why it cannot be opened; closes it then. */
export const openDatabase = (
  driver: OpenDatabase,
  folder: string,
  keys: VaultKeys,
  create: boolean,
): Result<Database, VaultFailure> => {
  const path = `${folder}/vault.db`;
  process.umask(0o077);
  let database: Database | undefined;
  try {
    if (!create && isPlain(path)) return fail({ type: "database-plain", folder });
    database = new driver(path, { fileMustExist: !create, timeout: patience });
    unlockPages(database, keys);
    // A vault that is made here is looked at again: no key, and it would be plain text for good.
    if (create) database.pragma("user_version = 0");
    return ok(database);
  } catch (error) {
    database?.close();
    const failure = fileFailureOf(error, path) ?? sqliteFailureOf(error, folder);
    if (failure === undefined) throw error;
    return fail(failure.type === "file-missing" ? { type: "database-unreadable", folder } : failure);
  }
};

/** Throws when the file on the disk is in plain text: nothing may be recorded in it. */
export const assertEncrypted = (folder: string): void => {
  if (isPlain(`${folder}/vault.db`)) throw new Error("the database was made in plain text");
};
