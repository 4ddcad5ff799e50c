/**
 * 500 signatories whose names try everything, on paper: every one is there, and not one is more than ink. What pdftotext
 * reads is what a font of the machine draws, so letters that none of its fonts has, and what is never drawn, are left out
 * of the comparison; where a name mixes directions, its letters are compared and not their order.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

import { createDocuments } from "../../../src/adapters/documents/documents.ts";
import { createPrinter } from "../../../src/adapters/print/printer.ts";
import { entriesOf, naughtyList } from "../../support/naughty-names.ts";
import { describeWith } from "../../support/programs.ts";
import { letter, sampleText } from "../documents/sample-letters.ts";

const printer = createPrinter({ env: process.env, whenLeaving: () => () => {} });

/** Above the page number, in points from the page's upper left corner: A4 less its margin. */
const page = ["-x", "0", "-y", "0", "-W", "596", "-H", "790"];

const program = (name: string, ...args: readonly string[]): string =>
  execFileSync(name, args, { encoding: "utf8", maxBuffer: 2 ** 26 });

/** Code points that a font of the machine has, as first and last ones. */
const drawable = (): readonly (readonly [first: number, last: number])[] =>
  program("fc-list", "--format=%{charset}\n")
    .split(/\s+/u)
    .filter((range) => range !== "")
    .map((range) => {
      const [first = "", last = first] = range.split("-");
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
    });

let scratch = "";
let pdf: Uint8Array;
let file = "";

describeWith(
  ["chromium", "pdftotext", "pdfimages", "fc-list"],
  "500 names that try everything, on paper",
  () => {
    beforeAll(async () => {
      scratch = mkdtempSync(join(tmpdir(), "pledge-naughty-pdf-"));
      const source = letter(sampleText, { signatories: naughtyList });
      const html = createDocuments().write(source, "html");
      const printed = await printer.print({ html, paper: "a4" });
      if (!printed.ok) throw new Error(printed.failure.type);
      pdf = printed.value;
      file = join(scratch, "letter.pdf");
      writeFileSync(file, pdf);
    });
    afterAll(() => {
      rmSync(scratch, { recursive: true });
    });

    it("are all there, in their order, and nothing stands between them", () => {
      const fonts = drawable();
      const isDrawn = (character: string): boolean => {
        const code = character.codePointAt(0) ?? 0;
        return (
          !/[\p{Z}\p{C}\p{M}\p{Emoji_Modifier}]/u.test(character) &&
          fonts.some(([first, last]) => first <= code && code <= last)
        );
      };
      const drawn = (text: string): readonly string[] =>
        [...text.normalize("NFKD")].filter(isDrawn);
      const read = drawn(program("pdftotext", "-raw", ...page, file, "-"));
      const between = drawn("and more than 140 others who sign without their names");
      const next = drawn("Supporters from outside Engineering");
      const heading = drawn("Signatories").join("");
      const [before = "", ...others] = read.join("").split(heading);
      expect(others).toHaveLength(1);
      let at = Array.from(before).length + heading.length;
      const take = (length: number): readonly string[] => read.slice(at, (at += length));
      const entries = entriesOf(naughtyList);
      const inside = naughtyList.named.length + naughtyList.roles.length;
      for (const [index, entry] of entries.entries()) {
        if (index === inside)
          expect(take(between.length + next.length)).toEqual([...between, ...next]);
        const expected = drawn(entry);
        const found = take(expected.length);
        expect({ entry, letters: found.toSorted() }).toEqual({
          entry,
          letters: expected.toSorted(),
        });
      }
      // The names made of what everybody's fonts have are compared whole, so this is no comparison of nothing.
      expect(entries.filter((entry) => drawn(entry).length > 0).length).toBeGreaterThan(350);
    });

    it("bring no link, script, form or file into it, and no picture", () => {
      const raw = Buffer.from(pdf).toString("latin1");
      // Objects in streams could not be looked through like this; browsers print none.
      expect(raw).not.toContain("/ObjStm");
      const keys =
        "URI JavaScript JS Launch Annots Annot Link OpenAction AA GoToR SubmitForm AcroForm EmbeddedFile Filespec";
      for (const key of keys.split(" ")) expect(raw).not.toMatch(new RegExp(`/${key}\\b`, "u"));
      const hasPictures = program("fc-list", ":color=True").trim() !== "";
      const pictures = program("pdfimages", "-list", file).trim().split("\n").slice(2);
      // Fonts of emoji may be pictures; no other is.
      expect(hasPictures ? [] : pictures).toEqual([]);
    });
  },
);
