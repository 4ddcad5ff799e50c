import type { Day } from "../../domain/day.ts";
import { plainHeader } from "../../domain/people/import/mapping.ts";
import type { Mapping } from "../../domain/people/import/mapping.ts";
import type { Changeable, ImportedChange, ImportStore } from "../../domain/people/import/store.ts";
import type { Contact, Person, PersonId } from "../../domain/people/person.ts";
import { bareChange, personColumns, rowToPerson, valuesOf } from "./person-row.ts";
import type { PersonRow } from "./person-row.ts";
import { appendChange, keepPledge } from "./pledge-store.ts";
import { afterErasing } from "./people-store.ts";
import type { Sql } from "./sql.ts";

interface LastRow {
  readonly number: number;
  readonly day: Day;
  readonly file: string;
  readonly first_assessment: number;
  readonly last_assessment: number;
  readonly first_change: number;
  readonly last_change: number;
}

/** The last number that a table gave. */
const lastOf = (sql: Sql, table: "assessments" | "pledge_changes"): number =>
  sql.get<{ readonly seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = ?", table)?.seq ??
  0;

const lastRow = (sql: Sql): LastRow | undefined => sql.get<LastRow>("SELECT * FROM last_import");

/** The cells of a header, as two tables have them that mean the same. */
const headerKey = (header: readonly string[]): string => JSON.stringify(header.map(plainHeader));

const people = (sql: Sql, where: string, ...values: readonly number[]): readonly Person[] =>
  sql
    .all<PersonRow>(
      `SELECT ${personColumns} FROM people WHERE ${where} ORDER BY name_key, id`,
      ...values,
    )
    .map(rowToPerson);

const editedSince = (sql: Sql, last: LastRow): readonly Person[] =>
  people(
    sql,
    `came_with = ? AND (edited = 1
      OR EXISTS (SELECT 1 FROM assessments WHERE person = people.id AND assessments.id > ?)
      OR EXISTS (SELECT 1 FROM pledge_changes WHERE person = people.id AND pledge_changes.id > ?)
      OR EXISTS (SELECT 1 FROM structure_ticks WHERE person = people.id))`,
    last.number,
    last.last_assessment,
    last.last_change,
  );

const changesOf = (sql: Sql): readonly ImportedChange[] =>
  sql
    .all<{ readonly was: string; readonly became: string }>(
      "SELECT was, became FROM import_changes ORDER BY person",
    )
    .map(({ was, became }) => ({
      was: JSON.parse(was) as Changeable,
      became: JSON.parse(became) as Changeable,
    }));

export const createImportStore = (sql: Sql): ImportStore => ({
  last: () => {
    const last = lastRow(sql);
    if (last === undefined) return undefined;
    const { number, day, file } = last;
    return {
      day,
      file,
      added:
        sql.get<{ readonly n: number }>(
          "SELECT count(*) AS n FROM people WHERE came_with = ?",
          number,
        )?.n ?? 0,
      changed: changesOf(sql),
      editedSince: editedSince(sql, last),
      coveredSince: people(
        sql,
        "came_with IS NOT ? AND covered_by IN (SELECT id FROM people WHERE came_with = ?)",
        number,
        number,
      ),
    };
  },
  begin: (day, file) => {
    const number =
      (sql.get<{ readonly n: number | null }>("SELECT max(came_with) AS n FROM people")?.n ?? 0) +
      1;
    sql.run("DELETE FROM import_changes");
    sql.run(
      "INSERT OR REPLACE INTO last_import VALUES (1, ?, ?, ?, ?, ?, ?, ?)",
      number,
      day,
      file,
      lastOf(sql, "assessments") + 1,
      0,
      lastOf(sql, "pledge_changes") + 1,
      0,
    );
    return number;
  },
  noteChange: ({ was, became }) => {
    sql.run(
      "INSERT INTO import_changes (person, was, became) VALUES (?, ?, ?)",
      was.person.id,
      JSON.stringify(was),
      JSON.stringify(became),
    );
  },
  end: () => {
    sql.run(
      "UPDATE last_import SET last_assessment = ?, last_change = ?",
      lastOf(sql, "assessments"),
      lastOf(sql, "pledge_changes"),
    );
  },
  putPast: ({ assessments, changes, pledges }, person) => {
    for (const { level, basis, day } of assessments)
      sql.run(
        "INSERT INTO assessments (person, level, basis, day) VALUES (?, ?, ?, ?)",
        person,
        level,
        basis,
        day,
      );
    for (const pledge of changes) appendChange(sql, { ...pledge, person });
    for (const pledge of pledges) keepPledge(sql, { ...pledge, person });
  },
  added: () =>
    sql
      .all<{
        readonly id: PersonId;
        readonly name: string;
        readonly alias: string | null;
        readonly contacts: string;
      }>(
        "SELECT id, name, alias, contacts FROM people WHERE came_with = (SELECT number FROM last_import)",
      )
      .map(({ id, name, alias, contacts }) => ({
        id,
        name,
        ...(alias === null ? {} : { alias }),
        contacts: JSON.parse(contacts) as readonly Contact[],
      })),
  removeAdded: () => {
    const last = lastRow(sql);
    if (last === undefined) return;
    // Taken back, a handover can be taken again.
    sql.run("DELETE FROM taken_handovers WHERE came_with = ?", last.number);
    if (sql.run("DELETE FROM people WHERE came_with = ?", last.number) > 0) afterErasing(sql);
  },
  putBack: ({ person, pledges }, dropped) => {
    const last = lastRow(sql);
    if (last === undefined) return;
    sql.run(bareChange, ...valuesOf(person), person.id);
    sql.run(
      "DELETE FROM assessments WHERE person = ? AND id BETWEEN ? AND ?",
      person.id,
      last.first_assessment,
      last.last_assessment,
    );
    sql.run(
      "DELETE FROM pledge_changes WHERE person = ? AND id BETWEEN ? AND ?",
      person.id,
      last.first_change,
      last.last_change,
    );
    for (const pledge of pledges) keepPledge(sql, pledge);
    for (const action of dropped)
      sql.run("DELETE FROM pledges WHERE person = ? AND action = ?", person.id, action);
  },
  clear: () => {
    sql.run("DELETE FROM import_changes");
    sql.run("DELETE FROM last_import");
  },
  mappingFor: (header) => {
    const row = sql.get<{ readonly mapping: string }>(
      "SELECT mapping FROM mappings WHERE header = ?",
      headerKey(header),
    );
    return row === undefined ? undefined : (JSON.parse(row.mapping) as Mapping);
  },
  keepMapping: (mapping) => {
    sql.run(
      "INSERT OR REPLACE INTO mappings (header, mapping) VALUES (?, ?)",
      headerKey(mapping.columns.map(({ header }) => header)),
      JSON.stringify(mapping),
    );
  },
});
