/** The bounds against the reader that they are for: whatever they let through is typeset. How soon: test/faults/letter-texts.test.ts. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { createDocuments } from "../../../src/adapters/documents/documents.ts";
import { createTemplates } from "../../../src/adapters/templates/templates.ts";
import type { Day } from "../../../src/domain/day.ts";
import { exceedsBounds } from "../../../src/domain/letters/markdown-bounds.ts";
import { letter, sampleText } from "../../adapters/documents/sample-letters.ts";
import { inputWith } from "../../adapters/templates/sample-package.ts";
import { over, smallText } from "./hostile-markdown.ts";

const documents = createDocuments();

/** Throws where the text is let through and cannot be typeset. */
const isTypeset = (markdown: string): boolean => {
  if (exceedsBounds(markdown)) return false;
  for (const format of ["txt", "html"] as const) documents.write(letter(markdown), format);
  return true;
};

describe("a text that exceeds the bounds", () => {
  it.each([
    ["quotes in quotes", over(">")],
    ["quotes in quotes, nine deep", "> ".repeat(9)],
    ["lists in lists", over("- ")],
    ["numbered lists in lists", `${"1. ".repeat(9)}a`],
    ["quotes and lists in one another", over("> - ", 40)],
    ["a quote that goes on without its mark", "> a\nb"],
    ["a quote under a quote of another depth", "> > a\n> b"],
    ["a quote in a list that goes on without its mark, on which the reader fails", "- x\n  >2)\na"],
    ["emphasis in emphasis", over("*a ", 1000) + over("b* ", 1000)],
    ["emphasis that nobody closes", over("_a ", 1000)],
    ["words with underscores", over("a_b", 1000)],
    ["strong text in strong text", over("**a ", 1200)],
    ["brackets", over("[", 300)],
    ["code that nobody closes", over("` ", 600)],
    ["exclamation marks", over("!", 300)],
    ["many paragraphs of markup", over(`${over("*a ", 600)}\n\n`, 20_000)],
    ["many escapes", over("\\[ ", 30_000)],
    ["many lines", over("a\n", 2200)],
    ["a run of spaces", `a${" ".repeat(65)}b`],
    ["a long word", "a".repeat(1001)],
    ["a table with long heads", `${"a ".repeat(150)}|\n-|`],
    ["a table with many columns", `${over("|a", 36)}\n${over("|-", 36)}`],
    ["a table with long heads in a quote", `> ${"a ".repeat(150)}|\n> -|`],
    ["a table with long heads in a list", `1. ${"a ".repeat(150)}|\n   -|`],
  ])("is one with %s", (_, markdown) => {
    expect(exceedsBounds(markdown)).toBe(true);
    expect(exceedsBounds(`First.\n\n${markdown}\n\nLast.\n`)).toBe(true);
  });
});

describe("a text within the bounds", () => {
  it("never makes the reader fail, however its lists and quotes go on", () => {
    let typeset = 0;
    fc.assert(
      fc.property(smallText, (markdown) => {
        if (isTypeset(markdown)) typeset += 1;
      }),
      { numRuns: 4000 },
    );
    expect(typeset).toBeGreaterThan(500);
  });

  it("is every letter of ours, and what letters are made of", () => {
    expect(exceedsBounds(sampleText)).toBe(false);
    for (const markdown of [
      "> We do not sell to the police.\n> So it said in 2026.\n\n> And so it is.\n",
      "1. **End the contracts.** By 1 March.\n   - all of them\n   - the renewals too\n2. Say so.\n",
      "| Name | Team |\n| --- | --- |\n|  |  |\n|  |  |\n",
      "Dana Roe\\\nChief Executive Officer\\\nExample Corp\n",
      `${"-".repeat(72)}\n`,
      `[the register](https://example.org/${"r/".repeat(400)})\n`,
    ])
      expect(exceedsBounds(markdown), markdown).toBe(false);
    const templates = createTemplates(new URL("../../..", import.meta.url).pathname);
    for (const template of templates.list()) {
      const examples = template.variables.map(({ name, kind, example }) => [
        name,
        kind === "day" ? "2027-03-31" : example,
      ]);
      const demand = templates.demand("drop-contracts");
      const demands = demand.ok ? [demand.value] : [];
      const text = templates.render(
        template,
        inputWith(Object.fromEntries(examples) as Record<string, string>, {
          demands,
          delivery: { addressee: "Dana Roe", on: "2027-03-10" as Day },
          response: { on: "2027-04-02" as Day, answers: [] },
        }),
      );
      expect(text.ok && !exceedsBounds(text.value)).toBe(true);
    }
  });
});
