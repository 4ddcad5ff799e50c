/** `pledge passphrase change`, and where a passphrase may come from. */
import { chmodSync, closeSync, openSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { passphrase, testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

const second = "the second sample passphrase";

const opensWith = async (world: TestWorld, text: string): Promise<number> =>
  (await world.pledge("--passphrase-file", world.file("tried", text), "list")).exitCode;

describe("pledge passphrase change", () => {
  it("gives the vault a new passphrase from a file and says what still opens with the old one", async () => {
    const world = await testWorld();
    await world.init();
    const file = world.file("new", `${second}\r\n`);
    expect(await world.transcript("passphrase", "change", "--new-passphrase-file", file))
      .toMatchInlineSnapshot(`
      "$ pledge passphrase change --new-passphrase-file ~/new
      The vault has a new passphrase.
      ! Copies and backups made before still open with the old one: make a new backup and destroy those.
      [exit 0]"
    `);
    expect(await opensWith(world, passphrase)).toBe(3);
    expect(await opensWith(world, second)).toBe(0);
    const json = await world.pledge(
      "--passphrase-file",
      file,
      "passphrase",
      "change",
      "--new-passphrase-file",
      world.file("third", "the third sample passphrase"),
      "--kdf",
      "light",
      "--json",
    );
    expect(json).toEqual({ exitCode: 0, stdout: '{"v":1,"changed":true}\n', stderr: "" });
  });

  it("asks for the old one, then for the new one, twice", async () => {
    const world = await testWorld();
    await world.init();
    world.answers([passphrase, "own", "too short", second, second]);
    expect(await world.transcript("--passphrase-file", "", "passphrase", "change"))
      .toMatchInlineSnapshot(`
      "$ pledge --passphrase-file  passphrase change
      The vault has a new passphrase.
      ! Copies and backups made before still open with the old one: make a new backup and destroy those.
      [exit 0]"
    `);
    expect(world.questions()).toMatchInlineSnapshot(`
      [
        "Passphrase of the vault",
        "What will open the vault? Without it nobody can.",
        "Your passphrase",
        "Your passphrase",
        "The same again",
      ]
    `);
    expect(await opensWith(world, second)).toBe(0);
  });

  it("changes nothing when it is interrupted, or when the old one is wrong", async () => {
    const world = await testWorld();
    await world.init();
    const header = world.read("vault/vault.json");
    for (const given of [
      ["^C"],
      [passphrase, "^C"],
      [passphrase, "own", "^C"],
      [passphrase, "own", second, "^C"],
    ]) {
      world.answers(given);
      expect((await world.pledge("--passphrase-file", "", "passphrase", "change")).exitCode).toBe(
        130,
      );
    }
    world.answers(["not the passphrase"]);
    expect(await world.transcript("--passphrase-file", "", "passphrase", "change"))
      .toMatchInlineSnapshot(`
      "$ pledge --passphrase-file  passphrase change
      ! pledge: error: the passphrase does not open this vault
      ! pledge: hint: check the keyboard and try again; forgotten? "pledge recovery" opens it with the 24 words
      [exit 3]"
    `);
    expect(world.read("vault/vault.json")).toBe(header);
    expect(world.read("vault/vault.json.bak")).toBe(header);
  });

  it("needs somebody to ask, or a file", async () => {
    const world = await testWorld();
    await world.init();
    world.stdin(`${second}\n${second}\n`);
    expect(await world.transcript("passphrase", "change")).toMatchInlineSnapshot(`
      "$ pledge passphrase change
      ! pledge: error: this would ask a question, and there is no terminal to ask it on
      ! pledge: hint: use --new-passphrase-file PATH
      [exit 2]"
    `);
    expect(
      await world.transcript(
        "passphrase",
        "change",
        "--new-passphrase-file",
        world.file("empty", "\n"),
      ),
    ).toMatchInlineSnapshot(`
      "$ pledge passphrase change --new-passphrase-file ~/empty
      ! pledge: error: the passphrase is empty
      ! pledge: hint: six random words are a good one; pledge offers some when it asks
      [exit 3]"
    `);
    expect(await opensWith(world, passphrase)).toBe(0);
  });
});

describe("a passphrase", () => {
  it("is never taken from standard input, however much stands there", async () => {
    const world = await testWorld();
    await world.init();
    world.stdin(`${passphrase}\n`);
    expect(await world.transcript("--passphrase-file", "", "list")).toMatchInlineSnapshot(`
      "$ pledge --passphrase-file  list
      ! pledge: error: the vault is locked, and there is no terminal to ask for the passphrase
      ! pledge: hint: give it with --passphrase-file PATH (a file only you can read) or --passphrase-fd N
      [exit 3]"
    `);
    world.answers([passphrase]);
    world.stdin("not the passphrase\n");
    expect((await world.pledge("--passphrase-file", "", "list")).exitCode).toBe(0);
    expect(world.questions()).toEqual(["Passphrase of the vault"]);
    world.answers([passphrase]);
    expect(await world.transcript("--passphrase-file", "", "list", "--no-input")).toContain(
      "[exit 3]",
    );
  });

  it("comes from a file of ours alone, and from nothing else", async () => {
    const world = await testWorld();
    await world.init();
    const file = world.file("readable", passphrase);
    chmodSync(file, 0o644);
    expect(await world.transcript("--passphrase-file", file, "list")).toMatchInlineSnapshot(`
      "$ pledge --passphrase-file ~/readable list
      ! pledge: error: ~/readable may be read by others, or is not a plain file of yours
      ! pledge: hint: make it yours alone first: chmod 600 ~/readable
      [exit 3]"
    `);
    chmodSync(file, 0o400);
    expect((await world.pledge("--passphrase-file", file, "list")).exitCode).toBe(0);
    symlinkSync(file, join(world.folder, "link"));
    expect(
      await world.transcript("--passphrase-file", join(world.folder, "link"), "list"),
    ).toContain("[exit 3]");
    expect(await world.transcript("--passphrase-file", join(world.folder, "nothing"), "list"))
      .toMatchInlineSnapshot(`
      "$ pledge --passphrase-file ~/nothing list
      ! pledge: error: there is no file ~/nothing
      ! pledge: hint: check the path; a relative one starts at the current folder
      [exit 6]"
    `);
    expect(
      await world.transcript("--passphrase-file", world.file("long", "x".repeat(5000)), "list"),
    ).toMatchInlineSnapshot(`
      "$ pledge --passphrase-file ~/long list
      ! pledge: error: ~/long is larger than 4 KiB
      ! pledge: hint: split it into several files
      [exit 5]"
    `);
  });

  it("comes from the file that PLEDGE_PASSPHRASE_FILE names, or from a descriptor, which goes first", async () => {
    const world = await testWorld();
    await world.init();
    world.env["PLEDGE_PASSPHRASE_FILE"] = world.file("wrong", "not the passphrase");
    const descriptor = openSync(world.file("right", passphrase), "r");
    try {
      expect((await world.pledge("--passphrase-fd", `${descriptor}`, "list")).exitCode).toBe(0);
      expect(await world.transcript("--passphrase-fd", "three", "list")).toMatchInlineSnapshot(`
        "$ pledge --passphrase-fd three list
        ! pledge: error: option '--passphrase-fd <n>' argument 'three' is invalid. It should be the number of an open descriptor
        ! pledge: hint: see "pledge --help", or --help after a command
        [exit 2]"
      `);
    } finally {
      closeSync(descriptor);
    }
  });
});
