/**
 * A vault that the commands of pledge made when schema 2 was the last one: sample data, the light key derivation, a
 * committee of two with tallies and signers of both. What its tables held they hold after the step.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

import { latestSchema } from "../../../src/adapters/vault/migrations.ts";
import { createVaults } from "../../../src/adapters/vault/vaults.ts";
import type { Vault } from "../../../src/domain/vault/vault.ts";
import { decryptedImage, rowsIn } from "../../support/decrypted-image.ts";
import { passphrase } from "../../support/sample.ts";
import { forged } from "./sample-backup.ts";
import { rowsNow } from "./fixtures-today.ts";
import { put, scratch, valueOf } from "./sample-vault.ts";

const fixture = (name: string): Buffer =>
  readFileSync(new URL(`fixtures/schema-2/${name}`, import.meta.url));

// Argon2id for real, as the fixture was made.
const vaults = createVaults();
const unlock = { by: "passphrase", passphrase } as const;

const copied = (): string => {
  const folder = scratch();
  put(folder, "vault.db", fixture("vault.db"));
  put(folder, "vault.json", fixture("vault.json.bak"));
  return folder;
};

interface Column {
  readonly table: string;
  readonly column: string;
}

const columnsOf = (image: Buffer): ReadonlyMap<string, readonly string[]> => {
  const rows = rowsIn(
    image,
    `SELECT tables.name AS "table", columns.name AS "column"
     FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns WHERE tables.type = 'table'`,
  ) as readonly Column[];
  const tables = new Map<string, string[]>();
  for (const { table, column } of rows) tables.set(table, [...(tables.get(table) ?? []), column]);
  return tables;
};

/** Every row of every table, in these columns. */
const everything = (
  image: Buffer,
  columns: ReadonlyMap<string, readonly string[]>,
  tableOf: (name: string) => string = (name) => name,
): ReadonlyMap<string, readonly unknown[]> =>
  new Map(
    [...columns].map(([table, names]) => [
      table,
      rowsIn(image, `SELECT ${names.map((name) => `"${name}"`).join(", ")} FROM ${tableOf(table)}`),
    ]),
  );

const expectNew = (vault: Vault): void => {
  const [first, second] = vault.letters.all();
  expect(first).toMatchObject({ name: "first-letter", facts: [], frozen: {} });
  expect(second).toMatchObject({ name: "second-letter", facts: [] });
  expect(Object.keys(first ?? {})).not.toContain("about");
  expect(Object.keys(first ?? {})).not.toContain("source");
  expect([
    vault.facts.all(),
    vault.demands.own(),
    vault.deliveries.all(),
    vault.deliveries.responses(),
  ]).toEqual([[], [], [], []]);
  for (const key of vault.campaign.get().demands) expect(vault.demands.changes(key)).toEqual([]);
  if (first?.frozen !== undefined) expect(vault.publications.all(first.frozen.hash)).toEqual([]);
};

describe("a vault of schema 2", () => {
  let before: Buffer = Buffer.alloc(0);
  beforeAll(async () => {
    before = await decryptedImage(copied(), passphrase);
  });

  it("holds something in every table, so that nothing is kept by being absent", () => {
    expect(rowsIn(before, "PRAGMA user_version")).toEqual([{ user_version: 2 }]);
    const rows = everything(before, columnsOf(before));
    expect(rows.size).toBe(15);
    expect([...rows].filter(([, kept]) => kept.length === 0)).toEqual([]);
  });

  it("is brought up when it is opened, with every row as it was", async () => {
    const folder = copied();
    const vault = valueOf(await vaults.open(folder, unlock));
    expectNew(vault);
    vault.close();
    const after = await decryptedImage(folder, passphrase);
    expect(rowsIn(after, "PRAGMA user_version")).toEqual([{ user_version: latestSchema }]);
    const columns = columnsOf(before);
    expect(everything(after, columns, rowsNow)).toEqual(everything(before, columns));
    const findings = valueOf(await vaults.examine(folder, unlock));
    expect(findings.filter(({ state }) => state === "bad")).toEqual([]);
  });

  it("is brought up when it comes from a backup, and begins a new life as any other", async () => {
    const file = join(scratch(), "backup");
    const target = join(scratch(), "vault");
    writeFileSync(file, forged(fixture("vault.json.bak").toString("utf8"), fixture("vault.db")));
    valueOf(await vaults.restore(file, target, unlock));
    const vault = valueOf(await vaults.open(target, unlock));
    expectNew(vault);
    expect(vault.identity.get()?.supersedes).toHaveLength(1);
    expect(vault.tallies.own()).toBeUndefined();
    vault.close();
  });
});
