/**
 * The vault as it was before an update of pledge: a backup beside it, written before the first step of the schema and taken away when
 * the updated vault was opened once more. An older pledge restores it.
 */
import { VaultStopped } from "../../domain/vault/stopped.ts";
import { writeBackupFile } from "./backup-file.ts";
import type { Database } from "./driver.ts";
import { oldBackupIn } from "./old-backup.ts";
import type { Unlocked } from "./unlocked.ts";

/** Throws what the disk throws, and `VaultStopped`: without it nothing is updated. */
export const keepOld = (
  database: Database,
  folder: string,
  unlocked: Pick<Unlocked, "header" | "keys">,
): void => {
  const to = { file: oldBackupIn(folder), name: "replace" } as const;
  const written = writeBackupFile(database, folder, unlocked, to);
  if (!written.ok) throw new VaultStopped(written.failure);
};
