/** Every template, in each language, from a full and from a minimal campaign, as DOCX: an office suite finds in it what the HTML file says. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

import { createDocuments } from "../../src/adapters/documents/documents.ts";
import { describeWith } from "../support/programs.ts";
import { plainlySigned as letters, said, saidInHtml } from "./said.ts";

const documents = createDocuments();

let scratch = "";
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "pledge-formats-"));
});
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

describeWith(["soffice"], "every letter as DOCX, in LibreOffice", () => {
  beforeAll(() => {
    const files = letters.map(({ name, source }) => {
      const file = join(scratch, `${name}.docx`);
      writeFileSync(file, documents.docx(source));
      return file;
    });
    const profile = `-env:UserInstallation=file://${scratch}/profile`;
    const target = ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", scratch];
    execFileSync("soffice", [profile, "--headless", ...target, ...files], { stdio: "ignore" });
  });

  it.each(letters)("$name says what the HTML file says", ({ name, source }) => {
    const text = readFileSync(join(scratch, `${name}.txt`), "utf8");
    expect(said(text)).toBe(saidInHtml(source));
  });
});
