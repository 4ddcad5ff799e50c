/** The ledger of what letters have shown. Roles are kept as pairs: a role may be worded like a property of every object. */
import type { Day } from "../../domain/day.ts";
import type { TextHash } from "../../domain/letters/letter.ts";
import type { Publication, PublicationStore } from "../../domain/letters/publication.ts";
import type { Sql } from "./sql.ts";

interface PublicationRow {
  readonly text: TextHash;
  readonly published_on: Day;
  readonly roles: string;
  readonly other_workers: number;
  readonly other_supporters: number;
  readonly named: number | null;
}

const columns = "text, published_on, roles, other_workers, other_supporters, named";

const publicationIn = (row: PublicationRow): Publication => ({
  text: row.text,
  on: row.published_on,
  ...(row.named === null ? {} : { named: row.named }),
  roles: new Map(JSON.parse(row.roles) as readonly (readonly [string, number])[]),
  others: { workers: row.other_workers, supporters: row.other_supporters },
});

export const createPublicationStore = (sql: Sql): PublicationStore => ({
  all: (text) =>
    sql
      .all<PublicationRow>(`SELECT ${columns} FROM publications WHERE text = ? ORDER BY id`, text)
      .map(publicationIn),
  last: () => {
    const row = sql.get<PublicationRow>(
      `SELECT ${columns} FROM publications ORDER BY id DESC LIMIT 1`,
    );
    return row === undefined ? undefined : publicationIn(row);
  },
  add: ({ text, on, named, roles, others }) => {
    sql.run(
      `INSERT INTO publications (${columns}) VALUES (?, ?, ?, ?, ?, ?)`,
      text,
      on,
      JSON.stringify([...roles]),
      others.workers,
      others.supporters,
      named ?? null,
    );
  },
});
