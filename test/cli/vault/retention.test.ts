/** `pledge hold` and `pledge purge`. */
import { existsSync, readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import { rowsIn } from "../../support/decrypted-image.ts";
import { sampleCampaign } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";
import { idOf, imageIn, keptWorld, plainIn, restoredFrom } from "./kept-world.ts";
import type { KeptWorld } from "./kept-world.ts";

let kept: KeptWorld;
let world: TestWorld;
let backup: string;

beforeEach(async () => {
  kept = await keptWorld();
  ({ world, backup } = kept);
});

describe("pledge hold", () => {
  it("refuses every deletion until it is lifted", async () => {
    expect(await world.transcript("hold")).toContain("Nothing is held");
    expect(await world.transcript("hold", "on")).toMatchInlineSnapshot(`
      "$ pledge hold on
      Nothing may be deleted here since 2026-11-22.
      ! pledge refuses forget, undo, purge, duplicates merge, and every remove that
      ! erases, until it is lifted. What an edit or a list replaces is kept as it was.
      ! Nobody stops you from deleting files: leave those that have to be kept, backups
      ! included.
      [exit 0]"
    `);
    const id = await idOf(world, "Ana Gómez");
    const li = await idOf(world, "Li Wei");
    await world.pledge("test", "add", "badge-day", "--ask", "Wear the badge");
    const fact = { key: "f", claim: "C", source: "S", date: "2026-11-01", known: "public" };
    await world.pledge("fact", "add", "--from", world.file("f.json", JSON.stringify([fact])));
    await world.pledge(
      "import",
      world.file("l.csv", "Name,Email\nOmar Haddad,o@home.example\n"),
      "--yes",
    );
    const before = await plainIn(world.vaultFolder);
    for (const words of [
      ["forget", id, "--yes"],
      ["undo", "--yes"],
      ["purge"],
      ["purge", "--names"],
      ["duplicates", "merge", id, li, "--yes"],
      ["fact", "remove", "f", "--yes"],
      ["test", "remove", "badge-day", "--yes"],
      ["demand", "remove", "drop-contracts", "--yes"],
    ]) {
      const ran = await world.pledge(...words);
      expect([ran.exitCode, ran.stderr], words.join(" ")).toEqual([
        1,
        expect.stringContaining("nothing may be deleted here since 2026-11-22"),
      ]);
    }
    expect(await plainIn(world.vaultFolder)).toBe(before);
    expect(existsSync(backup)).toBe(true);
    world.answers([false, true]);
    expect((await world.pledge("hold", "off")).exitCode).toBe(1);
    expect(await world.transcript("hold", "off")).toContain("Nothing is held");
    expect((await world.pledge("hold", "off")).exitCode).toBe(1);
    expect((await world.pledge("forget", id, "--yes")).exitCode).toBe(0);
  });
});

describe("what is changed under a hold", () => {
  it("is kept as it was until the hold is lifted, and then leaves no trace", async () => {
    const li = await idOf(world, "Li Wei");
    const edit = (note: string | null): Promise<unknown> =>
      world.pledge("edit", li, "--from", world.file("e.json", JSON.stringify({ note })));
    await edit("before the hold");
    await edit("when it began");
    await world.pledge("hold", "on");
    await edit("a first edit");
    await edit(null);
    expect(await world.transcript("hold")).toMatchInlineSnapshot(`
      "$ pledge hold
      Nothing may be deleted here since 2026-11-22. 2 earlier versions are kept of what was changed since; --json shows them.
      [exit 0]"
    `);
    const { kept: versions } = JSON.parse((await world.pledge("hold", "--json")).stdout) as {
      readonly kept: readonly { readonly of: string; readonly was: { readonly note: string } }[];
    };
    expect(versions.map(({ of, was }) => `${of}: ${was.note}`)).toEqual([
      "people: when it began",
      "people: a first edit",
    ]);
    expect((await world.pledge("hold", "off", "--yes")).exitCode).toBe(0);
    const text = await plainIn(world.vaultFolder);
    for (const gone of ["before the hold", "when it began", "a first edit"])
      expect(text).not.toContain(gone);
  });
});

describe("pledge purge", () => {
  it("destroys the vault and its backups once the campaign's name was typed, and says what may be left", async () => {
    const away = join(world.folder, "away.backup");
    await world.pledge("backup", away);
    renameSync(away, `${away}.moved`);
    world.file("vault/mine.txt", "not pledge's");
    world.answers(["no contracts with the POLICE"]);
    expect(await world.transcript("purge")).toMatchInlineSnapshot(`
      "$ pledge purge
      The vault in ~/vault is destroyed.
      Destroyed too: ~/stick.backup.
      Not destroyed: ~/away.backup, since it is not there now.
      Not pledge's, and still there: ~/vault/mine.txt.
      What may still exist elsewhere:
      - copies of the folder, backups that pledge does not know of, and what was
        exported or imported in plain text
      - snapshots of the disk, and versions that a cloud or a company's backup keeps
      - the cells of an SSD or a stick, until they are written over; the key that
        opens them went first
      - what other organizers have: your tallies, lists of signers, shares of a
        recovery key
      - letters that went out; the recovery words on paper
      ! 3 people and everything else in ~/vault go for good, and
      ! nothing brings them back; so do these backups, where they are at hand:
      ! ~/away.backup, ~/stick.backup.
      [exit 0]"
    `);
    expect(world.questions()).toMatchInlineSnapshot(`
      [
        "Destroy this vault? To go on, type its name: No contracts with the police (Enter alone: nothing happens)",
      ]
    `);
    expect(readdirSync(world.vaultFolder)).toEqual(["mine.txt"]);
    expect(existsSync(backup)).toBe(false);
    expect((await world.pledge("list")).exitCode).toBe(4);
  });

  it("does nothing where it is thought better of, or nobody can be asked", async () => {
    world.answers(["something else", ""]);
    expect((await world.pledge("purge")).exitCode).toBe(1);
    expect(world.said().join("\n")).toContain("That is another name.");
    world.answers([""]);
    expect((await world.pledge("purge", "--names", "--yes")).exitCode).toBe(1);
    world.answers(["^C"]);
    expect((await world.pledge("purge")).exitCode).toBe(130);
    world.answers([]);
    expect((await world.pledge("purge", "--yes")).exitCode).toBe(2);
    expect((await world.pledge("list")).stdout).toContain("Ana");
    expect(existsSync(backup)).toBe(true);
  });

  it("takes every name out and keeps the counts", async () => {
    const json = async (...words: readonly string[]): Promise<unknown> =>
      JSON.parse((await world.pledge(...words, "--json")).stdout);
    const before = await json("status");
    world.answers([sampleCampaign.campaign]);
    expect(await world.transcript("purge", "--names")).toMatchInlineSnapshot(`
      "$ pledge purge --names
      Nobody is named in this vault any more: 3 people are a number now.
      Made anew: ~/stick.backup.
      ! Names, contacts, roles, notes, and what leads to somebody go for good. Stay: how
      ! many there are, by team, what they pledged, did and signed, and where they
      ! stood. Letters that you write afterwards show numbers alone.
      ! 1 backup is made anew without names.
      ! Copies of its folder, other backups, exports, lists that you imported and
      ! letters that went out are out of reach: destroy what you can. A pledge code
      ! still leads whoever knows it to a line.
      [exit 0]"
    `);
    expect(await json("status")).toEqual(before);
    for (const folder of [world.vaultFolder, await restoredFrom(kept)]) {
      const text = await plainIn(folder);
      for (const gone of ["Ana", "heron", "Li Wei", "Kim", "15550100", "lunch", "SRE", "north"])
        expect(text, gone).not.toContain(gone);
    }
    const image = await imageIn(world.vaultFolder);
    expect(rowsIn(image, "SELECT DISTINCT display FROM pledges")).toEqual([{ display: "counted" }]);
    expect((await world.pledge("list")).exitCode).toBe(0);
  });

  it("is offered after its day, and never before", async () => {
    expect(await world.transcript("purge", "--after", "2026-12-01")).toMatchInlineSnapshot(`
      "$ pledge purge --after 2026-12-01
      After 2026-12-01 "pledge status" and "pledge doctor" offer a purge. Nothing is deleted by itself.
      [exit 0]"
    `);
    expect((await world.pledge("status")).stderr).not.toContain("pledge purge");
    world.today("2026-12-02");
    expect((await world.pledge("status")).stderr.replaceAll(/\s+/gu, " ")).toContain(
      'To destroy it: "pledge purge"',
    );
    await world.pledge("purge", "--after", "never");
    expect((await world.pledge("status")).stderr).not.toContain("pledge purge");
    for (const words of [
      ["--after", "soon"],
      ["--after", "2026-12-01", "--names"],
    ])
      expect((await world.pledge("purge", ...words)).exitCode).toBe(2);
  });
});
