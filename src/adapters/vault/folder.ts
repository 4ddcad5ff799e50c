/** The vault's folder on the disk: reading and replacing the header, making a folder whole or not at all. */
import { randomBytes } from "node:crypto";
import { existsSync, fsyncSync, mkdirSync, openSync, closeSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import { fileFailureOf } from "./failed.ts";
import { largestHeader, parseHeader } from "./header.ts";
import type { Header } from "./header.ts";

export const headerPath = (folder: string): string => join(folder, "vault.json");
const copyPath = (folder: string): string => join(folder, "vault.json.bak");

/** Whether there is a vault, or what is left of one. */
export const holdsVault = (folder: string): boolean =>
  existsSync(headerPath(folder)) || existsSync(join(folder, "vault.db"));

/** The text of a header file, or nothing when it is missing or too large to be one. */
const readText = (path: string): string | undefined => {
  try {
    return statSync(path).size > largestHeader ? undefined : readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
};

const copyIsWhole = (folder: string): boolean => {
  const copy = readText(copyPath(folder));
  return copy !== undefined && parseHeader(copy).ok;
};

/** The failure for a header that is not as its writer left it. */
export const headerAltered = (folder: string): VaultFailure => ({
  type: "header-altered",
  folder,
  copy: copyIsWhole(folder),
});

/** Reads and checks the form of `vault.json`. */
export const readHeader = (folder: string): Result<Header, VaultFailure> => {
  if (!holdsVault(folder)) return fail({ type: "vault-missing", folder });
  const text = readText(headerPath(folder));
  const header = text === undefined ? undefined : parseHeader(text);
  if (header === undefined) return fail(headerAltered(folder));
  if (header.ok) return header;
  return fail(header.failure.type === "malformed" ? headerAltered(folder) : header.failure);
};

/** Whether `vault.json.bak` has the same bytes as `vault.json`. */
export const copyIsCurrent = (folder: string): boolean => {
  const text = readText(headerPath(folder));
  return text !== undefined && text === readText(copyPath(folder));
};

const syncFolder = (folder: string): void => {
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/** Replaces a file whole: a new file beside it (never one that is there), synced, then renamed over it. */
const replace = (path: string, text: string): void => {
  const part = `${path}.${randomBytes(6).toString("hex")}.part`;
  try {
    writeFileSync(part, text, { encoding: "utf8", mode: 0o600, flag: "wx", flush: true });
    renameSync(part, path);
  } finally {
    rmSync(part, { force: true });
  }
};

/** Replaces the header and its copy, on the disk before this returns. */
export const storeHeader = (folder: string, text: string): Result<void, VaultFailure> => {
  try {
    replace(headerPath(folder), text);
    replace(copyPath(folder), text);
    syncFolder(folder);
    return ok(undefined);
  } catch (error) {
    const failure = fileFailureOf(error, headerPath(folder));
    if (failure === undefined) throw error;
    return fail(failure);
  }
};

/** Brings the copy up to date when it is not; a copy that cannot be written is `doctor`'s to tell. */
export const healCopy = (folder: string): void => {
  const text = readText(headerPath(folder));
  if (text === undefined || copyIsCurrent(folder)) return;
  try {
    replace(copyPath(folder), text);
  } catch (error) {
    if (fileFailureOf(error, copyPath(folder)) === undefined) throw error;
  }
};

/**
 * Makes a folder with everything in it, or nothing: `fill` works in a folder beside it, which then
 * takes its name in one step. A folder that is there and not empty is never touched.
 */
export const makeFolder = async <T>(
  folder: string,
  fill: (temporary: string) => Promise<Result<T, VaultFailure>>,
): Promise<Result<T, VaultFailure>> => {
  const target = resolve(folder);
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString("hex")}`);
  try {
    mkdirSync(temporary, { recursive: true, mode: 0o700 });
    const filled = await fill(temporary);
    if (!filled.ok) return filled;
    syncFolder(temporary);
    // Replaces an empty folder, and fails on any other.
    renameSync(temporary, target);
    syncFolder(dirname(target));
    return filled;
  } catch (error) {
    const failure = fileFailureOf(error, folder);
    if (failure === undefined) throw error;
    return fail(failure);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
};
