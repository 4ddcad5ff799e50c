/** What opens a vault: added, replaced and taken away in its header. The data key stays. */
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import type { NewPassphrase, Unkept, Unlock, WayIn } from "../../domain/vault/vault.ts";
import { openBehind } from "./behind.ts";
import { changeHeader } from "./change-header.ts";
import type { Database } from "./driver.ts";
import { asFailure } from "./failed.ts";
import { mostSlots } from "./header.ts";
import type { Slot } from "./header.ts";
import { kdfCosts } from "./kdf.ts";
import type { KdfCost } from "./kdf.ts";
import { openVault } from "./opened.ts";
import { presentHeader } from "./present-header.ts";
import { randomWords } from "./recovery-words.ts";
import { makeSlot } from "./slots.ts";
import { wipeUnlocked } from "./unlocked.ts";
import type { Deps, Opened } from "./unlocked.ts";

const opensByPassphrase = ({ kind }: Pick<Slot, "kind">): boolean =>
  kind === "passphrase" || kind === "passphrase-and-key-file";

/** How costly a guess is made in this vault. */
export const presentCost = (slots: readonly Slot[]): KdfCost => {
  const slot = slots.find((one) => one.kdf.alg === "argon2id");
  return slot?.kdf.alg === "argon2id"
    ? { m: slot.kdf.m, t: slot.kdf.t, p: slot.kdf.p }
    : kdfCosts.standard;
};

/** Opens the vault, and closes it when `work` is done. */
const whileOpen = async <T>(
  deps: Deps,
  folder: string,
  unlock: Unlock,
  work: (opened: Opened) => Promise<Result<T, VaultFailure>>,
): Promise<Result<T, VaultFailure>> => {
  const opened = await openVault(deps, folder, unlock);
  if (!opened.ok) return opened;
  try {
    return await work(opened.value);
  } finally {
    wipeUnlocked(opened.value);
    opened.value.database.close();
  }
};

const slotFor = (
  { derive }: Deps,
  { header, dataKey }: Opened,
  { passphrase, keyFile, kdf }: NewPassphrase,
): Promise<Slot> =>
  makeSlot(
    derive,
    { by: "passphrase", passphrase, ...(keyFile === undefined ? {} : { keyFile }) },
    kdf === "keep" ? presentCost(header.slots) : kdfCosts[kdf],
    { vault: header.vault, dataKey },
  );

const added = (slots: readonly Slot[], slot: Slot): Result<readonly Slot[], VaultFailure> =>
  slots.length < mostSlots
    ? ok([...slots, slot])
    : fail({ type: "too-many-ways", most: mostSlots });

/** See the port `Vaults`. */
export const addPassphrase = (
  deps: Deps,
  folder: string,
  unlock: Unlock,
  wanted: NewPassphrase,
): Promise<Result<void, VaultFailure>> =>
  whileOpen(deps, folder, unlock, async (opened) => {
    const slot = await slotFor(deps, opened, wanted);
    return changeHeader(folder, opened, opened.database, (slots) => added(slots, slot));
  });

/** The second factor stays with whoever had one. */
const keyFileOf = ({ header, slot }: Opened, unlock: Unlock): { readonly keyFile?: Uint8Array } => {
  const had = header.slots.some(
    ({ id, kind }) => id === slot && kind === "passphrase-and-key-file",
  );
  return had && unlock.by === "passphrase" && unlock.keyFile !== undefined
    ? { keyFile: unlock.keyFile }
    : {};
};

/** In the place of the slot that opened the vault; else of the only passphrase; else beside the others. */
const changed = (
  slots: readonly Slot[],
  opener: string,
  slot: Slot,
): Result<readonly Slot[], VaultFailure> => {
  const passphrases = slots.filter(opensByPassphrase);
  const old =
    passphrases.find(({ id }) => id === opener) ??
    (passphrases.length === 1 ? passphrases[0] : undefined);
  return old === undefined
    ? added(slots, slot)
    : ok(slots.map((one) => (one === old ? slot : one)));
};

/** See the port `Vaults`. */
export const changePassphrase = (
  deps: Deps,
  folder: string,
  unlock: Unlock,
  wanted: NewPassphrase,
): Promise<Result<void, VaultFailure>> =>
  whileOpen(deps, folder, unlock, async (opened) => {
    const slot = await slotFor(deps, opened, { ...keyFileOf(opened, unlock), ...wanted });
    return changeHeader(folder, opened, opened.database, (slots) => {
      // While somebody typed, another pledge may have taken away what opened this one.
      if (!slots.some(({ id }) => id === opened.slot))
        return fail({ type: "vault-locked", by: unlock.by, keyFile: false });
      return changed(slots, opened.slot, slot);
    });
  });

/** See the port `Vaults`. */
export const removeWay = (
  deps: Deps,
  folder: string,
  unlock: Unlock,
  number: number,
): Promise<Result<WayIn, VaultFailure>> =>
  whileOpen(deps, folder, unlock, async (opened) => {
    // By its id: the numbers of the others may have moved meanwhile.
    const asked = opened.header.slots[number - 1];
    if (asked === undefined) return fail({ type: "way-unknown", ways: opened.header.slots.length });
    const removed = changeHeader(folder, opened, opened.database, (slots) => {
      const others = slots.filter(({ id }) => id !== asked.id);
      if (others.length === slots.length) return fail({ type: "way-unknown", ways: slots.length });
      return others.some(opensByPassphrase) ? ok(others) : fail({ type: "last-way" });
    });
    return removed.ok ? ok({ number, kind: asked.kind }) : removed;
  });

/** What is made is kept later, when somebody has it on paper; nothing stays open until then. */
export const unkept = <T>(
  deps: Deps,
  folder: string,
  opened: Omit<Opened, "database">,
  slot: Slot,
  made: T,
): Unkept<T> => ({
  made,
  keep: () => {
    const present = presentHeader(folder, opened);
    if (!present.ok) return present;
    const unlocked = { ...opened, header: present.value };
    const database = openBehind(deps, folder, unlocked);
    try {
      if (!database.ok) return database;
      return asFailure(() => replaceKind(folder, unlocked, database.value, slot));
    } finally {
      if (database.ok) database.value.close();
      wipeUnlocked(unlocked);
    }
  },
});

/** Puts the slot in the place of all others of its kind. */
const replaceKind = (
  folder: string,
  unlocked: Omit<Opened, "database">,
  database: Database,
  slot: Slot,
): Result<void, VaultFailure> =>
  changeHeader(folder, unlocked, database, (slots) =>
    added(
      slots.filter(({ kind }) => kind !== slot.kind),
      slot,
    ),
  );

/** See the port `Vaults`. */
export const newRecovery = async (
  deps: Deps,
  folder: string,
  unlock: Unlock,
): Promise<Result<Unkept<string>, VaultFailure>> => {
  const opened = await openVault(deps, folder, unlock);
  if (!opened.ok) return opened;
  opened.value.database.close();
  const { header, dataKey } = opened.value;
  const words = randomWords();
  const slot = await makeSlot(deps.derive, { by: "recovery", words }, presentCost(header.slots), {
    vault: header.vault,
    dataKey,
  });
  return ok(unkept(deps, folder, opened.value, slot, words));
};
