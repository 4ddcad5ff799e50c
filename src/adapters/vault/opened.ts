/** From a folder and what opens it to an open database: header, slot, MAC, database, schema, generation. */
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import type { Unlock } from "../../domain/vault/vault.ts";
import { openDatabase } from "./database.ts";
import type { Database, OpenDatabase } from "./driver.ts";
import { fileFailureOf, sqliteFailureOf } from "./failed.ts";
import { headerAltered, healCopy, readHeader } from "./folder.ts";
import { isGenuine } from "./header.ts";
import type { Header } from "./header.ts";
import type { DeriveKey } from "./kdf.ts";
import { keysOf } from "./keys.ts";
import type { VaultKeys } from "./keys.ts";
import { latestSchema, migrate, schemaOf } from "./migrations.ts";
import { entropyOfWords } from "./recovery-words.ts";
import { openSlots } from "./slots.ts";

/** An unlocked header: who holds it can rewrite it. */
export interface UnlockedHeader {
  readonly header: Header;
  /** 32 bytes; wipe it when done. */
  readonly dataKey: Buffer;
  readonly keys: VaultKeys;
}

export interface Opened extends UnlockedHeader {
  readonly database: Database;
}

const cannotOpen = (header: Header, unlock: Unlock): VaultFailure => {
  if (unlock.by === "recovery") {
    if (!header.slots.some((slot) => slot.kind === "recovery")) return { type: "recovery-absent" };
    if (entropyOfWords(unlock.words) === undefined) return { type: "recovery-mistyped" };
  }
  return { type: "vault-locked", by: unlock.by };
};

/** Opens the header: the data key from a slot, then the MAC over the whole. */
export const unlockHeader = async (
  folder: string,
  derive: DeriveKey,
  unlock: Unlock,
): Promise<Result<UnlockedHeader, VaultFailure>> => {
  const read = readHeader(folder);
  if (!read.ok) return read;
  const header = read.value;
  const dataKey = await openSlots(derive, header, unlock);
  if (dataKey === undefined) return fail(cannotOpen(header, unlock));
  const keys = keysOf(dataKey, header.vault);
  return isGenuine(header, keys.header) ? ok({ header, dataKey, keys }) : fail(headerAltered(folder));
};

interface Meta {
  readonly vault: string;
  readonly header_generation: number;
}

const checkSchema = (database: Database): VaultFailure | undefined => {
  const version = schemaOf(database);
  if (version > latestSchema) return { type: "database-newer", version };
  migrate(database);
  return undefined;
};

/** Header and database must belong together, and the header may not be an older one put back. */
const checkHeader = (database: Database, folder: string, header: Header): VaultFailure | undefined => {
  const meta = database.prepare("SELECT vault, header_generation FROM meta").get() as Meta | undefined;
  if (meta === undefined || meta.vault !== header.vault) return { type: "database-unreadable", folder };
  if (header.generation < meta.header_generation) return { type: "header-older", folder };
  if (header.generation > meta.header_generation) {
    // The last change of the header was cut short between the two files.
    database.prepare("UPDATE meta SET header_generation = ?").run(header.generation);
  }
  return undefined;
};

/** Opens the vault in the folder. Nothing stays open when it fails. */
export const openVault = async (
  folder: string,
  driver: OpenDatabase,
  derive: DeriveKey,
  unlock: Unlock,
): Promise<Result<Opened, VaultFailure>> => {
  const unlocked = await unlockHeader(folder, derive, unlock);
  if (!unlocked.ok) return unlocked;
  const { header, keys } = unlocked.value;
  const database = openDatabase(driver, folder, keys, false);
  if (!database.ok) return database;
  let failure: VaultFailure | undefined;
  try {
    failure = checkSchema(database.value) ?? checkHeader(database.value, folder, header);
  } catch (error) {
    failure = sqliteFailureOf(error, folder) ?? fileFailureOf(error, folder);
    if (failure === undefined) throw error;
  }
  if (failure !== undefined) {
    database.value.close();
    return fail(failure);
  }
  healCopy(folder);
  return ok({ ...unlocked.value, database: database.value });
};
