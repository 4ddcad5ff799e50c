import type { Day } from "../../domain/day.ts";
import type { Fact, FactKey, FactStore } from "../../domain/letters/fact.ts";
import { markErasing } from "./scrub.ts";
import type { Sql } from "./sql.ts";

interface FactRow {
  readonly key: FactKey;
  readonly claim: string;
  readonly source: string;
  readonly day: Day;
  readonly known: Fact["known"];
  readonly let_through: number;
}

const facts = "SELECT fact AS key, claim, source, day, known, let_through FROM facts";

const rowToFact = ({ day, let_through, ...row }: FactRow): Fact => ({
  key: row.key,
  claim: row.claim,
  source: row.source,
  date: day,
  known: row.known,
  letThrough: let_through === 1,
});

export const createFactStore = (sql: Sql): FactStore => ({
  all: () => sql.all<FactRow>(`${facts} ORDER BY fact`).map(rowToFact),
  byKey: (key) => {
    const row = sql.get<FactRow>(`${facts} WHERE fact = ?`, key);
    return row === undefined ? undefined : rowToFact(row);
  },
  put: ({ key, claim, source, date, known, letThrough }) => {
    sql.run(
      `INSERT INTO facts (fact, claim, source, day, known, let_through) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (fact) DO UPDATE SET claim = excluded.claim, source = excluded.source,
         day = excluded.day, known = excluded.known, let_through = excluded.let_through`,
      key,
      claim,
      source,
      date,
      known,
      Number(letThrough),
    );
  },
  remove: (key) => {
    // What is known only from work may be confidential, and is erased as a person is.
    if (sql.run("DELETE FROM facts WHERE fact = ?", key) > 0) markErasing(sql);
  },
});
