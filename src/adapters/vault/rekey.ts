/**
 * A new data key: everything is encrypted anew. Header and database cannot change in one step, so the header holds what opens the
 * new key as `pending` until the new database has its place (docs/vault-format.md, "Generations"); whoever opens the vault next finishes or
 * takes back what was cut short.
 */
import { randomBytes } from "node:crypto";
import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";

import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import type { Unlock, WayIn } from "../../domain/vault/vault.ts";
import { takeAlone } from "./alone.ts";
import { presentCost } from "./change-ways.ts";
import { openCopy, rawKey } from "./database.ts";
import { guarded } from "./failed.ts";
import { storeHeader } from "./folder.ts";
import { writeHeader } from "./header.ts";
import type { Slot } from "./header.ts";
import { holds, pagesAreWhole } from "./integrity.ts";
import { keysOf, wipe, wipeKeys } from "./keys.ts";
import type { VaultKeys } from "./keys.ts";
import { openVault } from "./opened.ts";
import { presentHeader } from "./present-header.ts";
import { makeSlot } from "./slots.ts";
import type { NewWay } from "./slots.ts";
import { wipeUnlocked } from "./unlocked.ts";
import type { Deps, Opened } from "./unlocked.ts";
import { partOf, syncFile, syncFolder } from "./whole-file.ts";

/** What opened the vault opens it afterwards, and nothing else: of the rest only the old key is known. */
const wayOf = ({ header, slot }: Opened, unlock: Unlock): NewWay => {
  if (unlock.by !== "shares") {
    const plain = header.slots.some(({ id, kind }) => id === slot && kind === "passphrase");
    return plain && unlock.by === "passphrase"
      ? { by: "passphrase", passphrase: unlock.passphrase }
      : unlock;
  }
  const found = header.slots.find(({ id }) => id === slot);
  if (found?.kind !== "shares") throw new Error("opened by another slot");
  return { ...unlock, set: found.kdf.set };
};

/** A copy of the database under the new key, whole and on the disk. Throws what SQLite and the disk throw. */
const copyUnder = (deps: Deps, part: string, { database, keys }: Opened, to: VaultKeys): void => {
  database.prepare("VACUUM INTO ?").run(part);
  // In the copy, which nobody misses when it is cut short: a file that was half rekeyed is not always taken back (measured).
  const key = rawKey(to);
  const copy = openCopy(deps, part, keys);
  try {
    copy.rekey(key);
  } finally {
    key.fill(0);
    copy.close();
  }
  const whole = openCopy(deps, part, to);
  try {
    if (!pagesAreWhole(whole)) throw new Error("the copy under the new key is damaged");
  } finally {
    whole.close();
  }
  syncFile(part);
};

const storePending = (folder: string, opened: Opened, slot: Slot): Result<void, VaultFailure> => {
  const present = presentHeader(folder, opened);
  if (!present.ok) return present;
  const { mac: _, ...before } = present.value;
  const header = { ...before, generation: before.generation + 1, pending: { slots: [slot] } };
  return storeHeader(folder, writeHeader(header, opened.keys.header));
};

/** Puts a copy under the new key in the place of the database, which nobody else has open meanwhile. */
const encryptAnew = (
  deps: Deps,
  folder: string,
  opened: Opened,
  slot: Slot,
  keys: VaultKeys,
): Result<void, VaultFailure> => {
  const path = join(folder, "vault.db");
  const part = partOf(path);
  try {
    return guarded(folder, () => {
      takeAlone(opened.database);
      copyUnder(deps, part, opened, keys);
      const stored = storePending(folder, opened, slot);
      if (!stored.ok) return stored;
      renameSync(part, path);
      syncFolder(folder);
      return ok(undefined);
    });
  } finally {
    for (const left of [part, `${part}-journal`]) rmSync(left, { force: true });
  }
};

const prepare = async (
  deps: Deps,
  opened: Opened,
  unlock: Unlock,
): Promise<{ readonly slot: Slot; readonly keys: VaultKeys }> => {
  const dataKey = randomBytes(32);
  const into = { vault: opened.header.vault, dataKey };
  const cost = presentCost(opened.header.slots);
  const slot = await makeSlot(deps.derive, wayOf(opened, unlock), cost, into);
  const keys = keysOf(dataKey, opened.header.vault);
  wipe(dataKey);
  return { slot, keys };
};

/** See the port `Vaults`. */
export const rekeyVault = async (
  deps: Deps,
  folder: string,
  unlock: Unlock,
): Promise<Result<readonly WayIn["kind"][], VaultFailure>> => {
  const opened = await openVault(deps, folder, unlock);
  if (!opened.ok) return opened;
  const { header, slot: opener } = opened.value;
  try {
    const { slot, keys } = await prepare(deps, opened.value, unlock);
    const written = encryptAnew(deps, folder, opened.value, slot, keys);
    wipeKeys(keys);
    if (!written.ok) return written;
  } finally {
    wipeUnlocked(opened.value);
    opened.value.database.close();
  }
  // Opening it finishes the header, as it would after a crash.
  const again = await openVault(deps, folder, unlock);
  if (!again.ok) return again;
  try {
    const { database } = again.value;
    if (!guarded(folder, () => holds(folder, () => pagesAreWhole(database))))
      return fail({ type: "database-unreadable", folder });
    return ok(header.slots.filter(({ id }) => id !== opener).map(({ kind }) => kind));
  } finally {
    wipeUnlocked(again.value);
    again.value.database.close();
  }
};
