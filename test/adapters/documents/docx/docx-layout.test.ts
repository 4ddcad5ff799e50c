import { describe, expect, it } from "vitest";
import { createDocuments } from "../../../../src/adapters/documents/documents.ts";
import { markerOf } from "../../../../src/domain/letters/outside.ts";
import { letter, sampleSignatories, signatoryList } from "../sample-letters.ts";
import { everything, signedByThreeHundred } from "./letters.ts";
import { all, partOf, textIn, valueOf } from "./read-docx.ts";
import type { Node } from "./read-docx.ts";

const { docx } = createDocuments();
const documentOf = (...source: Parameters<typeof letter>): Node =>
  partOf(docx(letter(...source)), "word/document.xml");

describe("who signed a DOCX letter", () => {
  const columnsOf = (names: number, length: number): string | undefined => {
    const named = Array.from({ length: names }, (_, index) => ({
      name: `${"x".repeat(length - 3)}${100 + index}`,
    }));
    const body = documentOf(markerOf("signatories"), { signatories: signatoryList({ named }) });
    return all(body, "w:cols")[1]?.attributes["w:num"];
  };

  it("stands in as many columns as hold a usual line whole, and as the lines are enough for", () => {
    expect([12, 25, 40, 90].map((length) => columnsOf(100, length))).toEqual(["4", "3", "2", "2"]);
    expect([7, 8, 12, 16].map((names) => columnsOf(names, 12))).toEqual([undefined, "2", "3", "4"]);
  });

  it("stands in a section of its own, between two as wide as the page", () => {
    const body = partOf(docx(signedByThreeHundred), "word/document.xml");
    const sections = all(body, "w:sectPr").map((one) => [
      valueOf(one, "w:type"),
      all(one, "w:cols")[0]?.attributes["w:num"],
    ]);
    expect(sections).toEqual([
      [undefined, undefined],
      ["continuous", "2"],
      ["continuous", undefined],
    ]);
    const ends = all(body, "w:p").filter((one) => all(one, "w:sectPr").length > 0);
    expect(ends.map((one) => valueOf(one, "w:pStyle"))).toEqual([
      "SignatoriesHeading",
      "Signatory",
    ]);
  });

  it("is never parted from its heading, and no line of it from itself", () => {
    const styles = all(partOf(docx(signedByThreeHundred), "word/styles.xml"), "w:style");
    const keeps = (id: string): readonly (string | undefined)[] => {
      const style = styles.find(({ attributes }) => attributes["w:styleId"] === id);
      const own = style?.children.find(({ name }) => name === "w:pPr")?.children ?? [];
      return own.map(({ name }) => name).filter((name) => name.startsWith("w:keep"));
    };
    const heading = styles.find(
      ({ attributes }) => attributes["w:styleId"] === "SignatoriesHeading",
    );
    expect(heading && valueOf(heading, "w:basedOn")).toBe("Heading2");
    expect(keeps("Heading2")).toEqual(["w:keepNext", "w:keepLines"]);
    expect(keeps("Signatory")).toEqual(["w:keepLines"]);
  });
});

describe("a DOCX letter with words that run from right to left", () => {
  /** Each paragraph as its direction and its runs, those from right to left in braces. */
  const directions = (body: Node): readonly string[] =>
    all(body, "w:p").map((paragraph) => {
      const runs = all(paragraph, "w:r").map((run) =>
        all(run, "w:rtl").length > 0 ? `{${textIn(run)}}` : textIn(run),
      );
      const bidi = valueOf(paragraph, "w:bidi");
      return `${bidi === undefined ? "" : bidi === "1" ? "rtl " : "ltr "}${runs.join("")}`;
    });

  it("turns a paragraph of such words, and not one that only names somebody", () => {
    const text =
      "הפסקה הזאת בעברית, 42 (ABC 9001).\n\nDear דנה לוי בת אברהם ושרה, hello.\n\nדנה asked all of us.\n";
    expect(directions(documentOf(text, {}, { shown: [] }))).toEqual([
      "rtl {הפסקה הזאת בעברית, 42 (}ABC 9001{).}",
      "Dear {דנה לוי בת אברהם ושרה}, hello.",
      "{דנה} asked all of us.",
    ]);
  });

  it("has names begin below one another, and keeps what stands beside one in its place", () => {
    const body = documentOf(`${markerOf("place-and-date")}\n\n${markerOf("signatories")}`, {
      place: "תל אביב, יפו והסביבה",
      signatories: sampleSignatories,
    });
    expect(directions(body)).toContain("{תל אביב, יפו והסביבה}, 22 November 2026");
    expect(directions(body)).toContain("{محمد العربي}, Designer");
    const date = all(body, "w:p")[0];
    expect(date?.children.map(({ name }) => name)).toEqual([
      "w:pPr",
      "w:r",
      "w:dir",
      "w:r",
      "w:r",
      "w:r",
    ]);
    const texts = (date === undefined ? [] : all(date, "w:t")).map(({ text }) => text);
    expect(texts).toEqual(["\u200E", "תל אביב, יפו והסביבה", "\u200E", ", ", "22 November 2026"]);
  });

  it("runs from right to left itself in a language that does", () => {
    const file = docx(
      letter(
        "שלום רב\n\nAn English paragraph.\n\n| א |\n| - |\n| |\n",
        {},
        { language: "he", shown: [] },
      ),
    );
    const body = partOf(file, "word/document.xml");
    expect(directions(body).slice(0, 2)).toEqual(["{שלום רב}", "ltr An English paragraph."]);
    expect(all(body, "w:bidiVisual")).toHaveLength(1);
    const [section] = all(body, "w:sectPr");
    expect(section?.children.at(-1)?.name).toBe("w:bidi");
    const normal = all(partOf(file, "word/styles.xml"), "w:style")[0];
    expect(normal && all(normal, "w:bidi")).toHaveLength(1);
    expect(all(partOf(file, "word/styles.xml"), "w:lang")[0]?.attributes["w:bidi"]).toBe("he");
  });
});

describe("a table in a DOCX letter", () => {
  it("leaves a hand room to write where a cell is empty", () => {
    const rows = all(partOf(docx(everything), "word/document.xml"), "w:tr");
    const heights = rows.map((row) => all(row, "w:trHeight")[0]?.attributes["w:val"]);
    expect(heights).toEqual([undefined, "510", undefined]);
    expect(rows.every((row) => all(row, "w:cantSplit").length === 1)).toBe(true);
  });
});
