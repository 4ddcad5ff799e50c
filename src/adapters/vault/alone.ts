import type { Database } from "./driver.ts";

/** No other connection has the database from here on until it is closed, and there is no log beside it. Throws what SQLite throws where another has it. */
export const takeAlone = (database: Database): void => {
  database.pragma("journal_mode = DELETE");
  database.pragma("locking_mode = EXCLUSIVE");
  database.exec("BEGIN EXCLUSIVE; COMMIT");
};
