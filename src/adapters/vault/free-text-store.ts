/** Texts in which anybody may be named, out of every table that has one. */
import type { PersonId } from "../../domain/people/person.ts";
import type { FreeText, FreeTextStore, TextPlace } from "../../domain/retention/free-texts.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import { ofSigners } from "./snapshot-rows.ts";
import type { Sql } from "./sql.ts";

/** A column with text. */
interface Source {
  readonly table: string;
  /** The column that tells its rows apart. */
  readonly key: string;
  readonly column: string;
  /** The column after which its place is called, where that is another one. */
  readonly called?: string;
  /** JSON, whose strings are the texts. */
  readonly json?: true;
  /** Only of these rows. */
  readonly where?: string;
  readonly fixed?: true;
  readonly place: (called: string) => TextPlace;
}

const note = (called: string): TextPlace => ({ in: "note", of: called as PersonId });
const named =
  (place: "draft" | "letter" | "fact" | "demand" | "test") =>
  (called: string): TextPlace => ({ in: place, name: called });
const delivery = (called: string): TextPlace => ({ in: "delivery", number: Number(called) });
const lastImport = (): TextPlace => ({ in: "import" });

const people = { table: "people", key: "id", place: note };
const draft = { table: "letters", key: "name", where: "frozen_as IS NULL", place: named("draft") };
const letter = { key: "name", fixed: true as const, place: named("letter") };
const fact = { table: "facts", key: "fact", place: named("fact") };
const deliveries = { table: "deliveries", key: "number", place: delivery };
const change = { table: "import_changes", key: "person", json: true as const, place: lastImport };

const sources: readonly Source[] = [
  { ...people, column: "note" },
  { ...people, column: "shared_note" },
  { ...people, column: "source" },
  { ...people, column: "issues", json: true },
  { ...draft, column: "answers", json: true },
  { ...draft, column: "source" },
  { ...letter, table: "letters", column: "answers", json: true, where: "frozen_as IS NOT NULL" },
  { ...letter, table: "texts", key: "hash", column: "markdown", called: "letter" },
  { ...fact, column: "claim" },
  { ...fact, column: "source" },
  { table: "demands", key: "demand", column: "definition", json: true, place: named("demand") },
  {
    table: "demand_changes",
    key: "id",
    column: "words",
    called: "demand",
    place: named("demand"),
  },
  { table: "structure_tests", key: "test", column: "ask", place: named("test") },
  { ...deliveries, column: "addressee" },
  { ...deliveries, column: "way" },
  {
    ...deliveries,
    table: "responses",
    key: "id",
    column: "answers",
    called: "delivery",
    json: true,
  },
  { table: "last_import", key: "id", column: "file", place: lastImport },
  { ...change, column: "was" },
  { ...change, column: "became" },
  { table: "left_out", key: "id", column: "reason", place: () => ({ in: "left-out" }) },
  {
    table: "mappings",
    key: "header",
    column: "header",
    json: true,
    place: () => ({ in: "columns" }),
  },
];

/** Every string in a JSON value, in the order of writing; not the names of members. */
const stringsIn = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};

/** The same value with other strings, taken from the front of the list. */
const withStrings = (value: unknown, texts: string[]): unknown => {
  if (typeof value === "string") return texts.shift();
  if (Array.isArray(value)) return value.map((one) => withStrings(one, texts));
  return typeof value === "object" && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([name, one]) => [name, withStrings(one, texts)]),
      )
    : value;
};

interface Row {
  readonly key: string | number;
  readonly called: string | number;
  readonly text: string;
}

const read = (sql: Sql, source: Source, place: number): readonly FreeText[] => {
  const { table, key, column, called = key, where = "TRUE", json, fixed = false } = source;
  return sql
    .all<Row>(
      `SELECT ${key} AS key, ${called} AS called, ${column} AS text FROM ${table} WHERE ${column} IS NOT NULL AND ${where} ORDER BY ${key}`,
    )
    .map((row) => ({
      place: source.place(String(row.called)),
      key: JSON.stringify([place, row.key]),
      texts: json === true ? stringsIn(JSON.parse(row.text)) : [row.text],
      fixed,
    }));
};

/** Lists of signers that others sent: their lines are JSON, and only names are looked for. */
const received = (sql: Sql): readonly FreeText[] =>
  sql
    .all<{ readonly writer: Fingerprint; readonly payload: Buffer }>(
      `SELECT writer, payload FROM snapshot_tops WHERE ${ofSigners} ORDER BY writer`,
    )
    .map(({ writer, payload }) => ({
      place: { in: "signers", from: writer },
      key: "",
      texts: payload
        .toString("utf8")
        .split("\n")
        .filter((line) => line.startsWith('{"name":'))
        .flatMap((line) => stringsIn(JSON.parse(line))),
      fixed: true,
    }));

const put = (sql: Sql, key: string, texts: readonly string[]): void => {
  const [place, row] = JSON.parse(key) as readonly [number, string | number];
  const source = sources[place] as Source;
  const { table, column, json } = source;
  if (table === "mappings") {
    // Of no use any more: whoever brings such a table is asked again.
    sql.run("DELETE FROM mappings WHERE header = ?", row);
    return;
  }
  const one = `${source.key} = ?`;
  if (json !== true) {
    sql.run(`UPDATE ${table} SET ${column} = ? WHERE ${one}`, texts[0] ?? "", row);
    return;
  }
  const before = sql.get<Row>(`SELECT ${column} AS text FROM ${table} WHERE ${one}`, row);
  const value = withStrings(JSON.parse(before?.text ?? "null"), [...texts]);
  sql.run(`UPDATE ${table} SET ${column} = ? WHERE ${one}`, JSON.stringify(value), row);
};

export const createFreeTextStore = (sql: Sql): FreeTextStore => ({
  all: () => [...sources.flatMap((source, place) => read(sql, source, place)), ...received(sql)],
  put: ({ key }, texts) => put(sql, key, texts),
});
