/** 500 names that try everything: recorded, listed, shown, found, and taken in from tables and cards, letter for letter. */
import Papa from "papaparse";
import { beforeAll, describe, expect, it } from "vitest";

import { cleanLine } from "../../../src/domain/text/clean.ts";
import { naughtySignatories } from "../../support/naughty-names.ts";
import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

const names = naughtySignatories.map(({ name }) => name);
const sorted = (all: readonly string[]): readonly string[] => all.toSorted();

const namesIn = async (world: TestWorld): Promise<readonly string[]> =>
  world.inVault((vault) => vault.people.summaries().map(({ person }) => person.name));

/** What a terminal would obey, or what turns a line around; FSI and PDI are ours, around names from the right. */
// oxlint-disable-next-line no-control-regex -- the controls are what is looked for
const obeyed = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066\u2067]/u;

let world: TestWorld;

beforeAll(async () => {
  world = await testWorld();
  await world.init();
  const lines = names.map((name) => JSON.stringify({ name })).join("\n");
  const { exitCode, stderr } = await world.pledge("add", "--from", world.file("n.jsonl", lines));
  if (exitCode !== 0) throw new Error(stderr);
});

describe("500 names", () => {
  it("are 500, each clean as it is", () => {
    expect(new Set(names).size).toBe(500);
    for (const name of names) expect(cleanLine(name)).toEqual({ ok: true, value: name });
  });

  it("are kept letter for letter", async () => {
    expect(sorted(await namesIn(world))).toEqual(sorted(names));
    const { stdout } = await world.pledge("list", "--json");
    const { people } = JSON.parse(stdout) as { readonly people: readonly { name: string }[] };
    expect(sorted(people.map(({ name }) => name))).toEqual(sorted(names));
  });

  it("put nothing on the screen that it would obey", async () => {
    const { stdout } = await world.pledge("list");
    expect(obeyed.exec(stdout)).toBeNull();
    // The heading, and a line each: no name breaks one.
    expect(stdout.trimEnd().split("\n")).toHaveLength(501);
    const ids = await world.inVault((vault) =>
      vault.people.summaries().map(({ person }) => person.id),
    );
    for (const id of ids.filter((_, index) => index % 10 === 0)) {
      const shown = await world.pledge("show", id);
      expect(obeyed.exec(shown.stdout)).toBeNull();
    }
  });

  it("are found by what stands in them", async () => {
    const searched = names.filter((_, index) => index % 25 === 0);
    for (const name of searched) {
      const { stdout } = await world.pledge("find", "--from", world.file("word", name), "--json");
      const { people } = JSON.parse(stdout) as { readonly people: readonly { name: string }[] };
      expect(people.map((one) => one.name)).toContain(name);
    }
  });

  it.each([",", ";", "\t"])(
    "are taken in from a table with %j between its cells",
    async (delimiter) => {
      const other = await testWorld();
      await other.init();
      const rows = names.map((name, index) => ["", name, `p${index}@example.org`]);
      const table = Papa.unparse([["Team", "Name", "Mail"], ...rows], { delimiter });
      await other.pledge("import", other.file("n.csv", `\uFEFF${table}`), "--yes");
      expect(sorted(await namesIn(other))).toEqual(sorted(names));
      const { stdout } = await other.pledge("undo", "--yes");
      expect(stdout).toContain("500 people taken out");
    },
  );

  it("are taken in from cards", async () => {
    const other = await testWorld();
    await other.init();
    const escaped = (name: string): string => name.replaceAll(/[\\,;]/gu, "\\$&");
    const cards = names.map(
      (name, index) =>
        `BEGIN:VCARD\r\nVERSION:4.0\r\nFN:${escaped(name)}\r\nUID:sample-${index}\r\nEND:VCARD\r\n`,
    );
    await other.pledge("import", other.file("n.vcf", cards.join("")), "--yes");
    expect(sorted(await namesIn(other))).toEqual(sorted(names));
  });
});
