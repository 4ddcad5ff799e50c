/** Whether a database is as SQLite wants it, page by page. */
import type { Database } from "./driver.ts";
import { sqliteFailureOf } from "./failed.ts";

/** Whether `look` finds things in order; a page whose MAC does not fit ends the looking, and is an answer. */
export const holds = (folder: string, look: () => boolean): boolean => {
  try {
    return look();
  } catch (error) {
    if (sqliteFailureOf(error, folder)?.type !== "database-unreadable") throw error;
    return false;
  }
};

/** Reads every page in use: structure, and what a page's MAC says. Throws what SQLite throws. */
export const pagesAreWhole = (database: Database): boolean => {
  const rows = database.prepare("PRAGMA integrity_check").all();
  return rows.length === 1 && Object.values(rows[0] as object)[0] === "ok";
};

/** Whether everything that refers to something finds it. Throws what SQLite throws. */
export const referencesHold = (database: Database): boolean =>
  database.prepare("PRAGMA foreign_key_check").all().length === 0;
