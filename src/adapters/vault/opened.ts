/** From a folder and what opens it to an open database: header, slot, MAC, database, schema, generation. */
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import type { Unlock } from "../../domain/vault/vault.ts";
import type { Database } from "./driver.ts";
import { headerAltered, healCopy, readHeader } from "./folder.ts";
import { isGenuine } from "./header.ts";
import type { Header, Slot } from "./header.ts";
import { keysOf, wipe } from "./keys.ts";
import { openSlots } from "./slots.ts";
import { wipeUnlocked } from "./unlocked.ts";
import type { Deps, Opened, Unlocked } from "./unlocked.ts";
import { writersOf } from "./writers.ts";

const has = ({ slots }: Header, ...kinds: readonly Slot["kind"][]): boolean =>
  slots.some(({ kind }) => kinds.includes(kind));

/** Why nothing can open the header, seen before anything is computed. */
const cannotTry = (header: Header, unlock: Unlock): VaultFailure | undefined => {
  if (unlock.by === "recovery")
    return has(header, "recovery") ? undefined : { type: "recovery-absent" };
  if (unlock.by === "shares") return has(header, "shares") ? undefined : { type: "shares-absent" };
  if (unlock.keyFile === undefined && !has(header, "passphrase"))
    return has(header, "passphrase-and-key-file")
      ? { type: "key-file-needed" }
      : { type: "vault-locked", by: "passphrase", keyFile: false };
  return undefined;
};

const cannotOpen = async (header: Header, unlock: Unlock): Promise<VaultFailure> => {
  if (unlock.by === "recovery") {
    const { entropyOfWords } = await import("./recovery-words.ts");
    const entropy = entropyOfWords(unlock.words);
    if (entropy === undefined) return { type: "recovery-mistyped" };
    wipe(entropy);
  }
  const keyFile =
    unlock.by === "passphrase" &&
    unlock.keyFile === undefined &&
    has(header, "passphrase-and-key-file");
  return { type: "vault-locked", by: unlock.by, keyFile };
};

/** Opens a header: the data key from a slot, then the MAC over the whole. `folder` is where a failure says it was. */
export const unlockHeader = async (
  { derive }: Deps,
  folder: string,
  header: Header,
  unlock: Unlock,
): Promise<Result<Unlocked, VaultFailure>> => {
  const hopeless = cannotTry(header, unlock);
  if (hopeless !== undefined) return fail(hopeless);
  const opened = await openSlots(derive, header, unlock);
  if (opened === undefined) return fail(await cannotOpen(header, unlock));
  const unlocked = { header, ...opened, keys: keysOf(opened.dataKey, header.vault) };
  if (isGenuine(header, unlocked.keys.header)) return ok(unlocked);
  wipeUnlocked(unlocked);
  return fail(headerAltered(folder));
};

const withDatabase = (
  database: Result<Database, VaultFailure>,
  unlocked: Unlocked,
): Result<Opened, VaultFailure> => {
  if (database.ok) return ok({ ...unlocked, database: database.value });
  wipeUnlocked(unlocked);
  return database;
};

/** Whether another pledge has changed the header since: the database is that of a later one. */
const hasMoved = (folder: string, { generation }: Header, failure: VaultFailure): boolean => {
  if (failure.type !== "database-unreadable" && failure.type !== "header-older") return false;
  const present = readHeader(folder);
  return present.ok && present.value.generation > generation;
};

/** With the header as it is now; `again` says that this was tried with one that another pledge has replaced meanwhile. */
const attempt = async (
  deps: Deps,
  folder: string,
  unlock: Unlock,
): Promise<Result<Opened, VaultFailure> | "again"> => {
  const header = readHeader(folder);
  if (!header.ok) return header;
  const [unlocked, { openBehind }] = await Promise.all([
    unlockHeader(deps, folder, header.value, unlock),
    // The passphrase is hashed on other threads; meanwhile this one loads what comes next.
    import("./behind.ts"),
    Promise.resolve().then(deps.driver),
  ]);
  if (!unlocked.ok) return unlocked;
  const opened =
    header.value.pending === null
      ? withDatabase(openBehind(deps, folder, unlocked.value), unlocked.value)
      : await (await import("./pending.ts")).openPending(deps, folder, unlocked.value, unlock);
  return !opened.ok && hasMoved(folder, header.value, opened.failure) ? "again" : opened;
};

/** How often a header may be replaced while we look: nobody does that all the time. */
const mostAttempts = 4;

/** Opens the vault in the folder. Nothing stays open, and no key in memory, when it fails. */
export const openVault = async (
  deps: Deps,
  folder: string,
  unlock: Unlock,
): Promise<Result<Opened, VaultFailure>> => {
  for (let attempts = 0; attempts < mostAttempts; attempts += 1) {
    const opened = await attempt(deps, folder, unlock);
    if (opened === "again") continue;
    if (opened.ok) healCopy(folder);
    return opened;
  }
  return fail({ type: "vault-busy", folder, by: writersOf(folder) });
};
