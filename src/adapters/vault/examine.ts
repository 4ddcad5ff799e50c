/** What `pledge doctor` looks at in a vault. */
import { lstatSync, readdirSync } from "node:fs";
import type { Stats } from "node:fs";
import { join } from "node:path";

import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import type { Finding } from "../../domain/vault/finding.ts";
import { whereReadable } from "../../domain/vault/stopped.ts";
import type { Unlock } from "../../domain/vault/vault.ts";
import type { Database } from "./driver.ts";
import { fileFailureOf, guarded } from "./failed.ts";
import { copyIsCurrent, readHeader } from "./folder.ts";
import type { Header } from "./header.ts";
import { holds, pagesAreWhole, referencesHold } from "./integrity.ts";
import { temporariesOf } from "./make-folder.ts";
import { openVault } from "./opened.ts";
import { rowsAreCurrent } from "./row-digests.ts";
import { wipeUnlocked } from "./unlocked.ts";
import type { Deps } from "./unlocked.ts";
import { unscrubbed } from "./scrub.ts";
import { isPart } from "./whole-file.ts";

const inside = (folder: string): readonly string[] =>
  readdirSync(folder).map((name) => join(folder, name));

/** The folder and those of its files of which `is` holds. */
const pathsWhere = (folder: string, is: (stat: Stats) => boolean): readonly string[] =>
  [folder, ...inside(folder)].filter((path) => {
    // What another pledge has open comes and goes; of a link nothing is ours.
    const stat = lstatSync(path, { throwIfNoEntry: false });
    return stat !== undefined && !stat.isSymbolicLink() && is(stat);
  });

const isExposed = ({ mode }: Stats): boolean => (mode & 0o077) !== 0;

/** Where users have numbers; whoever owns a file can open it to others again. */
const isForeign = ({ uid }: Stats): boolean => uid !== (process.getuid?.() ?? uid);

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

const owner = (paths: readonly string[]): Finding =>
  paths.length === 0 ? { check: "owner", state: "good" } : { check: "owner", state: "bad", paths };

const leftovers = (paths: readonly string[]): Finding =>
  paths.length === 0
    ? { check: "leftovers", state: "good" }
    : { check: "leftovers", state: "found", paths };

type WordsOfDigest = (digest: string) => string;

const goodIf = (good: boolean): "good" | "bad" => (good ? "good" : "bad");

const copyState = (folder: string, before: boolean): "good" | "renewed" | "bad" => {
  if (before) return "good";
  return copyIsCurrent(folder) ? "renewed" : "bad";
};

/** What is looked at before the vault is opened, which puts an old copy right and adds SQLite's log for as long as it is open. */
interface Before {
  readonly copyWasCurrent: boolean;
  readonly exposed: readonly string[];
  readonly foreign: readonly string[];
  readonly leftover: readonly string[];
}

const lookBefore = (folder: string): Before => ({
  copyWasCurrent: copyIsCurrent(folder),
  exposed: pathsWhere(folder, isExposed),
  foreign: pathsWhere(folder, isForeign),
  leftover: leftoverPaths(folder),
});

/** One finding for what is wrong: of a damaged page nothing else can be looked up, and rows that refer to nobody are other rows. */
const rowsOf = (folder: string, database: Database): readonly Finding[] => {
  if (!holds(folder, () => pagesAreWhole(database))) return [{ check: "pages", state: "bad" }];
  const pages: Finding = { check: "pages", state: "good" };
  if (!holds(folder, () => referencesHold(database)))
    return [pages, { check: "references", state: "bad" }];
  return [
    pages,
    { check: "references", state: "good" },
    { check: "rows", state: goodIf(holds(folder, () => rowsAreCurrent(database))) },
  ];
};

/** What can be noted elsewhere, to see one day whether an older copy of the folder was put back. */
const changeOf = (database: Database, words: WordsOfDigest): Finding => {
  const { number, digest } = database
    .prepare("SELECT generation AS number, digest FROM meta")
    .get() as { readonly number: number; readonly digest: string };
  return { check: "change", state: "good", number, words: words(digest) };
};

const findingsInside = (folder: string, database: Database, quick: boolean): readonly Finding[] => [
  { check: "opens", state: "good" },
  ...(quick ? [] : rowsOf(folder, database)),
  { check: "erasure", state: goodIf(holds(folder, () => unscrubbed(database) === 0)) },
];

/** What the folder itself tells; the header has been unlocked by now. */
const findingsOutside = (folder: string, { slots }: Header, before: Before): readonly Finding[] => [
  { check: "header-copy", state: copyState(folder, before.copyWasCurrent) },
  modes(before.exposed),
  owner(before.foreign),
  leftovers(before.leftover),
  {
    check: "recovery",
    state: slots.some(({ kind }) => kind === "recovery" || kind === "shares") ? "good" : "missing",
  },
];

/** See the port `Vaults`. What nobody can unlock is a failure, not a finding. */
export const examineVault = async (
  deps: Deps,
  folder: string,
  unlock: Unlock,
  { quick }: { readonly quick: boolean } = { quick: false },
): Promise<Result<readonly Finding[], VaultFailure>> => {
  const header = readHeader(folder);
  if (!header.ok) return header;
  const before = guarded(folder, () => lookBefore(folder));
  const [opened, { threeWords: words }] = await Promise.all([
    openVault(deps, folder, unlock),
    import("./recovery-words.ts"),
  ]);
  if (!opened.ok) {
    if (opened.failure.type !== "database-unreadable") return opened;
    return ok([
      { check: "opens", state: "bad" },
      ...guarded(folder, () => findingsOutside(folder, header.value, before)),
    ]);
  }
  wipeUnlocked(opened.value);
  const { database } = opened.value;
  try {
    return ok(
      guarded(folder, () => [
        ...findingsInside(folder, database, quick),
        ...findingsOutside(folder, opened.value.header, before),
        ...whereReadable(() => guarded(folder, () => [changeOf(database, words)])),
      ]),
    );
  } finally {
    database.close();
  }
};
