import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { hashes } from "../../../src/adapters/system/hashes.ts";
import { fixText } from "../../../src/domain/letters/frozen-text.ts";
import { markerOf, outsideBlocks } from "../../../src/domain/letters/outside.ts";
import { sharedTextFault } from "../../../src/domain/letters/shared-text.ts";
import { anyText as anyUnits } from "../../support/campaigns.ts";
import { sampleText as sampleLetter } from "../../adapters/documents/sample-letters.ts";
import { anyText, sampleText } from "../committee/any-committee.ts";

const faultOf = (change: Readonly<Record<string, string>>): string | undefined =>
  sharedTextFault({ ...sampleText, ...change });

const inMarkdown = (markdown: string): string | undefined => faultOf({ markdown });

describe("a text from outside", () => {
  it("is kept as it is", () => {
    expect(sharedTextFault(sampleText)).toBeUndefined();
    expect(inMarkdown(sampleLetter)).toBeUndefined();
    fc.assert(
      fc.property(anyText, (text) => {
        expect(sharedTextFault(text)).toBeUndefined();
      }),
    );
  });

  it("keeps the hash under which people signed it", () => {
    const { markdown, frozenOn } = fixText(sampleLetter, hashes.sha256, sampleText.frozenOn);
    expect(inMarkdown(markdown)).toBeUndefined();
    fc.assert(
      fc.property(anyUnits(40), (text) => {
        if (inMarkdown(text) !== undefined) return;
        expect(fixText(text, hashes.sha256, frozenOn).markdown).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["is empty", ""],
    ["is blank", " \n\n \n"],
    ["ends its lines as Windows does", "a\r\nb"],
    ["holds a tab", "a\tb"],
    ["holds a bell", "a\u0007b"],
    ["holds a control of C1", "a\u009bb"],
    ["turns its lines around", "a\u202eb"],
    ["isolates a part of a line", "a\u2066b\u2069"],
    ["holds a line separator", "a\u2028b"],
    ["holds a paragraph separator", "a\u2029b"],
    ["holds half a character", "a\ud83d"],
    ["is decomposed", "Ana Go\u0301mez"],
    ["is too long in letters", "word ".repeat(13_108)],
    ["is too long in bytes", "語 ".repeat(16_385)],
    ["overflows a reader of Markdown", ">".repeat(4000)],
  ])("is refused when it %s", (_, markdown) => {
    expect(inMarkdown(markdown)).toContain("the text");
    expect(inMarkdown(markdown)).not.toContain(markdown.slice(0, 4) || "?");
  });

  it("may have 64 KiB", () => {
    expect(inMarkdown(`${"word ".repeat(13_107)}\n`)).toBeUndefined();
    expect(inMarkdown("語 ".repeat(16_384))).toBeUndefined();
  });

  it("may be in any script, with the marks that tell how it runs", () => {
    expect(inMarkdown("دنا\u200cرو\u200f، شركة")).toBeUndefined();
    expect(inMarkdown("👩🏽\u200d💻 山田太郎 דנה")).toBeUndefined();
  });

  it.each(outsideBlocks)("marks %s once at most", (block) => {
    const marker = markerOf(block);
    expect(inMarkdown(`a\n\n${marker}\n\nb`)).toBeUndefined();
    expect(inMarkdown(`${marker}\n\nb\n\n${marker}`)).toContain("twice");
    expect(inMarkdown(`${marker}\n\nb\n\n  ${marker} `)).toContain("twice");
    expect(inMarkdown(`${marker}\n\nb ${marker}`)).toBeUndefined();
  });

  it.each([
    ["letter", ["", "Letter", "a--b", "a b", "l".repeat(41), "../a"]],
    ["template", ["", "Employer", "t".repeat(61), "a/b", "a."]],
    ["title", ["", " a", "a ", "a\nb", "a\u0000", "a\u200f", "t".repeat(201), "o\u0301"]],
    ["place", ["", "a\tb", "\u202ea"]],
    ["language", ["", "EN", "e", "english", "en_US", "en-us", "en-USA-x", "en-US-GB", "e1", "en-"]],
  ])("is refused for a wrong %s", (name, values) => {
    for (const value of values) expect(faultOf({ [name]: value }), value).toContain(`"${name}"`);
  });

  it("may be in any language that has a tag, which every program can take apart", () => {
    for (const language of ["en", "es-MX", "haw", "zh-Hant", "zh-Hant-TW", "es-419", "ca-valencia"])
      expect(faultOf({ language }), language).toBeUndefined();
    const part = fc.string({ unit: fc.constantFrom(..."abzAHZ04"), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        const language = parts.join("-");
        if (faultOf({ language }) !== undefined) return;
        expect(() => new Intl.Locale(language), language).not.toThrow();
      }),
      { numRuns: 3000 },
    );
  });
});
