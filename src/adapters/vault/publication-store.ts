/** The ledger of what letters have shown. Roles are kept as pairs: a role may be worded like a property of every object. */
import type { Day } from "../../domain/day.ts";
import type { TextHash } from "../../domain/letters/letter.ts";
import type { PublicationStore } from "../../domain/letters/publication.ts";
import type { Sql } from "./sql.ts";

interface PublicationRow {
  readonly text: TextHash;
  readonly published_on: Day;
  readonly roles: string;
  readonly other_workers: number;
  readonly other_supporters: number;
}

export const createPublicationStore = (sql: Sql): PublicationStore => ({
  all: (text) =>
    sql
      .all<PublicationRow>(
        `SELECT text, published_on, roles, other_workers, other_supporters
         FROM publications WHERE text = ? ORDER BY id`,
        text,
      )
      .map((row) => ({
        text: row.text,
        on: row.published_on,
        roles: new Map(JSON.parse(row.roles) as readonly (readonly [string, number])[]),
        others: { workers: row.other_workers, supporters: row.other_supporters },
      })),
  add: ({ text, on, roles, others }) => {
    sql.run(
      `INSERT INTO publications (text, published_on, roles, other_workers, other_supporters)
       VALUES (?, ?, ?, ?, ?)`,
      text,
      on,
      JSON.stringify([...roles]),
      others.workers,
      others.supporters,
    );
  },
});
