/** The letter on paper: one A4 page before the signatories, printed by a real browser. */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";

import { itWith } from "../support/programs.ts";
import { createHome } from "../support/real-pledge.ts";
import { packageRoot } from "../support/sample.ts";

const onA4 = "<style>@page { size: A4 }</style></head>";

/** Pages of the HTML file on A4. Chromium is kept off the network, as the letter must do without it. */
const pagesOf = (html: string, folder: string): number => {
  const pdf = join(folder, "letter.pdf");
  execFileSync(
    "chromium",
    [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--no-first-run",
      "--host-resolver-rules=MAP * ~NOTFOUND",
      `--user-data-dir=${join(folder, "browser")}`,
      `--print-to-pdf=${pdf}`,
      "--no-pdf-header-footer",
      `file://${html}`,
    ],
    { stdio: "ignore" },
  );
  const info = execFileSync("pdfinfo", [pdf], { encoding: "utf8" });
  expect(info).toMatch(/Page size:\s+59[45]\.\d+ x 84[12]\.\d+ pts \(A4\)/u);
  return Number(/Pages:\s+(?<pages>\d+)/u.exec(info)?.groups?.["pages"]);
};

itWith(
  ["chromium", "pdfinfo"],
  "the sample letter takes one A4 page before its signatories",
  () => {
    const home = createHome();
    const demo = join(packageRoot, "templates/demo");
    const steps = [
      ["init", "--kdf", "light", "--from", join(demo, "campaign.json")],
      // They pledged what the letter announces; nobody has signed it yet.
      ["add", "--from", join(demo, "people.jsonl")],
      ["letter", "start", "employer-demands", "--from", join(demo, "answers.json")],
      ["letter", "freeze", "employer-demands", "--yes"],
      ["letter", "write", "employer-demands", "--format", "html", "-o", "letter.html"],
    ];
    for (const step of steps) expect(home.pledge(step)).toMatchObject({ exitCode: 0 });
    const html = join(home.folder, "letter.html");
    writeFileSync(html, readFileSync(html, "utf8").replace("</head>", onA4));
    expect(pagesOf(html, home.folder)).toBe(1);
  },
);
