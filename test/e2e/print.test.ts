/** A PDF from the real command line: written, piped, and broken off in the middle. */
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

import { itWith } from "../support/programs.ts";
import { cliPath, createHome } from "../support/real-pledge.ts";
import type { Home } from "../support/real-pledge.ts";
import { sampleCampaign } from "../support/sample.ts";

const fixedLetter = (): Home => {
  const home = createHome();
  const campaign = home.file("campaign.json", JSON.stringify(sampleCampaign));
  for (const step of [
    ["init", "--from", campaign, "--kdf", "light"],
    ["letter", "start", "employer-demands", "--set", "answerBy=2026-12-31"],
    ["letter", "freeze", "employer-demands", "--yes"],
  ]) {
    expect(home.pledge(step)).toMatchObject({ exitCode: 0 });
  }
  return home;
};

const write = ["letter", "write", "employer-demands", "--format", "pdf", "-o"];

itWith(["chromium", "pdftotext"], "a letter is printed to a file of ours and to a pipe", () => {
  const home = fixedLetter();
  expect(home.pledge([...write, "letter.pdf"])).toMatchObject({ exitCode: 0 });
  const file = join(home.folder, "letter.pdf");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(execFileSync("pdftotext", [file, "-"], { encoding: "utf8" })).toContain("Dear Dana Roe");
  const piped = execFileSync(process.execPath, [cliPath, ...write, "-"], {
    cwd: home.folder,
    env: home.env,
    stdio: ["ignore", "pipe", "ignore"],
  });
  expect(piped.equals(readFileSync(file))).toBe(true);
  expect(readdirSync(join(home.folder, "tmp"))).toEqual([]);
});

it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
  "a print that %s breaks off leaves no letter and no browser behind",
  async (signal) => {
    const home = fixedLetter();
    const [programs, started] = [join(home.folder, "bin"), join(home.folder, "started")];
    mkdirSync(programs);
    const browser = home.file("bin/chromium", `#!/bin/sh\necho $$ > ${started}\nexec sleep 600\n`);
    chmodSync(browser, 0o755);
    const child = spawn(process.execPath, [cliPath, ...write, "letter.pdf"], {
      cwd: home.folder,
      env: { ...home.env, PATH: `${programs}:${home.env["PATH"]}` },
      stdio: "ignore",
    });
    const ended = new Promise((resolve) => {
      child.on("exit", (_, by) => resolve(by));
    });
    while (!existsSync(started)) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(readdirSync(join(home.folder, "tmp"))).toHaveLength(1);
    child.kill(signal);
    expect(await ended).toBe(signal);
    expect(readdirSync(join(home.folder, "tmp"))).toEqual([]);
    expect(existsSync(join(home.folder, "letter.pdf"))).toBe(false);
    const pid = readFileSync(started, "utf8").trim();
    const running = execFileSync("sh", ["-c", `ps -o state= -p ${pid} || true`], {
      encoding: "utf8",
    });
    expect(running.trim().replace("Z", "")).toBe("");
  },
);
