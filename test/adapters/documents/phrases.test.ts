import { describe, expect, it } from "vitest";

import { createDocuments } from "../../../src/adapters/documents/documents.ts";
import { phrasesFor, spoken } from "../../../src/adapters/documents/phrases.ts";
import type { Day } from "../../../src/domain/day.ts";
import { markerOf } from "../../../src/domain/letters/outside.ts";
import type { OutsideBlock } from "../../../src/domain/letters/outside.ts";
import { letter, sampleSignatories, signatoryList } from "./sample-letters.ts";

const documents = createDocuments();

/** Every phrase of a language with each of its forms, as its name and the slots in it. */
const slotsOf = (language: string): ReadonlyMap<string, readonly string[]> => {
  const {
    locale: _locale,
    direction: _direction,
    digitGroup: _group,
    months: _months,
    ...phrases
  } = phrasesFor(language) ?? expect.fail(language);
  return new Map(
    Object.entries(phrases).map(([name, phrase]) => {
      const forms = typeof phrase === "string" ? [phrase] : Object.values(phrase);
      const slots = forms.map((form) => (form.match(/\{\w+\}/gu) ?? []).toSorted().join(" "));
      return [name, [...new Set(slots)]];
    }),
  );
};

describe("the words of every language", () => {
  it.each(spoken)(
    "have the same slots in %s as in English, once each and in every form",
    (language) => {
      expect(slotsOf(language)).toEqual(slotsOf("en"));
      for (const slots of slotsOf(language).values()) {
        expect(slots).toHaveLength(1);
        const [all = ""] = slots;
        expect(new Set(all.split(" ")).size).toBe(all.split(" ").length);
      }
    },
  );

  it.each(spoken)("have a form in %s for every plural that its numbers take", (language) => {
    const phrases = phrasesFor(language) ?? expect.fail(language);
    const wanted = new Intl.PluralRules(phrases.locale).resolvedOptions().pluralCategories;
    const plurals = Object.values(phrases).filter(
      (phrase) => typeof phrase === "object" && !Array.isArray(phrase),
    );
    expect(plurals).toHaveLength(6);
    for (const forms of plurals) expect(Object.keys(forms).toSorted()).toEqual(wanted.toSorted());
  });

  it.each(spoken)("write a day in %s as `Intl` does", (language) => {
    const { locale } = phrasesFor(language) ?? expect.fail(language);
    const long = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
    for (let month = 1; month <= 12; month += 1)
      for (const dayOfMonth of ["01", "20"]) {
        const day = `2027-${String(month).padStart(2, "0")}-${dayOfMonth}` as Day;
        const outside = { day };
        expect(
          documents.write(letter(markerOf("place-and-date"), outside, { language }), "txt"),
        ).toContain(long.format(new Date(day)));
      }
  });

  it.each(spoken)("write a number in %s as `Intl` does where it has no groups", (language) => {
    const { locale } = phrasesFor(language) ?? expect.fail(language);
    for (const people of [2, 10, 999]) {
      const signatories = signatoryList({ others: { people, moreThan: false } });
      expect(
        documents.write(letter(markerOf("how-many"), { signatories }, { language }), "txt"),
      ).toContain(` ${new Intl.NumberFormat(locale).format(people)} `);
    }
  });

  it.each(spoken)("hold nothing in %s that Markdown could take for markup", (language) => {
    const { months = [], ...phrases } = phrasesFor(language) ?? {};
    expect(JSON.stringify({ ...phrases, months: months.join(" ") })).not.toMatch(
      /[*_`<>[\]#|~\\]|www\.|:\/\//u,
    );
  });
});

describe("a letter in Spanish", () => {
  const written = (block: OutsideBlock, signatories = sampleSignatories, width = 200): string =>
    documents
      .write(
        letter(markerOf(block), { unit: "Ingeniería", signatories }, { language: "es-MX" }),
        "txt",
        width,
      )
      .trimEnd();
  const howMany = (people: number, moreThan = false): string =>
    written("how-many", signatoryList({ others: { people, moreThan } }));

  it("has its place and its date", () => {
    expect(written("place-and-date")).toBe("Oakland, 22 de noviembre de 2026");
  });

  it("says how many signed, and of whom there are more", () => {
    expect(written("how-many")).toBe(
      "A 22 de noviembre de 2026, han firmado esta carta más de 152 personas que trabajan en Ingeniería.",
    );
    expect(howMany(1)).toBe(
      "A 22 de noviembre de 2026, ha firmado esta carta 1 persona que trabaja en Ingeniería.",
    );
  });

  it("groups digits by a thin space, and only from five of them on", () => {
    expect(howMany(1000)).toContain(" 1000 personas");
    expect(howMany(9995, true)).toContain(" más de 9995 personas");
    expect(howMany(12_345)).toContain(" 12\u202F345 personas");
    expect(howMany(1_000_000)).toContain(" 1\u202F000\u202F000 de personas que trabajan");
    expect(howMany(1_000_001)).toContain(" 1\u202F000\u202F001 personas que trabajan");
  });

  it("lists who signed, and in HTML says which language it is in", () => {
    expect(written("signatories", sampleSignatories, 72)).toMatchInlineSnapshot(`
      "Firmantes
      ---------

      Ana Gómez, Site Reliability Engineer
      Jean-Luc O'Neil, Jr.
      ![x](http://t/p.gif)
      ⁨محمد العربي⁩, Designer
      山田太郎
      Software Engineer, Cloud (7)

      y más de 140 personas que firman sin su nombre

      Apoyos de fuera de Ingeniería
      -----------------------------

      דנה לוי

      y 5 personas más que firman sin su nombre

      Los puestos, equipos y entidades se indican solo a efectos de
      identificación."
    `);
    const html = documents.write(letter("", {}, { language: "es-MX" }), "html");
    expect(html).toContain('<html lang="es-MX" dir="ltr">');
  });

  it("may show a number alone, or say that there is somebody more", () => {
    const list = (people: number, name?: string): string =>
      written(
        "signatories",
        signatoryList({
          named: name === undefined ? [] : [{ name }],
          others: { people, moreThan: true },
        }),
      );
    expect(list(140)).toContain("\n\nMás de 140 personas que firman sin su nombre");
    expect(list(0, "Ana")).toContain("\n\ny al menos una persona más que firma sin su nombre");
  });
});
