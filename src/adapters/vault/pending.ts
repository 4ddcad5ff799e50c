/** A vault in whose header a new data key is pending: a rekeying was cut short before the database got its place, or after it. */
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import type { Unlock } from "../../domain/vault/vault.ts";
import { finish, openBehind } from "./behind.ts";
import { isUnder } from "./database.ts";
import type { Database } from "./driver.ts";
import { guarded } from "./failed.ts";
import { readHeader, storeHeader } from "./folder.ts";
import { writeHeader } from "./header.ts";
import type { Header } from "./header.ts";
import { keysOf } from "./keys.ts";
import { openSlots } from "./slots.ts";
import { wipeUnlocked } from "./unlocked.ts";
import type { Deps, Opened, Unlocked } from "./unlocked.ts";

/**
 * The header without what is pending, under the key that the database is under; stored where another pledge and the disk let us,
 * else by the next opening.
 */
const settle = (
  database: Database,
  folder: string,
  { header, keys }: Unlocked,
  slots: Header["slots"],
): Header => {
  const { mac: _, ...before } = header;
  const generation = header.generation + 1;
  const text = writeHeader({ ...before, generation, slots, pending: null }, keys.header);
  finish(folder, () => {
    database.exec("BEGIN IMMEDIATE");
    try {
      // Another pledge may have done it while this one waited.
      const present = readHeader(folder);
      if (!present.ok || present.value.generation !== header.generation) return;
      if (!storeHeader(folder, text).ok) return;
      database.prepare("UPDATE meta SET header_generation = ?").run(generation);
      database.exec("COMMIT");
    } finally {
      if (database.inTransaction) database.exec("ROLLBACK");
    }
  });
  return JSON.parse(text) as Header;
};

const settled = (
  deps: Deps,
  folder: string,
  unlocked: Unlocked,
  slots: Header["slots"],
): Result<Opened, VaultFailure> => {
  const database = openBehind(deps, folder, unlocked);
  if (!database.ok) {
    wipeUnlocked(unlocked);
    return database;
  }
  const header = settle(database.value, folder, unlocked, slots);
  return ok({ ...unlocked, header, database: database.value });
};

/** Opens the database under the key that it is under: the old one, as if nothing had been begun, or the new one. */
export const openPending = async (
  deps: Deps,
  folder: string,
  unlocked: Unlocked,
  unlock: Unlock,
): Promise<Result<Opened, VaultFailure>> => {
  const { header } = unlocked;
  const { vault, slots, pending } = header;
  if (pending === null || guarded(folder, () => isUnder(folder, unlocked.keys)))
    return settled(deps, folder, unlocked, slots);
  wipeUnlocked(unlocked);
  const opened = await openSlots(deps.derive, { vault, slots: pending.slots }, unlock);
  if (opened === undefined) return fail({ type: "rekey-unfinished" });
  const keys = keysOf(opened.dataKey, vault);
  return settled(deps, folder, { header, ...opened, keys }, pending.slots);
};
