/** A backup of a vault, taken apart so that tests can put it together wrongly. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { canonical } from "../../support/decrypted-image.ts";
import { backUp, change, newVault, person, scratch, unlock, valueOf } from "./sample-vault.ts";

export interface SampleBackup {
  /** The vault that it was made of. */
  readonly folder: string;
  readonly file: string;
  readonly whole: Buffer;
  /** The text of `vault.json` in it. */
  readonly header: string;
  readonly database: Buffer;
  /** The digest of the database, in hex. */
  readonly sha256: string;
}

/** A vault with forty people and a backup of it. */
export const newBackup = async (): Promise<SampleBackup> => {
  const folder = await newVault(40);
  await change(folder, ({ people }) =>
    people.assess(person(1).id, { level: 2, basis: "hearsay", day: person(1).addedOn }),
  );
  const file = join(scratch(), "backup");
  valueOf(await backUp(folder, unlock, file));
  const whole = readFileSync(file);
  const end = whole.indexOf("\n");
  const head = JSON.parse(whole.toString("utf8", 0, end)) as {
    readonly header: string;
    readonly database: { readonly sha256: string };
  };
  const database = whole.subarray(end + 1);
  return { folder, file, whole, header: head.header, database, sha256: head.database.sha256 };
};

/** A backup as somebody forges it: any header, any database, the digest fresh. */
export const forged = (header: string, database: Uint8Array, change: object = {}): Buffer => {
  const described = {
    bytes: database.length,
    sha256: createHash("sha256").update(database).digest("hex"),
  };
  const head = canonical({ type: "pledge-backup", v: 1, header, database: described, ...change });
  return Buffer.concat([Buffer.from(`${head}\n`), database]);
};
