/** Changes of the header: a new passphrase, new recovery words. The data key stays. */
import { randomUUID } from "node:crypto";

import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import type { KdfStrength, Unlock } from "../../domain/vault/vault.ts";
import type { Database } from "./driver.ts";
import { asFailure, guarded, sqliteFailureOf } from "./failed.ts";
import { storeHeader } from "./folder.ts";
import { writeHeader } from "./header.ts";
import type { Slot } from "./header.ts";
import { kdfCosts } from "./kdf.ts";
import type { KdfCost } from "./kdf.ts";
import { openBehind } from "./behind.ts";
import { openVault, presentHeader } from "./opened.ts";
import { wipeUnlocked } from "./unlocked.ts";
import type { Deps, Unlocked } from "./unlocked.ts";
import { randomWords } from "./recovery-words.ts";
import { passphraseSlot, recoverySlot } from "./slots.ts";

/** Puts the slot in the place of all others of its kind in the header as it is on the disk now, and raises its generation. Gives that. */
const storeSlot = (
  folder: string,
  unlocked: Unlocked,
  slot: Slot,
): Result<number, VaultFailure> => {
  const { keys } = unlocked;
  const present = presentHeader(folder, unlocked);
  if (!present.ok) return present;
  const { mac: _, ...before } = present.value;
  const generation = before.generation + 1;
  const others = before.slots.filter((one) => one.kind !== slot.kind);
  const stored = storeHeader(
    folder,
    writeHeader({ ...before, generation, slots: [...others, slot] }, keys.header),
  );
  return stored.ok ? ok(generation) : stored;
};

/** The database's copy of the header's number. The header counts: where this fails, the next opening does it. */
const noteGeneration = (database: Database, folder: string, generation: number): void => {
  try {
    database.prepare("UPDATE meta SET header_generation = ?").run(generation);
    database.exec("COMMIT");
  } catch (error) {
    if (sqliteFailureOf(error, folder) === undefined) throw error;
  }
};

/** One change of the header at a time: while somebody typed, another pledge may have made one. */
const replaceSlot = (
  folder: string,
  unlocked: Unlocked,
  database: Database,
  slot: Slot,
): Result<void, VaultFailure> =>
  guarded(folder, () => {
    database.exec("BEGIN IMMEDIATE");
    try {
      const stored = storeSlot(folder, unlocked, slot);
      if (!stored.ok) return stored;
      noteGeneration(database, folder, stored.value);
      return ok(undefined);
    } finally {
      if (database.inTransaction) database.exec("ROLLBACK");
    }
  });

const presentCost = (slots: readonly Slot[]): KdfCost => {
  const slot = slots.find((one) => one.kind === "passphrase");
  return slot === undefined ? kdfCosts.standard : { m: slot.kdf.m, t: slot.kdf.t, p: slot.kdf.p };
};

/** See the port `Vaults`. */
export const changePassphrase = async (
  deps: Deps,
  folder: string,
  unlock: Unlock,
  passphrase: string,
  kdf: KdfStrength | "keep",
): Promise<Result<void, VaultFailure>> => {
  const opened = await openVault(deps, folder, unlock);
  if (!opened.ok) return opened;
  const { header, dataKey, database } = opened.value;
  try {
    const cost = kdf === "keep" ? presentCost(header.slots) : kdfCosts[kdf];
    const into = { vault: header.vault, id: randomUUID(), dataKey };
    const slot = await passphraseSlot(deps.derive, passphrase, cost, into);
    return replaceSlot(folder, opened.value, database, slot);
  } finally {
    wipeUnlocked(opened.value);
    database.close();
  }
};

/** See the port `Vaults`. Nothing stays open while somebody writes the words on paper. */
export const newRecovery = async (
  deps: Deps,
  folder: string,
  unlock: Unlock,
): Promise<
  Result<{ readonly words: string; readonly keep: () => Result<void, VaultFailure> }, VaultFailure>
> => {
  const opened = await openVault(deps, folder, unlock);
  if (!opened.ok) return opened;
  opened.value.database.close();
  const { header, dataKey } = opened.value;
  const words = randomWords();
  const slot = await recoverySlot(words, { vault: header.vault, id: randomUUID(), dataKey });
  return ok({
    words,
    keep: () => {
      const present = presentHeader(folder, opened.value);
      if (!present.ok) return present;
      const unlocked = { ...opened.value, header: present.value };
      const database = openBehind(deps, folder, unlocked);
      try {
        if (!database.ok) return database;
        return asFailure(() => replaceSlot(folder, unlocked, database.value, slot));
      } finally {
        if (database.ok) database.value.close();
        wipeUnlocked(unlocked);
      }
    },
  });
};
