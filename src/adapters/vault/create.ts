/** A new vault: header, database and what it begins with in a folder of their own, whole or not at all. */
import { randomBytes, randomUUID } from "node:crypto";

import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import type { Vaults } from "../../domain/vault/vault.ts";
import { assertEncrypted, openDatabase } from "./database.ts";
import type { Database } from "./driver.ts";
import { guarded } from "./failed.ts";
import { storeHeader } from "./folder.ts";
import { writeHeader } from "./header.ts";
import type { Header, Slot } from "./header.ts";
import { kdfCosts } from "./kdf.ts";
import { keysOf, wipe, wipeKeys } from "./keys.ts";
import type { VaultKeys } from "./keys.ts";
import { makeFolder, occupied } from "./make-folder.ts";
import { migrate } from "./migrations.ts";
import type { Deps } from "./unlocked.ts";
import { makeSlot } from "./slots.ts";
import { createStore } from "./store.ts";

type Key = Parameters<Vaults["create"]>[1];
type First = Parameters<Vaults["create"]>[2];

const slotsFor = async (
  { derive }: Deps,
  { passphrase, kdf, recovery }: Key,
  into: { readonly vault: string; readonly dataKey: Uint8Array },
): Promise<readonly Slot[]> => {
  const cost = kdfCosts[kdf];
  const first = await makeSlot(derive, { by: "passphrase", passphrase }, cost, into);
  if (recovery === undefined) return [first];
  return [first, await makeSlot(derive, { by: "recovery", words: recovery }, cost, into)];
};

/** Schema and vault id, then what the vault holds first as the first transaction. */
const fillDatabase = (
  database: Database,
  folder: string,
  { header, keys }: { readonly header: Header; readonly keys: VaultKeys },
  first: First,
): void =>
  guarded(folder, () => {
    migrate(database);
    database
      .prepare(
        "INSERT INTO meta (id, vault, generation, header_generation, unscrubbed) VALUES (1, ?, 0, 1, 0)",
      )
      .run(header.vault);
    const store = createStore(database, folder, { header, keys });
    store.transaction(() => {
      if ("campaign" in first) {
        store.campaign.save(first.campaign);
      } else {
        store.identity.save(first.identity);
        if (first.attestation !== undefined) store.attestation.save(first.attestation);
      }
      return ok(undefined);
    });
  });

/** What a new vault is before it is in a folder. */
interface New {
  readonly vault: string;
  readonly keys: VaultKeys;
  readonly slots: readonly Slot[];
}

/** Header and database in a folder of their own. */
const fillFolder = (
  deps: Deps,
  folder: string,
  { vault, keys, slots }: New,
  holds: First,
): Result<void, VaultFailure> => {
  const first = { v: 1 as const, vault, generation: 1, slots: [...slots], pending: null };
  const text = writeHeader(first, keys.header);
  const stored = storeHeader(folder, text);
  if (!stored.ok) return stored;
  const database = openDatabase(deps, folder, keys, true);
  if (!database.ok) return database;
  try {
    fillDatabase(database.value, folder, { header: JSON.parse(text) as Header, keys }, holds);
  } finally {
    database.value.close();
  }
  assertEncrypted(folder, keys);
  return ok(undefined);
};

/** Makes the vault and closes it. */
export const createVault = async (
  deps: Deps,
  folder: string,
  key: Key,
  first: First,
): Promise<Result<void, VaultFailure>> => {
  // Before the work: nobody waits for a hash to hear this.
  const inTheWay = occupied(folder);
  if (inTheWay !== undefined) return fail(inTheWay);
  const vault = randomUUID();
  const dataKey = randomBytes(32);
  const keys = keysOf(dataKey, vault);
  try {
    const slots = await slotsFor(deps, key, { vault, dataKey });
    return makeFolder(folder, (temporary) =>
      fillFolder(deps, temporary, { vault, keys, slots }, first),
    );
  } finally {
    wipe(dataKey);
    wipeKeys(keys);
  }
};
