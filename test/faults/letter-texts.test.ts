/** Texts of letters that somebody made to keep a reader of Markdown busy: whatever the bounds let through is typeset within a second. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { createDocuments } from "../../src/adapters/documents/documents.ts";
import { exceedsBounds } from "../../src/domain/letters/markdown-bounds.ts";
import { letter, oddText } from "../adapters/documents/sample-letters.ts";
import { fullText, over, repeatedLines, smallText } from "../domain/letters/hostile-markdown.ts";

const documents = createDocuments();

/** Of the processor, so that what else the machine has to do makes no difference. */
const secondsFor = (work: () => void): number => {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1e6;
};

/** Fails where the text is let through and takes longer than a second. */
const isTypesetSoon = (markdown: string): boolean => {
  if (exceedsBounds(markdown)) return false;
  for (const format of ["txt", "html"] as const)
    expect(secondsFor(() => documents.write(letter(markdown), format))).toBeLessThan(1);
  return true;
};

const lines = (count: number, lineOf: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => lineOf(index)).join("\n");

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
    expect(isTypesetSoon(markdown)).toBe(true);
  });

  it("is typeset within a second, whatever it opens and closes", () => {
    let typeset = 0;
    fc.assert(
      fc.property(fc.oneof(fullText, repeatedLines), (markdown) => {
        if (isTypesetSoon(markdown)) typeset += 1;
      }),
      { numRuns: 80 },
    );
    expect(typeset).toBeGreaterThan(15);
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
