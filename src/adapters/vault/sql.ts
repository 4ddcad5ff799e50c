/** Statements over the open database: prepared once, guarded against the disk, rows as plain objects. */
import type { Database, Statement, Value } from "./driver.ts";
import { guarded } from "./failed.ts";

export interface Sql {
  /** Gives how many rows it changed. */
  readonly run: (text: string, ...values: readonly Value[]) => number;
  /** The first row, or nothing. `Row` is what the statement selects: the schema vouches for it, every page is authenticated. */
  readonly get: <Row>(text: string, ...values: readonly Value[]) => Row | undefined;
  readonly all: <Row>(text: string, ...values: readonly Value[]) => readonly Row[];
}

/** Rows by a key, in the order in which they came. */
export const grouped = <Row, Key>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): Map<Key, Row[]> => {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [row]);
    else known.push(row);
  }
  return groups;
};

/** A BLOB as the domain knows bytes: of a Buffer, as the driver gives it, `slice` would share memory instead of copying. */
export const bytesOf = (blob: Uint8Array): Uint8Array =>
  new Uint8Array(blob.buffer, blob.byteOffset, blob.byteLength);

export const createSql = (database: Database, folder: string): Sql => {
  const prepared = new Map<string, Statement>();
  const statement = (text: string): Statement => {
    const known = prepared.get(text);
    if (known !== undefined) return known;
    const fresh = database.prepare(text);
    prepared.set(text, fresh);
    return fresh;
  };
  return {
    run: (text, ...values) => guarded(folder, () => statement(text).run(...values).changes),
    get: <Row>(text: string, ...values: readonly Value[]) =>
      guarded(folder, () => statement(text).get(...values) as Row | undefined),
    all: <Row>(text: string, ...values: readonly Value[]) =>
      guarded(folder, () => statement(text).all(...values) as readonly Row[]),
  };
};
