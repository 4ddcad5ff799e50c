/**
 * Erasing for good. `secure_delete` overwrites what is deleted but leaves traces of rows that had
 * moved before; a rewritten file has none. That a rewriting is due stands in the database itself,
 * in the transaction that deletes, so that one cut short is finished when the vault is opened next.
 */
import type { VaultFailure } from "../../domain/vault/failures.ts";
import { VaultStopped } from "../../domain/vault/stopped.ts";
import type { Database } from "./driver.ts";
import { fileFailureOf, sqliteFailureOf } from "./failed.ts";

/** For the transaction that erases. */
export const markErasing = "UPDATE meta SET unscrubbed = unscrubbed + 1";

/** How many erasings the file was not rewritten after. */
export const unscrubbed = (database: Database): number =>
  (database.prepare("SELECT unscrubbed FROM meta").get() as { readonly unscrubbed: number })
    .unscrubbed;

/** Whether the log is empty now; where somebody still reads from it SQLite says so and throws nothing. */
const emptyLog = (database: Database): boolean =>
  (database.pragma("wal_checkpoint(TRUNCATE)") as readonly { readonly busy: number }[])[0]?.busy ===
  0;

const rewrite = (database: Database): boolean => {
  const before = unscrubbed(database);
  database.exec("VACUUM");
  if (!emptyLog(database)) return false;
  // What another pledge erased meanwhile is for that one to scrub.
  if (before > 0)
    database.prepare("UPDATE meta SET unscrubbed = 0 WHERE unscrubbed = ?").run(before);
  return true;
};

/** Rewrites every page and empties the log. Throws `VaultStopped` with `erasure-unfinished` where another pledge or the disk prevents it. */
export const scrub = (database: Database, folder: string): void => {
  const unfinished: VaultFailure = { type: "erasure-unfinished", folder };
  try {
    if (rewrite(database)) return;
  } catch (error) {
    const failure = sqliteFailureOf(error, folder) ?? fileFailureOf(error, folder);
    if (failure === undefined) throw error;
    throw new VaultStopped(failure.type === "database-unreadable" ? failure : unfinished);
  }
  throw new VaultStopped(unfinished);
};
