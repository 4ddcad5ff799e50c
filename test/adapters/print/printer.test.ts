/** Letters printed by the machine's own browser, and read back. */
import { execFileSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { expect, it } from "vitest";

import { createDocuments } from "../../../src/adapters/documents/documents.ts";
import type { LetterSource } from "../../../src/domain/letters/ports.ts";
import type { Paper } from "../../../src/domain/letters/printing.ts";
import { describeWith } from "../../support/programs.ts";
import {
  letter,
  sampleSignatories,
  sampleText,
  signatoryList,
} from "../documents/sample-letters.ts";
import { startPrinting } from "./printing.ts";

interface Printed {
  readonly bytes: Uint8Array;
  /** What pdfinfo says. */
  readonly info: string;
  /** What pdftotext reads, in one line. */
  readonly text: string;
}

const printed = async (source: LetterSource, paper: Paper = "a4"): Promise<Printed> => {
  const { printer, temporary, notes, pending } = startPrinting();
  const html = createDocuments().write(source, "html");
  const made = await printer.print({ html, paper });
  if (!made.ok) throw new Error(JSON.stringify(made.failure));
  expect(readdirSync(temporary)).toEqual([]);
  expect(pending()).toBe(false);
  const file = join(notes, "letter.pdf");
  writeFileSync(file, made.value);
  return {
    bytes: made.value,
    info: execFileSync("pdfinfo", ["-isodates", file], { encoding: "utf8" }),
    text: execFileSync("pdftotext", [file, "-"], { encoding: "utf8" }),
  };
};

const sample = letter(sampleText, { signatories: sampleSignatories });

/** The file with every stream that can be unpacked, one character a byte. */
const unpacked = (bytes: Uint8Array): string => {
  const file = Buffer.from(bytes);
  const streams = [...file.toString("latin1").matchAll(/stream\r?\n/gu)].flatMap((match) => {
    try {
      return [inflateSync(file.subarray(match.index + match[0].length)).toString("latin1")];
    } catch {
      return [];
    }
  });
  expect(streams.length).toBeGreaterThan(3);
  return [file.toString("latin1"), ...streams].join("\n");
};

describeWith(["chromium", "pdfinfo", "pdftotext"], "a letter that a browser prints", () => {
  it("is one page on A4, and on US Letter where that is asked for", async () => {
    const a4 = await printed(sample);
    expect(a4.info).toMatch(/^Pages:\s+1$/mu);
    expect(a4.info).toMatch(/^Page size:\s+59[45][.\d]* x 84[12][.\d]* pts \(A4\)$/mu);
    const us = await printed(sample, "letter");
    expect(us.info).toMatch(/^Page size:\s+612 x 792 pts \(letter\)$/mu);
    expect(a4.info).toMatch(/^Title:\s+No contracts with the police$/mu);
  });

  it("says neither when nor with what nor on which machine it was made", async () => {
    const { bytes, info } = await printed(sample);
    expect(info).not.toMatch(/^(?:Creator|Producer|CreationDate|ModDate|Author|Keywords)/mu);
    expect(info).toMatch(/^Metadata Stream: no$/mu);
    const text = unpacked(bytes);
    expect(text).not.toMatch(/Skia|Chrom|Mozilla|Linux|X11|pledge|letter\.html|file:|D:20/u);
    expect(text).not.toContain(process.env["HOME"]);
  });

  it("is the same to the byte when it is printed again", async () => {
    const first = await printed(sample);
    const again = await printed(sample);
    expect(Buffer.from(again.bytes).equals(first.bytes)).toBe(true);
  });

  it("has every name in it that its HTML has, in any script", async () => {
    const { text } = await printed(sample);
    // Embedding marks around a name of another direction are of pdftotext's making.
    const plain = text.replaceAll(/[\u202A-\u202E\u2066-\u2069]/gu, "").replaceAll(/\s+/gu, " ");
    for (const name of ["Ana Gómez", "Jean-Luc O'Neil, Jr.", "![x](http://t/p.gif)"]) {
      expect(plain).toContain(name);
    }
    expect(plain).toContain("محمد العربي, Designer");
    expect(plain).toContain("דנה לוי");
    expect(plain).toContain("more than 140 others");
  });

  it("prints names that look like markup as they are", async () => {
    const names = [
      "<script>alert(1)</script>",
      "</bdi></li><li>Somebody Else",
      "<!-- end of signatories -->",
      "<http://t/>",
      "&amp;&#x3C;b>",
      "a\\",
      "{{name}}",
      "=HYPERLINK('x')",
    ];
    const named = names.map((name) => ({ name }));
    const { text, bytes } = await printed(
      letter(sampleText, { signatories: signatoryList({ named }) }),
    );
    const joined = text.replaceAll(/\s+/gu, "");
    for (const name of names) expect(joined).toContain(name.replaceAll(" ", ""));
    expect(unpacked(bytes)).not.toMatch(/\/(?:URI|JavaScript|JS|Launch)\b/u);
  });

  it("keeps the words of an Arabic text together", async () => {
    const source = letter("نطالب الشركة بإنهاء العقود.\n", {}, { language: "ar" });
    const { text } = await printed(source);
    expect(text).toContain("نطالب الشركة بإنهاء العقود");
  });

  it("numbers its pages from the second on, and splits no name", async () => {
    const named = Array.from({ length: 400 }, (_, index) => ({
      name: `Sample Person ${index + 1}`,
    }));
    const { info, text } = await printed(
      letter(sampleText, { signatories: signatoryList({ named }) }),
    );
    const pages = Number(/^Pages:\s+(\d+)$/mu.exec(info)?.[1]);
    expect(pages).toBeGreaterThan(2);
    for (let page = 2; page <= pages; page += 1) expect(text).toContain(`${page}/${pages}`);
    expect(text).not.toContain(`1/${pages}`);
    for (const { name } of named) expect(text).toMatch(new RegExp(`${name}(?!\\d)`, "u"));
  });
});
