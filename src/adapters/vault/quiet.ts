/** A database that is one file for a moment: its log empty, and nobody writing. */
import { closeSync, constants, openSync, statSync } from "node:fs";
import { join } from "node:path";

import { VaultStopped } from "../../domain/vault/stopped.ts";
import type { Database } from "./driver.ts";
import { writersOf } from "./writers.ts";

const logIsEmpty = (folder: string): boolean =>
  (statSync(join(folder, "vault.db-wal"), { throwIfNoEntry: false })?.size ?? 0) === 0;

/** How often somebody else may write between the two steps. */
const mostAttempts = 5;

/** Empties the log and takes the write lock. */
const quieten = (database: Database, folder: string): void => {
  for (let attempts = 0; attempts < mostAttempts; attempts += 1) {
    database.pragma("wal_checkpoint(TRUNCATE)");
    database.exec("BEGIN IMMEDIATE");
    if (logIsEmpty(folder)) return;
    database.exec("ROLLBACK");
  }
  throw new VaultStopped({ type: "vault-busy", folder, by: writersOf(folder) });
};

const descriptors = new WeakMap<Database, number>();

/**
 * One for each database, open until that is closed: whoever closes one of a file lets go of all locks that the process has on
 * it (fcntl(2)), those of SQLite too.
 */
const descriptorOf = (database: Database, folder: string): number => {
  const known = descriptors.get(database);
  if (known !== undefined) return known;
  const descriptor = openSync(join(folder, "vault.db"), constants.O_RDONLY);
  const close = database.close.bind(database);
  descriptors.set(database, descriptor);
  Object.assign(database, {
    close: () => {
      close();
      closeSync(descriptor);
    },
  });
  return descriptor;
};

/** Does something with the database's file, in which all that was committed is, while nobody writes. Throws `VaultStopped` and what SQLite and the disk throw. */
export const whileQuiet = <T>(
  database: Database,
  folder: string,
  work: (descriptor: number) => T,
): T => {
  quieten(database, folder);
  try {
    return work(descriptorOf(database, folder));
  } finally {
    if (database.inTransaction) database.exec("ROLLBACK");
  }
};
