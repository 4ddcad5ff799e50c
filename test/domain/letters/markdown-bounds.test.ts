/** The bounds against the reader that they are for: whatever they let through is typeset, and soon. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { createDocuments } from "../../../src/adapters/documents/documents.ts";
import { createTemplates } from "../../../src/adapters/templates/templates.ts";
import { exceedsBounds } from "../../../src/domain/letters/markdown-bounds.ts";
import { letter, oddText, sampleText } from "../../adapters/documents/sample-letters.ts";
import { inputWith } from "../../adapters/templates/sample-package.ts";
import { fullText, over, repeatedLines, smallText } from "./hostile-markdown.ts";

const documents = createDocuments();

/** Of the processor, so that what else the machine has to do makes no difference. */
const secondsFor = (work: () => void): number => {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1e6;
};

/** Fails where the text is let through and cannot be typeset in a second. */
const isTypeset = (markdown: string): boolean => {
  if (exceedsBounds(markdown)) return false;
  for (const format of ["txt", "html"] as const)
    expect(secondsFor(() => documents.write(letter(markdown), format))).toBeLessThan(1);
  return true;
};

const lines = (count: number, lineOf: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => lineOf(index)).join("\n");

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
  it.each([
    ["of quotes and lists, eight deep", over(`${"> - ".repeat(4)}a\n`, 16_000)],
    ["of lists, eight deep and back", lines(1000, (index) => `${"  ".repeat(index % 8)}- a`)],
    [
      "of list marks, eight deep and back",
      lines(1000, (index) => `${"- ".repeat(index % 9)}a@b.c`),
    ],
    ["of quotes, eight deep", lines(1000, () => `${"> ".repeat(8)}=`)],
    [
      "of emphasis in emphasis",
      over(`${over("*a ", 372) + over("b* ", 372)}${over("word ", 7000)}\n\n`),
    ],
    ["of emphasis that nobody closes", over(`${over("**a&amp;", 900)}${over("word ", 7000)}\n\n`)],
    ["of escapes", over(`${over("\\[", 960)} `, 4000) + over("word ", 60_000)],
    [
      "of long words with addresses",
      over(`${"#".repeat(990)}a@b.c ${over("*a*", 90)}\n\n`, 30_000),
    ],
    ["of tables", over(`${over("|a", 30)}|\n${over("|-", 30)}|\n${over("|b", 30)}|\n\n`, 22_000)],
    ["of a table with long heads", `${"a ".repeat(99)}|\n-|\n${over("b|\n", 2900)}`],
    ["of references", `${over("[a]: b\n", 1750)}\n${over("[a] ", 1000)}`],
    ["of words", over("word ")],
    ["of hard breaks", over("a\\\n", 2900)],
    ["of tags", over("<div>\n", 1500)],
    ["of comments that nobody closes", over("<!-- a\n", 890)],
    ["of rows of dashes", over("---\n", 3900)],
  ])("%s is typeset within a second", (_, markdown) => {
    expect(isTypeset(markdown)).toBe(true);
  });

  it("is typeset within a second, whatever it opens and closes", () => {
    let typeset = 0;
    fc.assert(
      fc.property(fc.oneof(fullText, repeatedLines), (markdown) => {
        if (isTypeset(markdown)) typeset += 1;
      }),
      { numRuns: 80 },
    );
    expect(typeset).toBeGreaterThan(15);
  });

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
        inputWith(Object.fromEntries(examples) as Record<string, string>, { demands }),
      );
      expect(text.ok && !exceedsBounds(text.value)).toBe(true);
    }
  });
});

describe("the bounds themselves", () => {
  it("are found within a second for any 64 KiB", () => {
    for (const unit of [
      "a",
      " ",
      "\n",
      "> ",
      "\\",
      "*",
      "-",
      "1.",
      "|-",
      "a\n",
      "   \n",
      "a ",
      "-|\n",
    ]) {
      const whole = over(unit);
      expect(
        secondsFor(() => exceedsBounds(whole)),
        unit,
      ).toBeLessThan(1);
    }
  });

  it("do not mind where a text ends", () => {
    fc.assert(
      fc.property(fc.oneof(smallText, oddText), (markdown) => {
        const bare = markdown.replaceAll(/^\n+|\n+$/gu, "");
        expect(exceedsBounds(`${bare}\n`)).toBe(exceedsBounds(bare));
        expect(exceedsBounds(`\n${bare}`)).toBe(exceedsBounds(bare));
      }),
    );
  });
});
