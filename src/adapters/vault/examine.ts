/** What `pledge doctor` looks at in a vault. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import type { Finding } from "../../domain/vault/finding.ts";
import type { Unlock } from "../../domain/vault/vault.ts";
import type { Database, OpenDatabase } from "./driver.ts";
import { guarded } from "./failed.ts";
import { copyIsCurrent } from "./folder.ts";
import type { DeriveKey } from "./kdf.ts";
import { openVault } from "./opened.ts";

/** The folder and its files that group or others may touch. */
const exposedPaths = (folder: string): readonly string[] =>
  [folder, ...readdirSync(folder).map((name) => join(folder, name))].filter(
    (path) => (statSync(path).mode & 0o077) !== 0,
  );

const pagesAreWhole = (database: Database, folder: string): boolean =>
  guarded(folder, () => {
    const rows = database.prepare("PRAGMA integrity_check").all();
    return rows.length === 1 && Object.values(rows[0] as object)[0] === "ok";
  });

const referencesHold = (database: Database, folder: string): boolean =>
  guarded(folder, () => database.prepare("PRAGMA foreign_key_check").all().length === 0);

const modes = (folder: string): Finding => {
  const paths = exposedPaths(folder);
  return paths.length === 0 ? { check: "modes", state: "good" } : { check: "modes", state: "bad", paths };
};

/** See the port `Vaults`. A vault that does not open is a failure, not a finding. */
export const examineVault = async (
  { driver, derive }: { readonly driver: OpenDatabase; readonly derive: DeriveKey },
  folder: string,
  unlock: Unlock,
): Promise<Result<readonly Finding[], VaultFailure>> => {
  // Before opening, which puts an old copy right.
  const copy: Finding = { check: "header-copy", state: copyIsCurrent(folder) ? "good" : "bad" };
  const opened = await openVault(folder, driver, derive, unlock);
  if (!opened.ok) return opened;
  const { database, dataKey, header } = opened.value;
  dataKey.fill(0);
  try {
    return ok([
      { check: "opens", state: "good" },
      { check: "pages", state: pagesAreWhole(database, folder) ? "good" : "bad" },
      { check: "references", state: referencesHold(database, folder) ? "good" : "bad" },
      copy,
      modes(folder),
      { check: "recovery", state: header.slots.some((slot) => slot.kind === "recovery") ? "good" : "missing" },
    ]);
  } finally {
    database.close();
  }
};
