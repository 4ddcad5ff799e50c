/** From a folder and what opens it to an open database: header, slot, MAC, database, schema, generation. */
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import { VaultStopped } from "../../domain/vault/stopped.ts";
import type { Unlock } from "../../domain/vault/vault.ts";
import { openDatabase } from "./database.ts";
import type { Database, OpenDatabase } from "./driver.ts";
import { guarded } from "./failed.ts";
import { headerAltered, healCopy, readHeader } from "./folder.ts";
import { isGenuine } from "./header.ts";
import type { Header } from "./header.ts";
import type { DeriveKey } from "./kdf.ts";
import { keysOf, wipe, wipeKeys } from "./keys.ts";
import type { VaultKeys } from "./keys.ts";
import { latestSchema, migrate, schemaOf } from "./migrations.ts";
import { scrub } from "./scrub.ts";
import { openSlots } from "./slots.ts";

/** What opening takes besides a folder and a passphrase. */
export interface Deps {
  /** Loads the driver at the first call; throws `VaultStopped` where it cannot be loaded. */
  readonly driver: () => OpenDatabase;
  readonly derive: DeriveKey;
  /** How long to wait for another writer, in milliseconds. */
  readonly patience: number;
}

/** An unlocked header: who holds it can rewrite it. */
export interface Unlocked {
  readonly header: Header;
  /** 32 bytes. */
  readonly dataKey: Buffer;
  readonly keys: VaultKeys;
}

export interface Opened extends Unlocked {
  readonly database: Database;
}

export const wipeUnlocked = ({ dataKey, keys }: Unlocked): void => {
  wipe(dataKey);
  wipeKeys(keys);
};

const cannotOpen = async (header: Header, unlock: Unlock): Promise<VaultFailure> => {
  if (unlock.by === "recovery") {
    if (!header.slots.some((slot) => slot.kind === "recovery")) return { type: "recovery-absent" };
    const { entropyOfWords } = await import("./recovery-words.ts");
    const entropy = entropyOfWords(unlock.words);
    if (entropy === undefined) return { type: "recovery-mistyped" };
    wipe(entropy);
  }
  return { type: "vault-locked", by: unlock.by };
};

/** Opens a header: the data key from a slot, then the MAC over the whole. `folder` is where a failure says it was. */
export const unlockHeader = async (
  { derive }: Deps,
  folder: string,
  header: Header,
  unlock: Unlock,
): Promise<Result<Unlocked, VaultFailure>> => {
  const dataKey = await openSlots(derive, header, unlock);
  if (dataKey === undefined) return fail(await cannotOpen(header, unlock));
  const unlocked = { header, dataKey, keys: keysOf(dataKey, header.vault) };
  if (isGenuine(header, unlocked.keys.header)) return ok(unlocked);
  wipeUnlocked(unlocked);
  return fail(headerAltered(folder));
};

/** The header as it is on the disk now, genuine, and not older than the one that was unlocked. */
export const presentHeader = (
  folder: string,
  { header, keys }: Unlocked,
): Result<Header, VaultFailure> => {
  const present = readHeader(folder);
  if (!present.ok) return present;
  if (!isGenuine(present.value, keys.header)) return fail(headerAltered(folder));
  return present.value.generation < header.generation
    ? fail({ type: "header-older", folder })
    : present;
};

interface Meta {
  readonly vault: string;
  readonly header_generation: number;
  readonly unscrubbed: number;
}

const checkSchema = (database: Database, folder: string): VaultFailure | undefined => {
  const version = schemaOf(database);
  // A vault is given its schema before it gets its name.
  if (version < 1) return { type: "database-unreadable", folder };
  if (version > latestSchema) return { type: "database-newer", version };
  migrate(database);
  return undefined;
};

/** Finishes what was cut short. Where another pledge or the disk prevents it now, the next opening tries again. */
const finish = (folder: string, work: () => void): void => {
  try {
    guarded(folder, work);
  } catch (error) {
    if (!(error instanceof VaultStopped)) throw error;
  }
};

/** Header and database must belong together, and the header may not be an older one put back. */
const checkMeta = (
  database: Database,
  folder: string,
  header: Header,
): VaultFailure | undefined => {
  const meta = database.prepare("SELECT vault, header_generation, unscrubbed FROM meta").get() as
    | Meta
    | undefined;
  if (meta?.vault !== header.vault) return { type: "database-unreadable", folder };
  if (header.generation < meta.header_generation) return { type: "header-older", folder };
  if (header.generation > meta.header_generation) {
    // The last change of the header was cut short between the two files.
    const note = database.prepare("UPDATE meta SET header_generation = ?");
    finish(folder, () => note.run(header.generation));
  }
  // Until it is done `doctor` tells of it.
  if (meta.unscrubbed > 0) finish(folder, () => scrub(database, folder));
  return undefined;
};

/** Opens the database behind an unlocked header. Nothing stays open when it fails. */
export const openBehind = (
  deps: Deps,
  folder: string,
  { header, keys }: Unlocked,
): Result<Database, VaultFailure> => {
  const database = openDatabase(deps, folder, keys, false);
  if (!database.ok) return database;
  let failure: VaultFailure | undefined;
  try {
    failure = guarded(
      folder,
      () => checkSchema(database.value, folder) ?? checkMeta(database.value, folder, header),
    );
  } catch (error) {
    database.value.close();
    if (error instanceof VaultStopped) return fail(error.failure);
    throw error;
  }
  if (failure === undefined) return database;
  database.value.close();
  return fail(failure);
};

/** Opens the vault in the folder. Nothing stays open, and no key in memory, when it fails. */
export const openVault = async (
  deps: Deps,
  folder: string,
  unlock: Unlock,
): Promise<Result<Opened, VaultFailure>> => {
  const header = readHeader(folder);
  if (!header.ok) return header;
  const [unlocked] = await Promise.all([
    unlockHeader(deps, folder, header.value, unlock),
    // The passphrase is hashed on other threads; meanwhile this one loads the driver.
    Promise.resolve().then(deps.driver),
  ]);
  if (!unlocked.ok) return unlocked;
  const database = openBehind(deps, folder, unlocked.value);
  if (!database.ok) {
    wipeUnlocked(unlocked.value);
    return database;
  }
  healCopy(folder);
  return ok({ ...unlocked.value, database: database.value });
};
