/** The vault's folder on the disk: what is in it, and how the header and its copy are read and replaced. */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";

import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import type { WayIn } from "../../domain/vault/vault.ts";
import { fileFailureOf } from "./failed.ts";
import { largestHeader, parseHeader } from "./header.ts";
import type { Header } from "./header.ts";
import { partOf, syncFolder, writeSynced } from "./whole-file.ts";

const headerPath = (folder: string): string => join(folder, "vault.json");
const copyPath = (folder: string): string => join(folder, "vault.json.bak");

/** Whether something has that name, a link to nowhere included. Throws where it may not be looked for. */
export const isThere = (path: string): boolean => {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    // A file stands where a folder of the path should.
    if (error instanceof Error && "code" in error && error.code === "ENOTDIR") return false;
    throw error;
  }
};

/** Whether there is a vault, or what is left of one. What may not be looked into is not taken for absent: opening it says why. */
export const holdsVault = (folder: string): boolean => {
  try {
    return isThere(headerPath(folder)) || isThere(join(folder, "vault.db"));
  } catch (error) {
    if (fileFailureOf(error, folder) === undefined) throw error;
    return true;
  }
};

/** The text of a header file; nothing when it is missing, no plain file, or too large to be one. */
const readText = (path: string): Result<string | undefined, VaultFailure> => {
  try {
    // O_NONBLOCK: a pipe under that name would be waited for.
    const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stat = fstatSync(descriptor);
      return ok(
        stat.isFile() && stat.size <= largestHeader ? readFileSync(descriptor, "utf8") : undefined,
      );
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    const failure = fileFailureOf(error, path);
    if (failure === undefined) throw error;
    return failure.type === "file-missing" ? ok(undefined) : fail(failure);
  }
};

const textOf = (path: string): string | undefined => {
  const read = readText(path);
  return read.ok ? read.value : undefined;
};

/** The failure for a header that is not as its writer left it. `copy`: the one beside it is another, in good form. */
export const headerAltered = (folder: string): VaultFailure => {
  const copy = textOf(copyPath(folder));
  const useful = copy !== undefined && copy !== textOf(headerPath(folder)) && parseHeader(copy).ok;
  return { type: "header-altered", folder, copy: useful };
};

/** Reads and checks the form of `vault.json`. */
export const readHeader = (folder: string): Result<Header, VaultFailure> => {
  if (!holdsVault(folder)) return fail({ type: "vault-missing", folder });
  const text = readText(headerPath(folder));
  if (!text.ok) return text;
  const header = text.value === undefined ? undefined : parseHeader(text.value);
  if (header === undefined) return fail(headerAltered(folder));
  if (header.ok) return header;
  return fail(header.failure.type === "malformed" ? headerAltered(folder) : header.failure);
};

/** See the port `Vaults`. */
export const waysIn = (folder: string): Result<readonly WayIn[], VaultFailure> => {
  const header = readHeader(folder);
  if (!header.ok) return header;
  return ok(header.value.slots.map(({ kind }, at) => ({ number: at + 1, kind })));
};

/** Whether `vault.json.bak` has the same bytes as `vault.json`. */
export const copyIsCurrent = (folder: string): boolean => {
  const text = textOf(headerPath(folder));
  return text !== undefined && text === textOf(copyPath(folder));
};

/**
 * Replaces these files by ones with this text, on the disk before this returns. All are written
 * before the first is named, so a full disk changes nothing.
 */
const replace = (
  folder: string,
  paths: readonly string[],
  text: string,
): Result<void, VaultFailure> => {
  const parts = paths.map((path) => ({ path, part: partOf(path) }));
  try {
    for (const { part } of parts) writeSynced(part, [text]);
    for (const { path, part } of parts) renameSync(part, path);
    syncFolder(folder);
    return ok(undefined);
  } catch (error) {
    const failure = fileFailureOf(error, headerPath(folder));
    if (failure === undefined) throw error;
    return fail(failure);
  } finally {
    for (const { part } of parts) rmSync(part, { force: true });
  }
};

/** Replaces the copy and the header. The copy first: `vault.json` is the one that counts, so what is cut short before it did not happen. */
export const storeHeader = (folder: string, text: string): Result<void, VaultFailure> =>
  replace(folder, [copyPath(folder), headerPath(folder)], text);

/** Brings the copy up to date when it is not; a copy that cannot be written is `doctor`'s to tell. */
export const healCopy = (folder: string): void => {
  const text = textOf(headerPath(folder));
  if (text !== undefined && !copyIsCurrent(folder)) replace(folder, [copyPath(folder)], text);
};
