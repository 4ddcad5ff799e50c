import type { Day } from "../../domain/day.ts";
import { blankPerson } from "../../domain/people/blank-person.ts";
import type { Assessment, Level, Person, PersonId } from "../../domain/people/person.ts";
import type { PeopleSieve, PeopleStore } from "../../domain/people/store.ts";
import type { PledgeCode } from "../../domain/pledges/code.ts";
import type { Pledge } from "../../domain/pledges/pledge.ts";
import {
  change,
  detailColumns,
  nameKey,
  personColumns,
  rowToPerson,
  valuesOf,
} from "./person-row.ts";
import type { PersonRow } from "./person-row.ts";
import { pledgeColumns, rowToCondition, rowToPledge } from "./pledge-store.ts";
import type { ConditionRow, PledgeRow } from "./pledge-store.ts";
import { markErasing } from "./scrub.ts";
import { grouped } from "./sql.ts";
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
    byCode: (code) => one(sql.get(`SELECT ${personColumns} FROM people WHERE code = ?`, code)),
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

/**
 * Where a name stands in a list: letters without case and accents. Not `Intl.Collator`, whose tables
 * take 30 ms of every list to load (measured); a letter's signatories are ordered by it.
 */
const placeOf = (name: string): string =>
  name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

const compared = (a: string, b: string): number => Number(a > b) - Number(a < b);

type AssessedRow = {
  readonly person: PersonId;
  readonly level: Level;
  readonly day: Day;
};

/** The ids of whom a sieve keeps, as JSON; nothing where it keeps everybody. Read from the index of `people_by_team` alone. */
const idsIn = (sql: Sql, { team, words = [] }: PeopleSieve): string | undefined => {
  const conditions = [
    ...(team === undefined ? [] : ["team = ?"]),
    ...words.map((forms) => `(${forms.map(() => "instr(sought, ?) > 0").join(" OR ")})`),
  ];
  if (conditions.length === 0) return undefined;
  const values = [...(team === undefined ? [] : [team]), ...words.flat()];
  const rows = sql.all<{ readonly id: PersonId }>(
    `SELECT id FROM people WHERE ${conditions.join(" AND ")}`,
    ...values,
  );
  return JSON.stringify(rows.map(({ id }) => id));
};

/** With pledges and latest assessment: three passes instead of one a person. */
const summaries = (sql: Sql, sieve: PeopleSieve): ReturnType<PeopleStore["summaries"]> => {
  const ids = idsIn(sql, sieve);
  const rows = <Row>(select: string, id: string, then: string): readonly Row[] =>
    ids === undefined
      ? sql.all<Row>(`${select} ${then}`)
      : sql.all<Row>(`${select} WHERE ${id} IN (SELECT value FROM json_each(?)) ${then}`, ids);
  const pledges = grouped(
    rows<PledgeRow>(`SELECT ${pledgeColumns} FROM pledges`, "person", "ORDER BY person, action"),
    ({ person }) => person,
  );
  // Besides the one with the highest id SQLite gives the others of its row.
  const latest = new Map(
    rows<AssessedRow>(
      "SELECT person, level, day, max(id) FROM assessments",
      "person",
      "GROUP BY person",
    ).map(({ person, level, day }) => [person, { assessment: level, assessedOn: day }]),
  );
  return rows<PersonRow>(`SELECT ${personColumns} FROM people`, "id", "")
    .map((row) => ({ person: rowToPerson(row), place: placeOf(row.name) }))
    .toSorted((a, b) => compared(a.place, b.place) || compared(a.person.id, b.person.id))
    .map(({ person }) => {
      const said: readonly Pledge[] = (pledges.get(person.id) ?? []).map(rowToPledge);
      return { person, ...latest.get(person.id), pledges: said };
    });
};

type FindableRow = Pick<PersonRow, "id" | "name" | "alias" | "team"> & { readonly sought: string };

/** One pass over the columns that are needed. What a search looks through begins with the name. */
const findable = (sql: Sql): ReturnType<PeopleStore["findable"]> =>
  sql
    .all<FindableRow>("SELECT id, name, alias, team, sought FROM people")
    .toSorted((a, b) => compared(a.sought, b.sought) || compared(a.id, b.id))
    .map(({ id, name, alias, team, sought }) => ({
      id,
      name,
      ...(alias === null ? {} : { alias }),
      ...(team === null ? {} : { team }),
      sought,
    }));

type PledgingRow = Pick<PersonRow, "id" | "name" | "code" | "team" | "supervisor" | "supporter">;

type StandRow = ConditionRow & Pick<PledgeRow, "person" | "action" | "state">;

/** Two passes over the columns that are needed. */
const pledging = (sql: Sql): ReturnType<PeopleStore["pledging"]> => {
  const pledges = grouped(
    sql.all<StandRow>("SELECT person, action, condition, amount, state FROM pledges"),
    ({ person }) => person,
  );
  return sql
    .all<PledgingRow>("SELECT id, name, code, team, supervisor, supporter FROM people")
    .map(({ id, name, code, team, supervisor, supporter }) => {
      const person = { id, name, code, supervisor, supporter: supporter === 1 };
      return {
        person: team === null ? person : { ...person, team },
        pledges: (pledges.get(id) ?? []).map((row) => ({
          action: row.action,
          condition: rowToCondition(row),
          state: row.state,
        })),
      };
    });
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

/** What most people have not is left out of a long list's statement: half of the columns, a third of the time. */
const insertAll = (sql: Sql, people: readonly Person[], cameWith: number): void => {
  const blank = valuesOf(blankPerson("" as PersonId, "" as PledgeCode, "" as Day));
  const isUsed: boolean[] = detailColumns.map((column) => needed.has(column));
  for (const person of people)
    for (const [at, value] of valuesOf(person).entries()) isUsed[at] ||= value !== blank[at];
  const used = detailColumns.flatMap((_, at) => (isUsed[at] === true ? [at] : []));
  const columns = ["id", "code", "added_on", "came_with", ...used.map((at) => detailColumns[at])];
  const statement = `INSERT INTO people (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`;
  // In the order of the table: each page is written once.
  for (const person of people.toSorted((a, b) => compared(a.id, b.id))) {
    const values = valuesOf(person);
    const { id, code, addedOn } = person;
    sql.run(statement, id, code, addedOn, cameWith, ...used.map((at) => values[at] ?? null));
  }
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
    "UPDATE own_snapshots SET payload = x'', signature = x'' WHERE text <> '' AND payload IS NOT NULL",
  );
  sql.run(markErasing);
};

export const createPeopleStore = (sql: Sql): PeopleStore => ({
  ...lookUps(sql),
  summaries: (sieve = {}) => summaries(sql, sieve),
  findable: () => findable(sql),
  pledging: () => pledging(sql),
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
  remove: (id) => {
    sql.run("DELETE FROM people WHERE id = ?", id);
    afterErasing(sql);
  },
});
