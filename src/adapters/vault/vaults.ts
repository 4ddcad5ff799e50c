/**
 * The door to vaults on this machine; implements the port `Vaults`. Opening is what every command
 * does; the rest is loaded by the commands that want it.
 */
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import { VaultStopped } from "../../domain/vault/stopped.ts";
import type { Unlock, Vault, Vaults } from "../../domain/vault/vault.ts";
import { loadDriver, standardPatience } from "./driver.ts";
import type { OpenDatabase } from "./driver.ts";
import { holdsVault } from "./folder.ts";
import { argon2id } from "./kdf.ts";
import type { DeriveKey } from "./kdf.ts";
import { openVault } from "./opened.ts";
import { wipeUnlocked } from "./unlocked.ts";
import type { Deps } from "./unlocked.ts";
import { randomPassphrase } from "./passphrase-words.ts";

const open = async (
  deps: Deps,
  folder: string,
  unlock: Unlock,
): Promise<Result<Vault, VaultFailure>> => {
  const [opened, { createStore }] = await Promise.all([
    openVault(deps, folder, unlock),
    import("./store.ts"),
  ]);
  if (!opened.ok) return opened;
  wipeUnlocked(opened.value);
  return ok(createStore(opened.value.database, folder));
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
  let loaded: OpenDatabase | undefined;
  const driver = (): OpenDatabase => {
    loaded ??= loadDriver();
    if (loaded === undefined)
      throw new VaultStopped({ type: "sqlite-missing", node: process.version });
    return loaded;
  };
  const withDriver = async <T>(
    work: (deps: Deps) => Promise<Result<T, VaultFailure>>,
  ): Promise<Result<T, VaultFailure>> => {
    try {
      return await work({ driver, derive, patience });
    } catch (error) {
      if (error instanceof VaultStopped) return fail(error.failure);
      throw error;
    }
  };
  return {
    exists: holdsVault,
    create: (folder, key, first) =>
      withDriver(async (deps) => {
        // Before the work: nobody waits for a hash to hear that nothing can be kept.
        deps.driver();
        const { createVault } = await import("./create.ts");
        const made = await createVault(deps, folder, key, first);
        if (!made.ok) return made;
        return open(deps, folder, { by: "passphrase", passphrase: key.passphrase });
      }),
    open: (folder, unlock) => withDriver((deps) => open(deps, folder, unlock)),
    changePassphrase: (folder, unlock, passphrase, kdf) =>
      withDriver(async (deps) =>
        (await import("./rekeying.ts")).changePassphrase(deps, folder, unlock, passphrase, kdf),
      ),
    newRecovery: (folder, unlock) =>
      withDriver(async (deps) => (await import("./rekeying.ts")).newRecovery(deps, folder, unlock)),
    backup: (folder, unlock, file) =>
      withDriver(async (deps) =>
        (await import("./backup.ts")).writeBackup(deps, folder, unlock, file),
      ),
    restore: (file, folder, unlock) =>
      withDriver(async (deps) =>
        (await import("./restore.ts")).restoreBackup(deps, file, folder, unlock),
      ),
    examine: (folder, unlock) =>
      withDriver(async (deps) => (await import("./examine.ts")).examineVault(deps, folder, unlock)),
    suggestPassphrase: randomPassphrase,
    suggestRecovery: async () => (await import("./recovery-words.ts")).randomWords(),
  };
};
