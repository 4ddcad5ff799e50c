import type { Day } from "../../domain/day.ts";
import { blankPerson } from "../../domain/people/blank-person.ts";
import type { Assessment, Person, PersonId } from "../../domain/people/person.ts";
import type { PeopleStore } from "../../domain/people/store.ts";
import type { PledgeCode } from "../../domain/pledges/code.ts";
import { assessedOn, compared, findable, listed, summaries } from "./people-lists.ts";
import {
  change,
  detailColumns,
  nameKey,
  personColumns,
  rowToPerson,
  valuesOf,
} from "./person-row.ts";
import type { PersonRow } from "./person-row.ts";
import { pledging } from "./pledging-people.ts";
import { purgeNames } from "./purge-names.ts";
import { markErasing } from "./scrub.ts";
import { ofSigners } from "./snapshot-rows.ts";
import type { Sql } from "./sql.ts";

const countOf = (sql: Sql): number =>
  sql.get<{ readonly n: number }>("SELECT count(*) AS n FROM people")?.n ?? 0;

const lookUps = (
  sql: Sql,
): Pick<PeopleStore, "byId" | "byCode" | "named" | "sameName" | "aliasTaken" | "count"> => {
  const one = (row: PersonRow | undefined): Person | undefined =>
    row === undefined ? undefined : rowToPerson(row);
  return {
    byId: (id) => one(sql.get(`SELECT ${personColumns} FROM people WHERE id = ?`, id)),
    byCode: (code) =>
      one(
        sql.get(
          `SELECT ${personColumns} FROM people
           WHERE code = ? OR id = (SELECT person FROM other_codes WHERE code = ?)`,
          code,
          code,
        ),
      ),
    named: (reference) => {
      const byAlias = sql.get<PersonRow>(
        `SELECT ${personColumns} FROM people WHERE alias = ?`,
        reference,
      );
      if (byAlias !== undefined) return [rowToPerson(byAlias)];
      if (!/^[a-z]{1,8}$/u.test(reference)) return [];
      // "{" is the character after "z": the range of everything that begins with the letters.
      return sql
        .all<PersonRow>(
          `SELECT ${personColumns} FROM people WHERE id >= ? AND id < ? LIMIT 3`,
          reference,
          `${reference}{`,
        )
        .map(rowToPerson);
    },
    sameName: (name, team) =>
      sql
        .all<PersonRow>(
          `SELECT ${personColumns} FROM people WHERE name_key = ? AND team IS ?`,
          nameKey(name),
          team ?? null,
        )
        .map(rowToPerson),
    aliasTaken: (alias, by) =>
      sql.get("SELECT 1 FROM people WHERE alias = ? AND id IS NOT ?", alias, by ?? null) !==
      undefined,
    count: () => countOf(sql),
  };
};

const insertion = `INSERT INTO people (id, code, added_on, ${detailColumns.join(", ")})
  VALUES (?, ?, ?, ${detailColumns.map(() => "?").join(", ")})`;

/** Without a default in the table. */
const needed: ReadonlySet<string> = new Set([
  "name",
  "name_key",
  "contacts",
  "supervisor",
  "supporter",
]);

/** From so many on the table's indexes are made anew, in half the time that keeping them takes: as long as there are no more people. */
const manyPeople = 1000;

/** Does `work` without the table's own indexes. */
const withoutIndexes = (sql: Sql, work: () => void): void => {
  const indexes = sql.all<{ readonly name: string; readonly sql: string }>(
    "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'people' AND sql IS NOT NULL",
  );
  for (const { name } of indexes) sql.run(`DROP INDEX ${name}`);
  work();
  for (const index of indexes) sql.run(index.sql);
};

/** So many in one statement, each of whom is at most 30 of its 32,766 values. */
const atOnce = 100;

/** What none of them has is left out of their statement: half of the columns, a third of the time. */
const insertSome = (sql: Sql, people: readonly Person[], cameWith: number): void => {
  const blank = valuesOf(blankPerson("" as PersonId, "" as PledgeCode, "" as Day));
  const rows = people.map((person) => ({ person, values: valuesOf(person) }));
  const used = detailColumns.flatMap((column, at) =>
    needed.has(column) || rows.some(({ values }) => values[at] !== blank[at]) ? [at] : [],
  );
  const columns = ["id", "code", "added_on", "came_with", ...used.map((at) => detailColumns[at])];
  const marks = `(${columns.map(() => "?").join(", ")})`;
  sql.run(
    `INSERT INTO people (${columns.join(", ")}) VALUES ${rows.map(() => marks).join(", ")}`,
    ...rows.flatMap(({ person: { id, code, addedOn }, values }) => [
      id,
      code,
      addedOn,
      cameWith,
      ...used.map((at) => values[at] ?? null),
    ]),
  );
};

const insertAll = (sql: Sql, people: readonly Person[], cameWith: number): void => {
  // In the order of the table: each page is written once.
  const sorted = people.toSorted((a, b) => compared(a.id, b.id));
  for (let from = 0; from < sorted.length; from += atOnce)
    insertSome(sql, sorted.slice(from, from + atOnce), cameWith);
};

const addAll = (sql: Sql, people: readonly Person[], cameWith: number): void => {
  // Somebody may be covered by a person who stands further down.
  sql.run("PRAGMA defer_foreign_keys = ON");
  const insert = (): void => insertAll(sql, people, cameWith);
  if (people.length >= manyPeople && people.length >= countOf(sql)) withoutIndexes(sql, insert);
  else insert();
};

/** For the transaction that erases people. */
export const afterErasing = (sql: Sql): void => {
  // Our lists of signers may name them. Their hashes stay, for the next list to name the one before.
  sql.run(
    `UPDATE own_snapshots SET payload = x'', signature = x'' WHERE ${ofSigners} AND payload IS NOT NULL`,
  );
  markErasing(sql);
};

export const createPeopleStore = (sql: Sql): PeopleStore => ({
  ...lookUps(sql),
  summaries: () => summaries(sql),
  listed: (sieve = {}) => listed(sql, sieve),
  findable: () => findable(sql),
  pledging: () => pledging(sql),
  assessedOn: () => assessedOn(sql),
  add: (person) => {
    sql.run(insertion, person.id, person.code, person.addedOn, ...valuesOf(person));
  },
  addAll: (people, cameWith) => addAll(sql, people, cameWith),
  update: (person) => {
    sql.run(change, ...valuesOf(person), person.id);
  },
  assess: (id, { level, basis, day }) => {
    sql.run(
      "INSERT INTO assessments (person, level, basis, day) VALUES (?, ?, ?, ?)",
      id,
      level,
      basis,
      day,
    );
  },
  assessments: (id) =>
    sql.all<Assessment>(
      "SELECT level, basis, day FROM assessments WHERE person = ? ORDER BY id",
      id,
    ),
  purgeNames: () => purgeNames(sql),
  remove: (id) => {
    sql.run("DELETE FROM people WHERE id = ?", id);
    afterErasing(sql);
  },
});
