/** Step 11 of the schema. While nothing may be deleted, what an edit replaces is kept as it was. */
import type { Database } from "../driver.ts";

/** Tables whose rows are changed in place; the history of pledges and assessments is only ever added to. */
const tables = ["people", "letters", "facts", "demands", "deliveries", "campaign"] as const;

/** Made from other columns. */
const derived: readonly string[] = ["name_key", "sought"];

const columnsOf = (database: Database, table: string): readonly string[] =>
  (
    database.prepare("SELECT name FROM pragma_table_info(?) ORDER BY cid").all(table) as readonly {
      readonly name: string;
    }[]
  )
    .map(({ name }) => name)
    .filter((name) => !derived.includes(name));

/** A later step that gives one of these tables a column makes its trigger anew. */
export const heldVersions = (database: Database): void => {
  database.exec(`
    CREATE TABLE held_versions (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      of TEXT NOT NULL,
      was TEXT NOT NULL
    ) STRICT;
  `);
  for (const table of tables) {
    const members = columnsOf(database, table).map((name) => `'${name}', OLD."${name}"`);
    database.exec(`
      CREATE TRIGGER held_${table} BEFORE UPDATE ON ${table}
      WHEN (SELECT held_since FROM retention) IS NOT NULL
      BEGIN
        INSERT INTO held_versions (of, was) VALUES ('${table}', json_object(${members.join(", ")}));
      END;
    `);
  }
};
