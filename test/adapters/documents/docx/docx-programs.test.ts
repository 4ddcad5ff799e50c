/** The same file as other programs see it: a parser of XML, and an office suite. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createDocuments } from "../../../../src/adapters/documents/documents.ts";
import type { LetterSource } from "../../../../src/domain/letters/ports.ts";
import { describeWith } from "../../../support/programs.ts";
import { everything, signedByThreeHundred, threeHundred } from "./letters.ts";
import { partsOf } from "./read-docx.ts";

const { docx } = createDocuments();

let scratch = "";
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "pledge-docx-"));
});
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

/** Bidirectional controls, which an office suite may put around an embedded name. */
const controls = /[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

const converted = (source: LetterSource, filter: string, extension: string): string => {
  const file = join(scratch, `${extension}-letter.docx`);
  writeFileSync(file, docx(source));
  const profile = `-env:UserInstallation=file://${scratch}/profile`;
  const target = ["--convert-to", filter, "--outdir", scratch, file];
  execFileSync("soffice", [profile, "--headless", ...target], { stdio: "ignore" });
  return join(scratch, `${extension}-letter.${extension}`);
};

const textBy = (source: LetterSource): readonly string[] =>
  readFileSync(converted(source, "txt:Text (encoded):UTF8", "txt"), "utf8")
    .replaceAll(controls, "")
    .split(/\r?\n/u);

describeWith(["python3"], "the parts of a DOCX letter", () => {
  it("are XML to a parser that takes nothing else", () => {
    const script = `import json, sys, xml.etree.ElementTree as tree
print(json.dumps(["".join(tree.fromstring(part.encode()).itertext()) for part in json.load(sys.stdin)]))`;
    const parts = [everything, signedByThreeHundred].flatMap((source) => [
      ...partsOf(docx(source)).values(),
    ]);
    const input = JSON.stringify(parts);
    const texts = JSON.parse(
      execFileSync("python3", ["-c", script], { input, encoding: "utf8" }),
    ) as readonly string[];
    expect(texts).toHaveLength(parts.length);
    for (const { name } of threeHundred)
      expect(texts.join("").replaceAll(controls, "")).toContain(name);
  });
});

describeWith(["soffice"], "a DOCX letter in LibreOffice", () => {
  it("has three hundred signatories in their order, and nothing that a name asked for", () => {
    const lines = textBy(signedByThreeHundred);
    const first = lines.indexOf("Signatories") + 1;
    expect(lines.slice(first, first + 300)).toEqual(
      threeHundred.map(({ name, role }) => (role === undefined ? name : `${name}, ${role}`)),
    );
    expect(lines[first + 300]).toBe("and more than 140 others who sign without their names");
    expect(lines[0]).toBe("חיפה, 22 November 2026");
  });

  // As plain text LibreOffice writes bullets of its own; on paper they are ours.
  it("has numbers, tables and quotes where the text has them", () => {
    const lines = textBy(everything).filter((line) => line.trim() !== "");
    expect(lines.map((line) => line.trim())).toEqual([
      "A first heading",
      "Some strong and emphasized text with code <b> and a register <https://example.org/r?a=1&b=2>.",
      "A second line.",
      "• one",
      "• two",
      "◦ nested",
      "• to tick",
      "• ticked",
      "7. seven",
      "more of seven",
      "8. eight",
      "A quote",
      "1. with a list",
      "line one",
      "line <two>",
      "No.",
      "Name",
      "1",
      "2",
      "Ana",
      "هذه الفقرة مكتوبة باللغة العربية (ABC 9001).",
    ]);
  });
});

describeWith(["soffice", "pdftotext"], "a DOCX letter on paper", () => {
  /** Of a word on its page, in points from the page's upper left corner. */
  interface Word {
    readonly page: number;
    readonly text: string;
    readonly left: number;
    readonly right: number;
    readonly bottom: number;
  }

  const wordsOn = (pdf: string): readonly Word[] => {
    const html = execFileSync("pdftotext", ["-bbox", pdf, "-"], { encoding: "utf8" });
    return html
      .split("<page ")
      .slice(1)
      .flatMap((page, index) =>
        [
          ...page.matchAll(
            /xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</gu,
          ),
        ].map(([, left, right, bottom, text = ""]) => ({
          page: index + 1,
          text,
          left: Number(left),
          right: Number(right),
          bottom: Number(bottom),
        })),
      );
  };

  it("stands where A4 and US Letter both have room, in columns under a heading that is never alone", () => {
    const words = wordsOn(converted(signedByThreeHundred, "pdf", "pdf"));
    const millimetre = 72 / 25.4;
    // A printer leaves 5 mm of a sheet empty; US Letter is 279.4 mm high, A4 210 mm wide.
    expect(Math.max(...words.map(({ bottom }) => bottom))).toBeLessThan((279.4 - 5) * millimetre);
    expect(Math.max(...words.map(({ right }) => right))).toBeLessThan((210 - 20) * millimetre);
    expect(Math.min(...words.map(({ left }) => left))).toBeGreaterThan(20 * millimetre);

    const heading = words.findIndex(({ text }) => text === "Signatories");
    const numbers = words
      .slice(heading)
      .filter(({ text }) => /^\d{3},?$/u.test(text))
      .map(({ text }) => text.slice(0, 3));
    expect(numbers.filter((number) => number !== "140")).toHaveLength(299);
    const first = words.find(({ text }) => text === "003,");
    expect(first?.page).toBe(words[heading]?.page);
    const starts = words.filter(({ text }) => text === "Sam").map(({ left }) => Math.round(left));
    expect(new Set(starts).size).toBe(2);
  });

  it("has a box before what is to be ticked, empty or not", () => {
    const texts = wordsOn(converted(everything, "pdf", "pdf")).map(({ text }) => text);
    expect(texts.slice(texts.indexOf("☐"), texts.indexOf("7."))).toEqual([
      "☐",
      "to",
      "tick",
      "☑",
      "ticked",
    ]);
  });
});
