/** Changes of the header: a new passphrase, new recovery words. The data key stays. */
import { randomBytes, randomUUID } from "node:crypto";

import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import type { KdfStrength, Unlock } from "../../domain/vault/vault.ts";
import type { OpenDatabase } from "./driver.ts";
import { guarded } from "./failed.ts";
import { storeHeader } from "./folder.ts";
import { writeHeader } from "./header.ts";
import type { Slot } from "./header.ts";
import { kdfCosts } from "./kdf.ts";
import type { DeriveKey, KdfCost } from "./kdf.ts";
import { openVault } from "./opened.ts";
import type { Opened } from "./opened.ts";
import { wordsOfEntropy } from "./recovery-words.ts";
import { passphraseSlot, recoverySlot } from "./slots.ts";

interface Deps {
  readonly driver: OpenDatabase;
  readonly derive: DeriveKey;
}

/** Puts the slot in the place of all others of its kind and raises the generation: first the header, then the database's copy of the number. */
const replaceSlot = (folder: string, { header, keys, database }: Opened, slot: Slot): Result<void, VaultFailure> => {
  const { mac: _, ...before } = header;
  const generation = before.generation + 1;
  const others = before.slots.filter((one) => one.kind !== slot.kind);
  const stored = storeHeader(folder, writeHeader({ ...before, generation, slots: [...others, slot] }, keys.header));
  if (!stored.ok) return stored;
  guarded(folder, () => database.prepare("UPDATE meta SET header_generation = ?").run(generation));
  return stored;
};

const presentCost = (slots: readonly Slot[]): KdfCost => {
  const slot = slots.find((one) => one.kind === "passphrase");
  return slot === undefined ? kdfCosts.standard : { m: slot.kdf.m, t: slot.kdf.t, p: slot.kdf.p };
};

/** See the port `Vaults`. */
export const changePassphrase = async (
  { driver, derive }: Deps,
  folder: string,
  unlock: Unlock,
  passphrase: string,
  kdf: KdfStrength | "keep",
): Promise<Result<void, VaultFailure>> => {
  const opened = await openVault(folder, driver, derive, unlock);
  if (!opened.ok) return opened;
  const { header, dataKey, database } = opened.value;
  try {
    const cost = kdf === "keep" ? presentCost(header.slots) : kdfCosts[kdf];
    const into = { vault: header.vault, id: randomUUID(), dataKey };
    return replaceSlot(folder, opened.value, await passphraseSlot(derive, passphrase, cost, into));
  } finally {
    dataKey.fill(0);
    database.close();
  }
};

/** See the port `Vaults`: the vault is opened now and written to by `keep`, which may be called once. */
export const newRecovery = async (
  { driver, derive }: Deps,
  folder: string,
  unlock: Unlock,
): Promise<
  Result<{ readonly words: string; readonly keep: () => Result<void, VaultFailure> }, VaultFailure>
> => {
  const opened = await openVault(folder, driver, derive, unlock);
  if (!opened.ok) return opened;
  const { header, dataKey, database } = opened.value;
  const entropy = randomBytes(32);
  const slot = recoverySlot(entropy, { vault: header.vault, id: randomUUID(), dataKey });
  dataKey.fill(0);
  const words = wordsOfEntropy(entropy);
  entropy.fill(0);
  return ok({
    words,
    keep: () => {
      try {
        return replaceSlot(folder, opened.value, slot);
      } finally {
        database.close();
      }
    },
  });
};
