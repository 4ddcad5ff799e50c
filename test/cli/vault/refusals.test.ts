/** Whatever is wrong with a vault, in two lines and an exit code. */
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { openByHand } from "../../adapters/vault/by-hand.ts";
import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

const worldWithVault = async (patience?: number): Promise<TestWorld> => {
  const world = await testWorld(patience === undefined ? {} : { patience });
  await world.init();
  return world;
};

/** `pledge list` after something was done to the vault. */
const listed = async (
  spoil: (vault: string, world: TestWorld) => void | Promise<void>,
): Promise<string> => {
  const world = await worldWithVault(20);
  await spoil(world.vaultFolder, world);
  return world.transcript("list");
};

const edit = (path: string, change: (text: string) => string): void =>
  writeFileSync(path, change(readFileSync(path, "utf8")));

describe("a vault that cannot be opened", () => {
  it("because its header was changed, and the copy is whole", async () => {
    expect(await listed((vault) => edit(join(vault, "vault.json"), (text) => ` ${text}`)))
      .toMatchInlineSnapshot(`
      "$ pledge list
      ! pledge: error: ~/vault/vault.json is missing, or was changed or damaged
      ! pledge: hint: the copy beside it is whole: put vault.json.bak in its place, and ask who touched the folder
      [exit 5]"
    `);
  });

  it("because its header was changed, and the copy is of no use", async () => {
    expect(
      await listed((vault) => {
        for (const name of ["vault.json", "vault.json.bak"])
          edit(join(vault, name), (text) => text.replace(/.$/u, ""));
      }),
    ).toMatchInlineSnapshot(`
      "$ pledge list
      ! pledge: error: ~/vault/vault.json is missing, or was changed or damaged
      ! pledge: hint: bring it back from a backup: move the folder away, then "pledge restore FILE"
      [exit 5]"
    `);
  });

  it("because its header is not there", async () => {
    expect(await listed((vault) => rmSync(join(vault, "vault.json")))).toMatchInlineSnapshot(`
      "$ pledge list
      ! pledge: error: ~/vault/vault.json is missing, or was changed or damaged
      ! pledge: hint: the copy beside it is whole: put vault.json.bak in its place, and ask who touched the folder
      [exit 5]"
    `);
  });

  it("because a later pledge wrote its header", async () => {
    expect(
      await listed((vault) =>
        edit(join(vault, "vault.json"), (text) => text.replace('"v":1,"vault"', '"v":2,"vault"')),
      ),
    ).toMatchInlineSnapshot(`
      "$ pledge list
      ! pledge: error: this vault was written by a later pledge (vault.json version 2)
      ! pledge: hint: update pledge; nothing was changed
      [exit 5]"
    `);
  });

  it("because its header asks for a check that is too weak or too much", async () => {
    expect(
      await listed((vault) =>
        edit(join(vault, "vault.json"), (text) => text.replace(/"m":\d+/u, '"m":8')),
      ),
    ).toMatchInlineSnapshot(`
      "$ pledge list
      ! pledge: error: vault.json asks for a passphrase check outside the bounds we accept (memory 8 KiB)
      ! pledge: hint: somebody changed it; bring it back from a backup: move the folder away, then "pledge restore FILE"
      [exit 5]"
    `);
  });

  it("because an old header was put back", async () => {
    expect(
      await listed(async (vault, world) => {
        copyFileSync(join(vault, "vault.json"), join(world.folder, "old"));
        const same = join(world.folder, "passphrase");
        await world.pledge("passphrase", "change", "--new-passphrase-file", same);
        copyFileSync(join(world.folder, "old"), join(vault, "vault.json"));
      }),
    ).toMatchInlineSnapshot(`
      "$ pledge list
      ! pledge: error: ~/vault/vault.json is older than the database beside it
      ! pledge: hint: somebody put an old copy back, perhaps one that an old passphrase opens; use vault.json.bak or a backup
      [exit 5]"
    `);
  });

  it("because its database is in plain text", async () => {
    expect(
      await listed((vault) =>
        writeFileSync(join(vault, "vault.db"), "SQLite format 3\0".repeat(256)),
      ),
    ).toMatchInlineSnapshot(`
      "$ pledge list
      ! pledge: error: ~/vault/vault.db is not encrypted, so it is not our vault
      ! pledge: hint: somebody put it there; bring ours back from a backup: move the folder away, then "pledge restore FILE"
      [exit 5]"
    `);
  });

  it("because its database is damaged, another one, or not there", async () => {
    const expected = await listed((vault) => writeFileSync(join(vault, "vault.db"), ""));
    expect(expected).toMatchInlineSnapshot(`
      "$ pledge list
      ! pledge: error: ~/vault/vault.db is damaged or belongs to another vault.json
      ! pledge: hint: bring it back from a backup: move the folder away, then "pledge restore FILE"
      [exit 5]"
    `);
    expect(await listed((vault) => rmSync(join(vault, "vault.db")))).toBe(expected);
    const other = await worldWithVault();
    expect(
      await listed((vault) =>
        copyFileSync(join(other.vaultFolder, "vault.db"), join(vault, "vault.db")),
      ),
    ).toBe(expected);
  });

  it("because a later pledge wrote its database", async () => {
    expect(
      await listed(async (vault) => {
        const database = await openByHand(vault);
        database.exec("PRAGMA user_version = 99");
        database.close();
      }),
    ).toMatchInlineSnapshot(`
      "$ pledge list
      ! pledge: error: this vault was written by a later pledge (schema 99)
      ! pledge: hint: update pledge; nothing was changed
      [exit 5]"
    `);
  });

  it("because a page that the command needs is damaged", async () => {
    const world = await worldWithVault();
    const people = Array.from({ length: 200 }, (_, n) => `{"name":"Sample Person ${n}"}`).join(
      "\n",
    );
    await world.pledge("add", "--from", world.file("people.jsonl", people));
    const path = join(world.vaultFolder, "vault.db");
    const bytes = readFileSync(path);
    for (let at = 17 * 4096; at < bytes.length; at += 4096)
      bytes.writeUInt8((bytes[at] ?? 0) ^ 1, at);
    writeFileSync(path, bytes);
    const text = await world.transcript("list");
    expect(text).toContain("~/vault/vault.db is damaged or belongs to another vault.json");
    expect(text).toContain("[exit 5]");
    expect(text).not.toContain("Sample Person");
  });

  it("says all of it as JSON too", async () => {
    const world = await worldWithVault();
    writeFileSync(join(world.vaultFolder, "vault.json"), "{}");
    const { stdout, stderr, exitCode } = await world.pledge("list", "--json");
    expect([stdout, exitCode]).toEqual(["", 5]);
    expect(JSON.parse(stderr.replaceAll(world.folder, "~"))).toMatchInlineSnapshot(`
      {
        "error": {
          "code": "header-altered",
          "hint": "the copy beside it is whole: put vault.json.bak in its place, and ask who touched the folder",
          "message": "~/vault/vault.json is missing, or was changed or damaged",
        },
        "v": 1,
      }
    `);
  });
});
