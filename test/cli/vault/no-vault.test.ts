/** A vault that is busy, one that is not there, and `pledge` alone. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { openByHand } from "../../adapters/vault/by-hand.ts";
import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

const worldWithVault = async (): Promise<TestWorld> => {
  const world = await testWorld({ patience: 20 });
  await world.init();
  return world;
};

describe("a vault that another pledge is writing to", () => {
  it("is waited for, and then said to be busy; nothing was changed", async () => {
    const world = await worldWithVault();
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
    const world = await worldWithVault();
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
      "pledge help NAME" explains a command, "pledge help options" the options."
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
