import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { ok } from "../../../src/domain/result.ts";
import { openByHand } from "../../adapters/vault/by-hand.ts";
import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

const worldWithVault = async (): Promise<TestWorld> => {
  const world = await testWorld({ patience: 20 });
  await world.init();
  const people = Array.from({ length: 40 }, (_, n) =>
    JSON.stringify({ name: `Sample Person ${n}`, actions: ["sign"] }),
  );
  await world.pledge("add", "--from", world.file("people.jsonl", people.join("\n")));
  return world;
};

/** Without the words for what is in the vault: its keys and ids are others in every run. */
const masked = (text: string): string =>
  text
    .replace(/\([a-z]+ [a-z]+ [a-z]+\)/u, "(WORDS)")
    .replace(/"words":"[a-z ]+"/u, '"words":"WORDS"');

/** The lines that are not "ok". */
const unwell = async (world: TestWorld): Promise<string> => {
  const text = await world.transcript("doctor");
  // How long a path of a test is decides where lines break.
  return text
    .replaceAll("\n     ", " ")
    .split("\n")
    .filter((line) => !line.startsWith("ok "))
    .join("\n");
};

describe("pledge doctor", () => {
  it("says what is well, and reminds who has no recovery words", async () => {
    const world = await worldWithVault();
    expect(masked(await world.transcript("doctor"))).toMatchInlineSnapshot(`
      "$ pledge doctor
      ok   the vault opens
      ok   every page of the database is whole
      ok   what belongs together is together
      ok   nothing that was written last is missing
      ok   nothing is left of who was forgotten
      ok   vault.json has its copy
      ok   only you can read its files
      ok   its files are yours
      ok   no killed command left anything behind
      note there are no recovery words: a lost passphrase is a lost vault
           write twenty-four on paper: "pledge recovery new"
      ok   it stands at change 2 (WORDS): to be noted elsewhere
      note this vault knows of no backup: a lost disk is a lost vault
           write one to a stick: "pledge backup FILE"
      ok   nothing is known to carry its folder elsewhere
      ok   memory is not swapped to a disk in plain text
      ok   a crash leaves nothing of memory behind
      ok   no program was found by which an employer watches a machine
      ok   no shell or editor has kept a name of somebody in the vault
      ok   no list with their names was found lying about
      ok   Chromium can print a letter as PDF
      [exit 0]"
    `);
    await world.pledge("recovery", "new", "--yes");
    expect(await unwell(world)).toMatchInlineSnapshot(`
      "$ pledge doctor
      note this vault knows of no backup: a lost disk is a lost vault write one to a stick: "pledge backup FILE"
      [exit 0]"
    `);
  });

  it("says the same as JSON", async () => {
    const world = await worldWithVault();
    chmodSync(world.vaultFolder, 0o750);
    const { stdout, stderr, exitCode } = await world.pledge("doctor", "--json");
    expect(stderr).toBe("");
    expect(exitCode).toBe(1);
    const { findings } = JSON.parse(masked(stdout)) as {
      readonly findings: readonly { readonly check: string; readonly state?: string }[];
    };
    expect(findings.map(({ check, state }) => `${check} ${state ?? ""}`)).toMatchInlineSnapshot(`
      [
        "opens good",
        "pages good",
        "references good",
        "rows good",
        "erasure good",
        "header-copy good",
        "modes bad",
        "owner good",
        "leftovers good",
        "recovery missing",
        "change good",
        "backups missing",
        "carrier good",
        "swap good",
        "core-dumps good",
        "managed good",
        "history good",
        "lists good",
        "pdf ",
      ]
    `);
    expect(findings).toContainEqual({
      check: "modes",
      state: "bad",
      paths: [world.vaultFolder],
    });
    expect(findings).toContainEqual({
      check: "change",
      state: "good",
      number: 2,
      words: "WORDS",
    });
    expect(findings).toContainEqual({ check: "pdf", engine: "Chromium" });
  });

  it("finds a page that was changed, wherever opening does not look", async () => {
    const world = await worldWithVault();
    const path = join(world.vaultFolder, "vault.db");
    const bytes = readFileSync(path);
    // The last page but one: the last belongs to the schema, which opening reads.
    bytes.writeUInt8((bytes[bytes.length - 2000 - 4096] ?? 0) ^ 1, bytes.length - 2000 - 4096);
    writeFileSync(path, bytes);
    expect(await unwell(world)).toMatchInlineSnapshot(`
      "$ pledge doctor
      BAD  the database is damaged bring it back from a backup: move the folder away, then "pledge restore FILE"
      note there are no recovery words: a lost passphrase is a lost vault write twenty-four on paper: "pledge recovery new"
      note this vault knows of no backup: a lost disk is a lost vault write one to a stick: "pledge backup FILE"
      [exit 1]"
    `);
    // One that cannot be opened at all: the rest is looked at all the same.
    writeFileSync(path, "no database at all\n".repeat(1000));
    const text = await world.transcript("doctor");
    expect(text).toContain("BAD  the database is damaged, or belongs to another vault.json");
    expect(text).toContain("memory is not swapped");
    expect(text).not.toContain("shell or editor");
  });

  it("finds what refers to nobody", async () => {
    const world = await worldWithVault();
    const database = await openByHand(world.vaultFolder);
    database.exec("PRAGMA foreign_keys = OFF");
    database.exec("DELETE FROM people WHERE id = (SELECT min(id) FROM people)");
    database.close();
    expect(await unwell(world)).toMatchInlineSnapshot(`
      "$ pledge doctor
      BAD  some pledges belong to nobody bring it back from a backup: move the folder away, then "pledge restore FILE"
      note there are no recovery words: a lost passphrase is a lost vault write twenty-four on paper: "pledge recovery new"
      note this vault knows of no backup: a lost disk is a lost vault write one to a stick: "pledge backup FILE"
      [exit 1]"
    `);
  });

  it("finds what others may read, and a link's own mode is nobody's business", async () => {
    const world = await worldWithVault();
    chmodSync(join(world.vaultFolder, "vault.json"), 0o640);
    chmodSync(join(world.vaultFolder, "vault.db"), 0o604);
    symlinkSync("nowhere", join(world.vaultFolder, "link"));
    const text = await unwell(world);
    expect(text).toMatchInlineSnapshot(`
      "$ pledge doctor
      BAD  others on this machine may read ~/vault/vault.db, ~/vault/vault.json make them yours alone: chmod go= ~/vault/vault.db ~/vault/vault.json
      note there are no recovery words: a lost passphrase is a lost vault write twenty-four on paper: "pledge recovery new"
      note this vault knows of no backup: a lost disk is a lost vault write one to a stick: "pledge backup FILE"
      [exit 1]"
    `);
    const [, paths = ""] = /chmod go= (.*)/u.exec(text) ?? [];
    for (const path of paths.split(" ")) chmodSync(path.replace("~", world.folder), 0o600);
    expect(await unwell(world)).not.toContain("BAD");
  });

  it("makes the copy of vault.json anew, and says so when it cannot", async () => {
    const world = await worldWithVault();
    const copy = join(world.vaultFolder, "vault.json.bak");
    rmSync(copy);
    expect(await unwell(world)).toMatchInlineSnapshot(`
      "$ pledge doctor
      note the copy of vault.json was missing or old; it has been made anew
      note there are no recovery words: a lost passphrase is a lost vault write twenty-four on paper: "pledge recovery new"
      note this vault knows of no backup: a lost disk is a lost vault write one to a stick: "pledge backup FILE"
      [exit 0]"
    `);
    expect(readFileSync(copy, "utf8")).toBe(world.read("vault/vault.json"));
    rmSync(copy);
    mkdirSync(join(copy, "in the way"), { recursive: true, mode: 0o700 });
    expect(await unwell(world)).toMatchInlineSnapshot(`
      "$ pledge doctor
      BAD  vault.json.bak, the copy of vault.json, is missing or old, and cannot be written make room on the disk, or move away what is in its place, and run this again
      note there are no recovery words: a lost passphrase is a lost vault write twenty-four on paper: "pledge recovery new"
      note this vault knows of no backup: a lost disk is a lost vault write one to a stick: "pledge backup FILE"
      [exit 1]"
    `);
  });

  it("names what killed commands left behind, and nothing of anybody else", async () => {
    const world = await worldWithVault();
    for (const name of [
      "vault.db.0123456789ab.part",
      "vault.db.0123456789ab.part-journal",
      "vault.json.0123456789ab.part",
      "mine.part",
    ])
      writeFileSync(join(world.vaultFolder, name), "", { mode: 0o600 });
    for (const name of [".vault.0123456789ab", ".vault.mine", ".other.0123456789ab"])
      mkdirSync(join(world.folder, name));
    expect(await unwell(world)).toMatchInlineSnapshot(`
      "$ pledge doctor
      note a command that was killed left something behind, encrypted like the vault if no other pledge is running, delete it: rm -r ~/vault/vault.db.0123456789ab.part ~/vault/vault.db.0123456789ab.part-journal ~/vault/vault.json.0123456789ab.part ~/.vault.0123456789ab
      note there are no recovery words: a lost passphrase is a lost vault write twenty-four on paper: "pledge recovery new"
      note this vault knows of no backup: a lost disk is a lost vault write one to a stick: "pledge backup FILE"
      [exit 0]"
    `);
  });

  it("finishes an erasing that was cut short, and says when it cannot", async () => {
    const world = await worldWithVault();
    // Somebody is erased, and the process ends before the file is rewritten.
    await world.inVault((vault) => {
      const [first] = vault.people.summaries();
      vault.transaction(() => ok(first && vault.people.remove(first.person.id)));
    });
    const reader = await openByHand(world.vaultFolder);
    reader.exec("BEGIN IMMEDIATE");
    expect(await unwell(world)).toMatchInlineSnapshot(`
      "$ pledge doctor
      BAD  traces of somebody who was forgotten may be left in the database end every other pledge, make room on the disk, and run this again
      note there are no recovery words: a lost passphrase is a lost vault write twenty-four on paper: "pledge recovery new"
      note this vault knows of no backup: a lost disk is a lost vault write one to a stick: "pledge backup FILE"
      [exit 1]"
    `);
    reader.exec("ROLLBACK");
    reader.close();
    expect(await unwell(world)).not.toContain("BAD");
  });

  it("reports a vault that does not open as every command does", async () => {
    const world = await worldWithVault();
    const path = join(world.vaultFolder, "vault.json");
    const header = readFileSync(path, "utf8");
    writeFileSync(path, header.replace('"generation":1', '"generation":2'));
    expect(await world.transcript("doctor")).toMatchInlineSnapshot(`
      "$ pledge doctor
      ! pledge: error: ~/vault/vault.json is missing, or was changed or damaged
      ! pledge: hint: the copy beside it is whole: put vault.json.bak in its place, and ask who touched the folder
      [exit 5]"
    `);
  });
});
