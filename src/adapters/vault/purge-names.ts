/** Takes every name and what leads to one out of the tables, and leaves what is counted. */
import { markErasing } from "./scrub.ts";
import { ofSigners } from "./snapshot-rows.ts";
import type { Sql } from "./sql.ts";

/**
 * A person stays as an id, a team, whether she counts as a worker or a supervisor, her code, what she pledged, did and signed, and where she stood. Without a name nobody can be shown by
 * it, so every pledge is shown as a number.
 */
const statements = [
  `UPDATE people SET name = id, name_key = id, sought = id, alias = NULL, role = NULL, contacts = '[]', note = NULL,
     shared_note = NULL, site = NULL, shift = NULL, employment = NULL, language = NULL, pronouns = NULL, leader = NULL,
     covered_by = NULL, issues = '[]', source = NULL, consents = '[]', elsewhere = '[]', came_with = NULL, edited = 0`,
  "UPDATE pledges SET display = 'counted'",
  "UPDATE pledge_changes SET display = 'counted'",
  "DELETE FROM import_changes",
  "DELETE FROM last_import",
  "DELETE FROM mappings",
  // A salt and the commitment beside it would tell a name to whoever tries all names of a staff list.
  "DELETE FROM openings",
  "DELETE FROM own_commitments",
  "DELETE FROM audited_people",
  // Lists of signers: ours without their content, those of others whole, since a signed one cannot be changed.
  `UPDATE own_snapshots SET payload = x'', signature = x'' WHERE ${ofSigners} AND payload IS NOT NULL`,
  `DELETE FROM snapshot_links WHERE ${ofSigners}`,
] as const;

/** For the transaction that erases. */
export const purgeNames = (sql: Sql): void => {
  for (const statement of statements) sql.run(statement);
  markErasing(sql);
};
