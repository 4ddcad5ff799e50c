import * as fc from "fast-check";
import { createRequire } from "node:module";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createDocuments } from "../../../../src/adapters/documents/documents.ts";
import { markerOf } from "../../../../src/domain/letters/outside.ts";
import { hostileValue } from "../hostile-values.ts";
import {
  hostileOutside,
  letter,
  oddText,
  sampleSignatories,
  sampleText,
} from "../sample-letters.ts";
import { orderFaults } from "./element-order.ts";
import { everyBlock, everything, signedByThreeHundred, threeHundred } from "./letters.ts";
import { all, paragraphsOf, partOf, partsOf, textIn, treeOf, valueOf } from "./read-docx.ts";

const documents = createDocuments();
const { docx } = documents;

describe("a letter written as DOCX", () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  });

  it("loads the library for ZIP files only when it is written", () => {
    const loaded = (): boolean =>
      Object.keys(createRequire(import.meta.url).cache).some((path) => path.includes("/fflate/"));
    for (const format of ["md", "txt", "html"] as const) documents.write(everything, format);
    expect(loaded()).toBe(false);
    docx(everything);
    expect(loaded()).toBe(true);
  });

  it("is a package of seven parts and one list of them, none of which says who wrote it or when", () => {
    const parts = partsOf(docx(signedByThreeHundred));
    expect([...parts.keys()]).toEqual([
      "[Content_Types].xml",
      "_rels/.rels",
      "word/_rels/document.xml.rels",
      "word/settings.xml",
      "word/footer.xml",
      "word/document.xml",
      "word/styles.xml",
      "word/numbering.xml",
    ]);
    const whole = [...parts.values()].join("\n");
    expect(whole).not.toMatch(
      /docProps|creator|lastModifiedBy|rsid|<w:(ins|del|comment)\b|w:author|w:date\b/iu,
    );
    expect(whole).not.toMatch(/pledge|fflate|Microsoft Office|Application/u);
    expect(
      all(treeOf(parts.get("word/settings.xml") ?? ""), "w:removePersonalInformation"),
    ).toHaveLength(1);
  });

  it("names in its list of parts, and in its relationships, what is there and nothing else", () => {
    const parts = partsOf(docx(everything));
    const names = [...parts.keys()];
    const of = (name: string, element: string, key: string): readonly string[] =>
      all(treeOf(parts.get(name) ?? ""), element).map(({ attributes }) => attributes[key] ?? "");
    const said = of("[Content_Types].xml", "Override", "PartName").map((path) => path.slice(1));
    expect(said.toSorted()).toEqual(
      names.filter((name) => /^word\/\w+\.xml$/u.test(name)).toSorted(),
    );
    const related = of("word/_rels/document.xml.rels", "Relationship", "Target");
    expect(related.map((name) => `word/${name}`).toSorted()).toEqual(
      said.filter((name) => name !== "word/document.xml").toSorted(),
    );
    const footer = all(treeOf(parts.get("word/document.xml") ?? ""), "w:footerReference");
    expect(footer.map(({ attributes }) => attributes["r:id"])).toEqual(["footer"]);
    expect(of("word/_rels/document.xml.rels", "Relationship", "Id")).toContain("footer");
  });

  it("has the same bytes on any day, at any hour and in any time zone", () => {
    const first = docx(signedByThreeHundred);
    const offsets = new Set<number>();
    for (const [zone, time] of [
      ["Pacific/Kiritimati", "2026-11-22T23:59:59Z"],
      ["America/St_Johns", "1981-03-29T02:30:00Z"],
      ["Asia/Kathmandu", "2150-01-01T00:00:00Z"],
    ] as const) {
      vi.stubEnv("TZ", zone);
      vi.useFakeTimers({ now: new Date(time), toFake: ["Date"] });
      offsets.add(new Date().getTimezoneOffset());
      expect(Buffer.compare(docx(signedByThreeHundred), first)).toBe(0);
      vi.useRealTimers();
    }
    expect(offsets.size).toBe(3);
  });

  it("has every element in the order of the standard, and asks only for styles and lists that there are", () => {
    for (const source of [everything, signedByThreeHundred, { ...everything, language: "he" }]) {
      const parts = partsOf(docx(source));
      const trees = [...parts.values()].map(treeOf);
      expect(trees.flatMap(orderFaults)).toEqual([]);
      const styles = all(partOf(docx(source), "word/styles.xml"), "w:style").map(
        ({ attributes }) => attributes["w:styleId"],
      );
      const used = trees.flatMap((tree) =>
        ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next"].flatMap((name) =>
          all(tree, name).map(({ attributes }) => attributes["w:val"]),
        ),
      );
      expect(new Set(styles).size).toBe(styles.length);
      expect(used.filter((style) => !styles.includes(style))).toEqual([]);
      const lists = all(partOf(docx(source), "word/numbering.xml"), "w:num").map(
        ({ attributes }) => attributes["w:numId"],
      );
      const asked = all(partOf(docx(source), "word/document.xml"), "w:numId").map(
        ({ attributes }) => attributes["w:val"],
      );
      expect(asked.filter((list) => !lists.includes(list))).toEqual([]);
    }
  });

  it("is made of paragraphs with names for what they are", () => {
    expect(paragraphsOf(docx(letter(sampleText, { signatories: sampleSignatories })))).toEqual([
      ["Date", "Oakland, 22 November 2026"],
      ["Normal", "Dana Roe\nChief Executive Officer\nExample Corp"],
      ["Normal", "Dear Dana Roe,"],
      [
        "Normal",
        "We build the search that the county bought (register <https://example.org/r/14>, 14 March 2026), and we demand that Example Corp end the contract.",
      ],
      [
        "Normal",
        "As of 22 November 2026, more than 152 workers in Engineering have signed this letter.",
      ],
      ["Normal", "We demand:"],
      [
        "ListNumber",
        "End the contracts. End every contract with a law-enforcement agency by 1 March 2027.",
      ],
      [
        "ListNumberApart",
        "Say so in public. Publish a policy, and bind resellers by it, by 1 February 2027.",
      ],
      ["SignatoriesHeading", "Signatories"],
      ["Signatory", "Ana Gómez, Site Reliability Engineer"],
      ["Signatory", "Jean-Luc O'Neil, Jr."],
      ["Signatory", "![x](http://t/p.gif)"],
      ["Signatory", "محمد العربي, Designer"],
      ["Signatory", "山田太郎"],
      ["Signatory", "Software Engineer, Cloud (7)"],
      ["FurtherSignatories", "and more than 140 others who sign without their names"],
      ["SignatoriesHeading", "Supporters from outside Engineering"],
      ["Signatory", "דנה לוי"],
      ["FurtherSignatories", "and 5 others who sign without their names"],
      ["Note", "Affiliations are given for identification only."],
      ["Normal", "Write to us: workers@example.org"],
    ]);
  });

  it("keeps all of three hundred signatories, in their order", () => {
    const signed = paragraphsOf(docx(signedByThreeHundred)).filter(
      ([style]) => style === "Signatory",
    );
    expect(signed.slice(0, 300).map(([, text]) => text)).toEqual(
      threeHundred.map(({ name, role }) => (role === undefined ? name : `${name}, ${role}`)),
    );
  });

  it("takes no markup from a name, a place or a text, whatever is in it", () => {
    fc.assert(
      fc.property(hostileOutside, oddText, hostileValue, (outside, markdown, title) => {
        const file = docx(letter(`${everyBlock}\n${markdown}`, outside, { title }));
        const trees = [...partsOf(file).values()].map(treeOf);
        expect(trees.flatMap(orderFaults)).toEqual([]);
        const names = outside.signatories.named.map(({ name, role }) =>
          role === undefined ? name : `${name}, ${role}`,
        );
        const written = paragraphsOf(file).filter(([style]) => style === "Signatory");
        expect(written.slice(0, names.length).map(([, text]) => text)).toEqual(
          names.map((name) => name.replaceAll(/[\uFFFE\uFFFF]/gu, "\uFFFD")),
        );
      }),
    );
  });

  it("shows a character that no XML may hold as one that is missing", () => {
    const file = docx(letter(markerOf("place-and-date"), { place: "a\uFFFEb\uFFFFc" }));
    expect(textIn(partOf(file, "word/document.xml"))).toContain("a\uFFFDb\uFFFDc, 22");
  });

  it("says what language it is in", () => {
    const languageOf = (language: string): Readonly<Record<string, string>> =>
      all(partOf(docx({ ...everything, language }), "word/styles.xml"), "w:lang")[0]?.attributes ??
      {};
    expect(languageOf("en")).toEqual({ "w:val": "en" });
    expect(languageOf("es-mx")).toEqual({ "w:val": "es-MX" });
    expect(languageOf("ja")).toEqual({ "w:val": "ja", "w:eastAsia": "ja" });
  });

  it("has every list count from its own first number", () => {
    const file = docx(
      letter("3. a\n4. b\n\nText\n\n1. c\n\n   9. d\n\nText\n\n99999. far\n", {}, { shown: [] }),
    );
    const starts = all(partOf(file, "word/numbering.xml"), "w:lvlOverride");
    expect(
      starts.map((one) => [one.attributes["w:ilvl"], valueOf(one, "w:startOverride")]),
    ).toEqual([
      ["0", "3"],
      ["0", "1"],
      ["1", "9"],
    ]);
    // Word counts to 32767; a higher number is written out.
    expect(paragraphsOf(file).at(-1)).toEqual(["ListBulletApart", "99999. far"]);
  });
});
