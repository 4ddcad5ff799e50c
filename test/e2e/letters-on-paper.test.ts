/** Every template, in each language, from a full campaign, printed by a real browser: it says what the HTML file says, on one page or two. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";

import { createDocuments } from "../../src/adapters/documents/documents.ts";
import { createPrinter } from "../../src/adapters/print/printer.ts";
import { describeWith } from "../support/programs.ts";
import { plainlySigned, said, saidInHtml } from "../templates/said.ts";

const run = promisify(execFile);
const documents = createDocuments();
const printer = createPrinter({ env: process.env, whenLeaving: () => () => {} });
const letters = plainlySigned.filter(({ name }) => name.endsWith(".full"));

let scratch = "";
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "pledge-paper-"));
});
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

describeWith(["chromium", "pdfinfo", "pdftotext"], "on paper", () => {
  it.concurrent.each(letters)(
    "$name says what the HTML file says, on a page or two",
    async ({ name, source }) => {
      const printed = await printer.print({ html: documents.write(source, "html"), paper: "a4" });
      if (!printed.ok) throw new Error(printed.failure.type);
      const file = join(scratch, `${name}.pdf`);
      writeFileSync(file, printed.value);
      const [info, text] = await Promise.all([
        run("pdfinfo", [file]),
        run("pdftotext", ["-raw", "-x", "0", "-y", "0", "-W", "596", "-H", "790", file, "-"]),
      ]);
      expect(said(text.stdout)).toBe(saidInHtml(source));
      expect(info.stdout).toMatch(/^Pages: +[12]$/mu);
    },
  );
});
