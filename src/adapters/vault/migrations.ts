/**
 * The schema, as numbered steps: a vault of any earlier version is brought up to the last one in
 * one transaction, and a step that was released never changes again.
 */
import type { Database } from "./driver.ts";
import { rebuildDigests } from "./row-digests.ts";
import { vaultAndPeople } from "./schema/1-vault-and-people.ts";
import { committee } from "./schema/2-committee.ts";
import { lettersSent } from "./schema/3-letters-sent.ts";
import { organizing } from "./schema/4-organizing.ts";
import { imports } from "./schema/5-imports.ts";
import { finding } from "./schema/6-finding.ts";
import { notTheSame } from "./schema/7-not-the-same.ts";
import { structureTests } from "./schema/8-structure-tests.ts";
import { rowDigests } from "./schema/9-row-digests.ts";
import { retention } from "./schema/10-retention.ts";
import { heldVersions } from "./schema/11-held-versions.ts";
import { revokedKeys } from "./schema/12-revoked-keys.ts";
import { leftOut } from "./schema/13-left-out.ts";
import { counts } from "./schema/14-counts.ts";
import { audits } from "./schema/15-audits.ts";
import { agreements } from "./schema/16-agreements.ts";
import { countedLines } from "./schema/17-counted-lines.ts";
import { handovers } from "./schema/18-handovers.ts";
import { knownFiles } from "./schema/19-known-files.ts";
import { openingsTogether } from "./schema/20-openings-together.ts";

/** SQL, or what SQL alone cannot do. */
type Step = string | ((database: Database) => void);

const steps: readonly Step[] = [
  vaultAndPeople,
  committee,
  lettersSent,
  organizing,
  imports,
  finding,
  notTheSame,
  structureTests,
  rowDigests,
  retention,
  heldVersions,
  revokedKeys,
  leftOut,
  counts,
  audits,
  agreements,
  countedLines,
  handovers,
  knownFiles,
  openingsTogether,
];

/** The schema that this program writes. */
export const latestSchema = steps.length;

/** The schema of an open database; 0 for a new one. */
export const schemaOf = (database: Database): number =>
  Number(database.pragma("user_version", { simple: true }));

/** Takes the database from its schema to the last one, all steps or none. */
export const migrate = (database: Database): void => {
  if (schemaOf(database) >= latestSchema) return;
  database.exec("BEGIN IMMEDIATE");
  try {
    // Asked again: another pledge may have done it while this one waited for the lock.
    for (const step of steps.slice(schemaOf(database))) {
      if (typeof step === "string") database.exec(step);
      else step(database);
    }
    if (database.prepare("SELECT 1 FROM meta").get() !== undefined) rebuildDigests(database);
    database.pragma(`user_version = ${latestSchema}`);
    database.exec("COMMIT");
  } catch (error) {
    if (database.inTransaction) database.exec("ROLLBACK");
    throw error;
  }
};
