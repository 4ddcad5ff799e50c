/** One way to a template, and in which language one is taken. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { createTemplates } from "../../../src/adapters/templates/templates.ts";
import { chosenTemplate } from "../../../src/usecases/letters/find-template.ts";
import { headWith, packageWith } from "../../adapters/templates/sample-package.ts";

const text = `${headWith([])}words\n`;
const templates = createTemplates(
  packageWith({
    "letters/both.en.md.hbs": text,
    "letters/both.es.md.hbs": text,
    "letters/carta.es.md.hbs": text,
    "letters/far.pt-BR.md.hbs": text,
    "letters/far.es.md.hbs": text,
  }),
);

const languageOf = (template: string, language?: string): unknown => {
  const chosen = chosenTemplate(
    { templates },
    { template, ...(language === undefined ? {} : { language }) },
  );
  return chosen.ok ? chosen.value.language : chosen.failure;
};

describe("the template of a letter", () => {
  it.each([
    ["both", undefined, "en"],
    ["both", "es", "es"],
    ["both", "ES", "es"],
    ["carta", undefined, "es"],
    ["far", "pt-br", "pt-BR"],
  ])("%s in %s is taken in %s", (template, language, taken) => {
    expect(languageOf(template, language)).toBe(taken);
  });

  it.each([
    ["both", "pt", ["en", "es"]],
    ["both", "es-MX", ["en", "es"]],
    ["carta", "en", ["es"]],
    ["far", undefined, ["es", "pt-BR"]],
    ["far", "pt", ["es", "pt-BR"]],
    ["both", "__proto__", ["en", "es"]],
  ])("%s is not taken in %s, and says in which it is written", (template, language, known) => {
    expect(languageOf(template, language)).toEqual({ type: "language-unknown", known });
  });

  it("of no name of ours is unknown, whatever the language", () => {
    for (const language of [undefined, "es"])
      expect(languageOf("nobody", language)).toMatchObject({ type: "template-unknown" });
  });

  it("is looked up in one place, so that no command passes over the organizers' own", () => {
    const src = new URL("../../../src", import.meta.url).pathname;
    const there = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((path) =>
      /\btemplates\s*\.(?:find|read)\(/u.test(
        path.endsWith(".ts") ? readFileSync(join(src, path), "utf8") : "",
      ),
    );
    expect(there).toEqual(["usecases/letters/find-template.ts"]);
  });
});
