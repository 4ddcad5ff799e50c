import type { Handle, TeamKey } from "../../domain/campaign/campaign.ts";
import type { Day } from "../../domain/day.ts";
import type {
  GivenHandover,
  HandedTo,
  HandoverState,
  HandoverStore,
  TakenHandover,
} from "../../domain/handovers/store.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { PledgeCode } from "../../domain/pledges/code.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import type { Hash } from "../../domain/tallies/tally.ts";
import type { Sql } from "./sql.ts";

interface GivenRow {
  readonly number: number;
  readonly sha256: Hash;
  readonly reader: Fingerprint;
  readonly handle: Handle;
  readonly teams: string;
  readonly people: number;
  readonly given_on: Day;
  readonly state: HandoverState;
  readonly ended_on: Day | null;
}

const rowToGiven = ({ teams, given_on, ended_on, ...row }: GivenRow): GivenHandover => ({
  ...row,
  teams: JSON.parse(teams) as readonly TeamKey[],
  givenOn: given_on,
  ...(ended_on === null ? {} : { endedOn: ended_on }),
});

interface GoneRow {
  readonly person: PersonId;
  readonly handle: Handle;
  readonly given_on: Day;
}

const goneRows =
  "SELECT person, handle, given_on FROM handed_over JOIN handovers ON handovers.number = handed_over.handover";

/** Everybody who was handed over, and to whom. */
export const handedTo = (sql: Sql): ReadonlyMap<PersonId, HandedTo> =>
  new Map(
    sql
      .all<GoneRow>(goneRows)
      .map(({ person, handle, given_on: on }) => [person, { to: handle, on }]),
  );

const give = (
  sql: Sql,
  { number, sha256, reader, handle, teams, people, givenOn }: Parameters<HandoverStore["give"]>[0],
  ids: readonly PersonId[],
): void => {
  sql.run(
    `INSERT INTO handovers (number, sha256, reader, handle, teams, people, given_on, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'given')`,
    number,
    sha256,
    reader,
    handle,
    JSON.stringify(teams),
    people,
    givenOn,
  );
  for (const id of ids)
    sql.run("INSERT INTO handed_over (person, handover) VALUES (?, ?)", id, number);
};

export const createHandoverStore = (sql: Sql): HandoverStore => ({
  given: () => sql.all<GivenRow>("SELECT * FROM handovers ORDER BY number").map(rowToGiven),
  give: (handover, people) => give(sql, handover, people),
  end: (number, state, on) => {
    sql.run("DELETE FROM handed_over WHERE handover = ?", number);
    sql.run("UPDATE handovers SET state = ?, ended_on = ? WHERE number = ?", state, on, number);
  },
  drop: (number) => {
    sql.run("DELETE FROM handed_over WHERE handover = ?", number);
    sql.run("DELETE FROM handovers WHERE number = ?", number);
  },
  gone: () =>
    new Map(
      sql
        .all<{ readonly person: PersonId; readonly handover: number }>(
          "SELECT person, handover FROM handed_over ORDER BY person",
        )
        .map(({ person, handover }) => [person, handover]),
    ),
  goneTo: (person) => {
    const row = sql.get<GoneRow>(`${goneRows} WHERE person = ?`, person);
    return row === undefined ? undefined : { to: row.handle, on: row.given_on };
  },
  goneCodes: () =>
    sql
      .all<{ readonly code: PledgeCode }>(
        // CROSS JOIN keeps the order: few are handed over, and there may be 100,000 people.
        `SELECT code FROM handed_over CROSS JOIN people ON people.id = handed_over.person
         UNION SELECT code FROM handed_over CROSS JOIN other_codes ON other_codes.person = handed_over.person`,
      )
      .map(({ code }) => code),
  comeBack: (person) => sql.run("DELETE FROM handed_over WHERE person = ?", person) > 0,
  taken: () =>
    sql.all<TakenHandover>(
      `SELECT sha256, writer, handle, people, taken_on AS takenOn FROM taken_handovers
       ORDER BY taken_on, sha256`,
    ),
  take: ({ sha256, writer, handle, people, takenOn }, cameWith) => {
    sql.run(
      "INSERT INTO taken_handovers (sha256, writer, handle, people, taken_on, came_with) VALUES (?, ?, ?, ?, ?, ?)",
      sha256,
      writer,
      handle,
      people,
      takenOn,
      cameWith ?? null,
    );
  },
});
