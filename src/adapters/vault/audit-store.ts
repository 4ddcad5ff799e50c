/** Audits in the database. Of people it has only ids, until they are erased. */
import type { SpokenWords } from "../../domain/audits/draw.ts";
import type {
  AuditedPerson,
  AuditResult,
  AuditStore,
  DrawnLine,
  Heard,
  TakenDraw,
} from "../../domain/audits/store.ts";
import type { Round } from "../../domain/audits/round.ts";
import type { Day } from "../../domain/day.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { Hash, Source } from "../../domain/tallies/tally.ts";
import { bytesOf } from "./sql.ts";
import type { Sql } from "./sql.ts";

interface ResultRow {
  readonly id: number;
  readonly draw: Hash;
  readonly committee: number;
  readonly writer: Source["from"];
  readonly incarnation: Source["incarnation"];
  readonly seq: number;
  readonly root: Hash;
  readonly people: number;
  readonly drawn_on: Day;
  readonly drawn: number;
  readonly declined: number;
  readonly opened: number;
  readonly shown: number;
}

interface TakenRow {
  readonly committee: Hash;
  readonly number: number;
  readonly draw: Hash;
  readonly seq: number;
  readonly root: Hash;
  readonly places: string;
  readonly taken_on: Day;
  readonly opened: number;
}

interface PersonRow {
  readonly place: number;
  readonly person: PersonId;
  readonly line: string;
  readonly salt: Uint8Array;
  readonly path: string;
  readonly answer: AuditedPerson["answer"];
  readonly reach: string | null;
}

const rowToResult = (row: ResultRow): AuditResult => {
  const { draw, committee, writer, incarnation, seq, drawn_on, drawn } = row;
  const { declined, opened, shown } = row;
  return {
    draw,
    committee,
    from: writer,
    incarnation,
    seq,
    on: drawn_on,
    drawn,
    shown,
    declined,
    unconfirmed: opened - shown,
    notOpened: drawn - declined - opened,
  };
};

const rowToTaken = ({ committee, number, draw, seq, root, ...row }: TakenRow): TakenDraw => ({
  draw,
  committee: { number, hash: committee },
  seq,
  root,
  places: JSON.parse(row.places) as readonly number[],
  takenOn: row.taken_on,
  opened: row.opened,
});

const rowToPerson = ({ salt, path, reach, ...row }: PersonRow): AuditedPerson => ({
  ...row,
  salt: bytesOf(salt),
  path: JSON.parse(path) as readonly Hash[],
  ...(reach === null ? {} : { reach }),
});

const takenColumns = "committee, number, draw, seq, root, places, taken_on, opened";

const resultOf = (sql: Sql, draw: Hash, { from, incarnation }: Source): ResultRow | undefined =>
  sql.get<ResultRow>(
    "SELECT * FROM audit_results WHERE draw = ? AND writer = ? AND incarnation = ?",
    draw,
    from,
    incarnation,
  );

const drawing = (
  sql: Sql,
): Pick<AuditStore, "begun" | "saveBegun" | "keepDraw" | "drawn" | "note" | "results"> => ({
  begun: () => {
    const row = sql.get<{
      readonly round: string;
      readonly words: SpokenWords;
      readonly heard: string;
      readonly begun_on: Day;
    }>("SELECT round, words, heard, begun_on FROM audit_round");
    return row === undefined
      ? undefined
      : {
          round: JSON.parse(row.round) as Round,
          words: row.words,
          heard: JSON.parse(row.heard) as readonly Heard[],
          begunOn: row.begun_on,
        };
  },
  saveBegun: ({ round, words, heard, begunOn }) => {
    sql.run(
      "INSERT OR REPLACE INTO audit_round (id, round, words, heard, begun_on) VALUES (1, ?, ?, ?, ?)",
      JSON.stringify(round),
      words,
      JSON.stringify(heard),
      begunOn,
    );
  },
  keepDraw: (draw, committee, on, sources) => {
    sql.run("DELETE FROM audit_lines");
    for (const source of sources) {
      const { from, incarnation, seq, root, people, lines } = source;
      sql.run(
        `INSERT INTO audit_results (draw, committee, writer, incarnation, seq, root, people, drawn_on, drawn)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        draw,
        committee,
        from,
        incarnation,
        seq,
        root,
        people,
        on,
        lines.length,
      );
      const id = resultOf(sql, draw, source)?.id ?? 0;
      for (const { place, line, outcome } of lines)
        sql.run(
          "INSERT INTO audit_lines (result, place, line, outcome) VALUES (?, ?, ?, ?)",
          id,
          place,
          line,
          outcome,
        );
    }
  },
  drawn: (draw, source) => {
    const row = resultOf(sql, draw, source);
    const lines = sql.all<DrawnLine>(
      "SELECT place, line, outcome FROM audit_lines WHERE result = ? ORDER BY place",
      row?.id ?? 0,
    );
    if (row === undefined || lines.length === 0) return undefined;
    const { writer: from, incarnation, seq, root, people } = row;
    return { from, incarnation, seq, root, people, lines };
  },
  note: (draw, source, outcomes) => {
    const id = resultOf(sql, draw, source)?.id ?? 0;
    for (const [place, outcome] of outcomes)
      sql.run(
        "UPDATE audit_lines SET outcome = ? WHERE result = ? AND place = ?",
        outcome,
        id,
        place,
      );
    sql.run(
      `UPDATE audit_results SET (declined, opened, shown) = (
         SELECT sum(outcome = 'declined'), sum(outcome IN ('opened', 'shown')), sum(outcome = 'shown')
         FROM audit_lines WHERE result = ?
       ) WHERE id = ?`,
      id,
      id,
    );
  },
  results: () => sql.all<ResultRow>("SELECT * FROM audit_results ORDER BY id").map(rowToResult),
});

const opening = (
  sql: Sql,
): Pick<AuditStore, "taken" | "allTaken" | "take" | "people" | "answer" | "noteOpened"> => ({
  taken: (committee) => {
    const row = sql.get<TakenRow>(
      `SELECT ${takenColumns} FROM taken_draws WHERE committee = ?`,
      committee,
    );
    return row === undefined ? undefined : rowToTaken(row);
  },
  allTaken: () =>
    sql.all<TakenRow>(`SELECT ${takenColumns} FROM taken_draws ORDER BY id`).map(rowToTaken),
  take: ({ committee, draw, seq, root, places, takenOn, opened }, people) => {
    sql.run("DELETE FROM taken_draws WHERE committee = ?", committee.hash);
    sql.run("DELETE FROM audited_people");
    sql.run(
      `INSERT INTO taken_draws (${takenColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      committee.hash,
      committee.number,
      draw,
      seq,
      root,
      JSON.stringify(places),
      takenOn,
      opened,
    );
    for (const { place, person, line, salt, path, answer, reach } of people)
      sql.run(
        "INSERT INTO audited_people (place, person, line, salt, path, answer, reach) VALUES (?, ?, ?, ?, ?, ?, ?)",
        place,
        person,
        line,
        salt,
        JSON.stringify(path),
        answer,
        reach ?? null,
      );
  },
  people: () =>
    sql
      .all<PersonRow>(
        "SELECT place, person, line, salt, path, answer, reach FROM audited_people ORDER BY place",
      )
      .map(rowToPerson),
  answer: (place, answer, reach) => {
    sql.run(
      "UPDATE audited_people SET answer = ?, reach = ? WHERE place = ?",
      answer,
      reach ?? null,
      place,
    );
  },
  noteOpened: (committee, names) => {
    sql.run("UPDATE taken_draws SET opened = ? WHERE committee = ?", names, committee);
  },
});

export const createAuditStore = (sql: Sql): AuditStore => ({ ...drawing(sql), ...opening(sql) });
