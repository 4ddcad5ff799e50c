/**
 * Opens `vault.db`: SQLite in SQLCipher 4's page format, with a raw key and salt. The order of
 * the settings is part of what protects the file (docs/vault-format.md, "The database").
 */
import { closeSync, constants, fstatSync, openSync, readSync, statSync } from "node:fs";

import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import type { Database, OpenDatabase } from "./driver.ts";
import { fileFailureOf, sqliteFailureOf } from "./failed.ts";
import type { VaultKeys } from "./keys.ts";
import { writersOf } from "./writers.ts";

const plainFileBegins = Buffer.from("SQLite format 3\0", "latin1");

/** The first 16 bytes of a plain file, zeros where it is shorter. Throws what the file system throws. */
const beginningOf = (path: string): Buffer => {
  // O_NONBLOCK: a pipe under that name would be waited for.
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const head = Buffer.alloc(plainFileBegins.length);
    if (fstatSync(descriptor).isFile()) readSync(descriptor, head, 0, head.length, 0);
    return head;
  } finally {
    closeSync(descriptor);
  }
};

/** Whether the database was written under these keys. Throws what the file system throws. */
export const isUnder = (folder: string, { salt }: VaultKeys): boolean =>
  beginningOf(`${folder}/vault.db`).equals(salt);

/** Looks at the file before SQLite does, which takes an empty one for a new database and writes to it. */
const strange = (path: string, folder: string, { salt }: VaultKeys): VaultFailure | undefined => {
  const head = beginningOf(path);
  if (head.equals(plainFileBegins)) return { type: "database-plain", folder };
  return head.equals(salt) ? undefined : { type: "database-unreadable", folder };
};

/** As the driver takes it. */
export const rawKey = ({ database, salt }: VaultKeys): Buffer => {
  // 31 bytes would silently be taken as a passphrase, and no key at all as "plain text, please".
  if (database.length !== 32 || salt.length !== 16)
    throw new Error("a raw key is 32 bytes and its salt 16");
  return Buffer.concat([Buffer.from("raw:", "latin1"), database, salt]);
};

const giveKey = (database: Database, keys: VaultKeys): void => {
  database.pragma("cipher = 'sqlcipher'");
  database.pragma("legacy = 4");
  const key = rawKey(keys);
  database.key(key);
  key.fill(0);
  // The driver is built to write sorts and VACUUM to the temporary folder in plain text.
  database.pragma("temp_store = MEMORY");
};

const unlockPages = (database: Database, keys: VaultKeys): void => {
  giveKey(database, keys);
  // What is deleted is overwritten; what grew before it went may stay until VACUUM.
  database.pragma("secure_delete = ON");
  database.pragma("journal_mode = WAL");
  // NORMAL would lose the last commits with the power; a pledge that was acknowledged is kept.
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
  database.pragma("trusted_schema = OFF");
  database.pragma("cell_size_check = ON");
  // KiB at most. What 100,000 people change in one transaction: 7 s instead of 10 with the driver's 16,000 (measured).
  database.pragma("cache_size = -65536");
  // The first read of a page: a wrong key shows here and nowhere before.
  database.prepare("SELECT count(*) FROM sqlite_schema").get();
};

/**
 * Opens `vault.db` in the folder, or makes it when `create`; waits `patience` milliseconds for other
 * writers. Returns why it cannot be opened; nothing stays open then.
 */
export const openDatabase = (
  { driver, patience }: { readonly driver: () => OpenDatabase; readonly patience: number },
  folder: string,
  keys: VaultKeys,
  create: boolean,
): Result<Database, VaultFailure> => {
  const path = `${folder}/vault.db`;
  process.umask(0o077);
  let database: Database | undefined;
  try {
    const failure = create ? undefined : strange(path, folder, keys);
    if (failure !== undefined) return fail(failure);
    const Driver = driver();
    const before = create ? undefined : statSync(path).ino;
    database = new Driver(path, { fileMustExist: !create, timeout: patience });
    unlockPages(database, keys);
    // While this one waited for the lock, a rekeying may have put another file in the place of the one that is open.
    if (before === undefined || before === statSync(path).ino) return ok(database);
    database.close();
    return fail({ type: "vault-busy", folder, by: writersOf(folder) });
  } catch (error) {
    database?.close();
    const failure = fileFailureOf(error, path) ?? sqliteFailureOf(error, folder);
    if (failure === undefined) throw error;
    return fail(
      failure.type === "file-missing" ? { type: "database-unreadable", folder } : failure,
    );
  }
};

/** A copy that is on its way, of ours alone: no log, no lock to wait for. Throws what SQLite throws. */
export const openCopy = (
  { driver }: { readonly driver: () => OpenDatabase },
  path: string,
  keys: VaultKeys,
): Database => {
  const Driver = driver();
  const database = new Driver(path, { fileMustExist: true, timeout: 0 });
  try {
    giveKey(database, keys);
    database.pragma("journal_mode = DELETE");
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
};

/** Throws when the file on the disk does not begin with the salt, as plain text would not: nothing may be recorded in it. */
export const assertEncrypted = (folder: string, keys: VaultKeys): void => {
  if (strange(`${folder}/vault.db`, folder, keys) !== undefined) {
    throw new Error("the database was made in plain text");
  }
};
