/** Letters that went out, and what came back. Nothing here is ever taken away: a number names one delivery for good. */
import type { Day } from "../../domain/day.ts";
import type {
  Delivery,
  DeliveryStore,
  DemandAnswer,
  Response,
} from "../../domain/letters/delivery.ts";
import type { Sql } from "./sql.ts";

interface DeliveryRow extends Omit<Delivery, "on" | "answerBy"> {
  readonly delivered_on: Day;
  readonly answer_by: Day | null;
}

interface ResponseRow {
  readonly delivery: number;
  readonly answered_on: Day;
  readonly answers: string;
}

const rowToDelivery = (row: DeliveryRow): Delivery => ({
  number: row.number,
  letter: row.letter,
  text: row.text,
  addressee: row.addressee,
  way: row.way,
  on: row.delivered_on,
  ...(row.answer_by === null ? {} : { answerBy: row.answer_by }),
});

const rowToResponse = ({ delivery, answered_on, answers }: ResponseRow): Response => ({
  delivery,
  on: answered_on,
  answers: JSON.parse(answers) as readonly DemandAnswer[],
});

/** In the order of the columns. */
const said = (delivery: Omit<Delivery, "number">): readonly (string | null)[] => [
  delivery.letter,
  delivery.text,
  delivery.addressee,
  delivery.way,
  delivery.on,
  delivery.answerBy ?? null,
];

export const createDeliveryStore = (sql: Sql): DeliveryStore => ({
  all: () =>
    sql
      .all<DeliveryRow>(
        `SELECT number, letter, text, addressee, way, delivered_on, answer_by
         FROM deliveries ORDER BY delivered_on, number`,
      )
      .map(rowToDelivery),
  add: (delivery) => {
    sql.run(
      `INSERT INTO deliveries (letter, text, addressee, way, delivered_on, answer_by)
       VALUES (?, ?, ?, ?, ?, ?)`,
      ...said(delivery),
    );
    // Sound: the row just added has the highest number, and no second writer is in a transaction.
    const row = sql.get<{ readonly number: number }>(
      "SELECT max(number) AS number FROM deliveries",
    );
    return row?.number ?? 0;
  },
  correct: (delivery) => {
    sql.run(
      `UPDATE deliveries SET letter = ?, text = ?, addressee = ?, way = ?, delivered_on = ?, answer_by = ?
       WHERE number = ?`,
      ...said(delivery),
      delivery.number,
    );
  },
  responses: () =>
    sql
      .all<ResponseRow>(
        "SELECT delivery, answered_on, answers FROM responses ORDER BY answered_on, id",
      )
      .map(rowToResponse),
  respond: ({ delivery, on, answers }) => {
    sql.run(
      "INSERT INTO responses (delivery, answered_on, answers) VALUES (?, ?, ?)",
      delivery,
      on,
      JSON.stringify(answers),
    );
  },
});
