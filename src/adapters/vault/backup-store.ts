/** The backups that the vault knows of, on the disk where they can be reached. */
import { rmSync } from "node:fs";
import { dirname } from "node:path";

import type { BackupStore } from "../../domain/retention/backups.ts";
import type { Day } from "../../domain/day.ts";
import { writeBackupFile } from "./backup-file.ts";
import { VaultStopped } from "../../domain/vault/stopped.ts";
import { destroyFile } from "./destroy-file.ts";
import type { Database } from "./driver.ts";
import { fileFailureOf, sqliteFailureOf } from "./failed.ts";
import type { Header } from "./header.ts";
import { vaultOfBackup } from "./read-backup.ts";
import type { Sql } from "./sql.ts";
import type { Unlocked } from "./unlocked.ts";
import { backupPartsIn } from "./whole-file.ts";

type Place = "ours" | "absent" | "other";

const placeOf = (path: string, { vault }: Header): Place | "failed" => {
  try {
    return vaultOfBackup(path) === vault ? "ours" : "other";
  } catch (error) {
    const failure = fileFailureOf(error, path);
    if (failure === undefined) throw error;
    return failure.type === "file-missing" ? "absent" : "failed";
  }
};

/** What the disk or SQLite can do to a copy is told as `failed`; what else is thrown is a bug. */
const orFailed = <T>(path: string, folder: string, work: () => T): T | "failed" => {
  try {
    return work();
  } catch (error) {
    const expected =
      error instanceof VaultStopped ||
      (sqliteFailureOf(error, folder) ?? fileFailureOf(error, path)) !== undefined;
    if (!expected) throw error;
    return "failed";
  }
};

/** A backup that was cut short holds what the whole one does: it goes with that. */
const dropParts = (path: string, header: Header): void => {
  for (const part of backupPartsIn(dirname(path)))
    if (placeOf(part, header) === "ours") rmSync(part, { force: true });
};

export const createBackupStore = (
  sql: Sql,
  database: Database,
  folder: string,
  unlocked: Pick<Unlocked, "header" | "keys">,
): BackupStore => ({
  all: () =>
    sql
      .all<{ readonly path: string; readonly made_on: Day; readonly stale: number }>(
        "SELECT path, made_on, stale FROM backups ORDER BY path",
      )
      .map(({ path, made_on, stale }) => ({ path, madeOn: made_on, stale: stale === 1 })),
  renew: (path) => {
    const place = placeOf(path, unlocked.header);
    if (place !== "ours") return place;
    return orFailed(path, folder, () => {
      const to = { file: path, name: "replace" } as const;
      if (!writeBackupFile(database, folder, unlocked, to).ok) return "failed";
      dropParts(path, unlocked.header);
      return "renewed";
    });
  },
  destroy: (path) => {
    const place = placeOf(path, unlocked.header);
    if (place !== "ours") return place;
    return orFailed(path, folder, () => {
      destroyFile(path);
      dropParts(path, unlocked.header);
      return "destroyed";
    });
  },
  note: ({ path, madeOn, stale }) => {
    sql.run(
      `INSERT INTO backups (path, made_on, stale) VALUES (?, ?, ?)
       ON CONFLICT (path) DO UPDATE SET made_on = excluded.made_on, stale = excluded.stale`,
      path,
      madeOn,
      Number(stale),
    );
  },
  drop: (path) => {
    sql.run("DELETE FROM backups WHERE path = ?", path);
  },
});
