/** Whatever is wrong with a vault, in two lines and an exit code; `pledge` alone; and what is not there. */
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
        database.exec("PRAGMA user_version = 2");
        database.close();
      }),
    ).toMatchInlineSnapshot(`
      "$ pledge list
      ! pledge: error: this vault was written by a later pledge (schema 2)
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

describe("a vault that another pledge is writing to", () => {
  it("is waited for, and then said to be busy; nothing was changed", async () => {
    const world = await worldWithVault(20);
    const other = await openByHand(world.vaultFolder);
    other.exec("BEGIN IMMEDIATE");
    const file = world.file("people.json", '{"name":"Sample Person"}');
    expect(await world.transcript("add", "--from", file)).toMatchInlineSnapshot(`
      "$ pledge add --from ~/people.json
      ! pledge: error: another pledge is writing to ~/vault
      ! pledge: hint: wait until it is done and try again; nothing was changed
      [exit 6]"
    `);
    expect((await world.pledge("list")).exitCode).toBe(0);
    other.exec("ROLLBACK");
    other.close();
    expect((await world.pledge("add", "--from", file)).exitCode).toBe(0);
  });

  it("forgets somebody all the same, and says that the traces are still to be erased", async () => {
    const world = await worldWithVault(20);
    const added = await world.pledge(
      "add",
      "--json",
      "--from",
      world.file("people.json", '{"name":"Sample Person"}'),
    );
    const {
      added: [person],
    } = JSON.parse(added.stdout) as { readonly added: readonly [{ readonly id: string }] };
    const reader = await openByHand(world.vaultFolder);
    reader.exec("BEGIN");
    reader.prepare("SELECT * FROM people").all();
    const text = await world.transcript("forget", person.id, "--yes");
    expect(text.replaceAll(person.id, "ID")).toMatchInlineSnapshot(`
      "$ pledge forget ID --yes
      ! pledge: error: what was erased is out of the vault, but traces may be left in ~/vault/vault.db
      ! pledge: hint: end every other pledge, make room on the disk, then run "pledge doctor", which finishes it
      [exit 6]"
    `);
    reader.close();
    expect((await world.pledge("doctor", "--json")).stdout).toContain(
      '{"check":"erasure","state":"good"}',
    );
  });
});

describe("no vault", () => {
  it("is said by every command that needs one, before anything is asked", async () => {
    const world = await testWorld();
    const commands = [
      ["list"],
      ["status"],
      ["doctor"],
      ["passphrase", "change"],
      ["recovery"],
      ["recovery", "new"],
      ["backup", "b"],
      ["add"],
      ["letter", "list"],
    ];
    for (const command of commands) {
      world.answers(["an answer to nothing"]);
      const text = await world.transcript(...command);
      expect(text.split("\n").slice(1).join("\n"), command.join(" ")).toMatchInlineSnapshot(`
        "! pledge: error: there is no vault in ~/vault
        ! pledge: hint: start with "pledge init", or name another folder with --vault DIR
        [exit 4]"
      `);
    }
    expect(world.questions()).toEqual([]);
  });

  it("is where --vault says, else PLEDGE_VAULT, else the usual place", async () => {
    const world = await worldWithVault();
    world.env["PLEDGE_VAULT"] = join(world.folder, "by-environment");
    expect(await world.transcript("list")).toContain("there is no vault in ~/by-environment");
    expect(await world.transcript("--vault", join(world.folder, "by-option"), "list")).toContain(
      "there is no vault in ~/by-option",
    );
    expect((await world.pledge("list", "--vault", world.vaultFolder)).exitCode).toBe(0);
    world.env["PLEDGE_VAULT"] = "";
    expect((await world.pledge("list")).exitCode).toBe(0);
  });
});

describe("pledge alone", () => {
  it("shows the help and where to begin", async () => {
    const world = await testWorld();
    const { stdout, stderr, exitCode } = await world.pledge();
    expect([stderr, exitCode]).toEqual(["", 0]);
    expect(stdout.split("\n").slice(0, 3).join("\n")).toMatchInlineSnapshot(`
      "Usage: pledge [options] [command]
      Records who will do what at work, and writes the letter. Never goes online.
      "
    `);
    expect(stdout.trimEnd().split("\n").at(-1)).toMatchInlineSnapshot(
      `"There is no vault yet: start with "pledge init", or look around with "pledge demo"."`,
    );
    expect(JSON.parse((await world.pledge("--json")).stdout)).toMatchObject({ v: 1, vault: null });
  });

  it("knows when there is a vault", async () => {
    const world = await worldWithVault();
    const { stdout } = await world.pledge();
    expect(stdout.trimEnd().split("\n").at(-1)).toMatchInlineSnapshot(
      `"See how things stand with "pledge status"."`,
    );
    expect(JSON.parse((await world.pledge("--json")).stdout)).toMatchObject({
      v: 1,
      vault: world.vaultFolder,
    });
  });
});
