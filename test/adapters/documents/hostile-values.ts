/** Names and titles that try to be something else, as they come out of the cleaning at the door. */
import * as fc from "fast-check";
import { cleanLine } from "../../../src/domain/text/clean.ts";

const known = [
  "O'Brien",
  "Jean-Luc O'Neil, Jr.",
  "محمد العربي",
  "דנה לוי",
  "山田太郎",
  "Zoë 👩‍👩‍👧 Park",
  "![x](http://t/p.gif)",
  "[x](javascript:alert(1))",
  "<script>alert(1)</script>",
  "<!-- outside the text: signatories -->",
  "<!-- end of signatories -->",
  "</bdi></li><li>Somebody Else",
  "<http://t/>",
  "http://t.example/a_b_c",
  "WWW.t.example",
  "_a_www.a.b",
  "somebody@t.example",
  '=HYPERLINK("http://t","x")',
  "1. first",
  "1) first",
  "- dash",
  "+ plus",
  "* star",
  "# heading",
  "> quote",
  "---",
  "===",
  "| a | b |",
  "[ ] task",
  "[x]: http://t",
  "[^1]",
  "```",
  "~~gone~~",
  "`code`",
  "$x$",
  "&amp;",
  "&#x3C;b>",
  "\\",
  "a\\",
  "{{name}}",
  ":smile:",
] as const;

const pieces = [
  ..."!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ 0129aZé".split(""),
  "www.",
  "http://",
  "mailto:",
  "a@b.c",
  "](",
  "![",
  "<b>",
  "</b>",
  "<!--",
  "-->",
  "**",
  "__",
  "&lt;",
  "1.",
  "2)",
  "  ",
  "\u200D",
  "\u00A0",
  "م",
  "ש",
  "山",
  "🙂",
] as const;

/** One line as `cleanLine` lets it through. */
export const hostileValue: fc.Arbitrary<string> = fc
  .oneof(
    fc.constantFrom(...known),
    fc
      .array(fc.constantFrom(...known, ...pieces), { minLength: 1, maxLength: 8 })
      .map((all) => all.join("")),
    fc
      .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 })
      .map((all) => all.join("")),
    fc.string({ unit: "grapheme", minLength: 1 }),
  )
  .map((text) => cleanLine(text))
  .filter((result) => result.ok)
  .map((result) => result.value);
