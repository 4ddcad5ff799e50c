/** `letter write --format pdf` with a printer that gives back what it was given, and with printers that fail. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import type { PrintFailure, Printer } from "../../../src/domain/letters/ports.ts";
import { fail } from "../../../src/domain/result.ts";
import { letterWorld } from "./letter-world.ts";
import type { LetterWorld } from "./letter-world.ts";

const fixed = async (): Promise<LetterWorld> => {
  const world = await letterWorld();
  await world.pledge("letter", "start", "employer-demands");
  await world.pledge("letter", "freeze", "employer-demands", "--yes");
  await world.pledge("confirm", "zoe", "quiet-1");
  return world;
};

const write = ["letter", "write", "employer-demands", "--format", "pdf"] as const;

const failing = (failure: PrintFailure): Printer => ({
  find: () => undefined,
  print: async () => fail(failure),
});

describe("letter write --format pdf", () => {
  it("prints the HTML on the paper of the template's country, to a file of ours", async () => {
    const world = await fixed();
    const file = join(world.folder, "letter.pdf");
    const html = (await world.pledge(...write.slice(0, 3), "--format", "html")).stdout;
    expect(await world.play(...write, "-o", file)).toMatchInlineSnapshot(`
      "$ pledge letter write employer-demands --format pdf -o ~/letter.pdf
      ~/letter.pdf: 1 name and a few others.
      ! 19 people pledged to sign and did not sign this text, so the letter leaves them
      ! out: "pledge letter write employer-demands --reask".
      ! The letter has 4 faults: "pledge letter lint employer-demands".
      [exit 0]"
    `);
    expect(readFileSync(file, "utf8")).toBe(`letter\n${html}`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const json = await world.pledge(...write, "-o", file, "--force", "--json");
    expect(JSON.parse(json.stdout)).toMatchObject({ v: 1, format: "pdf", file });
    expect(JSON.parse(json.stdout)).not.toHaveProperty("content");
  });

  it("sends the bytes down a pipe", async () => {
    const world = await fixed();
    expect((await world.pledge(...write, "-o", "-")).stdout).toMatch(/^letter\n<!doctype html>/u);
  });

  it("sends none to a terminal, nor into JSON, whether or not the vault can be opened", async () => {
    const world = await letterWorld();
    expect(await world.play(...write, "--json")).toMatchInlineSnapshot(`
      "$ pledge letter write employer-demands --format pdf --json
      ! {"v":1,"error":{"code":"binary-in-json","message":"a pdf file cannot stand in the JSON on standard output","hint":"write it to a file: -o letter.pdf"}}
      [exit 2]"
    `);
    world.onTerminal(true);
    expect(await world.play(...write)).toMatchInlineSnapshot(`
      "$ pledge letter write employer-demands --format pdf
      ! pledge: error: a pdf file is not for a terminal, which would take its bytes for orders
      ! pledge: hint: write it to a file: -o letter.pdf
      [exit 2]"
    `);
    expect(await world.play(...write, "-o", "-")).toContain("not for a terminal");
  });

  it("asks to look at names in scripts for which a machine may have no font", async () => {
    const world = await fixed();
    const file = join(world.folder, "letter.pdf");
    expect((await world.pledge(...write, "-o", file)).stderr).not.toContain("font");
    await world.pledge("confirm", "hanako");
    expect((await world.pledge(...write, "-o", file, "--force")).stderr).toMatchInlineSnapshot(`
      "Look through the names before it goes out: where this machine has no font for a
      script, boxes are printed in place of letters.
      18 people pledged to sign and did not sign this text, so the letter leaves them
      out: "pledge letter write employer-demands --reask".
      The letter has 4 faults: "pledge letter lint employer-demands".
      "
    `);
    const html = await world.pledge(...write.slice(0, 3), "--format", "html");
    expect(html.stderr).not.toContain("font");
  });

  it("refuses to replace a file before it prints", async () => {
    const world = await fixed();
    world.withPrinter({
      find: () => "Chromium",
      print: async () => {
        throw new Error("printed");
      },
    });
    const there = world.file("letter.pdf", "mine");
    expect(await world.play(...write, "-o", there)).toContain("is there already");
    expect(world.read("letter.pdf")).toBe("mine");
  });

  it("names the way through HTML where there is no browser", async () => {
    const world = await fixed();
    world.withPrinter(failing({ type: "pdf-engine-missing" }));
    const file = join(world.folder, "letter.pdf");
    expect(await world.play(...write, "-o", file)).toMatchInlineSnapshot(`
      "$ pledge letter write employer-demands --format pdf -o ~/letter.pdf
      ! pledge: error: no program was found that prints a PDF: Chromium, Google Chrome, Microsoft Edge or Brave
      ! pledge: hint: write it with --format html, open that in a browser and print it from there
      [exit 1]"
    `);
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    ["stopped", "it stopped before it had printed"],
    ["too-long", "it took longer than a minute and was ended"],
    ["no-file", "it ended without a file"],
    ["no-folder", "the temporary folder cannot be written to"],
    ["unfamiliar-file", "its file could not be looked through"],
  ] as const)("says why a browser printed nothing: %s", async (why, words) => {
    const world = await fixed();
    world.withPrinter(failing({ type: "pdf-engine-failed", program: "Chromium", why }));
    const ran = await world.pledge(...write, "-o", join(world.folder, "letter.pdf"));
    expect(ran).toMatchObject({ exitCode: 6, stdout: "" });
    expect(ran.stderr).toContain(`Chromium printed no PDF: ${words}`);
    expect(ran.stderr).toContain("--format html");
  });
});
