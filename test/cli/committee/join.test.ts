import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { committeeOf, done, joiner, keyOf, masked } from "../../support/committee-world.ts";
import { folderDigest } from "../../support/folder-digest.ts";
import { passphrase, testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";
import { openpgp } from "./forge.ts";

const at = (world: TestWorld, name: string): string => join(world.folder, name);

/** The certificate in a join file. */
const inFile = async (world: TestWorld, name: string) => {
  const read = await openpgp.readJoinFile(readFileSync(at(world, name)));
  if (!read.ok) throw new Error(read.failure.type);
  return read.value.member;
};

describe("pledge join, the first time", () => {
  it("makes a vault and a join file, and says what to do with them and one's own words", async () => {
    const world = await testWorld();
    const shown = await world.transcript(
      "join",
      "--handle",
      "heron",
      "-o",
      at(world, "heron.join"),
    );
    expect(masked(shown)).toMatchInlineSnapshot(`
      "$ pledge join --handle heron -o ~/heron.join
      Your vault: ~/vault
      Your join file: ~/heron.join

      Give the join file to whoever invites you, and to nobody else: it opens nothing,
      but it tells which letters you attest. She calls, and asks for two of these
      words:
         1 word 2 word 3 word
         4 word 5 word 6 word
         7 word 8 word 9 word
        10 word 11 word 12 word
        13 word 14 word 15 word
      Read them aloud only when you are asked, and only to somebody whose voice you
      know. "pledge key show" shows them again.
      Write down her words in the same call: you will be asked for two of them.

      A committee file comes back. Take it in with "pledge join FILE".
      [exit 0]"
    `);
    const { words, handle } = await keyOf(world);
    expect(handle).toBe("heron");
    expect(words).toHaveLength(15);
    for (const [index, word] of words.entries()) expect(shown).toContain(`${index + 1} ${word}`);
    expect((await world.pledge("list")).stderr).toContain("this vault has no campaign yet");
  });

  it("says it in forty columns too", async () => {
    const world = await testWorld({ columns: 40 });
    const { stdout } = await world.pledge(
      "join",
      "--handle",
      "heron",
      "-o",
      at(world, "heron.join"),
    );
    const lines = stdout.replaceAll(world.folder, "~").split("\n");
    expect(lines.filter((line) => line.length > 40)).toEqual([]);
    expect(masked(lines.join("\n"))).toMatchInlineSnapshot(`
      "Your vault: ~/vault
      Your join file: ~/heron.join

      Give the join file to whoever invites
      you, and to nobody else: it opens
      nothing, but it tells which letters you
      attest. She calls, and asks for two of
      these words:
         1 word 2 word 3 word
         4 word 5 word 6 word
         7 word 8 word 9 word
        10 word 11 word 12 word
        13 word 14 word 15 word
      Read them aloud only when you are asked,
      and only to somebody whose voice you
      know. "pledge key show" shows them
      again.
      Write down her words in the same call:
      you will be asked for two of them.

      A committee file comes back. Take it in
      with "pledge join FILE".
      "
    `);
  });

  it("writes an armored certificate whose only user id is the handle", async () => {
    const world = await joiner("heron");
    expect(world.read("heron.join")).toMatch(/^-----BEGIN PGP PUBLIC KEY BLOCK-----\n/u);
    const { userIds, fingerprint, madeOn } = await inFile(world, "heron.join");
    expect({ userIds, madeOn }).toEqual({ userIds: ["heron"], madeOn: "2026-11-22" });
    expect(fingerprint).toBe((await keyOf(world)).fingerprint);
  });

  it("asks for a handle and how to open the vault, and takes the six words as they are", async () => {
    const world = await testWorld();
    world.answers(["Ana Gomez", "heron", "words"]);
    const { exitCode } = await world.pledge("--passphrase-file", "", "join", "-o", at(world, "h"));
    expect(exitCode).toBe(0);
    expect(world.questions()).toEqual([
      "Your handle (the others see it; not your name)",
      "Your handle (the others see it; not your name)",
      "What will open the vault? Without it nobody can.",
    ]);
    expect(world.offered()[1]).toBe("a passphrase of my own");
    const suggested = /^these six words: (.+)$/u.exec(world.offered()[0] ?? "")?.[1] ?? "";
    const file = world.file("words", suggested);
    expect((await world.pledge("--passphrase-file", file, "key", "show")).exitCode).toBe(0);
  });

  it.each([[["^C"]], [["heron", "^C"]], [["heron", "own", passphrase, "^C"]]])(
    "makes nothing when Ctrl-C comes after %j",
    async (answers) => {
      const world = await testWorld();
      world.answers(answers);
      const file = at(world, "heron.join");
      const { exitCode } = await world.pledge("--passphrase-file", "", "join", "-o", file);
      expect({ exitCode, vault: existsSync(world.vaultFolder), file: existsSync(file) }).toEqual({
        exitCode: 130,
        vault: false,
        file: false,
      });
    },
  );

  it("refuses what is no handle, without repeating it, and makes nothing", async () => {
    const world = await testWorld();
    expect(await world.transcript("join", "--handle", "Ana Gomez")).toMatchInlineSnapshot(`
      "$ pledge join --handle Ana Gomez
      ! pledge: error: a handle is 2 to 24 lower-case letters, digits and hyphens, and not a name
      ! pledge: hint: for example: --handle heron
      [exit 2]"
    `);
    expect(existsSync(world.vaultFolder)).toBe(false);
  });

  it("looks for a file in its way before it asks how to open the vault", async () => {
    const world = await testWorld();
    const file = world.file("heron.join", "mine");
    world.answers(["heron"]);
    const { exitCode } = await world.pledge("--passphrase-file", "", "join", "-o", file);
    expect({ exitCode, vault: existsSync(world.vaultFolder) }).toEqual({
      exitCode: 6,
      vault: false,
    });
    expect(world.questions()).toHaveLength(1);
    expect(world.read("heron.join")).toBe("mine");
    await done(world, "join", "--handle", "heron", "-o", file, "--force");
  });

  it("says that the vault is there when only its file could not be written", async () => {
    const world = await testWorld();
    // A link is replaced by nobody, and seen as no file before.
    const shown = await world.transcript("join", "--handle", "heron", "-o", "/dev/null");
    expect(shown).toMatchInlineSnapshot(`
      "$ pledge join --handle heron -o /dev/null
      ! pledge: error: /dev/null is there already
      ! pledge: hint: choose another name, or replace it with --force where the command has it
      ! The vault is made; "pledge join -o FILE" writes its join file again.
      [exit 6]"
    `);
    await done(world, "join", "-o", at(world, "heron.join"));
  });

  it("needs a terminal, or what it would ask for", async () => {
    const world = await testWorld();
    expect(await world.transcript("--passphrase-file", "", "join")).toMatchInlineSnapshot(`
      "$ pledge --passphrase-file  join
      ! pledge: error: this would ask a question, and there is no terminal to ask it on
      ! pledge: hint: use --handle HANDLE and --passphrase-file PATH
      [exit 2]"
    `);
  });
});

describe("pledge join once more", () => {
  it("writes the same certificate again, on standard output too", async () => {
    const world = await joiner("heron");
    const { certificate } = await world.inVault((vault) => ({ certificate: vault.identity.get() }));
    await done(world, "join", "-o", at(world, "again.join"));
    expect(world.read("again.join")).toBe(world.read("heron.join"));
    expect((await inFile(world, "again.join")).bytes).toEqual(certificate?.certificate);
    const { stdout, stderr } = await world.pledge("join", "--handle", "heron", "-o", "-");
    expect(stdout).toBe(world.read("heron.join"));
    expect(stderr).toContain("Read them aloud only when you are asked");
  });

  it("makes another key under another handle, when the first was taken", async () => {
    const world = await joiner("heron");
    await done(world, "join", "--handle", "grey-heron", "-o", at(world, "grey-heron.join"));
    const [first, second] = [
      await inFile(world, "heron.join"),
      await inFile(world, "grey-heron.join"),
    ];
    expect(second.userIds).toEqual(["grey-heron"]);
    expect(second.fingerprint).not.toBe(first.fingerprint);
    expect((await keyOf(world)).fingerprint).toBe(second.fingerprint);
  });

  it("is refused in a vault that has a campaign, whoever began it, and changes nothing", async () => {
    const { rowan, heron } = await committeeOf({ founder: "rowan", joiners: ["heron"] });
    for (const world of [rowan, heron]) {
      const before = folderDigest(world?.vaultFolder ?? "");
      expect(await world?.transcript("join", "--handle", "wren")).toMatchInlineSnapshot(`
        "$ pledge join --handle wren
        ! pledge: error: this vault has a campaign already
        ! pledge: hint: to give somebody your certificate: "pledge key export -o FILE"; for another campaign take another vault: --vault DIR
        [exit 4]"
      `);
      expect(folderDigest(world?.vaultFolder ?? "")).toBe(before);
    }
  });
});

describe("the options of pledge join", () => {
  it.each([
    [["--fingerprint", `rowan=${"0".repeat(40)}`]],
    [["committee.pledge", "--handle", "heron"]],
    [["committee.pledge", "-o", "x"]],
    [["committee.pledge", "--kdf", "light"]],
    [["committee.pledge", "--force"]],
  ])("that go with the other way are refused: %j", async (args) => {
    const { exitCode, stderr } = await (await testWorld()).pledge("join", ...args);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^pledge: error: (--fingerprint goes with|with a committee file)/u);
  });
});
