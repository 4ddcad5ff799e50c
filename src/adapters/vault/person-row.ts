/** A person as a row of the table, and back. What is absent is NULL, and lists are JSON. */
import type { TeamKey } from "../../domain/campaign/campaign.ts";
import type { Day } from "../../domain/day.ts";
import type {
  Consent,
  Contact,
  Employment,
  LeaderRole,
  Person,
  PersonId,
  Supervisor,
} from "../../domain/people/person.ts";
import { soughtOf } from "../../domain/people/sought.ts";
import type { PledgeCode } from "../../domain/pledges/code.ts";

export interface PersonRow {
  readonly id: PersonId;
  readonly code: PledgeCode;
  readonly added_on: Day;
  readonly name: string;
  readonly alias: string | null;
  readonly team: TeamKey | null;
  readonly role: string | null;
  readonly site: string | null;
  readonly shift: string | null;
  readonly employment: Employment | null;
  readonly language: string | null;
  readonly pronouns: string | null;
  readonly contacts: string;
  readonly do_not_contact: number;
  readonly leader: LeaderRole | null;
  readonly covered_by: PersonId | null;
  readonly supervisor: Supervisor;
  readonly supporter: number;
  readonly issues: string;
  readonly note: string | null;
  readonly shared_note: string | null;
  readonly source: string | null;
  readonly consents: string;
  readonly elsewhere: string;
}

/** All but the id, the code and the day, which never change. */
export const detailColumns = [
  "name",
  "name_key",
  "alias",
  "team",
  "role",
  "site",
  "shift",
  "employment",
  "language",
  "pronouns",
  "contacts",
  "do_not_contact",
  "leader",
  "covered_by",
  "supervisor",
  "supporter",
  "issues",
  "note",
  "shared_note",
  "source",
  "consents",
  "elsewhere",
  "sought",
] as const;

/** Made from the others, for look-ups. */
const derived: readonly string[] = ["name_key", "sought"];

export const personColumns = ["id", "code", "added_on", ...detailColumns]
  .filter((column) => !derived.includes(column))
  .join(", ");

/** Most lists of most people are empty: reading 100,000 of them would take half a second. */
const listOf = <T>(json: string): readonly T[] =>
  json === "[]" ? [] : (JSON.parse(json) as readonly T[]);

export const rowToPerson = (row: PersonRow): Person => ({
  id: row.id,
  code: row.code,
  addedOn: row.added_on,
  name: row.name,
  ...(row.alias === null ? {} : { alias: row.alias }),
  ...(row.team === null ? {} : { team: row.team }),
  ...(row.role === null ? {} : { role: row.role }),
  ...(row.site === null ? {} : { site: row.site }),
  ...(row.shift === null ? {} : { shift: row.shift }),
  ...(row.employment === null ? {} : { employment: row.employment }),
  ...(row.language === null ? {} : { language: row.language }),
  ...(row.pronouns === null ? {} : { pronouns: row.pronouns }),
  contacts: listOf<Contact>(row.contacts),
  doNotContact: row.do_not_contact === 1,
  ...(row.leader === null ? {} : { leader: row.leader }),
  ...(row.covered_by === null ? {} : { coveredBy: row.covered_by }),
  supervisor: row.supervisor,
  supporter: row.supporter === 1,
  issues: listOf<string>(row.issues),
  ...(row.note === null ? {} : { note: row.note }),
  ...(row.shared_note === null ? {} : { sharedNote: row.shared_note }),
  ...(row.source === null ? {} : { source: row.source }),
  consents: listOf<Consent>(row.consents),
  elsewhere: listOf<string>(row.elsewhere),
});

/** One spelling for names that differ in case or in compatibility forms only. */
export const nameKey = (name: string): string => name.normalize("NFKC").toLowerCase();

/** Changes somebody; that she was changed stands in her row. */
export const change = `UPDATE people SET edited = 1, ${detailColumns.map((column) => `${column} = ?`).join(", ")} WHERE id = ?`;

/** The same where a change is taken back. */
export const bareChange = change.replace("edited = 1, ", "");

/** The values of `detailColumns`. */
export const valuesOf = (person: Person): readonly (string | number | null)[] => [
  person.name,
  nameKey(person.name),
  person.alias ?? null,
  person.team ?? null,
  person.role ?? null,
  person.site ?? null,
  person.shift ?? null,
  person.employment ?? null,
  person.language ?? null,
  person.pronouns ?? null,
  JSON.stringify(person.contacts),
  person.doNotContact ? 1 : 0,
  person.leader ?? null,
  person.coveredBy ?? null,
  person.supervisor,
  person.supporter ? 1 : 0,
  JSON.stringify(person.issues),
  person.note ?? null,
  person.sharedNote ?? null,
  person.source ?? null,
  JSON.stringify(person.consents),
  JSON.stringify(person.elsewhere),
  soughtOf(person),
];
