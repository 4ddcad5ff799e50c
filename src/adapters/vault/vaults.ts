/** The door to vaults on this machine; implements the port `Vaults`. */
import { randomBytes, randomUUID } from "node:crypto";

import type { Campaign } from "../../domain/campaign/campaign.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import type { KdfStrength, Unlock, Vault, Vaults } from "../../domain/vault/vault.ts";
import { readBackup, writeBackup } from "./backup.ts";
import { assertEncrypted, openDatabase } from "./database.ts";
import { loadDriver } from "./driver.ts";
import type { OpenDatabase } from "./driver.ts";
import { examineVault } from "./examine.ts";
import { guarded } from "./failed.ts";
import { holdsVault, makeFolder, storeHeader } from "./folder.ts";
import { writeHeader } from "./header.ts";
import { argon2id, kdfCosts } from "./kdf.ts";
import type { DeriveKey } from "./kdf.ts";
import { keysOf } from "./keys.ts";
import { migrate } from "./migrations.ts";
import { openVault } from "./opened.ts";
import { randomPassphrase } from "./passphrase-words.ts";
import { changePassphrase, newRecovery } from "./rekeying.ts";
import { passphraseSlot } from "./slots.ts";
import { createStore } from "./store.ts";

interface Deps {
  readonly driver: OpenDatabase;
  readonly derive: DeriveKey;
}

/** Header and empty database in a folder of their own, with the campaign as their first transaction. */
const fillFolder = async (
  { driver, derive }: Deps,
  folder: string,
  key: { readonly passphrase: string; readonly kdf: KdfStrength },
  campaign: Campaign,
): Promise<Result<void, VaultFailure>> => {
  const vault = randomUUID();
  const dataKey = randomBytes(32);
  const keys = keysOf(dataKey, vault);
  const slot = await passphraseSlot(derive, key.passphrase, kdfCosts[key.kdf], { vault, id: randomUUID(), dataKey });
  dataKey.fill(0);
  const stored = storeHeader(
    folder,
    writeHeader({ v: 1, vault, generation: 1, slots: [slot], pending: null }, keys.header),
  );
  if (!stored.ok) return stored;
  const database = openDatabase(driver, folder, keys, true);
  if (!database.ok) return database;
  guarded(folder, () => {
    migrate(database.value);
    database.value
      .prepare("INSERT INTO meta (id, vault, generation, header_generation) VALUES (1, ?, 0, 1)")
      .run(vault);
    const store = createStore(database.value, folder);
    store.transaction(() => ok(store.campaign.save(campaign)));
    store.close();
    assertEncrypted(folder);
  });
  return ok(undefined);
};

const open = async ({ driver, derive }: Deps, folder: string, unlock: Unlock): Promise<Result<Vault, VaultFailure>> => {
  const opened = await openVault(folder, driver, derive, unlock);
  if (!opened.ok) return opened;
  opened.value.dataKey.fill(0);
  return ok(createStore(opened.value.database, folder));
};

const create = async (
  deps: Deps,
  folder: string,
  key: { readonly passphrase: string; readonly kdf: KdfStrength },
  campaign: Campaign,
): Promise<Result<Vault, VaultFailure>> => {
  if (holdsVault(folder)) return fail({ type: "vault-exists", folder });
  const made = await makeFolder(folder, (temporary) => fillFolder(deps, temporary, key, campaign));
  return made.ok ? open(deps, folder, { by: "passphrase", passphrase: key.passphrase }) : made;
};

const restore = async (
  { driver, derive }: Deps,
  file: string,
  folder: string,
  unlock: Unlock,
): Promise<Result<void, VaultFailure>> => {
  if (holdsVault(folder)) return fail({ type: "vault-exists", folder });
  return makeFolder(folder, async (temporary) => {
    const unpacked = readBackup(file, temporary);
    if (!unpacked.ok) return unpacked;
    const opened = await openVault(temporary, driver, derive, unlock);
    if (!opened.ok) return opened;
    const { database, dataKey } = opened.value;
    dataKey.fill(0);
    const [pages] = guarded(temporary, () => database.prepare("PRAGMA integrity_check").all());
    database.close();
    return Object.values(pages ?? {})[0] === "ok"
      ? ok(undefined)
      : fail({ type: "backup-malformed", file, what: "its database is damaged" });
  });
};

/**
 * The vaults of this machine. `derive` is Argon2id; tests hand in a fast hash, which is the one
 * thing that they do not run for real. Every method fails with `sqlite-missing` where the
 * database's native part does not load.
 */
export const createVaults = (derive: DeriveKey = argon2id): Vaults => {
  const driver = loadDriver();
  const withDriver = async <T>(
    work: (deps: Deps) => Promise<Result<T, VaultFailure>>,
  ): Promise<Result<T, VaultFailure>> =>
    driver === undefined ? fail({ type: "sqlite-missing", node: process.version }) : work({ driver, derive });
  return {
    exists: holdsVault,
    create: (folder, key, campaign) => withDriver((deps) => create(deps, folder, key, campaign)),
    open: (folder, unlock) => withDriver((deps) => open(deps, folder, unlock)),
    changePassphrase: (folder, unlock, passphrase, kdf) =>
      withDriver((deps) => changePassphrase(deps, folder, unlock, passphrase, kdf)),
    newRecovery: (folder, unlock) => withDriver((deps) => newRecovery(deps, folder, unlock)),
    backup: (folder, unlock, file) => withDriver((deps) => writeBackup(deps, folder, unlock, file)),
    restore: (file, folder, unlock) => withDriver((deps) => restore(deps, file, folder, unlock)),
    examine: (folder, unlock) => withDriver((deps) => examineVault(deps, folder, unlock)),
    suggestPassphrase: randomPassphrase,
  };
};
