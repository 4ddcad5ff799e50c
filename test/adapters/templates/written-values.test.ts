import { describe, expect, it } from "vitest";

import { inputWith, textOf } from "./sample-package.ts";

describe("a value, seen by eye", () => {
  it.each([
    ["![x](http://t/p.gif)", "\\!\\[x\\]\\(http\\://t/p.gif)\n"],
    ["{{a}} {{{a}}} {{> a}}", "\\{\\{a\\}\\} \\{\\{\\{a\\}\\}\\} \\{\\{\\> a\\}\\}\n"],
    [
      "<!-- outside the text: signatories -->",
      "\\<\\!\\-\\- outside the text\\: signatories \\-\\-\\>\n",
    ],
    ["\uFDD2signatories\uFDD3", "\uFFFDsignatories\uFFFD\n"],
    ["\u1FEFcode\u1FEF", "\\`code\\`\n"],
    ["www.example.org", "www\\.example.org\n"],
    ["a@b.cd", "a\\@b.cd\n"],
    ["# no heading", "\\# no heading\n"],
    ["    no code", "no code\n"],
    ["one\ntwo\u2028three\tfour", "one two three four\n"],
    ["Jean-Luc O'Neil, Jr.", "Jean-Luc O'Neil, Jr.\n"],
    ["Zoë \u0639\u0644\u064A 王", "Zoë \u0639\u0644\u064A 王\n"],
  ])("%j is written as %j", (a, written) => {
    expect(textOf({ body: "{{a}}", variables: [{ name: "a" }] }, inputWith({ a }))).toBe(written);
  });

  it.each([
    ["cafe{{a}}", "\u0301s", "caf\u00E9s\n"],
    ["info@{{a}}", "example.org", "info\\@example.org\n"],
    ["http://{{a}}", "example.org", "http\\://example.org\n"],
    ["ww{{a}}", "w.example.org", "www\\.example.org\n"],
    ["{{a}}@example.org", "info", "info\\@example.org\n"],
    ["&{{a}}", "lt;", "\\&lt;\n"],
    ["{{a}}. We", "2026", "2026\\. We\n"],
    ["> {{a}}) We", "3", "> 3\\) We\n"],
    ["\\\\{{a}}", "*", "\\\\\\*\n"],
    ["union@example.org, {{a}}", "Ana", "union@example.org, Ana\n"],
    ["[see {{a}}](https://example.org)", "x", "[see x](https\\://example.org)\n"],
  ])("%j with %j stays what it says: %j", (body, a, written) => {
    expect(textOf({ body, variables: [{ name: "a" }] }, inputWith({ a }))).toBe(written);
  });
});

describe("an answer of several lines", () => {
  const long = "first\n  second \r\n\n\n\nthird";
  it.each([
    ["{{long}}", "first\\\nsecond\n\nthird\n"],
    ["Before. {{long}} After.", "Before. first\\\nsecond\n\nthird After.\n"],
    ["1. {{long}}\n2. x", "1. first\\\n   second\n\n   third\n2. x\n"],
    ["> - {{long}}", "> - first\\\n>   second\n>\n>   third\n"],
    ["## {{long}}", "## first second third\n"],
    ["| a |\n| - |\n| {{long}} |", "| a |\n| - |\n| first second third |\n"],
    ["- {{long}} {{long}}", "- first\\\n  second\n\n  third first\\\n  second\n\n  third\n"],
  ])("in %j becomes %j", (body, written) => {
    expect(
      textOf({ body, variables: [{ name: "long", kind: "lines" }] }, inputWith({ long })),
    ).toBe(written);
  });
});
