/** How the rows of the database are cut into buckets, and the digest of one (docs/vault-format.md, "Digests"). */
import { createHash } from "node:crypto";

import type { Database, Statement } from "./driver.ts";

/** A table and what is hashed of it. */
export interface Table {
  readonly name: string;
  /** The column by whose beginning rows fall into buckets; of a number the last 8 bits are left out. */
  readonly by: string;
  readonly isNumber: boolean;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly key: readonly string[];
}

/** What others sent is large: one bucket a writer and not one for all. */
const otherwise: Readonly<Record<string, string>> = {
  snapshot_links: "writer",
  snapshot_tops: "writer",
};

/** Beside the SHA-256 of it in the same row, the megabytes of `payload` need not be hashed a second time with every change; `rowsAreCurrent` does. */
export const hashed: readonly string[] = ["snapshot_tops", "own_snapshots"];

/** `meta` holds the digest itself, `row_digests` what it is made of. */
const without: readonly string[] = ["meta", "row_digests"];

/** SQLite's own, and without triggers: the last number that a table gave, which must never come twice. */
export const lastNumbers: Table = {
  name: "sqlite_sequence",
  by: "name",
  isNumber: false,
  columns: ["name", "seq"].map((name) => ({ name, type: "ANY" })),
  key: ["name"],
};

interface Column {
  readonly name: string;
  readonly type: string;
  /** The place in the primary key; 0 outside it. */
  readonly pk: number;
}

const tableOf = (database: Database, name: string): Table => {
  const columns = database
    .prepare("SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid")
    .all(name) as readonly Column[];
  const key = columns
    .filter(({ pk }) => pk > 0)
    .toSorted((one, other) => one.pk - other.pk)
    .map((column) => column.name);
  const by = otherwise[name] ?? key[0];
  if (by === undefined) throw new Error(`${name} has no primary key`);
  const isNumber = columns.some((column) => column.name === by && column.type === "INTEGER");
  const own = columns.filter((column) => column.name !== "payload" || !hashed.includes(name));
  return { name, by, isNumber, columns: own, key };
};

/** The tables of ours, as the schema has them. */
export const tablesOf = (database: Database): readonly Table[] =>
  (
    database
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
      )
      .all() as readonly { readonly name: string }[]
  )
    .filter(({ name }) => !without.includes(name))
    .map(({ name }) => tableOf(database, name));

const quoted = (name: string): string => `"${name}"`;

/** SQL for the bucket of a row; `row` is "NEW." or "OLD." in a trigger. */
export const bucketIn = ({ by, isNumber }: Table, row = ""): string => {
  const column = `${row}${quoted(by)}`;
  return isNumber ? `CAST(${column} >> 8 AS TEXT)` : `substr(${column}, 1, 2)`;
};

/** SQL for a row as the text of a JSON array. */
const lineIn = ({ columns }: Table): string =>
  `json_array(${columns
    .map(({ name, type }) => (type === "BLOB" ? `hex(${quoted(name)})` : quoted(name)))
    .join(", ")})`;

/** The lines of one bucket, by a range of the column, so that only its rows are read where that begins the key. */
const linesIn = (table: Table): string => {
  const by = quoted(table.by);
  const range = table.isNumber
    ? `${by} BETWEEN wanted << 8 AND (wanted << 8) + 255`
    : `${by} >= wanted AND ${by} <= wanted || char(1114111) AND ${bucketIn(table)} = wanted`;
  const wanted = table.isNumber ? "CAST(? AS INTEGER)" : "?";
  return `SELECT group_concat(line, char(10)) AS lines FROM (
    SELECT ${lineIn(table)} AS line FROM (SELECT ${wanted} AS wanted) CROSS JOIN ${quoted(table.name)}
    WHERE ${range} ORDER BY ${table.key.map(quoted).join(", ")})`;
};

export const sha256 = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex");

export interface Buckets {
  /** Those that have rows. */
  readonly of: (table: Table) => readonly string[];
  /** SHA-256 of the rows that are in the bucket now, in hex; nothing where there are none. */
  readonly digest: (table: Table, bucket: string) => string | undefined;
}

export const createBuckets = (database: Database): Buckets => {
  const prepared = new Map<string, Statement>();
  const linesOf = (table: Table): Statement => {
    const known = prepared.get(table.name) ?? database.prepare(linesIn(table));
    prepared.set(table.name, known);
    return known;
  };
  return {
    of: (table) =>
      (
        database
          .prepare(`SELECT DISTINCT ${bucketIn(table)} AS bucket FROM ${quoted(table.name)}`)
          .all() as readonly { readonly bucket: string }[]
      ).map(({ bucket }) => bucket),
    digest: (table, bucket) => {
      const { lines } = linesOf(table).get(bucket) as { readonly lines: string | null };
      return lines === null ? undefined : sha256(lines);
    },
  };
};
