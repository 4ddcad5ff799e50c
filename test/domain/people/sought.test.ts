import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Contact } from "../../../src/domain/people/person.ts";
import { isSought, soughtOf, soughtWords } from "../../../src/domain/people/sought.ts";
import { cleanLine } from "../../../src/domain/text/clean.ts";

const phone = (value: string): Contact => ({ kind: "phone", value });

const ana = {
  name: "Ana Gómez",
  alias: "heron",
  role: "Site Reliability Engineer",
  contacts: [phone("+49 170 555-0100"), { kind: "email", value: "Ana@Example.org" }],
} as const;

const finds = (typed: string, person: Parameters<typeof soughtOf>[0] = ana): boolean =>
  isSought(soughtOf(person), soughtWords(typed));

describe("looking for a person", () => {
  it.each([
    "gomez",
    "GÓMEZ ana",
    "  an   gom ",
    "heron",
    "reliab",
    "ana@example",
    "+49 170 555-0100",
    "0170-5550100",
    "0170 555 0100",
    "(0170) 555.0100",
    "5550100",
    "",
  ])("finds her by %j", (typed) => {
    expect(finds(typed)).toBe(true);
  });

  it.each(["gomes", "ana kim", "herona", "gomezheron", "heronsite", "5550101", "0171 555"])(
    "does not find her by %j",
    (typed) => {
      expect(finds(typed)).toBe(false);
    },
  );

  it.each([
    ["Ｋｉｍ Ｒｏｅ", "kim"],
    ["Kim Roe", "ｋｉｍ"],
    ["O’Brien", "o'brien"],
    ["مُحَمَّد", "محمد"],
    ["שָׁלוֹם", "שלום"],
    ["李小龙", "小龙"],
    ["ガク", "カク"],
    ["İpek", "ipek"],
  ])("finds %s by %s", (name, typed) => {
    expect(finds(typed, { name, contacts: [] })).toBe(true);
  });

  it("finds everybody by any part of any word of a name, as it is written or in capitals", () => {
    const name = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
      .map((text) => cleanLine(text))
      .filter((line) => line.ok)
      .map((line) => line.value);
    fc.assert(
      fc.property(name, name, fc.nat(), fc.nat(), (one, other, from, length) => {
        const letters = [...new Intl.Segmenter("en").segment(one)].map(({ segment }) => segment);
        const start = from % letters.length;
        const part = letters.slice(start, start + 1 + (length % letters.length)).join("");
        const person = { name: one, alias: other, contacts: [] };
        expect(finds(part, person)).toBe(true);
        expect(finds(`${one} ${other}`, person)).toBe(true);
        expect(finds(part.normalize("NFD"), person)).toBe(true);
      }),
    );
  });

  it("begins with the name, so that what is looked through stands in the order of names", () => {
    expect(soughtOf(ana)).toBe(
      [
        "ana gomez",
        "heron",
        "site reliability engineer",
        "+49 170 555-0100",
        "491705550100",
        "ana@example.org",
      ].join("\n"),
    );
  });
});
