/**
 * The SQLite driver: the multiple-ciphers build in one of two versions. 13 carries its binaries
 * but kills the process, without a message, where Node-API is below 10; 12 runs on Node 20. A
 * crash cannot be caught, so the choice is made before anything native is loaded.
 */
import { createRequire } from "node:module";

/** The part of the driver that the vault uses. What is not here (serialize, backup, loadExtension) writes plain text or runs foreign code. */
export interface Database {
  readonly prepare: (sql: string) => Statement;
  readonly exec: (sql: string) => unknown;
  readonly pragma: (sql: string, options?: { readonly simple: boolean }) => unknown;
  readonly key: (key: Buffer) => unknown;
  readonly rekey: (key: Buffer) => unknown;
  readonly close: () => unknown;
  readonly inTransaction: boolean;
}

export interface Statement {
  readonly run: (...values: readonly Value[]) => { readonly changes: number };
  readonly get: (...values: readonly Value[]) => unknown;
  readonly all: (...values: readonly Value[]) => readonly unknown[];
}

export type Value = string | number | null | Uint8Array;

export type OpenDatabase = new (
  path: string,
  options: { readonly fileMustExist: boolean; readonly timeout: number },
) => Database;

/** How long a second writer waits for the first, in milliseconds. */
export const standardPatience = 5000;

const require = createRequire(import.meta.url);

/** The driver's class, or nothing where its native part cannot be loaded on this Node.js. */
export const loadDriver = (): OpenDatabase | undefined => {
  const name = Number(process.versions["napi"]) >= 10 ? "better-sqlite3" : "better-sqlite3-node20";
  try {
    const driver = require(name) as OpenDatabase;
    // The native part is loaded by the first database, not by require.
    new driver(":memory:", { fileMustExist: false, timeout: 0 }).close();
    return driver;
  } catch {
    return undefined;
  }
};
