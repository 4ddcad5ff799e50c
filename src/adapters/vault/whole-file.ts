/**
 * Files on the disk whole or not at all. Not by write-file-atomic 7.0.1: it issues a single write
 * and does not look at what that returned, opens a name that can be foretold without O_EXCL, and
 * cannot write two files before it names either.
 */
import { randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import { fileFailureOf } from "./failed.ts";

/** A name nobody can foretell for what becomes `path`; `doctor` knows it when a killed command leaves it behind. */
export const partOf = (path: string): string => `${path}.${randomBytes(6).toString("hex")}.part`;

/** What a killed command leaves in a vault's folder: parts, and SQLite's journal of one. */
export const isPart = (name: string): boolean =>
  /^vault\..*\.[0-9a-f]{12}\.part(?:-journal)?$/u.test(name);

/** A backup on its way to a name that somebody chose, in the same folder. */
export const newBackupPart = (folder: string): string =>
  join(folder, `.pledge-${randomBytes(6).toString("hex")}.part`);

/** What killed commands left of these, and what others are writing this moment. */
export const backupPartsIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => /^\.pledge-[0-9a-f]{12}\.part$/u.test(name))
    .map((name) => join(folder, name));

/** Whether it is a copy of a database on its way, or its journal: of a backup, or of a rekeying. */
export const isCopy = (name: string): boolean => isPart(name) && name.startsWith("vault.db.");

/** Makes a new file of mode 0600 with all of the chunks, on the disk before this returns. Throws what the disk throws, and leaves no file then. */
export const writeSynced = (path: string, chunks: readonly (string | Uint8Array)[]): void => {
  const descriptor = openSync(path, "wx", 0o600);
  try {
    for (const chunk of chunks) writeFileSync(descriptor, chunk);
    fsyncSync(descriptor);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
};

/**
 * Gives the part the name without links, which FAT has none of, as on USB sticks: an empty file takes
 * it, which only one of two can do, and is replaced. Throws where the name is taken.
 */
export const takeName = (part: string, path: string): void => {
  closeSync(openSync(path, "wx", 0o600));
  try {
    renameSync(part, path);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
};

/** Gives the part a name that nothing has, in one step where the file system has links. Throws where it is taken. The part may stay. */
export const nameNew = (part: string, path: string): void => {
  try {
    linkSync(part, path);
  } catch (error) {
    if (fileFailureOf(error, path)?.type === "file-exists") throw error;
    takeName(part, path);
  }
};

/** Makes what another library wrote survive a loss of power. Throws what the disk throws. */
export const syncFile = (path: string): void => {
  const descriptor = openSync(path, "r+");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/** Makes the names in a folder survive a loss of power, where the file system can. */
export const syncFolder = (folder: string): void => {
  try {
    const descriptor = openSync(folder, "r");
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    // Some file systems cannot sync a folder, and some folders may be written and not read. A disk that fails is another thing.
    const failure = fileFailureOf(error, folder);
    const failing =
      failure?.type === "disk-full" || (failure?.type === "file-failed" && failure.code === "EIO");
    if (failure === undefined || failing) throw error;
  }
};
