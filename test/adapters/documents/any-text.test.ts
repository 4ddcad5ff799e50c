/** Whatever stands in a text, it becomes a document: a letter that cannot be written cannot be read either. */
import * as fc from "fast-check";
import { Tokenizer } from "marked";
import { describe, expect, it, vi } from "vitest";

import { createDocuments } from "../../../src/adapters/documents/documents.ts";
import { over, smallText } from "../../domain/letters/hostile-markdown.ts";
import { letter, oddText } from "./sample-letters.ts";

const documents = createDocuments();

const txt = (markdown: string): string => documents.write(letter(markdown), "txt");
const html = (markdown: string): string => documents.write(letter(markdown), "html");

describe("a text", () => {
  it.each([
    ["with a quote in a list that goes on without its mark", "- x\n  >2)\na"],
    ["with such a quote and a dash", "- x\n  > -\na"],
    ["with quotes in quotes", over(">", 5000)],
    ["with quotes and lists in one another", over("> - ", 5000)],
    ["with numbered lists in lists", `${over("1. ", 5000)}a`],
    ["with emphasis in emphasis", over("*a ", 3000) + over("b* ", 3000)],
    ["with strong text in emphasis", over("*a **a ", 3000) + over("b** b* ", 3000)],
    ["with pictures in pictures", over("![", 2000) + over("](b)", 4000)],
    ["with a quote that goes on without its mark, deep inside", `${over("> ", 40)}a\nb\n`],
  ])("%s is written", (_, markdown) => {
    expect(txt(markdown)).toMatch(/\S/u);
    expect(html(markdown)).toContain("</html>");
  });

  it("is written, however its lists and quotes go on", () => {
    fc.assert(
      fc.property(fc.oneof(smallText, oddText), (markdown) => {
        txt(markdown);
        html(markdown);
      }),
      { numRuns: 4000 },
    );
  });

  it("has each word, also where a quote in a list goes on without its mark", () => {
    expect(txt("- x\n  >2)\na")).toMatchInlineSnapshot(`
      "- x
            2.
        a
      "
    `);
    expect(txt("- x\n  >- y\na")).toMatchInlineSnapshot(`
      "- x
            - y a
      "
    `);
  });

  it("goes on in an item of a list where a number could not begin one", () => {
    expect(txt("- x\n  2) y")).toBe("- x 2) y\n");
  });

  it("has quotes and lists sixteen deep, and the marks of more as they were typed", () => {
    expect(html(`${over("> ", 32)}a`).match(/<blockquote>/gu)).toHaveLength(16);
    expect(html(`${over("> ", 34)}a`).match(/<blockquote>/gu)).toHaveLength(16);
    expect(txt(`${over("> ", 34)}a`).trim()).toBe("> a");
  });

  it("stands there as it was typed where the reader of Markdown fails", () => {
    const broken = vi.spyOn(Tokenizer.prototype, "hr").mockImplementation(() => {
      throw new TypeError("a fault of the reader");
    });
    try {
      expect(txt("*One*\ntwo\n\n- <three>\n")).toBe("*One*\ntwo\n\n- <three>\n");
      expect(html("*One*\ntwo\n\n- <three>\n")).toContain("<p>- &lt;three&gt;</p>");
    } finally {
      broken.mockRestore();
    }
  });
});
