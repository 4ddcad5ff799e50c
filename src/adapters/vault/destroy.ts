/** Destroys a vault: what opens it first, then everything that is ours in its folder. */
import { readdirSync, rmSync, rmdirSync } from "node:fs";
import { join } from "node:path";

import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import type { Unlock } from "../../domain/vault/vault.ts";
import { takeAlone } from "./alone.ts";
import { destroyFile } from "./destroy-file.ts";
import { fileFailureOf, guarded } from "./failed.ts";
import { isThere } from "./folder.ts";
import { temporariesOf } from "./make-folder.ts";
import { openVault } from "./opened.ts";
import { wipeUnlocked } from "./unlocked.ts";
import type { Deps } from "./unlocked.ts";
import { syncFolder } from "./whole-file.ts";

/** In the order in which they go: from the first on nothing opens the rest. A copy of the header opens it as well as the header does. */
const isOurs = (name: string): boolean => /^vault\.(?:json|db|old\.backup)/u.test(name);
const opensIt = (name: string): boolean => /^vault\.(?:json|old\.backup)/u.test(name);

const removeFolder = (folder: string): void => {
  try {
    rmdirSync(folder);
  } catch (error) {
    // What is not ours stays, and with it the folder.
    if (fileFailureOf(error, folder) === undefined) throw error;
  }
};

const destroyFiles = (folder: string): readonly string[] => {
  const ours = readdirSync(folder).filter(isOurs);
  // Begun vaults beside it have headers of their own, and were never anybody's.
  for (const path of temporariesOf(folder)) rmSync(path, { recursive: true, force: true });
  for (const name of ours.filter(opensIt)) destroyFile(join(folder, name));
  syncFolder(folder);
  for (const name of ours.filter((one) => !opensIt(one))) destroyFile(join(folder, name));
  syncFolder(folder);
  removeFolder(folder);
  return isThere(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
};

/** See the port `Vaults`. */
export const destroyVault = async (
  deps: Deps,
  folder: string,
  unlock: Unlock,
): Promise<Result<readonly string[], VaultFailure>> => {
  const opened = await openVault(deps, folder, unlock);
  if (!opened.ok) return opened;
  const { database } = opened.value;
  wipeUnlocked(opened.value);
  try {
    // Whoever has it open would go on with what it has in memory, and write it again.
    guarded(folder, () => takeAlone(database));
  } finally {
    database.close();
  }
  return ok(guarded(folder, () => destroyFiles(folder)));
};
