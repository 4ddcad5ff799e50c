import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { cleanLine, cleanLines, showable } from "../../../src/domain/text/clean.ts";
import { anyText } from "../../support/campaigns.ts";

// oxlint-disable-next-line no-control-regex -- the controls are what is looked for
const obeyed = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u;

describe("a line that is kept", () => {
  it.each([
    ["José", "Jose\u0301", "one spelling of what looks the same"],
    ["Ana Gómez", "  Ana Gómez\u00A0 ", "no white space at the ends"],
    ["Ana Gómez", "Ana\t\r\nGómez", "one space for tabs and line breaks"],
    ["Ana", "\uFEFF\u200EAna\u200F", "no invisible marks that an address book pasted along"],
    ["علی‌رضا", "علی\u200Cرضا", "the joiners that Persian needs"],
    ["👩🏽‍💻", "👩🏽‍💻", "emoji that are joined from several"],
    ["O'Brien; DROP TABLE", "O'Brien; DROP TABLE", "every ordinary character"],
    ["![x](http://t/p.gif)", "![x](http://t/p.gif)", "markup, which the formats escape"],
  ])("is %j for %j: %s", (kept, given) => {
    expect(cleanLine(given)).toEqual({ ok: true, value: kept });
  });

  it.each([
    ["Ana\u001B[2J", { type: "text-control", codePoint: 0x1b }],
    ["Ana\u0000", { type: "text-control", codePoint: 0 }],
    ["Ana\u009B31m", { type: "text-control", codePoint: 0x9b }],
    ["Ana \u202Etxt.exe", { type: "text-control", codePoint: 0x20_2e }],
    ["\u2066Ana\u2069", { type: "text-control", codePoint: 0x20_66 }],
    ["Ana\uD800", { type: "text-not-unicode" }],
    ["", { type: "text-empty" }],
    [" \u200E\t", { type: "text-empty" }],
    ["a".repeat(201), { type: "text-too-long", limit: 200 }],
    ["a".repeat(10_000_000), { type: "text-too-long", limit: 200 }],
  ])("refuses %j", (given, failure) => {
    expect(cleanLine(given)).toEqual({ ok: false, failure });
  });

  it("is kept as it is when it is cleaned again, and holds nothing that a screen obeys", () => {
    fc.assert(
      fc.property(anyText(40), (given) => {
        const cleaned = cleanLine(given);
        if (!cleaned.ok) return;
        expect(cleanLine(cleaned.value)).toEqual(cleaned);
        expect(obeyed.test(cleaned.value)).toBe(false);
        expect(cleaned.value.isWellFormed()).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("lines that are kept", () => {
  it("keep their line breaks, however they were written", () => {
    expect(cleanLines("one\r\ntwo\rthree\u2028four\n")).toEqual({
      ok: true,
      value: "one\ntwo\nthree\nfour",
    });
  });

  it("refuse the controls that a line refuses", () => {
    expect(cleanLines("one\n\u0007two")).toEqual({
      ok: false,
      failure: { type: "text-control", codePoint: 7 },
    });
  });
});

describe("text on a screen", () => {
  it("never holds anything that a terminal obeys, whatever was stored", () => {
    fc.assert(
      fc.property(anyText(40), (stored) => {
        expect(obeyed.test(showable(stored))).toBe(false);
        expect(showable(stored).isWellFormed()).toBe(true);
      }),
    );
  });

  it("is shown as it was kept", () => {
    fc.assert(
      fc.property(anyText(40), (given) => {
        const cleaned = cleanLine(given);
        if (cleaned.ok) expect(showable(cleaned.value)).toBe(cleaned.value);
      }),
    );
  });
});
