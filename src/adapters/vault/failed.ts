/** Translates what the disk and SQLite throw into failures of the vault. */
import { fail } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import { writersOf } from "./writers.ts";
import { VaultStopped } from "../../domain/vault/stopped.ts";

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

/** The failure behind a file system error, or nothing when it is none. */
export const fileFailureOf = (error: unknown, path: string): VaultFailure | undefined => {
  const code = codeOf(error);
  if (!/^E[A-Z0-9]+$/u.test(code) || code.startsWith("ERR_")) return undefined;
  if (code === "ENOSPC" || code === "EDQUOT") return { type: "disk-full", path };
  if (code === "ENOENT") return { type: "file-missing", path };
  if (code === "EEXIST" || code === "ENOTEMPTY") return { type: "file-exists", path };
  return { type: "file-failed", path, code };
};

/** The failure behind an SQLite error, or nothing when it is a bug of ours (wrong SQL, a broken constraint). */
export const sqliteFailureOf = (error: unknown, folder: string): VaultFailure | undefined => {
  const code = codeOf(error);
  const path = `${folder}/vault.db`;
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED"))
    return { type: "vault-busy", folder, by: writersOf(folder) };
  // The index of the log could not grow: SQLite has no word of its own for that.
  if (code.startsWith("SQLITE_FULL") || code === "SQLITE_IOERR_SHMSIZE")
    return { type: "disk-full", path };
  if (code.startsWith("SQLITE_NOTADB") || code.startsWith("SQLITE_CORRUPT")) {
    return { type: "database-unreadable", folder };
  }
  if (/^SQLITE_(?:IOERR|READONLY|CANTOPEN|PERM|AUTH)/u.test(code))
    return { type: "file-failed", path, code };
  return undefined;
};

/** Runs `work`; what the disk or SQLite throws inside becomes `VaultStopped`, a bug stays what it is. */
export const guarded = <T>(folder: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    if (error instanceof VaultStopped) throw error;
    const failure = sqliteFailureOf(error, folder) ?? fileFailureOf(error, folder);
    if (failure !== undefined) throw new VaultStopped(failure);
    throw error;
  }
};

/** The other way round, for the door: what stopped the vault in the middle of `work` as a value. */
export const asFailure = <T>(work: () => Result<T, VaultFailure>): Result<T, VaultFailure> => {
  try {
    return work();
  } catch (error) {
    if (error instanceof VaultStopped) return fail(error.failure);
    throw error;
  }
};
