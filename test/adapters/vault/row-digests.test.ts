/** An old page put back carries a good MAC; the digest of all rows tells that it is old. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import type { Day } from "../../../src/domain/day.ts";
import type { Assessment } from "../../../src/domain/people/person.ts";
import { rowsIn } from "../../support/decrypted-image.ts";
import {
  badIn,
  change,
  emptyVault,
  identity,
  imageOf,
  newVault,
  person,
  unlock,
  valueOf,
  vaults,
} from "./sample-vault.ts";

const pageSize = 4096;
const pageOf = (file: Buffer, page: number): Buffer =>
  file.subarray(page * pageSize, (page + 1) * pageSize);

/** All rows of all tables. */
const contentOf = async (folder: string): Promise<readonly unknown[]> => {
  const image = await imageOf(folder);
  const tables = rowsIn(image, "SELECT name FROM sqlite_schema WHERE type = 'table'");
  return (tables as readonly { readonly name: string }[]).map(({ name }) => [
    name,
    rowsIn(image, `SELECT * FROM "${name}"`),
  ]);
};

const assessment: Assessment = { level: 4, basis: "conversation", day: "2026-11-22" as Day };

describe("the digest of all rows", () => {
  it("finds every page that is put back and takes something away", async () => {
    const folder = await newVault(300);
    const file = join(folder, "vault.db");
    const [before, imageBefore] = [readFileSync(file), await imageOf(folder)];
    await change(folder, ({ people }) => {
      people.assess(person(7).id, assessment);
      people.update({ ...person(9), note: "longer than before ".repeat(300) });
      people.remove(person(11).id);
    });
    const [after, imageAfter] = [readFileSync(file), await imageOf(folder)];
    expect(await badIn(folder)).toEqual([]);
    const now = await contentOf(folder);
    const changed = Array.from({ length: before.length / pageSize }, (_, page) => page).filter(
      (page) => !pageOf(imageBefore, page).equals(pageOf(imageAfter, page)),
    );
    let found = 0;
    for (const page of changed) {
      const mixed = Buffer.from(after);
      pageOf(before, page).copy(mixed, page * pageSize);
      writeFileSync(file, mixed);
      if ((await badIn(folder)).length > 0) found += 1;
      // Put together otherwise, and the same: nobody loses anything with such a page.
      else expect({ page, content: await contentOf(folder) }).toEqual({ page, content: now });
    }
    expect(found).toBeGreaterThan(6);
  });

  it("holds through every kind of change, a transaction that failed, and an import taken back", async () => {
    const folder = await newVault(30);
    const vault = valueOf(await vaults.open(folder, unlock));
    vault.transaction(() => ({ ok: false, failure: vault.people.remove(person(1).id) }) as never);
    vault.close();
    expect(await badIn(folder)).toEqual([]);
    await change(folder, ({ people, imports }) => {
      const number = imports.begin("2026-11-22" as Day, "list.csv");
      people.addAll([person(50), person(51)], number);
      imports.end();
    });
    expect(await badIn(folder)).toEqual([]);
    await change(folder, ({ imports }) => {
      imports.removeAdded();
      imports.clear();
    });
    expect(await badIn(folder)).toEqual([]);
  });

  it("holds where a transaction changed no row, and SQLite a number of its own", async () => {
    const folder = await emptyVault({ identity });
    await change(folder, ({ people }) => {
      people.remove(person(1).id);
    });
    expect(await badIn(folder)).toEqual([]);
  });
});
