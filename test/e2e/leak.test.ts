/**
 * What is typed, under strace: a name reaches no file, no argument of a process and no socket, and nothing is ever
 * connected to the internet. Every command is looked at so in test/survival/canary.
 */
import { join } from "node:path";
import { expect, it } from "vitest";

import { breaches, filesNaming, traced } from "../support/leaks.ts";
import { itWith } from "../support/programs.ts";
import { inTerminal, keys } from "../support/pseudo-terminal.ts";
import { cliPath, createHome } from "../support/real-pledge.ts";
import { sampleCampaign } from "../support/sample.ts";

// ASCII, so that strace prints it as it is. Made up.
const canary = "Quartzine Vexholm";
const second = "Obsidia Farthwick";

const canaries = [canary, second];

itWith(
  ["strace", "script"],
  "a name that is typed goes to the screen and the vault alone",
  async () => {
    const home = createHome();
    const log = home.file("strace.log", "");
    const campaign = home.file("campaign.json", JSON.stringify({ ...sampleCampaign, teams: [] }));
    expect(home.pledge(["init", "--from", campaign, "--kdf", "light"]).exitCode).toBe(0);
    const [program, ...options] = traced(log) as [string, ...string[]];
    const shown = await inTerminal(
      program,
      [...options, process.execPath, cliPath, "add"],
      [
        { waitFor: /Name \(Enter/u, type: `${second}${keys.enter}` },
        { waitFor: /What will they do/u, type: ` ${keys.enter}` },
        { waitFor: /Once how many/u, type: keys.enter },
        { waitFor: /How may the letter/u, type: keys.enter },
        { waitFor: /Name \(Enter/u, type: keys.enter },
      ],
      { cwd: home.folder, env: home.env, timeoutMs: 120_000 },
    );
    expect(shown.exitCode).toBe(0);
    expect(breaches(log, home, { canaries })).toEqual([]);
    expect(filesNaming(home.folder, second).filter((path) => path !== log)).toEqual([]);
    expect(home.pledge(["list"]).stdout).toContain(second);
  },
);

itWith(["strace"], "a breach would be seen", () => {
  const home = createHome();
  const log = home.file("strace.log", "");
  const program = `require("fs").writeFileSync(process.env.HOME + "/leak", ${JSON.stringify(canary)});
    require("net").connect(9, "127.0.0.1").on("error", () => {})`;
  const file = home.file("leak.cjs", program);
  // In place of pledge: a program that does both things that pledge never may.
  home.pledge([], [...traced(log), process.execPath, file]);
  const seen = breaches(log, home, { canaries });
  expect(seen.some((line) => line.includes("AF_INET"))).toBe(true);
  expect(seen.some((line) => line.includes(canary))).toBe(true);
});

it("the canaries are in no file of the package", () => {
  expect(filesNaming(join(import.meta.dirname, "../../templates"), canary)).toEqual([]);
});
