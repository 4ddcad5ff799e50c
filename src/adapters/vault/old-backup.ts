import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";

/** The backup that an update of pledge leaves beside the database. */
export const oldBackupIn = (folder: string): string => join(folder, "vault.old.backup");

/** What cannot be deleted now goes another time. */
export const dropOldBackup = (folder: string): void => {
  const path = oldBackupIn(folder);
  if (existsSync(path)) rmSync(path, { force: true });
};
