/** The door to vaults on this machine; implements the port `Vaults`. */
import { randomBytes, randomUUID } from "node:crypto";

import type { Campaign } from "../../domain/campaign/campaign.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import { VaultStopped } from "../../domain/vault/stopped.ts";
import type { Unlock, Vault, Vaults } from "../../domain/vault/vault.ts";
import { writeBackup } from "./backup.ts";
import { assertEncrypted, openDatabase, standardPatience } from "./database.ts";
import { loadDriver } from "./driver.ts";
import type { Database } from "./driver.ts";
import { examineVault } from "./examine.ts";
import { guarded } from "./failed.ts";
import { holdsVault, storeHeader } from "./folder.ts";
import { writeHeader } from "./header.ts";
import { argon2id, kdfCosts } from "./kdf.ts";
import type { DeriveKey } from "./kdf.ts";
import { keysOf, wipe, wipeKeys } from "./keys.ts";
import { makeFolder } from "./make-folder.ts";
import { migrate } from "./migrations.ts";
import { openVault, wipeUnlocked } from "./opened.ts";
import type { Deps } from "./opened.ts";
import { randomPassphrase } from "./passphrase-words.ts";
import { randomWords } from "./recovery-words.ts";
import { changePassphrase, newRecovery } from "./rekeying.ts";
import { restoreBackup } from "./restore.ts";
import { passphraseSlot, recoverySlot } from "./slots.ts";
import type { Slot } from "./header.ts";
import { createStore } from "./store.ts";

type Key = Parameters<Vaults["create"]>[1];

const slotsFor = async (
  { derive }: Deps,
  key: Key,
  into: { readonly vault: string; readonly dataKey: Uint8Array },
): Promise<readonly Slot[]> => {
  const passphrase = await passphraseSlot(derive, key.passphrase, kdfCosts[key.kdf], {
    ...into,
    id: randomUUID(),
  });
  if (key.recovery === undefined) return [passphrase];
  return [passphrase, recoverySlot(key.recovery, { ...into, id: randomUUID() })];
};

/** Schema, vault id and campaign, with the campaign as the first transaction. */
const fillDatabase = (
  database: Database,
  folder: string,
  vault: string,
  campaign: Campaign,
): void =>
  guarded(folder, () => {
    migrate(database);
    database
      .prepare(
        "INSERT INTO meta (id, vault, generation, header_generation, unscrubbed) VALUES (1, ?, 0, 1, 0)",
      )
      .run(vault);
    const store = createStore(database, folder);
    store.transaction(() => ok(store.campaign.save(campaign)));
  });

/** Header and database in a folder of their own. */
const fillFolder = async (
  deps: Deps,
  folder: string,
  key: Key,
  campaign: Campaign,
): Promise<Result<void, VaultFailure>> => {
  const vault = randomUUID();
  const dataKey = randomBytes(32);
  const keys = keysOf(dataKey, vault);
  try {
    const slots = [...(await slotsFor(deps, key, { vault, dataKey }))];
    const header = writeHeader({ v: 1, vault, generation: 1, slots, pending: null }, keys.header);
    const stored = storeHeader(folder, header);
    if (!stored.ok) return stored;
    const database = openDatabase(deps, folder, keys, true);
    if (!database.ok) return database;
    try {
      fillDatabase(database.value, folder, vault, campaign);
    } finally {
      database.value.close();
    }
    assertEncrypted(folder, keys);
    return ok(undefined);
  } finally {
    wipe(dataKey);
    wipeKeys(keys);
  }
};

const open = async (
  deps: Deps,
  folder: string,
  unlock: Unlock,
): Promise<Result<Vault, VaultFailure>> => {
  const opened = await openVault(deps, folder, unlock);
  if (!opened.ok) return opened;
  wipeUnlocked(opened.value);
  return ok(createStore(opened.value.database, folder));
};

const create = async (
  deps: Deps,
  folder: string,
  key: Key,
  campaign: Campaign,
): Promise<Result<Vault, VaultFailure>> => {
  const made = await makeFolder(folder, (temporary) => fillFolder(deps, temporary, key, campaign));
  return made.ok ? open(deps, folder, { by: "passphrase", passphrase: key.passphrase }) : made;
};

/**
 * The vaults of this machine. `derive` is Argon2id; tests hand in a fast hash, which is the one
 * thing that they do not run for real. `patience` is how long a second writer waits for the first,
 * in milliseconds. Every method fails with `sqlite-missing` where the database's native part does
 * not load.
 */
export const createVaults = (
  derive: DeriveKey = argon2id,
  patience: number = standardPatience,
): Vaults => {
  const driver = loadDriver();
  const withDriver = async <T>(
    work: (deps: Deps) => Promise<Result<T, VaultFailure>>,
  ): Promise<Result<T, VaultFailure>> => {
    if (driver === undefined) return fail({ type: "sqlite-missing", node: process.version });
    try {
      return await work({ driver, derive, patience });
    } catch (error) {
      if (error instanceof VaultStopped) return fail(error.failure);
      throw error;
    }
  };
  return {
    exists: holdsVault,
    create: (folder, key, campaign) => withDriver((deps) => create(deps, folder, key, campaign)),
    open: (folder, unlock) => withDriver((deps) => open(deps, folder, unlock)),
    changePassphrase: (folder, unlock, passphrase, kdf) =>
      withDriver((deps) => changePassphrase(deps, folder, unlock, passphrase, kdf)),
    newRecovery: (folder, unlock) => withDriver((deps) => newRecovery(deps, folder, unlock)),
    backup: (folder, unlock, file) => withDriver((deps) => writeBackup(deps, folder, unlock, file)),
    restore: (file, folder, unlock) =>
      withDriver((deps) => restoreBackup(deps, file, folder, unlock)),
    examine: (folder, unlock) => withDriver((deps) => examineVault(deps, folder, unlock)),
    suggestPassphrase: randomPassphrase,
    suggestRecovery: randomWords,
  };
};
