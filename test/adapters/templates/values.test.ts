import * as fc from "fast-check";
import { lexer, walkTokens } from "marked";
import { describe, expect, it } from "vitest";

import {
  inputWith,
  packageWith,
  headWith,
  sampleCampaign,
  sampleDemand,
} from "./sample-package.ts";
import { createTemplates } from "../../../src/adapters/templates/templates.ts";
import type { Template } from "../../../src/domain/letters/letter.ts";
import { blockMarkedBy } from "../../../src/domain/letters/outside.ts";

const variables = [{ name: "a" }, { name: "b" }, { name: "c" }, { name: "long", kind: "lines" }];

/** Every kind of place where a value may stand, and the places where it touches the template's words. */
const everywhere = String.raw`# On {{a}}

{{b}}
---

{{a}}. Then {{b}}{{c}}, glued{{a}}glued, info@{{b}}, www.{{c}}, http://{{a}}, {{b}}://{{c}}, {{b}}@example.org,
{{a}}.{{b}} \\{{c}} &{{a}}; !{{b}}({{c}}) ({{a}}) "{{b}}" [{{c}}] {{a}}/{{b}}
{{b}}) and {{c}}w.example.org, ww{{a}}, {{#if a}}www{{/if}}{{b}}

- {{a}}. first
- **{{b}}** and *{{c}}* and ~~{{a}}~~ and _{{b}}_
1. {{long}}

> {{long}} more

## {{long}}

| head {{a}} |
| --- |
| {{long}} |

[see {{a}}](https://example.org) {{long}} after

{{outside "signatories"}}

{{#each demands}}
{{number}}. **{{ask}}** {{why}}
{{/each}}

{{campaign.name}} {{list demands "title"}} {{unit.name}}
`;

const templates = createTemplates(
  packageWith({ "letters/letter.en.md.hbs": headWith(variables) + everywhere }),
);

const template = ((): Template => {
  const found = templates.find("letter", "en");
  if (!found.ok) throw new Error(JSON.stringify(found.failure));
  return found.value;
})();

const write = (a: string, b: string, c: string, long: string): string => {
  const input = inputWith(
    { a, b, c, long },
    {
      campaign: { ...sampleCampaign, name: a, unit: { ...sampleCampaign.unit, name: b } },
      demands: [
        sampleDemand("one", { ask: b, why: c, title: a }),
        sampleDemand("two", { ask: a, title: c }),
      ],
    },
  );
  const result = templates.render(template, input);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

const markup = new Set([
  "link",
  "image",
  "html",
  "heading",
  "code",
  "codespan",
  "def",
  "hr",
  "table",
  "checkbox",
  "list",
  "list_item",
  "blockquote",
]);

/** How often Markdown sees each kind of markup that a value could smuggle in. */
const markupIn = (text: string): Record<string, number> => {
  const counts: Record<string, number> = {};
  void walkTokens(lexer(text), (token) => {
    if (!markup.has(token.type)) return;
    counts[token.type] = (counts[token.type] ?? 0) + 1;
  });
  return counts;
};

// Whatever has a meaning in Markdown, in handlebars, in HTML, and in our own marks.
const pieces = [
  "*",
  "_",
  "~~",
  "`",
  "```",
  "[",
  "]",
  "](",
  "(",
  ")",
  "!",
  "![x](http://t/p.gif)",
  "<b>",
  "<!-- ",
  " -->",
  "<!-- outside the text: signatories -->",
  "http://",
  "https://e.x",
  "www.",
  "ww",
  "w.",
  "w",
  "a@b.cd",
  "@",
  ".",
  ":",
  "//",
  "\\",
  "#",
  "# x",
  "=",
  "===",
  "---",
  "- ",
  "-",
  "+ ",
  "1.",
  "1) ",
  "2026",
  "> ",
  "|",
  "| - |",
  "\n",
  "\n\n",
  "\n    ",
  "\t",
  "  ",
  "{{a}}",
  "{{{a}}}",
  "{{> x}}",
  "&lt;",
  "&#33;",
  "&",
  ";",
  "[x]: http://e.x",
  "[ ] ",
  "~~~",
  "'",
  '"',
  "x",
  "word ",
  "é",
  "\u1FEF",
  "\u0338",
  "\u00A0",
  "\u2028",
  "\u0085",
  "\uFDD0",
  "\uFDD1",
  "\uFDD2signatories\uFDD3",
  "\uFEFF",
  "\u200B",
  "\uD800",
  "\u0000",
  "\u000B",
];
const hostile = fc.oneof(
  fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 })
    .map((parts) => parts.join("")),
  fc.string({ unit: "binary", minLength: 1, maxLength: 12 }),
  fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 12 }),
);
/** With a letter at one end, so that it is never empty and so no answer at all; or digits alone. */
const answer = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .tuple(hostile, fc.boolean())
      .map(([text, before]) => (before ? `x${text}` : `${text}x`)),
  },
  { weight: 1, arbitrary: fc.constantFrom("1", "2026") },
);

const plain = markupIn(write("Plain", "words", "only", "Plain words"));

describe("a value in a letter", () => {
  it("makes no markup that the same letter with plain words does not have", () => {
    expect(plain).toEqual({
      blockquote: 1,
      heading: 3,
      html: 1,
      link: 1,
      list: 3,
      list_item: 5,
      table: 1,
    });
    fc.assert(
      fc.property(answer, answer, answer, answer, (a, b, c, long) => {
        expect(markupIn(write(a, b, c, long))).toEqual(plain);
      }),
      { numRuns: 250 },
    );
  });

  it("leaves a text in NFC, LF and well-formed, tidied, with one mark, and the same every time", () => {
    fc.assert(
      fc.property(answer, answer, answer, answer, (a, b, c, long) => {
        const text = write(a, b, c, long);
        expect(text).toBe(text.normalize("NFC"));
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toMatch(/\r|\n{3}|[ \t]$|[\uFDD0-\uFDEF]/mu);
        expect(text).toMatch(/^[^\n][^]*[^\n]\n$/u);
        expect(text.split("\n").filter((line) => blockMarkedBy(line) !== undefined)).toHaveLength(
          1,
        );
        expect(write(a, b, c, long)).toBe(text);
      }),
      { numRuns: 100 },
    );
  });
});
