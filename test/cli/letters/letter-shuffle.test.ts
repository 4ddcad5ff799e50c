/** `letter write --shuffle`: an order of chance, for names and roles alike, and for nothing else in the letter. */
import { beforeAll, describe, expect, it } from "vitest";

import { fromSignatories, letterWorld } from "./letter-world.ts";
import type { LetterWorld } from "./letter-world.ts";

const names = Array.from({ length: 12 }, (_, index) => `Sample ${String(index + 10)}`);
const roles = ["Analyst", "Builder", "Curator", "Drafter", "Editor"];

let world: LetterWorld;

const letter = async (...options: readonly string[]): Promise<string> => {
  const written = await world.pledge("letter", "write", "first", "--format", "txt", ...options);
  expect(written.exitCode).toBe(0);
  return written.stdout;
};

const linesOf = (text: string, which: RegExp): readonly string[] =>
  (fromSignatories(text).match(which) ?? []).map((line) => line.trim());
const named = (text: string): readonly string[] => linesOf(text, /Sample \d\d/gu);
const byRole = (text: string): readonly string[] => linesOf(text, /[A-Z]\w+ \(5\)/gu);

beforeAll(async () => {
  world = await letterWorld();
  const named = names.map((name, index) => ({ name, alias: `named-${index}`, display: "named" }));
  const unnamed = roles.flatMap((role) =>
    Array.from({ length: 5 }, (_, index) => ({
      name: `Secret ${role} ${index}`,
      alias: `${role.toLowerCase()}-${index}`,
      display: "role",
      role,
    })),
  );
  const people = [...named, ...unnamed].map((person) => ({ actions: ["sign"], ...person }));
  await world.pledge("add", "--from", world.file("more.json", JSON.stringify(people)));
  await world.pledge("letter", "start", "employer-demands", "--name", "first");
  await world.pledge("letter", "freeze", "first", "--yes");
  await world.pledge("confirm", ...people.map(({ alias }) => alias));
});

describe("a letter that is written", () => {
  it("has its signatories in the order of the language without --shuffle, each time", async () => {
    expect(named(await letter())).toHaveLength(12);
    expect(named(await letter()).toSorted()).toEqual(names);
    expect(byRole(await letter())).toEqual(roles.map((role) => `${role} (5)`));
    expect(await letter()).toBe(await letter());
  });

  it("has the same ones in another order each time with it, the roles too", async () => {
    const plain = await letter();
    const written = [];
    for (let time = 0; time < 4; time += 1) written.push(await letter("--shuffle"));
    for (const text of written) {
      expect(named(text).toSorted()).toEqual(names);
      expect(byRole(text).toSorted()).toEqual(byRole(plain));
      expect(text.slice(0, text.indexOf("Signatories"))).toBe(
        plain.slice(0, plain.indexOf("Signatories")),
      );
    }
    expect(new Set([plain, ...written].map((text) => named(text).join())).size).toBe(5);
    expect(new Set([plain, ...written].map((text) => byRole(text).join())).size).toBeGreaterThan(1);
  });

  it("takes --shuffle only where there is a letter to write", async () => {
    expect(await world.play("letter", "write", "first", "--reask", "--shuffle"))
      .toMatchInlineSnapshot(`
        "$ pledge letter write first --reask --shuffle
        ! pledge: error: --format is missing
        ! pledge: hint: say --format md, txt, html, docx, pdf or eml
        [exit 2]"
      `);
  });
});
