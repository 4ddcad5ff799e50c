/** What a vault holds, told by the real code that opens it and by a reader that shares nothing with it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { Unlock } from "../../../src/domain/vault/vault.ts";
import { dataKeyOf, decryptedImage, rowsIn } from "../../support/decrypted-image.ts";
import { derive, vaults } from "../vault-looks.ts";

/** "ok", or why it does not open. */
export const opening = async (folder: string, unlock: Unlock): Promise<string> => {
  const opened = await vaults.open(folder, unlock);
  if (!opened.ok) return opened.failure.type;
  opened.value.close();
  return "ok";
};

/** Every row of every table but `meta`, which counts what was done: as SQLite writes its values, in two queries. */
const rowsOf = (image: Buffer): string => {
  const tables = rowsIn(
    image,
    `SELECT tables.name AS name, group_concat('quote("' || columns.name || '")', ' || '','' || ') AS row
     FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
     WHERE tables.type = 'table' AND tables.name <> 'meta' GROUP BY tables.name`,
  ) as readonly { readonly name: string; readonly row: string }[];
  const each = tables.map(
    ({ name, row }) => `SELECT '${name}' AS of, ${row} AS row FROM "${name}"`,
  );
  return JSON.stringify(rowsIn(image, each.join(" UNION ALL ")));
};

/** The database in plain text, erased rows that left a trace included. Throws while the vault is open. */
export const imageIn = async (folder: string, passphrase: string): Promise<Buffer> =>
  decryptedImage(folder, await dataKeyOf(folder, passphrase, (typed, kdf) => derive(typed, kdf)));

/**
 * Opens the vault, which heals what can be healed, has it examined, and gives all its rows. Throws where it does not open, or
 * is not in order.
 */
export const contentOf = async (folder: string, passphrase: string): Promise<string> => {
  const unlock = { by: "passphrase", passphrase } as const;
  const opened = await vaults.open(folder, unlock);
  if (!opened.ok) throw new Error(`it does not open: ${JSON.stringify(opened.failure)}`);
  const people = opened.value.people.summaries();
  opened.value.close();
  const examined = await vaults.examine(folder, unlock);
  if (!examined.ok) throw new Error(`it opens only once: ${examined.failure.type}`);
  const bad = examined.value.filter(({ state }) => state === "bad");
  if (bad.length > 0) throw new Error(`doctor finds ${JSON.stringify(bad)}`);
  return JSON.stringify([people, rowsOf(await imageIn(folder, passphrase))]);
};

/** What stands at the beginning of the database: another one under another data key. */
export const saltOf = (folder: string): string =>
  readFileSync(join(folder, "vault.db")).toString("hex", 0, 16);
