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
import { holdsVault, waysIn } from "./folder.ts";
import { argon2id } from "./kdf.ts";
import { keyIn, newKeyFile } from "./key-file.ts";
import type { DeriveKey } from "./kdf.ts";
import { openVault } from "./opened.ts";
import { wipe } from "./keys.ts";
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
  const { database, dataKey, keys } = opened.value;
  // The database has its own copy of these; the header's key goes when the vault is closed.
  wipe(dataKey, keys.database, keys.salt);
  return ok(createStore(database, folder, opened.value));
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
    ways: waysIn,
    changePassphrase: (folder, unlock, wanted) =>
      withDriver(async (deps) =>
        (await import("./change-ways.ts")).changePassphrase(deps, folder, unlock, wanted),
      ),
    addPassphrase: (folder, unlock, wanted) =>
      withDriver(async (deps) =>
        (await import("./change-ways.ts")).addPassphrase(deps, folder, unlock, wanted),
      ),
    removeWay: (folder, unlock, number) =>
      withDriver(async (deps) =>
        (await import("./change-ways.ts")).removeWay(deps, folder, unlock, number),
      ),
    rekey: (folder, unlock) =>
      withDriver(async (deps) => (await import("./rekey.ts")).rekeyVault(deps, folder, unlock)),
    destroy: (folder, unlock) =>
      withDriver(async (deps) => (await import("./destroy.ts")).destroyVault(deps, folder, unlock)),
    newRecovery: (folder, unlock) =>
      withDriver(async (deps) =>
        (await import("./change-ways.ts")).newRecovery(deps, folder, unlock),
      ),
    newShares: (folder, unlock, count) =>
      withDriver(async (deps) =>
        (await import("./shares.ts")).newShares(deps, folder, unlock, count),
      ),
    combineShares: async (brought, folder) =>
      (await import("./shares.ts")).combineShares(brought, folder),
    newKeyFile,
    keyInFile: keyIn,
    backup: (folder, unlock, to) =>
      withDriver(async (deps) =>
        (await import("./backup.ts")).writeBackup(deps, folder, unlock, to),
      ),
    restore: (file, folder, unlock) =>
      withDriver(async (deps) =>
        (await import("./restore.ts")).restoreBackup(deps, file, folder, unlock),
      ),
    examine: (folder, unlock, how) =>
      withDriver(async (deps) =>
        (await import("./examine.ts")).examineVault(deps, folder, unlock, how),
      ),
    suggestPassphrase: randomPassphrase,
    strengthOf: async (passphrase) =>
      (await import("./passphrase-strength.ts")).strengthOf(passphrase),
    suggestRecovery: async () => (await import("./recovery-words.ts")).randomWords(),
  };
};
