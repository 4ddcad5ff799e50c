/** Many people at once, with no more columns and passes than what is wanted of them takes. */
import type { Day } from "../../domain/day.ts";
import type { Level, PersonId } from "../../domain/people/person.ts";
import type { ListedPerson, PeopleSieve, PeopleStore } from "../../domain/people/store.ts";
import type { Pledge } from "../../domain/pledges/pledge.ts";
import { handedTo } from "./handover-store.ts";
import { ours } from "./ours.ts";
import { personColumns, rowToPerson } from "./person-row.ts";
import type { PersonRow } from "./person-row.ts";
import { pledgeColumns, rowToPledge } from "./pledge-store.ts";
import type { PledgeRow } from "./pledge-store.ts";
import { grouped } from "./sql.ts";
import type { Sql } from "./sql.ts";

/**
 * Where a name stands in a list: letters without case and accents. Not `Intl.Collator`, whose tables
 * take 30 ms of every list to load (measured); a letter's signatories are ordered by it.
 */
const placeOf = (name: string): string =>
  name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

export const compared = (a: string, b: string): number => Number(a > b) - Number(a < b);

/** How to select rows of some people or of all, by the column that has their id. */
type Rows = <Row>(select: string, id: string, then: string) => readonly Row[];

const ofEverybody =
  (sql: Sql): Rows =>
  (select, _id, then) =>
    sql.all(`${select} ${then}`);

const ofSome = (sql: Sql, ids: readonly PersonId[]): Rows => {
  const json = JSON.stringify(ids);
  return (select, id, then) =>
    sql.all(`${select} WHERE ${id} IN (SELECT value FROM json_each(?)) ${then}`, json);
};

interface AssessedRow {
  readonly person: PersonId;
  readonly level: Level;
  readonly day: Day;
}

/** What people have pledged and where they stand: a pass each instead of one a person. */
const standsIn = (rows: Rows): ((id: PersonId) => Omit<ListedPerson, "person" | "sought">) => {
  const pledges = grouped(
    rows<PledgeRow>(`SELECT ${pledgeColumns} FROM pledges`, "person", "ORDER BY person, action"),
    ({ person }) => person,
  );
  // Beside the highest id SQLite gives what else is in its row.
  const latest = new Map(
    rows<AssessedRow>(
      "SELECT person, level, day, max(id) FROM assessments",
      "person",
      "GROUP BY person",
    ).map(({ person, level, day }) => [person, { assessment: level, assessedOn: day }]),
  );
  return (id) => {
    const said: readonly Pledge[] = (pledges.get(id) ?? []).map(rowToPledge);
    return { ...latest.get(id), pledges: said };
  };
};

export const summaries = (sql: Sql): ReturnType<PeopleStore["summaries"]> => {
  const standOf = standsIn(ofEverybody(sql));
  return sql
    .all<PersonRow>(`SELECT ${personColumns} FROM people`)
    .map((row) => ({ person: rowToPerson(row), place: placeOf(row.name) }))
    .toSorted((a, b) => compared(a.place, b.place) || compared(a.person.id, b.person.id))
    .map(({ person }) => ({ person, ...standOf(person.id) }));
};

interface SoughtRow {
  readonly id: PersonId;
  readonly sought: string;
}

/** What is looked through begins with the name. */
const byName = (a: SoughtRow, b: SoughtRow): number =>
  compared(a.sought, b.sought) || compared(a.id, b.id);

type ListedRow = SoughtRow &
  Pick<
    PersonRow,
    "name" | "alias" | "team" | "role" | "covered_by" | "supervisor" | "supporter" | "added_on"
  >;

const rowToListed = (row: ListedRow): Omit<ListedPerson, "pledges"> => ({
  person: {
    id: row.id,
    name: row.name,
    ...(row.alias === null ? {} : { alias: row.alias }),
    ...(row.team === null ? {} : { team: row.team }),
    ...(row.role === null ? {} : { role: row.role }),
    ...(row.covered_by === null ? {} : { coveredBy: row.covered_by }),
    supervisor: row.supervisor,
    supporter: row.supporter === 1,
    addedOn: row.added_on,
  },
  sought: row.sought,
});

/** All columns are those of the index `people_by_team`: the rows themselves lie scattered over the file, by chance. */
export const listed = (
  sql: Sql,
  { team, words = [] }: PeopleSieve,
): ReturnType<PeopleStore["listed"]> => {
  const conditions = [
    ...(team === undefined ? [] : ["team = ?"]),
    ...words.map((forms) => `(${forms.map(() => "instr(sought, ?) > 0").join(" OR ")})`),
  ];
  const where = conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
  const rows = sql.all<ListedRow>(
    `SELECT id, name, alias, team, role, covered_by, supervisor, supporter, added_on, sought FROM people ${where}`,
    ...(team === undefined ? [] : [team]),
    ...words.flat(),
  );
  const ids = rows.map(({ id }) => id);
  const standOf = standsIn(conditions.length === 0 ? ofEverybody(sql) : ofSome(sql, ids));
  const gone = handedTo(sql);
  return rows.toSorted(byName).map((row) => {
    const to = gone.get(row.id);
    const one = { ...rowToListed(row), ...standOf(row.id) };
    return to === undefined ? one : { ...one, handedOver: to };
  });
};

type FindableRow = SoughtRow & Pick<PersonRow, "name" | "alias" | "team">;

export const findable = (sql: Sql): ReturnType<PeopleStore["findable"]> =>
  sql
    .all<FindableRow>("SELECT id, name, alias, team, sought FROM people")
    .toSorted(byName)
    .map(({ id, name, alias, team, sought }) => ({
      id,
      name,
      ...(alias === null ? {} : { alias }),
      ...(team === null ? {} : { team }),
      sought,
    }));

/** Counted people by the day of the latest assessment; without a day those who have none. */
export const assessedOn = (sql: Sql): ReturnType<PeopleStore["assessedOn"]> =>
  sql
    .all<{ readonly day: Day | null; readonly people: number }>(
      `SELECT latest.day AS day, count(*) AS people FROM people
       LEFT JOIN (SELECT person, day, max(id) FROM assessments GROUP BY person) AS latest ON latest.person = people.id
       WHERE supervisor = 'no' AND supporter = 0 AND ${ours} GROUP BY latest.day`,
    )
    .map(({ day, people }) => (day === null ? { people } : { day, people }));
