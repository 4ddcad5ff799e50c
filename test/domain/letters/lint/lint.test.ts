/** The lint of letters: each rule with letters that break it and letters that do not. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { lintRules, lintText } from "../../../../src/domain/letters/lint/lint.ts";
import { letterKinds } from "../../../../src/domain/letters/lint/kinds.ts";
import { fullText, over } from "../hostile-markdown.ts";
import { brokenBlocks } from "./broken-blocks.ts";
import { brokenWords } from "./broken-words.ts";
import { english, inputOf, lineOf, rulesBroken, spanish } from "./sample-letters.ts";
import { sound } from "./sound-letters.ts";

const broken = [...brokenBlocks, ...brokenWords];

describe("the lint of letters", () => {
  it.each(broken)("finds $rule, and nothing else: $title", ({ rule, input, at }) => {
    const faults = lintText(input);
    expect(new Set(faults.map((fault) => fault.rule))).toEqual(new Set([rule]));
    if (at !== undefined) expect(faults[0]?.line).toBe(lineOf(input.markdown, at));
  });

  it.each(sound)("finds nothing in %s", (_, input) => {
    expect(lintText(input)).toEqual([]);
  });

  it("has a letter that breaks it for every rule, and a name and a sentence for each", () => {
    const names = lintRules.map(({ name }) => name);
    expect(new Set(broken.map(({ rule }) => rule))).toEqual(new Set(names));
    expect(new Set(names).size).toBe(names.length);
    for (const { name, about } of lintRules) {
      expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
      expect(about).toMatch(/^[A-Z].*\.$/u);
    }
  });

  it("gives each fault a clause, and a way out that ends in a sentence", () => {
    for (const { input } of broken) {
      for (const { what, wayOut } of lintText(input)) {
        expect(what).toMatch(/^[a-z\d].*[^.]$/u);
        expect(wayOut).toMatch(/^[A-Z].*\.$/u);
        expect(wayOut).not.toMatch(/,,|undefined/u);
      }
    }
  });

  it("sends whoever cannot change a text of the committee's to its writer", () => {
    for (const { input } of broken) {
      for (const { wayOut } of lintText({ ...input, shared: true }))
        expect(wayOut).not.toContain("letter edit");
    }
  });

  it("tells faults in the order of their lines", () => {
    const lines = lintText(inputOf("TBD\n\n{{x}} subpoena\n")).map(({ line }) => line);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });

  it("is silent on words in a language that it has none for, and holds the rest", () => {
    expect(rulesBroken(inputOf("Bonjour.", { template: { language: "fr" } }))).toEqual([
      "missing-addressee",
      "missing-place-and-date",
      "missing-how-many",
      "missing-facts",
      "missing-company-words",
      "demands-count",
      "missing-answer-date",
      "missing-signatories",
      "missing-contact",
    ]);
  });

  it("counts no words where no spaces stand between them", () => {
    const text = `${"我们要求公司结束所有合同 ".repeat(40)}。`;
    expect(rulesBroken(inputOf(text, { template: { language: "zh", kind: "editor" } }))).toEqual(
      [],
    );
  });
});

const pieces = [english, spanish]
  .flatMap((text) => text.split(/(?<=[ \n])/u))
  .concat([
    "{{",
    "[name]",
    "subpoena",
    "___",
    "(2019)",
    '"',
    "«",
    "“",
    "1. ",
    "\\",
    "\n\n",
    "if we will ",
  ]);

const kinds = fc.constantFrom(...letterKinds, "song");
const languages = fc.constantFrom("en", "es", "fr", "zh", "");

const keepsItsLines = (markdown: string, kind: string, language: string): void => {
  const last = markdown.split("\n").length;
  for (const { line } of lintText(inputOf(markdown, { template: { kind, language } }))) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(last);
  }
};

describe("the lint of any text", () => {
  it("never throws, and names lines that there are", () => {
    const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((all) => all.join(""));
    const text = fc.oneof(soup, fc.string({ unit: "binary", maxLength: 300 }));
    fc.assert(fc.property(text, kinds, languages, keepsItsLines), { numRuns: 500 });
  });

  it("never throws on 64 KiB of markup", () => {
    fc.assert(fc.property(fullText, kinds, languages, keepsItsLines), { numRuns: 15 });
  });

  // Each would take minutes if a pattern went over it again from every place.
  it.each([
    ...'"“«„([{_.!?*`\\#1 \n',
    "1,",
    "1 ",
    "a@",
    "a.",
    "[a](",
    "we ",
    "we will if ",
    "y ar",
    "remos",
    "2026 ",
    "3 March 2026 ",
    "(3 March 2026 ",
    "A. ",
    ". ",
    "400 of us ",
    "1. a\n",
    "a\\\n",
  ])("comes to its end on 64 KiB of %j", (unit) => {
    for (const language of ["en", "es"]) keepsItsLines(over(unit), "employer", language);
  });
});
