/** The letter on paper: one A4 page before the signatories, printed by a real browser. */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";

import { createPrinter } from "../../src/adapters/print/printer.ts";
import { itWith } from "../support/programs.ts";
import { createHome } from "../support/real-pledge.ts";
import { packageRoot } from "../support/sample.ts";

const printer = createPrinter({ env: process.env, whenLeaving: () => () => {} });

/** Pages of the HTML file on A4. */
const pagesOf = async (html: string, folder: string): Promise<number> => {
  const printed = await printer.print({ html: readFileSync(html, "utf8"), paper: "a4" });
  if (!printed.ok) throw new Error(JSON.stringify(printed.failure));
  const pdf = join(folder, "letter.pdf");
  writeFileSync(pdf, printed.value);
  const info = execFileSync("pdfinfo", [pdf], { encoding: "utf8" });
  expect(info).toMatch(/Page size:\s+59[45]\.\d+ x 84[12]\.\d+ pts \(A4\)/u);
  return Number(/Pages:\s+(?<pages>\d+)/u.exec(info)?.groups?.["pages"]);
};

itWith(
  ["chromium", "pdfinfo"],
  "the sample letter takes one A4 page before its signatories",
  async () => {
    const home = createHome();
    const demo = join(packageRoot, "templates/demo");
    const steps = [
      ["init", "--kdf", "light", "--from", join(demo, "campaign.json")],
      // They pledged what the letter announces; nobody has signed it yet.
      ["add", "--from", join(demo, "people.jsonl")],
      ["fact", "add", "--from", join(demo, "facts.json")],
      ["letter", "start", "employer-demands", "--from", join(demo, "answers.json")],
      ["letter", "freeze", "employer-demands", "--yes"],
      ["letter", "write", "employer-demands", "--format", "html", "-o", "letter.html"],
    ];
    for (const step of steps) expect(home.pledge(step)).toMatchObject({ exitCode: 0 });
    expect(await pagesOf(join(home.folder, "letter.html"), home.folder)).toBe(1);
  },
);
