/** Everybody as far as tallies and counts go. */
import type { Told } from "../../domain/people/duplicates/told-codes.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { PeopleStore, PledgingPerson } from "../../domain/people/store.ts";
import type { PledgeCode } from "../../domain/pledges/code.ts";
import { ours } from "./ours.ts";
import type { PersonRow } from "./person-row.ts";
import { rowToCondition } from "./pledge-store.ts";
import type { PledgeRow } from "./pledge-store.ts";
import { grouped } from "./sql.ts";
import type { Sql } from "./sql.ts";

/**
 * Rows as lists of their columns. Through one text of JSON, in which actions and states that come 100,000 times are read as one text each: half
 * the time of rows of the driver, and half the room.
 */
const tableOf = <Row>(sql: Sql, columns: string, from: string): readonly Row[] => {
  const found = sql.get<{ readonly rows: string }>(
    `SELECT json_group_array(json_array(${columns})) AS rows FROM ${from}`,
  );
  return found === undefined ? [] : (JSON.parse(found.rows) as readonly Row[]);
};

type StandRow = readonly [
  person: PersonId,
  action: PledgeRow["action"],
  condition: PledgeRow["condition"],
  amount: PledgeRow["amount"],
  state: PledgeRow["state"],
];

const pledgesByPerson = (sql: Sql): ReadonlyMap<PersonId, PledgingPerson["pledges"]> => {
  const pledges = new Map<PersonId, PledgingPerson["pledges"][number][]>();
  for (const [person, action, condition, amount, state] of tableOf<StandRow>(
    sql,
    "person, action, condition, amount, state",
    "pledges",
  )) {
    const pledge = { action, condition: rowToCondition({ condition, amount }), state };
    const known = pledges.get(person);
    if (known === undefined) pledges.set(person, [pledge]);
    else known.push(pledge);
  }
  return pledges;
};

type ToldRow = Pick<PledgeRow, "person" | "action"> & {
  readonly code: PledgeCode;
  readonly carries: number;
};

const toldByPerson = (sql: Sql): ReadonlyMap<PersonId, readonly Told[]> => {
  const rows = sql.all<ToldRow>(
    "SELECT person, action, code, carries FROM told_codes ORDER BY person, action, code",
  );
  return new Map(
    [...grouped(rows, ({ person }) => person)].map(([person, told]) => [
      person,
      told.map(({ action, code, carries }) => ({ action, code, carries: carries === 1 })),
    ]),
  );
};

type PledgingRow = readonly [
  id: PersonId,
  name: string,
  code: PledgeCode,
  team: PersonRow["team"],
  supervisor: PersonRow["supervisor"],
  supporter: number,
];

/** Two passes over the columns that are needed, and one over the few who were two records. */
export const pledging = (sql: Sql): ReturnType<PeopleStore["pledging"]> => {
  const pledges = pledgesByPerson(sql);
  const told = toldByPerson(sql);
  const rows = tableOf<PledgingRow>(
    sql,
    "id, name, code, team, supervisor, supporter",
    `people WHERE ${ours}`,
  );
  return rows.map(([id, name, code, team, supervisor, supporter]) => {
    const person = { id, name, code, supervisor, supporter: supporter === 1 };
    const toldOf = told.get(id);
    return {
      person: team === null ? person : { ...person, team },
      pledges: pledges.get(id) ?? [],
      ...(toldOf === undefined ? {} : { told: toldOf }),
    };
  });
};
