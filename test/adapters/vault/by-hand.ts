/** The database of a vault, opened as any other SQLCipher 4 would. */
import { createRequire } from "node:module";
import { join } from "node:path";

import { dataKeyOf, headerIn, keyFor } from "../../support/decrypted-image.ts";
import { fastDerive } from "../../support/fast-derive.ts";
import { passphrase } from "./sample-vault.ts";

export interface ByHand {
  readonly pragma: (sql: string) => unknown;
  readonly key: (key: Buffer) => unknown;
  readonly exec: (sql: string) => unknown;
  readonly prepare: (sql: string) => { readonly all: () => unknown[] };
  readonly close: () => unknown;
}

const require = createRequire(import.meta.url);
const driver = Number(process.versions["napi"]) >= 10 ? "better-sqlite3" : "better-sqlite3-node20";

/** Without `key` the file is in plain text. */
export const Driver = require(driver) as new (path: string) => ByHand;

/** What another thread needs to open the database. */
export const rawKeyOf = async (
  folder: string,
  by: string = passphrase,
): Promise<{ readonly driver: string; readonly path: string; readonly key: Buffer }> => {
  const dataKey = await dataKeyOf(folder, by, fastDerive);
  const { vault } = headerIn(folder);
  const keys = [
    keyFor(dataKey, vault, "pledge/v1/db-key", 32),
    keyFor(dataKey, vault, "pledge/v1/db-salt", 16),
  ];
  return {
    driver: require.resolve(driver),
    path: join(folder, "vault.db"),
    key: Buffer.concat([Buffer.from("raw:"), ...keys]),
  };
};

export const openByHand = async (folder: string, by: string = passphrase): Promise<ByHand> => {
  const { path, key } = await rawKeyOf(folder, by);
  const database = new Driver(path);
  database.pragma("cipher = 'sqlcipher'");
  database.pragma("legacy = 4");
  database.key(key);
  return database;
};
