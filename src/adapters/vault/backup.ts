/** A new backup, which the vault knows of from then on. */
import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";

import type { Day } from "../../domain/day.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import type { Unlock } from "../../domain/vault/vault.ts";
import { writeBackupFile } from "./backup-file.ts";
import { fileFailureOf, guarded, sqliteFailureOf } from "./failed.ts";
import { openVault } from "./opened.ts";
import { createStore } from "./store.ts";
import { wipeUnlocked } from "./unlocked.ts";
import type { Deps, Opened } from "./unlocked.ts";

/** Where the name is free and its folder is not there, the folder is what is missing. */
const failureAt = (file: string, failure: VaultFailure): VaultFailure =>
  failure.type === "file-missing" ? { ...failure, path: dirname(file) } : failure;

const write = (opened: Opened, folder: string, file: string): Result<number, VaultFailure> => {
  try {
    return writeBackupFile(opened.database, folder, opened, { file, name: "new" });
  } catch (error) {
    const failure = sqliteFailureOf(error, folder) ?? fileFailureOf(error, file);
    if (failure === undefined) throw error;
    return fail(failureAt(file, failure));
  }
};

/** Noted first: a backup of which the vault does not know would never be looked for again. */
const noted = (
  opened: Opened,
  folder: string,
  { file, day }: { readonly file: string; readonly day: Day },
): Result<number, VaultFailure> => {
  const path = resolve(file);
  const store = createStore(opened.database, folder, opened);
  const known = store.backups.all().find((backup) => backup.path === path);
  if (known?.madeOn !== day || known.stale)
    store.transaction(() => ok(store.backups.note({ path, madeOn: day, stale: false })));
  const written = write(opened, folder, file);
  if (!written.ok && known === undefined) store.transaction(() => ok(store.backups.drop(path)));
  return written;
};

/** See the port `Vaults`. */
export const writeBackup = async (
  deps: Deps,
  folder: string,
  unlock: Unlock,
  to: { readonly file: string; readonly day: Day },
): Promise<Result<{ readonly bytes: number }, VaultFailure>> => {
  // Before the hash; what stands there and cannot be seen shows when the name is taken.
  if (existsSync(to.file)) return fail({ type: "file-exists", path: to.file });
  const opened = await openVault(deps, folder, unlock);
  if (!opened.ok) return opened;
  try {
    const bytes = guarded(folder, () => noted(opened.value, folder, to));
    return bytes.ok ? ok({ bytes: bytes.value }) : bytes;
  } finally {
    wipeUnlocked(opened.value);
    opened.value.database.close();
  }
};
