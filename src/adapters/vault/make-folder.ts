/** Makes a vault's folder whole or not at all, and never touches one that holds something. */
import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, realpathSync, renameSync, rmSync, rmdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

import { fail } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import { VaultStopped } from "../../domain/vault/stopped.ts";
import { fileFailureOf } from "./failed.ts";
import { holdsVault, isThere } from "./folder.ts";
import { syncFolder } from "./whole-file.ts";

/** The temporary folder beside the one that it becomes. */
const temporaryFor = (target: string): string =>
  join(dirname(target), `.${basename(target)}.${randomBytes(6).toString("hex")}`);

/** The temporary folders that killed commands left beside a vault's folder. */
export const temporariesOf = (folder: string): readonly string[] => {
  const target = resolve(folder);
  const begins = `.${basename(target)}.`;
  return readdirSync(dirname(target))
    .filter((name) => name.startsWith(begins) && /^[0-9a-f]{12}$/u.test(name.slice(begins.length)))
    .map((name) => join(dirname(target), name));
};

/** Why the folder cannot become a vault, or nothing: it is not there, or empty. */
export const occupied = (folder: string): VaultFailure | undefined => {
  try {
    if (!isThere(folder)) return undefined;
    if (holdsVault(folder)) return { type: "vault-exists", folder };
    return readdirSync(folder).length === 0 ? undefined : { type: "folder-occupied", folder };
  } catch (error) {
    const failure = fileFailureOf(error, folder);
    if (failure === undefined) throw error;
    const isFile = failure.type === "file-failed" && failure.code === "ENOTDIR";
    return isFile ? { type: "folder-occupied", folder } : failure;
  }
};

/** A failure in the temporary folder, told of the folder that it was to become. */
const renamed = (failure: VaultFailure, temporary: string, folder: string): VaultFailure => {
  if ("folder" in failure) return { ...failure, folder };
  return "path" in failure
    ? { ...failure, path: failure.path.replace(temporary, () => folder) }
    : failure;
};

/** The folders that `mkdir -p` made, deepest first. */
const madeBetween = (first: string | undefined, deepest: string): readonly string[] => {
  if (first === undefined) return [];
  const made: string[] = [];
  for (let folder = deepest; folder.length >= first.length; folder = dirname(folder))
    made.push(folder);
  return made;
};

/** Takes back the empty folders that were made on the way; one that something else moved into stays. */
const removeEmpty = (folders: readonly string[]): void => {
  for (const folder of folders) {
    try {
      rmdirSync(folder);
    } catch (error) {
      if (fileFailureOf(error, folder) === undefined) throw error;
      return;
    }
  }
};

/**
 * Makes a folder with everything in it, or nothing: `fill` works in a folder beside it, which then
 * takes its name in one step. Synchronous, as `fill` must be: Ctrl-C while a hash is computed finds
 * no folder to leave behind.
 */
export const makeFolder = (
  folder: string,
  fill: (temporary: string) => Result<void, VaultFailure>,
): Result<void, VaultFailure> => {
  const inTheWay = occupied(folder);
  if (inTheWay !== undefined) return fail(inTheWay);
  // A link to an empty folder stays a link.
  const target = isThere(folder) ? realpathSync(folder) : resolve(folder);
  const temporary = temporaryFor(target);
  let made: readonly string[] = [];
  let named = false;
  try {
    made = madeBetween(
      mkdirSync(dirname(target), { recursive: true, mode: 0o700 }),
      dirname(target),
    );
    mkdirSync(temporary, { mode: 0o700 });
    const filled = fill(temporary);
    if (!filled.ok) return fail(renamed(filled.failure, temporary, folder));
    syncFolder(temporary);
    // Replaces an empty folder, and fails on any other.
    renameSync(temporary, target);
    named = true;
    for (const parent of [dirname(target), ...made.map(dirname)]) syncFolder(parent);
    return filled;
  } catch (error) {
    const failure = error instanceof VaultStopped ? error.failure : fileFailureOf(error, folder);
    if (failure === undefined) throw error;
    return fail(
      failure.type === "file-exists"
        ? (occupied(folder) ?? failure)
        : renamed(failure, temporary, folder),
    );
  } finally {
    if (!named) {
      rmSync(temporary, { recursive: true, force: true });
      removeEmpty(made);
    }
  }
};
