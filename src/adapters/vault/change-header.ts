/** One change of the header, under the database's write lock (docs/vault-format.md, "Generations"). */
import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import type { Database } from "./driver.ts";
import { guarded, sqliteFailureOf } from "./failed.ts";
import { storeHeader } from "./folder.ts";
import { writeHeader } from "./header.ts";
import type { Slot } from "./header.ts";
import { presentHeader } from "./present-header.ts";
import type { Unlocked } from "./unlocked.ts";

/** The database's copy of the header's number. The header counts: where this fails, the next opening does it. */
const noteGeneration = (database: Database, folder: string, generation: number): void => {
  try {
    database.prepare("UPDATE meta SET header_generation = ?").run(generation);
    database.exec("COMMIT");
  } catch (error) {
    if (sqliteFailureOf(error, folder) === undefined) throw error;
  }
};

/** Gives the slots of the header as it is on the disk now to `change`, and stores what that makes of them. */
const store = (
  folder: string,
  unlocked: Unlocked,
  change: (slots: readonly Slot[]) => Result<readonly Slot[], VaultFailure>,
): Result<number, VaultFailure> => {
  const present = presentHeader(folder, unlocked);
  if (!present.ok) return present;
  const { mac: _, ...before } = present.value;
  const slots = change(before.slots);
  if (!slots.ok) return slots;
  const generation = before.generation + 1;
  const header = { ...before, generation, slots: [...slots.value] };
  const stored = storeHeader(folder, writeHeader(header, unlocked.keys.header));
  return stored.ok ? ok(generation) : stored;
};

/** One at a time: while somebody typed, another pledge may have made one. */
export const changeHeader = (
  folder: string,
  unlocked: Unlocked,
  database: Database,
  change: (slots: readonly Slot[]) => Result<readonly Slot[], VaultFailure>,
): Result<void, VaultFailure> =>
  guarded(folder, () => {
    database.exec("BEGIN IMMEDIATE");
    try {
      const generation = store(folder, unlocked, change);
      if (!generation.ok) return generation;
      noteGeneration(database, folder, generation.value);
      return ok(undefined);
    } finally {
      if (database.inTransaction) database.exec("ROLLBACK");
    }
  });
