/** What `pledge doctor` looks at in a vault. */
import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import type { Finding } from "../../domain/vault/finding.ts";
import type { Unlock } from "../../domain/vault/vault.ts";
import { fileFailureOf, guarded } from "./failed.ts";
import { copyIsCurrent, readHeader } from "./folder.ts";
import { holds, pagesAreWhole, referencesHold } from "./integrity.ts";
import { temporariesOf } from "./make-folder.ts";
import { openVault } from "./opened.ts";
import { wipeUnlocked } from "./unlocked.ts";
import type { Deps, Opened } from "./unlocked.ts";
import { unscrubbed } from "./scrub.ts";
import { isPart } from "./whole-file.ts";

const inside = (folder: string): readonly string[] =>
  readdirSync(folder).map((name) => join(folder, name));

/** The folder and its files that group or others may touch. */
const exposedPaths = (folder: string): readonly string[] =>
  [folder, ...inside(folder)].filter((path) => {
    // What another pledge has open comes and goes; a link's own mode says nothing.
    const stat = lstatSync(path, { throwIfNoEntry: false });
    return stat !== undefined && !stat.isSymbolicLink() && (stat.mode & 0o077) !== 0;
  });

/** The folder beside which they lie may not be ours to list. */
const temporaries = (folder: string): readonly string[] => {
  try {
    return temporariesOf(folder);
  } catch (error) {
    if (fileFailureOf(error, folder) === undefined) throw error;
    return [];
  }
};

const leftoverPaths = (folder: string): readonly string[] => [
  ...readdirSync(folder)
    .filter(isPart)
    .map((name) => join(folder, name)),
  ...temporaries(folder),
];

const modes = (paths: readonly string[]): Finding =>
  paths.length === 0 ? { check: "modes", state: "good" } : { check: "modes", state: "bad", paths };

const leftovers = (paths: readonly string[]): Finding =>
  paths.length === 0
    ? { check: "leftovers", state: "good" }
    : { check: "leftovers", state: "found", paths };

const goodIf = (good: boolean): "good" | "bad" => (good ? "good" : "bad");

const copyState = (folder: string, before: boolean): "good" | "renewed" | "bad" => {
  if (before) return "good";
  return copyIsCurrent(folder) ? "renewed" : "bad";
};

/** What is looked at before the vault is opened, which puts an old copy right and adds SQLite's log for as long as it is open. */
interface Before {
  readonly copyWasCurrent: boolean;
  readonly exposed: readonly string[];
  readonly leftover: readonly string[];
}

const lookBefore = (folder: string): Before => ({
  copyWasCurrent: copyIsCurrent(folder),
  exposed: exposedPaths(folder),
  leftover: leftoverPaths(folder),
});

/** A damaged page is one finding: what refers to what cannot be looked up in the rest. */
const rowsOf = (folder: string, database: Opened["database"]): readonly Finding[] =>
  holds(folder, () => pagesAreWhole(database))
    ? [
        { check: "pages", state: "good" },
        { check: "references", state: goodIf(holds(folder, () => referencesHold(database))) },
      ]
    : [{ check: "pages", state: "bad" }];

const findings = (
  folder: string,
  { database, header }: Opened,
  before: Before,
): readonly Finding[] => [
  { check: "opens", state: "good" },
  ...rowsOf(folder, database),
  { check: "erasure", state: goodIf(holds(folder, () => unscrubbed(database) === 0)) },
  { check: "header-copy", state: copyState(folder, before.copyWasCurrent) },
  modes(before.exposed),
  leftovers(before.leftover),
  {
    check: "recovery",
    state: header.slots.some((slot) => slot.kind === "recovery") ? "good" : "missing",
  },
];

/** See the port `Vaults`. A vault that does not open is a failure, not a finding. */
export const examineVault = async (
  deps: Deps,
  folder: string,
  unlock: Unlock,
): Promise<Result<readonly Finding[], VaultFailure>> => {
  const header = readHeader(folder);
  if (!header.ok) return header;
  const before = guarded(folder, () => lookBefore(folder));
  const opened = await openVault(deps, folder, unlock);
  if (!opened.ok) return opened;
  wipeUnlocked(opened.value);
  try {
    return ok(guarded(folder, () => findings(folder, opened.value, before)));
  } finally {
    opened.value.database.close();
  }
};
