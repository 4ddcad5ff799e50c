/**
 * A vault that the commands of an earlier pledge made, with a row or more in nearly every table: sample data, the light key
 * derivation, the passphrase of all samples. Whatever the schema becomes, what was in it stays.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { latestSchema } from "../../../src/adapters/vault/migrations.ts";
import { createVaults } from "../../../src/adapters/vault/vaults.ts";
import { decryptedImage, rowsIn } from "../../support/decrypted-image.ts";
import { passphrase } from "../../support/sample.ts";
import { rowsNow } from "./fixtures-today.ts";
import { put, scratch, valueOf } from "./sample-vault.ts";

const fixture = (name: string): Buffer =>
  readFileSync(new URL(`fixtures/schema-9/${name}`, import.meta.url));

// Argon2id for real, as the fixture was made.
const vaults = createVaults();
const unlock = { by: "passphrase", passphrase } as const;

const copied = (): string => {
  const folder = scratch();
  put(folder, "vault.db", fixture("vault.db"));
  put(folder, "vault.json", fixture("vault.json.bak"));
  return folder;
};

const open = async (folder: string): Promise<void> =>
  valueOf(await vaults.open(folder, unlock)).close();

const tablesIn = (image: Buffer): readonly string[] =>
  (
    rowsIn(
      image,
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('meta', 'row_digests') ORDER BY name",
    ) as readonly { readonly name: string }[]
  ).map(({ name }) => name);

const oldBackup = (folder: string): string => join(folder, "vault.old.backup");

describe("a vault of schema 9", () => {
  it("has all its rows under the schema of today", async () => {
    const folder = copied();
    const before = await decryptedImage(folder, passphrase);
    expect(rowsIn(before, "PRAGMA user_version")).toEqual([{ user_version: 9 }]);
    await open(folder);
    const after = await decryptedImage(folder, passphrase);
    expect(rowsIn(after, "PRAGMA user_version")).toEqual([{ user_version: latestSchema }]);
    const tables = tablesIn(before);
    const filled = tables.filter((name) => rowsIn(before, `SELECT * FROM ${name}`).length > 0);
    expect(filled.length).toBeGreaterThan(20);
    for (const name of tables)
      expect(rowsIn(after, `SELECT * FROM ${rowsNow(name)}`), name).toMatchObject(
        rowsIn(before, `SELECT * FROM ${name}`) as object[],
      );
    const examined = valueOf(await vaults.examine(folder, unlock));
    expect(examined.filter(({ state }) => state === "bad")).toEqual([]);
  });

  it("is kept beside itself until it was opened once more, for an older pledge to restore", async () => {
    const folder = copied();
    const image = await decryptedImage(folder, passphrase);
    await open(folder);
    expect(existsSync(oldBackup(folder))).toBe(true);
    const text = readFileSync(oldBackup(folder));
    const database = text.subarray(text.indexOf("\n") + 1);
    const old = scratch();
    put(old, "vault.db", database);
    put(old, "vault.json", fixture("vault.json.bak"));
    const kept = await decryptedImage(old, passphrase);
    expect(rowsIn(kept, "PRAGMA user_version")).toEqual([{ user_version: 9 }]);
    for (const name of tablesIn(image))
      expect(rowsIn(kept, `SELECT * FROM ${name}`), name).toEqual(
        rowsIn(image, `SELECT * FROM ${name}`),
      );
    await open(folder);
    expect(existsSync(oldBackup(folder))).toBe(false);
  });

  it("is not kept any longer once somebody is forgotten", async () => {
    const folder = copied();
    const vault = valueOf(await vaults.open(folder, unlock));
    expect(existsSync(oldBackup(folder))).toBe(true);
    vault.scrub();
    vault.close();
    expect(existsSync(oldBackup(folder))).toBe(false);
  });

  it("is restored from the backup by a later pledge too", async () => {
    const folder = copied();
    await open(folder);
    const target = join(scratch(), "vault");
    valueOf(await vaults.restore(oldBackup(folder), target, unlock));
    await open(target);
    expect(existsSync(oldBackup(target))).toBe(false);
  });
});
