/** `pledge export`: what is asked first, what is written, and where it is not. */
import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { naughtySignatories } from "../../support/naughty-names.ts";
import { withSamplePeople } from "../../support/sample-people.ts";
import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";
import { begun, everybody } from "./importing.ts";

const ready = async (): Promise<TestWorld> => {
  const world = await testWorld();
  await withSamplePeople(world);
  return world;
};

const at = (world: TestWorld, name: string): string => join(world.folder, name);

describe("an export", () => {
  it("asks first, with what will be in it and where, and is for its owner alone", async () => {
    const world = await ready();
    const file = at(world, "people.csv");
    world.answers([false]);
    expect((await world.pledge("export", "-o", file)).exitCode).toBe(1);
    world.answers(["^C"]);
    expect((await world.pledge("export", "-o", file)).exitCode).toBe(130);
    expect(existsSync(file)).toBe(false);
    expect(world.questions()[0]).toBe(
      `This puts 6 names, 1 contact, 2 assessments, 5 people's pledges and 6 pledge codes, and all else that is noted of them, into plain text at ${file}, for whoever gets that file. Write it?`,
    );
    world.answers([true]);
    const { stdout, exitCode } = await world.pledge("export", "-o", file);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("in plain text");
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it("needs a yes where nobody can be asked, and never takes the place of a file", async () => {
    const world = await ready();
    const file = at(world, "people.csv");
    expect((await world.pledge("export", "-o", file)).exitCode).toBe(2);
    expect((await world.pledge("export", "-o", file, "--yes")).exitCode).toBe(0);
    expect((await world.pledge("export", "-o", file, "--yes")).exitCode).toBe(6);
    expect((await world.pledge("export", "-o", file, "--yes", "--force")).exitCode).toBe(0);
  });

  it("is refused before anything is asked where a file is there, a folder is missing, or it is no file", async () => {
    const world = await ready();
    world.answers([true, true, true]);
    const there = world.file("there.csv", "mine");
    for (const [path, exitCode] of [
      [there, 6],
      [at(world, "missing/p.csv"), 6],
      ["-", 2],
    ] as const) {
      const tried = await world.pledge("export", "-o", path, "--as", "csv");
      expect(tried).toMatchObject({ exitCode, stdout: "" });
    }
    const forced = await world.pledge("export", "-o", "-", "--as", "csv", "--force", "--yes");
    expect(forced).toMatchObject({ exitCode: 2, stdout: "" });
    expect(world.questions()).toEqual([]);
    expect(readFileSync(there, "utf8")).toBe("mine");
  });

  it("goes into a home in which Dropbox keeps its settings", async () => {
    const world = await ready();
    mkdirSync(at(world, ".dropbox"));
    const { exitCode } = await world.pledge("export", "-o", at(world, "p.csv"), "--yes");
    expect(exitCode).toBe(0);
  });

  it("leaves private notes where they are, unless they are asked for", async () => {
    const world = await ready();
    for (const name of ["a.csv", "a.json"]) {
      await world.pledge("export", "-o", at(world, name), "--yes");
      expect(readFileSync(at(world, name), "utf8")).not.toContain("Prefers mornings");
    }
    await world.pledge("export", "-o", at(world, "b.json"), "--private-notes", "--yes");
    expect(readFileSync(at(world, "b.json"), "utf8")).toContain("Prefers mornings");
  });

  it("puts on a card what calling somebody takes, and nothing that is thought of her", async () => {
    const world = await ready();
    await world.pledge("export", "-o", at(world, "a.vcf"), "--yes");
    const cards = readFileSync(at(world, "a.vcf"), "utf8");
    expect(cards.match(/BEGIN:VCARD/gu)).toHaveLength(6);
    expect(cards).toContain("IMPP:signal:+15550100");
    expect(cards).not.toMatch(
      /heron|walkout|sign(?!al)|cloud|Example Corp|[0-9A-Z]{4}-[0-9A-Z]{4}/iu,
    );
  });

  it("says nothing to a spreadsheet that it would calculate", async () => {
    const world = await begun();
    const evil = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＠x", "'=1"];
    const people = evil.map((name) => JSON.stringify({ name, role: name })).join("\n");
    await world.pledge("add", "--from", world.file("e.jsonl", people));
    await world.pledge("export", "-o", at(world, "e.csv"), "--yes");
    const rows = readFileSync(at(world, "e.csv"), "utf8").trimEnd().split("\r\n").slice(1);
    expect(rows).toHaveLength(evil.length);
    for (const row of rows) expect(row).toMatch(/^[a-z]{8},'/u);
    const other = await begun();
    await other.pledge("import", at(world, "e.csv"), "--yes");
    expect((await everybody(other)).map(({ name }) => name).toSorted()).toEqual(evil.toSorted());
  });

  it.each([
    ["a git work tree", ".git", "git work tree"],
    ["a folder of Syncthing", ".stfolder", "Syncthing"],
    ["a folder of Nextcloud", ".sync_0a1b.db", "Nextcloud"],
    ["a folder of Dropbox", ".dropbox.cache", "Dropbox"],
    ["a folder of Google Drive", ".tmp.driveupload", "Google Drive"],
  ])("does not go into %s, also through a link", async (_, mark, words) => {
    const world = await ready();
    const folder = at(world, "work");
    mkdirSync(join(folder, mark), { recursive: true });
    mkdirSync(join(folder, "deeper"));
    symlinkSync(join(folder, "deeper"), at(world, "link"));
    for (const path of [
      join(folder, "p.csv"),
      join(folder, "deeper/p.csv"),
      at(world, "link/p.csv"),
    ]) {
      const { exitCode, stderr } = await world.pledge("export", "-o", path, "--yes");
      expect(exitCode).toBe(1);
      expect(stderr).toContain(words);
      expect(existsSync(path)).toBe(false);
    }
    const path = join(folder, "p.csv");
    world.answers([false]);
    await world.pledge("export", "-o", path, "--force");
    expect(world.questions().at(-1)).toContain(words);
    const forced = await world.pledge("export", "-o", path, "--yes", "--force");
    expect(forced.exitCode).toBe(0);
  });

  it.each([
    "Dropbox",
    "OneDrive - Example",
    "Google Drive",
    "Nextcloud",
    "Mobile Documents",
    "pCloudDrive",
  ])("does not go into a folder that is called %s", async (name) => {
    const world = await ready();
    mkdirSync(at(world, name));
    const path = join(at(world, name), "p.csv");
    expect((await world.pledge("export", "-o", path, "--yes")).exitCode).toBe(1);
  });

  it("wants to know the format, and has nothing to write of nobody", async () => {
    const world = await begun();
    expect(await world.pledge("export", "-o", at(world, "people"), "--yes")).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining(".csv, .json or .vcf"),
    });
    const { exitCode, stdout } = await world.pledge("export", "-o", at(world, "p.csv"), "--yes");
    expect([exitCode, stdout]).toEqual([1, "Nobody is recorded yet.\n"]);
  });

  it("comes back in another vault as it was: people, covers, histories", async () => {
    const world = await ready();
    const [ana, kim] = (await everybody(world)).filter(({ name }) => /Ana|Kim/u.test(name));
    await world.pledge("assess", String(ana?.id), "--level", "2");
    await world.pledge("withdraw", String(ana?.id), "walkout", "--yes");
    const cover = world.file("c.json", JSON.stringify({ coveredBy: ana?.id }));
    await world.pledge("edit", String(kim?.id), "--from", cover);
    const before = await everybody(world);
    await world.pledge("export", "-o", at(world, "all.json"), "--private-notes", "--yes");
    const other = await begun();
    const { stdout } = await other.pledge("import", at(world, "all.json"), "--yes");
    expect(stdout).toContain("6 people added");
    expect(await everybody(other)).toEqual(before);
    expect((await other.pledge("import", at(world, "all.json"), "--yes")).stdout).toContain(
      "Nothing in it is new.",
    );
    await other.pledge("undo", "--yes");
    expect(await everybody(other)).toEqual([]);
  });

  it("leaves out, and says, what another campaign does not know", async () => {
    const world = await ready();
    await world.pledge("export", "-o", at(world, "all.json"), "--yes");
    const other = await testWorld();
    await other.init({ teams: [], actions: ["sign"], thresholds: [] });
    const { stdout } = await other.pledge("import", at(world, "all.json"), "--yes");
    expect(stdout).toContain("Taken without it");
    expect(await everybody(other)).toHaveLength(6);
  });

  it("is refused on its way back where it was cut off or changed", async () => {
    const world = await ready();
    await world.pledge("export", "-o", at(world, "all.json"), "--yes");
    const whole = readFileSync(at(world, "all.json"), "utf8");
    const cut = whole.trimEnd().split("\n").slice(0, -1).join("\n");
    const other = await begun();
    const { exitCode, stderr } = await other.pledge("import", other.file("cut.json", cut), "--yes");
    expect(exitCode).toBe(5);
    expect(stderr).toContain("5, as many as lines follow");
    expect(await everybody(other)).toEqual([]);
  });

  it.each(["csv", "json", "vcf"])("keeps 500 naughty names through %s", async (ending) => {
    const world = await begun();
    const names = naughtySignatories.map(({ name }) => name);
    const lines = names.map((name) => JSON.stringify({ name })).join("\n");
    await world.pledge("add", "--from", world.file("n.jsonl", lines));
    await world.pledge("export", "-o", at(world, `n.${ending}`), "--yes");
    const other = await begun();
    await other.pledge("import", at(world, `n.${ending}`), "--yes");
    const kept = await other.inVault((vault) =>
      vault.people.summaries().map(({ person }) => person.name),
    );
    expect(kept.toSorted()).toEqual(names.toSorted());
  });
});
