/**
 * Writes a whole new file or nothing: a temporary file beside it, synced, then renamed. Never
 * through a symbolic link, never over anything but a regular file, never readable by others.
 *
 * Not by write-file-atomic 7.0.1: it issues a single write and does not look at what that returned,
 * so that a nearly full disk gives a truncated file and no error (measured), and it opens a
 * temporary file of a predictable name without O_EXCL, through which a planted link can be followed.
 */
import { randomBytes } from "node:crypto";
import { closeSync, openSync, renameSync, rmSync } from "node:fs";
import { lstat, open, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

import type { FileFailure } from "../../domain/files/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { whenLeaving } from "./leaving.ts";
import { fileFailure, systemCode } from "./system-failure.ts";

const mode = 0o600;

/** What stands at the path and may not be replaced, or nothing. */
const obstacle = async (path: string, force: boolean): Promise<FileFailure | undefined> => {
  try {
    const there = await lstat(path);
    if (!force) return { type: "file-exists", path };
    if (there.isFile()) return undefined;
    if (there.isSymbolicLink()) return { type: "file-failed", path, code: "ELOOP" };
    // A rename would put a plain file in the place of /dev/null.
    return { type: "file-failed", path, code: there.isDirectory() ? "EISDIR" : "EINVAL" };
  } catch (error) {
    const failure = fileFailure(error, path);
    return failure.type === "file-missing" ? undefined : failure;
  }
};

const writeSynced = async (temporary: string, content: string | Uint8Array): Promise<void> => {
  // "wx" is O_EXCL: a file or link that somebody put under this name is never opened.
  const handle = await open(temporary, "wx", mode);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/**
 * Without force the name is taken by creating it exclusively, which only one of two writers can do;
 * the rename then replaces our own empty file. (A hard link would do it in one step, but the file
 * systems of USB sticks have none.) Synchronous, so that no Ctrl-C falls between the two.
 */
const putInPlace = (temporary: string, path: string, force: boolean): void => {
  if (force) return renameSync(temporary, path);
  closeSync(openSync(path, "wx", mode));
  try {
    renameSync(temporary, path);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
};

/** Makes the new name survive a loss of power. */
const syncFolder = async (folder: string): Promise<void> => {
  try {
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    // Some file systems cannot sync a folder and some folders may not be read; the file is whole all the same.
    if (systemCode(error) === undefined) throw error;
  }
};

/**
 * Writes `content`, text as UTF-8, to `path` with mode 0600. A missing folder is `file-missing` with the folder's
 * path; with `force`, a symbolic link is `file-failed` with ELOOP, a folder with EISDIR, a device or
 * pipe with EINVAL. Throws for `-`: standard output is not a file and the caller's business.
 */
export const writeFile = async (
  path: string,
  content: string | Uint8Array,
  force = false,
): Promise<Result<void, FileFailure>> => {
  if (path === "-") throw new RangeError("standard output is not a file");
  const inTheWay = await obstacle(path, force);
  if (inTheWay !== undefined) return fail(inTheWay);
  const folder = dirname(path);
  const temporary = join(folder, `.pledge-${randomBytes(8).toString("hex")}.tmp`);
  const callOff = whenLeaving(() => rmSync(temporary, { force: true }));
  try {
    await writeSynced(temporary, content);
    putInPlace(temporary, path, force);
    await syncFolder(folder);
    return ok(undefined);
  } catch (error) {
    // Where even this fails, the failure to write is still the one to report.
    await rm(temporary, { force: true }).catch(() => undefined);
    const failure = fileFailure(error, path);
    return fail(failure.type === "file-missing" ? { ...failure, path: folder } : failure);
  } finally {
    callOff();
  }
};
