/** What the README shows is what happens: its session is run, its JSON is taken. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { cliPath, createHome } from "../support/real-pledge.ts";
import { packageRoot } from "../support/sample.ts";

const readme = readFileSync(join(packageRoot, "README.md"), "utf8");

const blocksOf = (language: string): readonly string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gmsu"))].map(
    (block) => block[1] ?? "",
  );

interface Shown {
  readonly command: string;
  readonly output: string;
}

/** Commands (`$ ...`) and what is shown below each. */
const commandsOf = (block: string): readonly Shown[] =>
  block
    .split(/^\$ /mu)
    .slice(1)
    .map((part) => {
      const [command = "", ...output] = part.split("\n");
      return { command, output: output.join("\n").trimEnd() };
    });

/** Today changes, and with it how long ago something was. */
const steady = (text: string): string =>
  text
    .replaceAll(/\b20\d\d-\d\d-\d\d\b/gu, "DAY")
    .replaceAll(/\b\d{1,2} [A-Z][a-z]+ 20\d\d\b/gu, "DAY")
    .replaceAll(/\(DAY, [^)]+ ago\)/gu, "(DAY, AGE)")
    .replaceAll(/\b\d+ of them too long ago/gu, "SOME of them too long ago")
    .trimEnd();

describe("README.md", () => {
  it("shows a session as it goes", () => {
    const home = createHome();
    const bin = join(home.folder, "bin");
    mkdirSync(bin);
    writeFileSync(
      join(bin, "pledge"),
      `#!/bin/sh\nexec '${process.execPath}' '${cliPath}' "$@"\n`,
      { mode: 0o755 },
    );
    symlinkSync(join(packageRoot, "templates"), join(home.folder, "templates"));
    const env = { ...home.env, PATH: `${bin}:${home.env["PATH"] ?? ""}` };
    const commands = blocksOf("console").flatMap(commandsOf);
    expect(commands.length).toBeGreaterThan(6);
    for (const { command, output } of commands) {
      const ran = spawnSync("sh", ["-c", command], { cwd: home.folder, env, encoding: "utf8" });
      expect({ command, shown: steady(ran.stdout.replaceAll(home.folder, "~")) }).toEqual({
        command,
        shown: steady(output),
      });
      expect({ command, code: ran.status }).toEqual({ command, code: 0 });
    }
  });

  it("gives JSON that init and add take", () => {
    const home = createHome();
    const [campaign, person] = blocksOf("json");
    const taken = [
      home.pledge(["init", "--kdf", "light", "--from", home.file("campaign.json", campaign ?? "")]),
      home.pledge(["add", "--from", home.file("person.json", person ?? "")]),
    ];
    expect(taken.map(({ stderr, exitCode }) => ({ stderr, exitCode }))).toEqual([
      { stderr: "", exitCode: 0 },
      { stderr: "", exitCode: 0 },
    ]);
  });

  it("names every command that there is", () => {
    const help = createHome().pledge(["--help"]).stdout;
    const inLines = [...help.matchAll(/^ {2}([a-z]+)(?: |$)/gmu)].map((line) => line[1] ?? "");
    const more = [...help.matchAll(/^ {2}and +([a-z]+(?:,\s+[a-z]+)*)$/gmu)].flatMap(
      ([, names = ""]) => names.split(/,\s+/u),
    );
    const commands = [...inLines.filter((name) => name !== "and"), ...more];
    expect(more).toContain("done");
    expect(commands.length).toBeGreaterThan(15);
    const missing = commands.filter((command) => !new RegExp(`\\b${command}\\b`, "u").test(readme));
    expect(missing).toEqual([]);
  });
});
