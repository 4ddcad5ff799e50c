/** From a folder and what opens it to an open database: header, slot, MAC, database, schema, generation. */
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import type { Unlock } from "../../domain/vault/vault.ts";
import { headerAltered, healCopy, readHeader } from "./folder.ts";
import { isGenuine } from "./header.ts";
import type { Header } from "./header.ts";
import { keysOf, wipe } from "./keys.ts";
import { openSlots } from "./slots.ts";
import { wipeUnlocked } from "./unlocked.ts";
import type { Deps, Opened, Unlocked } from "./unlocked.ts";

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

/** Opens the vault in the folder. Nothing stays open, and no key in memory, when it fails. */
export const openVault = async (
  deps: Deps,
  folder: string,
  unlock: Unlock,
): Promise<Result<Opened, VaultFailure>> => {
  const header = readHeader(folder);
  if (!header.ok) return header;
  const [unlocked, { openBehind }] = await Promise.all([
    unlockHeader(deps, folder, header.value, unlock),
    // The passphrase is hashed on other threads; meanwhile this one loads what comes next.
    import("./behind.ts"),
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
