/** What a stranger's template may say, and what becomes of it in every format that shows anything. Sample data. */
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import { done } from "../../support/committee-world.ts";
import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";
import { file, question } from "./hostile-file.ts";

let world: TestWorld;

beforeEach(async () => {
  world = await testWorld();
  await world.init();
});

const start = async (content: string, ...args: readonly string[]): Promise<void> => {
  const path = world.file("sample.en.md.hbs", content);
  await done(world, "letter", "start", path, "--no-input", ...args);
};

const written = async (format: string): Promise<string> => {
  const path = join(world.folder, `letter.${format}`);
  await done(world, "letter", "write", "sample", "--format", format, "-o", path, "--force");
  return world.read(`letter.${format}`);
};

/** A text, and what the HTML file says of it. */
const texts: readonly (readonly [what: string, body: string, html: string])[] = [
  ["a link that runs code", "[x](javascript:alert(1))", "<p>x"],
  ["a link to a file", "[x](file:///etc/passwd)", "<p>x"],
  ["HTML by its names", "&lt;img src=x&gt;", "<p>&lt;img src=x&gt;</p>"],
  ["escaped HTML", "\\<img src=x>", "<p>&lt;img src=x&gt;</p>"],
  ["an escaped picture", "\\![x](http://t/p.gif)", "<p>!x"],
  ["a picture around what is left out", "!{{#if note}} {{/if}}[x](http://t/p.gif)", "<p>!x"],
  ["HTML around what is left out", "<{{#if note}} {{/if}}img src=x>", "<p>&lt;img src=x&gt;</p>"],
  [
    "a mark around what is left out",
    "<{{#if note}} {{/if}}!-- outside the text: signatories -->",
    "<p>&lt;!-- outside the text: signatories --&gt;</p>",
  ],
  ["a tag in a comment", "{{!-- {{> x}} {{{y}}} --}}We demand it.", "<p>We demand it.</p>"],
];

describe("a stranger's template", () => {
  it.each(texts)("with %s makes a letter that loads and runs nothing", async (_, body, html) => {
    await start(file(body, { variables: [question()] }));
    await done(world, "letter", "freeze", "sample", "--yes");
    const page = await written("html");
    const [, inside = ""] = page.split(/<body[^>]*>/u);
    expect(inside).toContain(html);
    expect(inside).not.toMatch(/<(?:img|script|iframe|a|link|object)\b|<!-- outside/u);
    const markdown = await written("md");
    expect(markdown).not.toMatch(/(?<!\\)(?:!\[|<[a-z/!?])/u);
  });

  it("may hold a byte order mark and the line breaks of another system", async () => {
    await start(`\uFEFF${file("We demand it,\n\nall of it.").replaceAll("\n", "\r\n")}`);
    const shown = JSON.parse(await done(world, "letter", "preview", "sample", "--json")) as object;
    expect(shown).toMatchObject({ content: "We demand it,\n\nall of it.\n" });
  });

  it("that says how many signed, and today's date, is found by the lint", async () => {
    await start(
      file("As of 22 November 2026, 123 of us have signed.", { kind: "petition", demands: [] }),
    );
    const linted = await world.pledge("letter", "lint", "sample", "--json");
    expect(linted.exitCode).toBe(1);
    const { faults } = JSON.parse(linted.stdout) as { readonly faults: readonly object[] };
    expect(faults).toContainEqual(expect.objectContaining({ rule: "live-value", line: 1 }));
  });

  it("asks whether a value points to a person by its own word only, and `--set` goes by that", async () => {
    const variables = [question({ name: "boss", personal: true })];
    const path = world.file("sample.en.md.hbs", file("{{#if boss}}{{boss}}{{/if}}", { variables }));
    const ran = await world.pledge("letter", "start", path, "--set", "boss=Sample Person");
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).not.toContain("Sample Person");
  });
});
