/** A template of the package, rewritten: from `letter new` to a letter that needs its file no more. */
import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import { done, masked } from "../../support/committee-world.ts";
import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";
import { file as templateFile, question } from "./hostile-file.ts";

let world: TestWorld;
let path: string;

beforeEach(async () => {
  world = await testWorld();
  await world.init();
  path = join(world.folder, "ours.en.md.hbs");
});

const copy = (): Promise<string> =>
  done(world, "letter", "new", "employer-demands", "-o", path, "--quiet");

const rewrite = (from: string, to: string): void => {
  const text = readFileSync(path, "utf8");
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
};

const preview = async (name: string): Promise<string> =>
  (
    JSON.parse(await done(world, "letter", "preview", name, "--json")) as {
      readonly content: string;
    }
  ).content;

describe("pledge letter new", () => {
  it("copies a template to one file that only its owner can read, and says what to do with it", async () => {
    const transcript = await world.transcript("letter", "new", "employer-demands", "-o", path);
    // Where its lines break depends on how long the path is.
    expect(transcript.replaceAll(/\n! |\s+/gu, " ")).toMatchInlineSnapshot(
      `"$ pledge letter new employer-demands -o ~/ours.en.md.hbs ~/ours.en.md.hbs: Demands of workers to their employer, to be rewritten. Change it in any editor. It is plain text outside the vault, and holds nobody's name; keep it so. Then: "pledge letter start ~/ours.en.md.hbs". [exit 0]"`,
    );
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("writes over no file without --force, and takes the language", async () => {
    writeFileSync(path, "mine");
    const refused = await world.pledge("letter", "new", "editor", "-o", path);
    expect([refused.exitCode, readFileSync(path, "utf8")]).toEqual([6, "mine"]);
    const forced = [
      "letter",
      "new",
      "petition",
      "--language",
      "es",
      "-o",
      path,
      "--force",
    ] as const;
    expect(JSON.parse(await done(world, ...forced, "--json"))).toEqual({
      v: 1,
      template: "petition",
      language: "es",
      file: path,
    });
    expect(await done(world, "letter", "new", "petition", "--language", "es", "-o", "-")).toBe(
      readFileSync(path, "utf8"),
    );
  });

  it("names the languages that there are", async () => {
    expect(await world.transcript("letter", "new", "editor", "--language", "es"))
      .toMatchInlineSnapshot(`
      "$ pledge letter new editor --language es
      ! pledge: error: the template is not written in that language
      ! pledge: hint: it is written in en; for another, rewrite a copy of it: "pledge letter new"
      [exit 2]"
    `);
    expect((await world.pledge("letter", "new", "nobody")).stderr).toContain("no template of that");
    expect((await world.pledge("letter", "new", path)).stderr).toContain("no template of that");
  });
});

describe("a letter from a file", () => {
  it("is started, listed, changed and fixed when the file is long gone", async () => {
    await copy();
    rewrite("it must not be turned against them", "we will not let it be turned against them");
    const started = await world.transcript("letter", "start", path, "--no-input");
    expect(started).toMatchInlineSnapshot(`
      "$ pledge letter start ~/ours.en.md.hbs --no-input
      ours is started, with 4 demands.
      ! Read it with "pledge letter preview ours"; change it with
      ! "pledge letter edit ours".
      [exit 0]"
    `);
    rmSync(path);
    expect(await preview("ours")).toContain("we will not let it be turned against them");
    await done(world, "letter", "edit", "ours", "--set", "answerBy=2027-01-31");
    await done(world, "letter", "freeze", "ours", "--yes");
    await done(world, "letter", "write", "ours", "--format", "txt");
    expect(JSON.parse(await done(world, "letter", "list", "--json"))).toMatchObject({
      letters: [{ name: "ours", template: "ours", ownTemplate: true, language: "en" }],
    });
  });

  it("takes a newer version in; a fixed text that changes is a draft again, and asks first", async () => {
    await copy();
    await done(world, "letter", "start", path, "--no-input");
    await done(world, "letter", "freeze", "ours", "--yes");
    expect(await world.transcript("letter", "edit", "ours", "--template", path))
      .toMatchInlineSnapshot(`
      "$ pledge letter edit ours --template ~/ours.en.md.hbs
      ours stays as it was.
      [exit 0]"
    `);
    rewrite("People trust what we build", "People rely on what we build");
    expect((await world.pledge("letter", "edit", "ours", "--template", path)).exitCode).toBe(1);
    expect(await preview("ours")).toContain("People trust");
    expect(masked(await world.transcript("letter", "edit", "ours", "--template", path, "--yes")))
      .toMatchInlineSnapshot(`
      "$ pledge letter edit ours --template ~/ours.en.md.hbs --yes
      ours is changed and a draft again; nobody has to be asked a second time.
      [exit 0]"
    `);
    expect(await preview("ours")).toContain("People rely on");
  });

  it("keeps the answers that a newer version asks for too, and no others", async () => {
    await done(world, "letter", "start", "employer-demands", "--set", "answerBy=2027-01-31");
    await done(world, "letter", "edit", "employer-demands", "--set", "otherwise=strike");
    const variables = [
      question({ name: "answerBy", kind: "day", required: true }),
      question({ name: "otherwise" }),
      question({ name: "city", required: true }),
    ];
    const own = world.file("own.md.hbs", templateFile("{{city}} {{day answerBy}}", { variables }));
    const edited = await world.pledge(
      "letter",
      "edit",
      "employer-demands",
      "--template",
      own,
      "--json",
    );
    expect(JSON.parse(edited.stdout)).toMatchObject({
      letter: { answers: { answerBy: "2027-01-31" } },
      changed: true,
      missing: ["city"],
    });
    // The step of the old question is no answer to a line of the new one.
    expect(await world.inVault((vault) => vault.letters.all()[0]?.answers)).toEqual({
      answerBy: "2027-01-31",
    });
    await done(world, "letter", "edit", "employer-demands", "--set", "city=Riverton");
    expect(await preview("employer-demands")).toBe("Riverton 31 January 2027\n");
  });

  it("stays in its language, and in that of the file's name", async () => {
    await copy();
    const spanish = join(world.folder, "ours.es.md.hbs");
    await done(world, "letter", "new", "employer-demands", "--language", "es", "-o", spanish);
    await done(world, "letter", "start", path, "--no-input");
    for (const args of [
      ["start", path, "--language", "es"],
      ["start", spanish, "--language", "en"],
      ["edit", "ours", "--template", spanish],
    ]) {
      const refused = await world.pledge("letter", ...args);
      expect([refused.exitCode, refused.stderr]).toEqual([
        2,
        expect.stringContaining("not written in that language"),
      ]);
    }
    const nameless = world.file("nameless.hbs", readFileSync(spanish, "utf8"));
    await done(world, "letter", "start", nameless, "--language", "es", "--no-input");
    expect(await preview("nameless")).toContain("Exigimos");
    expect(
      (await world.pledge("letter", "start", nameless, "--language", "../x")).stderr,
    ).toContain("that is no language");
  });

  it("in a language without words of ours says which demands are in English", async () => {
    const own = world.file("carta.pt.md.hbs", templateFile('Exigimos: {{list demands "title"}}.'));
    await done(world, "letter", "start", own);
    const started = await world.transcript("letter", "start", own, "--name", "segunda");
    expect(started).toMatchInlineSnapshot(`
      "$ pledge letter start ~/carta.pt.md.hbs --name segunda
      segunda is started, with 4 demands.
      ! pledge has no words in Portuguese for drop-contracts,
      ! no-business-with-contractors, require-subpoenas and stronger-encryption, so
      ! segunda says them in English. Word them with
      ! "pledge demand edit drop-contracts".
      ! Read it with "pledge letter preview segunda"; change it with
      ! "pledge letter edit segunda".
      [exit 0]"
    `);
  });
});

describe("pledge letter templates FILE", () => {
  it("checks a file and says what it asks for, without a vault", async () => {
    const variables = [question({ ask: "Which city?", example: "Riverton", name: "city" })];
    const own = world.file("own.en.md.hbs", templateFile("{{city}}", { variables }));
    rmSync(world.vaultFolder, { recursive: true });
    expect((await world.pledge("letter", "templates", own)).stderr).toContain(
      "which may be missing",
    );
    writeFileSync(own, templateFile("{{#if city}}{{city}}{{/if}}", { variables }));
    expect(await world.transcript("letter", "templates", own)).toMatchInlineSnapshot(`
      "$ pledge letter templates ~/own.en.md.hbs
      own
        T (kind: employer; written for US, in en). It asks for:
        - city: one line, may be left out. For example: Riverton
      [exit 0]"
    `);
    const { stdout } = await world.pledge("letter", "templates", own, "--json");
    expect(JSON.parse(stdout)).toMatchObject({ templates: [{ id: "own", ownTemplate: true }] });
    expect(stdout).not.toContain("{{#if");
  });
});
