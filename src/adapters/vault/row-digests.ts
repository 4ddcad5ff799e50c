/**
 * A digest of all rows, kept with the generation (docs/vault-format.md, "Digests"). Every page carries a MAC, but an
 * old page of the same file carries a good one too: whoever puts it back takes away what was written since. So `row_digests`
 * has the SHA-256 of every bucket of rows, and `meta` the SHA-256 of those. A change costs the buckets that it falls into.
 */
import type { Database } from "./driver.ts";
import { bucketIn, createBuckets, hashed, lastNumbers, sha256, tablesOf } from "./row-buckets.ts";
import type { Buckets, Table } from "./row-buckets.ts";

const renew = (database: Database, buckets: Buckets, table: Table, bucket: string): void => {
  const digest = buckets.digest(table, bucket);
  if (digest === undefined)
    database.prepare("DELETE FROM row_digests WHERE of = ? AND bucket = ?").run(table.name, bucket);
  else
    database
      .prepare("INSERT OR REPLACE INTO row_digests (of, bucket, digest) VALUES (?, ?, ?)")
      .run(table.name, bucket, digest);
};

/** The digest of the digests. */
const rootOf = (database: Database): string => {
  const { lines } = database
    .prepare(
      "SELECT group_concat(line, char(10)) AS lines FROM (SELECT json_array(of, bucket, digest) AS line FROM row_digests ORDER BY of, bucket)",
    )
    .get() as { readonly lines: string | null };
  return sha256(lines ?? "");
};

const keepRoot = (database: Database): void => {
  database.prepare("UPDATE meta SET digest = ?").run(rootOf(database));
};

/** All of them anew, after the schema has changed. For the transaction that changes it. */
export const rebuildDigests = (database: Database): void => {
  const buckets = createBuckets(database);
  database.exec("DELETE FROM row_digests");
  for (const table of [lastNumbers, ...tablesOf(database)])
    for (const bucket of buckets.of(table)) renew(database, buckets, table, bucket);
  keepRoot(database);
};

interface Kept {
  readonly of: string;
  readonly bucket: string;
  readonly digest: string;
}

const nameOf = (of: string, bucket: string): string => JSON.stringify([of, bucket]);

interface PayloadRow {
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
  readonly sha256: string;
}

/** What is left out of the digests, since its own hash stands beside it. Of a list that was erased both are empty. */
const payloadsFit = (database: Database, table: string): boolean => {
  const keys = database.prepare(`SELECT rowid AS id FROM ${table} WHERE signature IS NOT NULL`);
  const one = database.prepare(`SELECT payload, signature, sha256 FROM ${table} WHERE rowid = ?`);
  // One after another: all together they may be more than the memory holds.
  return (keys.all() as readonly { readonly id: number }[]).every(({ id }) => {
    const { payload, signature, sha256: hash } = one.get(id) as PayloadRow;
    return signature.length === 0 ? payload.length === 0 : sha256(payload) === hash;
  });
};

/** Whether the rows are those that were written last. Reads all of them. */
export const rowsAreCurrent = (database: Database): boolean => {
  const root = database.prepare("SELECT digest FROM meta").get() as { readonly digest: string };
  if (root.digest !== rootOf(database)) return false;
  const rows = database.prepare("SELECT of, bucket, digest FROM row_digests").all();
  const kept = new Map(
    (rows as readonly Kept[]).map(({ of, bucket, digest }) => [nameOf(of, bucket), digest]),
  );
  const buckets = createBuckets(database);
  for (const table of [lastNumbers, ...tablesOf(database)])
    for (const bucket of buckets.of(table)) {
      const name = nameOf(table.name, bucket);
      if (kept.get(name) !== buckets.digest(table, bucket)) return false;
      kept.delete(name);
    }
  return kept.size === 0 && hashed.every((table) => payloadsFit(database, table));
};

const marksOf = (table: Table): string => {
  const mark = (row: string): string =>
    // Not OR IGNORE: what the statement that fires it says of conflicts would hold here too.
    `INSERT INTO temp.changed_rows VALUES ('${table.name}', ${bucketIn(table, row)});`;
  const trigger = (event: string, ...rows: readonly string[]): string =>
    `CREATE TEMP TRIGGER "${table.name}_${event}" AFTER ${event} ON main."${table.name}" BEGIN ${rows.map(mark).join(" ")} END;`;
  return [
    trigger("INSERT", "NEW."),
    trigger("UPDATE", "OLD.", "NEW."),
    trigger("DELETE", "OLD."),
  ].join("\n");
};

/**
 * Watches what this connection changes from now on, by triggers that are not in the file: another program reads and writes the
 * database without them. What it gives is for the end of each transaction: it takes in what that changed.
 * Call it outside of one.
 */
export const watchRows = (database: Database): (() => void) => {
  const tables = new Map(tablesOf(database).map((table) => [table.name, table]));
  const buckets = createBuckets(database);
  // Rolled back with the transaction that fails.
  database.exec(
    `CREATE TEMP TABLE changed_rows (of TEXT, bucket TEXT);
    ${[...tables.values()].map(marksOf).join("\n")}`,
  );
  return () => {
    const changed = database
      .prepare("SELECT DISTINCT of, bucket FROM temp.changed_rows")
      .all() as readonly Omit<Kept, "digest">[];
    for (const { of, bucket } of changed) {
      const table = tables.get(of);
      if (table === undefined) throw new Error(`no table ${of}`);
      renew(database, buckets, table, bucket);
    }
    // Also where no row was changed: SQLite notes the last number of a table from which a statement could have taken one.
    for (const bucket of buckets.of(lastNumbers)) renew(database, buckets, lastNumbers, bucket);
    database.exec("DELETE FROM temp.changed_rows");
    keepRoot(database);
  };
};
