/**
 * From a backup back to a vault: its header is opened first, then its files are written, looked
 * through and given a life of their own before they get their name.
 */
import { randomUUID } from "node:crypto";
import { fstatSync } from "node:fs";
import { join } from "node:path";

import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Incarnation } from "../../domain/tallies/tally.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import type { Unlock } from "../../domain/vault/vault.ts";
import { sha256 } from "./backup-head.ts";
import type { Database } from "./driver.ts";
import { fileFailureOf, guarded } from "./failed.ts";
import { storeHeader } from "./folder.ts";
import { parseHeader } from "./header.ts";
import { holds, pagesAreWhole } from "./integrity.ts";
import { makeFolder, occupied } from "./make-folder.ts";
import { openBehind } from "./behind.ts";
import { unlockHeader } from "./opened.ts";
import { fill, headIn, withDescriptor } from "./read-backup.ts";
import { createStore } from "./store.ts";
import { wipeUnlocked } from "./unlocked.ts";
import type { Deps, Unlocked } from "./unlocked.ts";
import { writeSynced } from "./whole-file.ts";

type Malformed = Extract<VaultFailure, { readonly type: "backup-malformed" }>;

interface Unpacked {
  readonly header: string;
  readonly database: Buffer;
}

const unpack = (descriptor: number): Result<Unpacked, string> => {
  const found = headIn(descriptor);
  if (found === undefined) return fail("it does not begin as a backup of pledge does");
  const { head, start } = found;
  const size = fstatSync(descriptor).size - start;
  if (size < head.database.bytes) return fail("its end is missing");
  if (size > head.database.bytes) return fail("something was added to its end");
  const database = Buffer.alloc(size);
  if (fill(descriptor, database, start) < size) return fail("its end is missing");
  if (sha256(database) !== head.database.sha256) return fail("its database was changed or damaged");
  return ok({ header: head.header, database });
};

const readBackup = (file: string): Result<Unpacked, VaultFailure> => {
  try {
    const unpacked = withDescriptor(file, unpack);
    return unpacked.ok
      ? unpacked
      : fail({ type: "backup-malformed", file, what: unpacked.failure });
  } catch (error) {
    const failure = fileFailureOf(error, file);
    if (failure === undefined) throw error;
    return fail(failure);
  }
};

/** What is wrong with a vault in a folder that nobody will see, told of the backup that it came from. */
const toldOfBackup = (failure: VaultFailure, file: string): VaultFailure => {
  const malformed = (what: string): Malformed => ({ type: "backup-malformed", file, what });
  switch (failure.type) {
    case "header-altered":
      return malformed("its vault.json was changed or damaged");
    case "header-older":
      return malformed("its vault.json is older than its database");
    case "kdf-out-of-bounds":
      return malformed(
        `it asks for a passphrase check outside the bounds we accept: ${failure.what}`,
      );
    case "database-plain":
      return malformed("its database is not encrypted");
    case "database-unreadable":
      return malformed("its database is damaged or belongs to another vault.json");
    default:
      return failure;
  }
};

/**
 * A vault of a committee begins a new life, in which it has sent nothing yet: what it sent after the
 * backup is not known here, and two payloads under one number would look like a forger's.
 */
const beginLife = (database: Database, folder: string, unlocked: Unlocked): void => {
  const store = createStore(database, folder, unlocked);
  const identity = store.identity.get();
  if (identity === undefined) return;
  const { incarnation, supersedes } = identity;
  store.transaction(() => {
    for (const table of ["openings", "own_snapshots", "own_commitments"])
      database.exec(`DELETE FROM ${table}`);
    store.identity.save({
      ...identity,
      incarnation: randomUUID() as string as Incarnation,
      supersedes: [...supersedes, incarnation].toSorted(),
    });
    return ok(undefined);
  });
};

/** Writes the files and looks through them with the keys that opened the header. */
const writeFolder = (
  deps: Deps,
  folder: string,
  { header, database }: Unpacked,
  unlocked: Unlocked,
): Result<void, VaultFailure> => {
  writeSynced(join(folder, "vault.db"), [database]);
  const stored = storeHeader(folder, header);
  if (!stored.ok) return stored;
  const opened = openBehind(deps, folder, unlocked);
  if (!opened.ok) return opened;
  try {
    const whole = guarded(folder, () => holds(folder, () => pagesAreWhole(opened.value)));
    if (!whole) return fail({ type: "database-unreadable", folder });
    guarded(folder, () => beginLife(opened.value, folder, unlocked));
    return ok(undefined);
  } finally {
    opened.value.close();
  }
};

/** The header of the backup, opened: before anything is written, so that a wrong passphrase writes nothing. */
const unlockBackup = (
  deps: Deps,
  { header }: Unpacked,
  folder: string,
  unlock: Unlock,
): Promise<Result<Unlocked, VaultFailure>> | Result<Unlocked, VaultFailure> => {
  const parsed = parseHeader(header);
  if (parsed.ok) return unlockHeader(deps, folder, parsed.value, unlock);
  const { failure } = parsed;
  return fail(
    failure.type === "malformed" ? { type: "header-altered", folder, copy: false } : failure,
  );
};

/** See the port `Vaults`. */
export const restoreBackup = async (
  deps: Deps,
  file: string,
  folder: string,
  unlock: Unlock,
): Promise<Result<void, VaultFailure>> => {
  const inTheWay = occupied(folder);
  if (inTheWay !== undefined) return fail(inTheWay);
  const backup = readBackup(file);
  if (!backup.ok) return backup;
  const unlocked = await unlockBackup(deps, backup.value, folder, unlock);
  if (!unlocked.ok) return fail(toldOfBackup(unlocked.failure, file));
  try {
    const made = makeFolder(folder, (temporary) =>
      writeFolder(deps, temporary, backup.value, unlocked.value),
    );
    return made.ok ? made : fail(toldOfBackup(made.failure, file));
  } finally {
    wipeUnlocked(unlocked.value);
  }
};
