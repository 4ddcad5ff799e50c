/** What the columns of somebody's own table hold: asked, given, and kept for the next one. */
import { describe, expect, it } from "vitest";

import { begun, everybody } from "./importing.ts";

const table = (row: string): string => `Wer,Wo,Was\n${row}\n`;

describe("the columns of a table", () => {
  it("are asked about until they are right, and known the next time", async () => {
    const world = await begun();
    const file = world.file("l.csv", table("Ana,Oslo,SRE"));
    world.answers([
      "Wer: passed over",
      "Was: passed over",
      "role",
      "Wo: passed over",
      "site",
      "yes, all of it",
      true,
    ]);
    await world.pledge("import", file);
    expect(world.questions()).toEqual([
      "Which column holds the names?",
      "Do the columns mean this?",
      'What is in "Was"?',
      "Do the columns mean this?",
      'What is in "Wo"?',
      "Do the columns mean this?",
      "Add 1 person?",
    ]);
    const { exitCode } = await world.pledge(
      "import",
      world.file("m.csv", table("Bo,Rom,PM")),
      "--yes",
    );
    expect(exitCode).toBe(0);
    expect(await everybody(world)).toMatchObject([
      { name: "Ana", site: "Oslo", role: "SRE" },
      { name: "Bo", site: "Rom", role: "PM" },
    ]);
  });

  it("give way to the one that was chosen last for the same thing", async () => {
    const world = await begun();
    world.answers(["Wer: passed over", "Wo: passed over", "name", "yes, all of it", true]);
    await world.pledge("import", world.file("l.csv", table("Ana,Oslo,SRE")));
    expect((await everybody(world)).map(({ name }) => name)).toEqual(["Oslo"]);
  });

  it("are taken from --map, which the preview prints as JSON", async () => {
    const world = await begun();
    const columns = [
      { header: "Wer", fills: "name" },
      { header: "Wo", fills: "passed-over" },
      { header: "Was", fills: "role" },
    ];
    const map = world.file("map.json", JSON.stringify({ v: 1, kind: "unknown", columns }));
    const file = world.file("l.csv", table("Ana,Oslo,SRE"));
    const { stdout } = await world.pledge("import", file, "--map", map, "--json", "--yes");
    const { written, import: done } = JSON.parse(stdout) as {
      readonly written: boolean;
      readonly import: { readonly mapping: unknown };
    };
    expect(written).toBe(true);
    expect(done.mapping).toEqual({ v: 1, kind: "unknown", columns });
    expect(await everybody(world)).toMatchObject([{ name: "Ana", role: "SRE" }]);
  });

  it.each([
    ["nobody can say", [], "no column of the table is known to hold names", 2],
    [
      "are another table's",
      ['{"v":1,"kind":"unknown","columns":[{"header":"Wer","fills":"name"}]}'],
      "names other columns than the table has",
      2,
    ],
    [
      "fill one thing twice",
      [
        '{"v":1,"kind":"unknown","columns":[{"header":"Wer","fills":"name"},{"header":"Wo","fills":"name"}]}',
      ],
      "these columns cannot be used",
      5,
    ],
  ])("are refused where they %s", async (_, maps, words, code) => {
    const world = await begun();
    const file = world.file("l.csv", table("Ana,Oslo,SRE"));
    const options = maps.flatMap((map) => ["--map", world.file("map.json", map)]);
    const { exitCode, stderr } = await world.pledge("import", file, ...options, "--yes");
    expect(stderr).toContain(words);
    expect(exitCode).toBe(code);
    expect(await everybody(world)).toEqual([]);
  });

  it("are of tables: cards have none", async () => {
    const world = await begun();
    const map = world.file("map.json", '{"v":1,"kind":"unknown","columns":[]}');
    const cards = world.file("a.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nEND:VCARD\n");
    const { stderr } = await world.pledge("import", cards, "--map", map);
    expect(stderr).toContain("--map is for tables");
  });
});
