/**
 * Erasing for good. `secure_delete` overwrites what is deleted but leaves traces of rows that had
 * moved before; a rewritten file has none. That a rewriting is due stands in the database itself,
 * in the transaction that deletes, so that one cut short is finished when the vault is opened next.
 */
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

import type { Day } from "../../domain/day.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import { VaultStopped } from "../../domain/vault/stopped.ts";
import type { Database } from "./driver.ts";
import { fileFailureOf, sqliteFailureOf } from "./failed.ts";
import { dropOldBackup } from "./old-backup.ts";
import type { Sql } from "./sql.ts";
import { isCopy } from "./whole-file.ts";

/** For the transaction that erases: the file has to be rewritten, and backups hold what is gone. Throws `held` where nothing may be deleted. */
export const markErasing = (sql: Sql): void => {
  const held = sql.get<{ readonly since: Day | null }>("SELECT held_since AS since FROM retention");
  const since = held?.since ?? undefined;
  if (since !== undefined) throw new VaultStopped({ type: "held", since });
  sql.run("UPDATE meta SET unscrubbed = unscrubbed + 1");
  sql.run("UPDATE backups SET stale = 1 WHERE stale = 0");
};

/** How many erasings the file was not rewritten after. */
export const unscrubbed = (database: Database): number =>
  (database.prepare("SELECT unscrubbed FROM meta").get() as { readonly unscrubbed: number })
    .unscrubbed;

/** Whether the log is empty now; where somebody still reads from it SQLite says so and throws nothing. */
const emptyLog = (database: Database): boolean =>
  (database.pragma("wal_checkpoint(TRUNCATE)") as readonly { readonly busy: number }[])[0]?.busy ===
  0;

/** What killed commands left; a backup that is being made this moment would hold who was erased, and fails. */
const removeCopies = (folder: string): void => {
  for (const name of readdirSync(folder).filter(isCopy))
    rmSync(join(folder, name), { force: true });
  dropOldBackup(folder);
};

const rewrite = (database: Database, folder: string): boolean => {
  const before = unscrubbed(database);
  database.exec("VACUUM");
  if (!emptyLog(database)) return false;
  removeCopies(folder);
  // What another pledge erased meanwhile is for that one to scrub.
  if (before > 0)
    database.prepare("UPDATE meta SET unscrubbed = 0 WHERE unscrubbed = ?").run(before);
  return true;
};

/** Rewrites every page and empties the log. Throws `VaultStopped` with `erasure-unfinished` where another pledge or the disk prevents it. */
export const scrub = (database: Database, folder: string): void => {
  const unfinished: VaultFailure = { type: "erasure-unfinished", folder };
  try {
    if (rewrite(database, folder)) return;
  } catch (error) {
    const failure = sqliteFailureOf(error, folder) ?? fileFailureOf(error, folder);
    if (failure === undefined) throw error;
    throw new VaultStopped(failure.type === "database-unreadable" ? failure : unfinished);
  }
  throw new VaultStopped(unfinished);
};
