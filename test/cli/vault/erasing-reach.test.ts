/** What `forget` and `undo` reach besides the people: what was written about others, and backups. */
import { copyFileSync, existsSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";
import { idOf, keptWorld, plainIn, restoredFrom } from "./kept-world.ts";
import type { KeptWorld } from "./kept-world.ts";

let kept: KeptWorld;
let world: TestWorld;
let backup: string;

beforeEach(async () => {
  kept = await keptWorld();
  ({ world, backup } = kept);
});

const masked = (text: string, ids: Readonly<Record<string, string>>): string =>
  Object.entries(ids).reduce((rest, [name, id]) => rest.replaceAll(id, name), text);

/** Wherever lines break: the path of a test's folder decides that. */
const flat = (text: string): string => text.replaceAll(/\s+/gu, " ");

describe("pledge forget", () => {
  it("reaches what was written about others, and the backups that it knows of", async () => {
    await world.pledge(
      "letter",
      "start",
      "petition",
      "--no-input",
      "--from",
      world.file(
        "a.json",
        JSON.stringify({ target: "Dana Roe", why: "Ana Gómez was asked to build it." }),
      ),
    );
    const ids = { ana: await idOf(world, "Ana Gómez"), li: await idOf(world, "Li Wei") };
    world.answers([true]);
    const said = await world.transcript("forget", "heron");
    expect(masked(said, ids)).toMatchInlineSnapshot(`
      "$ pledge forget heron
      ana is erased from this vault.
      Taken out of what is noted of li and the draft petition too.
      A single word may mean the same person in what is noted of li: look
        there.
      Made anew: ~/stick.backup.
      Copies of its folder, other backups and letters that went out are out of
        reach: destroy what you can.
      [exit 0]"
    `);
    expect(world.questions()).toMatchInlineSnapshot(`
      [
        "Erase Ana Gómez and all that is noted of them, for good? 1 backup is made anew without them.",
      ]
    `);
    for (const text of [
      await plainIn(world.vaultFolder),
      await plainIn(await restoredFrom(kept)),
    ]) {
      expect(text).not.toMatch(/g\u00c3\u00b3mez/iu);
      expect(text).not.toContain("15550100");
      expect(text).toContain("knows [forgotten]; and Heron?");
    }
  });

  it("says which backups it cannot reach, and makes them anew when they are back", async () => {
    renameSync(backup, `${backup}.away`);
    const said = await world.transcript("forget", "heron", "--yes");
    expect(flat(said)).toContain("Not made anew: ~/stick.backup, which is not there now.");
    renameSync(`${backup}.away`, backup);
    expect(await plainIn(await restoredFrom(kept))).toContain("15550100");
    expect(await world.transcript("backup")).toMatchInlineSnapshot(`
      "$ pledge backup
      Made anew: ~/stick.backup.
      [exit 0]"
    `);
    expect(await plainIn(await restoredFrom(kept))).not.toContain("15550100");
  });

  it("touches no file that is not its backup", async () => {
    writeFileSync(backup, "something else");
    expect(flat(await world.transcript("forget", "heron", "--yes"))).toContain(
      "which is another file by now",
    );
    expect(world.read("stick.backup")).toBe("something else");
    const other = await testWorld();
    await other.init();
    await other.pledge("backup", join(other.folder, "theirs"));
    copyFileSync(join(other.folder, "theirs"), backup);
    expect((await world.pledge("backup")).exitCode).toBe(1);
    expect(world.read("stick.backup")).toBe(other.read("theirs"));
    expect((await world.pledge("backup", backup, "--gone")).exitCode).toBe(0);
    expect(await world.transcript("backup")).toMatchInlineSnapshot(`
      "$ pledge backup
      ! pledge: error: this vault knows of no backup that could be made anew
      ! pledge: hint: name a file for a first one: "pledge backup FILE", best on a stick
      [exit 2]"
    `);
  });
});

describe("a backup that was cut short", () => {
  it("goes with the one beside it, and nobody else's does", async () => {
    const part = join(world.folder, ".pledge-0123456789ab.part");
    const other = await testWorld();
    await other.init();
    await other.pledge("backup", join(other.folder, "theirs"));
    const theirs = join(world.folder, ".pledge-0123456789ff.part");
    copyFileSync(backup, part);
    copyFileSync(join(other.folder, "theirs"), theirs);
    await world.pledge("forget", "heron", "--yes");
    expect([existsSync(part), existsSync(theirs)]).toEqual([false, true]);
  });
});

describe("pledge undo", () => {
  it("takes the imported people out of the backups too, and says where they are named", async () => {
    const list = world.file("list.csv", "Name,Email\nOmar Haddad,omar@home.example\n");
    await world.pledge("import", list, "--yes");
    await world.pledge("backup");
    const li = await idOf(world, "Li Wei");
    await world.pledge("edit", li, "--from", world.file("e.json", '{"note":"knows Omar Haddad"}'));
    const said = await world.transcript("undo", "--yes");
    expect(masked(said, { li })).toMatchInlineSnapshot(`
      "$ pledge undo --yes
      The last import: list.csv on 2026-11-22, 1 person added, 0 changed.
      1 person taken out, 0 put back as they were.
      Still named in what is noted of li, which stays as it is.
      Made anew: ~/stick.backup.
      [exit 0]"
    `);
    expect(await plainIn(world.vaultFolder)).toContain("knows Omar Haddad");
    expect(await plainIn(await restoredFrom(kept))).not.toContain("omar@home.example");
  });
});
