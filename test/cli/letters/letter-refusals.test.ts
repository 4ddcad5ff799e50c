/** What the other letter commands refuse: two lines, an exit code, and nothing changed. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { letterWorld, refusal } from "./letter-world.ts";

describe("letter freeze refuses", () => {
  it("a step that nobody has pledged, first or further", async () => {
    const world = await letterWorld();
    const note = (
      await world.pledge("letter", "start", "employer-demands", "--set", "otherwise=strike")
    ).stderr;
    expect(note).toContain('The letter announces "strike", and nobody has pledged that');
    expect(await refusal(world, "freeze", "employer-demands", "--yes")).toMatchInlineSnapshot(`
      "! pledge: error: the letter announces "strike", and nobody has pledged that
      ! pledge: hint: announce a step that people stand behind, or none: "pledge letter edit employer-demands --set otherwise="
      [exit 1]"
    `);
    await world.pledge(
      "letter",
      "edit",
      "employer-demands",
      "--set",
      "otherwise=refuse",
      "--set",
      "furtherStep=walkout",
    );
    expect(await refusal(world, "freeze", "employer-demands", "--yes")).toContain(
      'announces "walkout"',
    );
    await world.pledge("letter", "edit", "employer-demands", "--set", "furtherStep=");
    expect(await world.play("letter", "freeze", "employer-demands", "--yes")).toContain("is fixed");
  });

  it("a step whose last pledge was taken back", async () => {
    const world = await letterWorld();
    await world.pledge("letter", "start", "employer-demands", "--set", "otherwise=refuse");
    await world.pledge("withdraw", "zoe", "refuse", "--yes");
    expect(await refusal(world, "freeze", "employer-demands", "--yes")).toContain(
      'announces "refuse"',
    );
  });

  it("without a yes, a second time, and while something is missing", async () => {
    const world = await letterWorld();
    await world.pledge("letter", "start", "employer-demands");
    expect(await refusal(world, "freeze", "employer-demands")).toContain("[exit 2]");
    expect(await refusal(world, "freeze", "employer-demands", "--no-input")).toContain("[exit 2]");
    await world.pledge("letter", "edit", "employer-demands", "--set", "answerBy=");
    expect(await refusal(world, "freeze", "employer-demands", "--yes")).toContain(
      "still needs answerBy",
    );
    await world.pledge("letter", "edit", "employer-demands", "--set", "answerBy=2026-12-24");
    await world.pledge("letter", "freeze", "employer-demands", "--yes");
    expect(await refusal(world, "freeze", "employer-demands", "--yes")).toMatchInlineSnapshot(`
      "! pledge: error: the text of employer-demands is fixed already
      ! pledge: hint: change it with "pledge letter edit employer-demands"; those who signed must then be asked again
      [exit 1]"
    `);
  });
});

describe("letter write refuses", () => {
  it("a draft, and a letter that there is not", async () => {
    const world = await letterWorld();
    await world.pledge("letter", "start", "employer-demands");
    expect(await refusal(world, "write", "employer-demands", "--format", "md"))
      .toMatchInlineSnapshot(`
      "! pledge: error: the text of employer-demands is not fixed yet, so nobody can have signed it
      ! pledge: hint: read it with "pledge letter preview employer-demands", then "pledge letter freeze employer-demands"
      [exit 1]"
    `);
    expect(await refusal(world, "write", "first", "--format", "md")).toMatchInlineSnapshot(`
      "! pledge: error: there is no letter of that name
      ! pledge: hint: the letters are employer-demands
      [exit 2]"
    `);
  });

  it("to replace a file without --force", async () => {
    const world = await letterWorld();
    await world.pledge("letter", "start", "employer-demands");
    await world.pledge("letter", "freeze", "employer-demands", "--yes");
    const file = world.file("letter.md", "mine");
    const write = ["write", "employer-demands", "--format", "md", "-o", file];
    expect(await refusal(world, ...write)).toMatchInlineSnapshot(`
      "! pledge: error: ~/letter.md is there already
      ! pledge: hint: choose another name, or replace it with --force where the command has it
      [exit 6]"
    `);
    expect(world.read("letter.md")).toBe("mine");
    expect(await refusal(world, ...write, "--force")).toContain("[exit 0]");
    expect(world.read("letter.md")).toContain("Dana Roe");
  });

  it("a format that it cannot write, and none", async () => {
    const world = await letterWorld();
    const file = join(world.folder, "out");
    expect(await refusal(world, "write", "employer-demands", "--format", "doc")).toContain(
      "[exit 2]",
    );
    expect(await refusal(world, "write", "employer-demands")).toMatchInlineSnapshot(`
      "! pledge: error: --format is missing
      ! pledge: hint: say --format md, txt, html, docx, pdf or eml
      [exit 2]"
    `);
    expect(await refusal(world, "write", "employer-demands", "--reask", "-o", file)).toContain(
      "--format is missing",
    );
    expect(existsSync(file)).toBe(false);
  });
});

describe("letter edit refuses", () => {
  it("to ask where there is nobody to ask", async () => {
    const world = await letterWorld();
    await world.pledge("letter", "start", "employer-demands");
    expect(await refusal(world, "edit", "employer-demands")).toMatchInlineSnapshot(`
      "! pledge: error: this would ask a question, and there is no terminal to ask it on
      ! pledge: hint: use --set NAME=VALUE, --from FILE or --template FILE
      [exit 2]"
    `);
  });

  it("a letter that there is not, and an assignment that is none", async () => {
    const world = await letterWorld();
    expect(await refusal(world, "edit", "first", "--set", "answerBy=2027-01-01")).toContain(
      "there is no letter of that name",
    );
    await world.pledge("letter", "start", "employer-demands");
    expect(await refusal(world, "edit", "employer-demands", "--set", "answerBy"))
      .toMatchInlineSnapshot(`
      "! pledge: error: --set takes a value's name, an equals sign and the value
      ! pledge: hint: for example: --set answerBy=2026-12-15; nothing after the sign takes the value away
      [exit 2]"
    `);
  });
});
