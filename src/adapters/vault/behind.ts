/** What is behind an unlocked header: the database, of our schema and of this header. */
import { fail } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import { VaultStopped } from "../../domain/vault/stopped.ts";
import { openDatabase } from "./database.ts";
import type { Database } from "./driver.ts";
import { guarded } from "./failed.ts";
import type { Header } from "./header.ts";
import { latestSchema, migrate, schemaOf } from "./migrations.ts";
import { keepOld } from "./keep-old.ts";
import { dropOldBackup } from "./old-backup.ts";
import type { Deps, Unlocked } from "./unlocked.ts";
import { scrub } from "./scrub.ts";

interface Meta {
  readonly vault: string;
  readonly header_generation: number;
  readonly unscrubbed: number;
}

/** Finishes what was cut short. Where another pledge or the disk prevents it now, the next opening tries again. */
export const finish = (folder: string, work: () => void): void => {
  try {
    guarded(folder, work);
  } catch (error) {
    if (!(error instanceof VaultStopped)) throw error;
  }
};

const checkSchema = (
  database: Database,
  folder: string,
  unlocked: Pick<Unlocked, "header" | "keys">,
): VaultFailure | undefined => {
  const version = schemaOf(database);
  // A vault is given its schema before it gets its name.
  if (version < 1) return { type: "database-unreadable", folder };
  if (version > latestSchema) return { type: "database-newer", version };
  if (version === latestSchema) {
    finish(folder, () => dropOldBackup(folder));
  } else {
    keepOld(database, folder, unlocked);
    migrate(database);
  }
  return undefined;
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
      () =>
        checkSchema(database.value, folder, { header, keys }) ??
        checkMeta(database.value, folder, header),
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
