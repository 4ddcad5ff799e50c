/** `pledge completion`: three scripts, held against the tree from which they are written. */
import { Argument, Command, Option } from "commander";
import { describe, expect, it } from "vitest";

import { bashScript } from "../../../src/cli/completion/bash.ts";
import { fishScript } from "../../../src/cli/completion/fish.ts";
import {
  allOf,
  lastName,
  offeredBy,
  takenBy,
  valueName,
} from "../../../src/cli/completion/offered.ts";
import { shells } from "../../../src/cli/completion/shells.ts";
import { zshScript } from "../../../src/cli/completion/zsh.ts";
import { helpTopics } from "../../../src/cli/program/help-topics.ts";
import { commandTree, commandsOf, pathOf } from "../../support/whole-tree.ts";
import { testWorld } from "../../support/world.ts";

const scriptOf = async (shell: string): Promise<string> =>
  (await (await testWorld()).pledge("completion", shell)).stdout;

/** How each script says that these names lead to a command. */
const marks: Readonly<Record<(typeof shells)[number], (path: readonly string[]) => string>> = {
  bash: (path) => `\n    '${path.join(" ")}') `,
  zsh: (path) => `\n${["_pledge", ...path].join("_")}() {\n`,
  fish: (path) => ` '${path.join(" ")}'`,
};

/** The part of a script that is about one command's options. */
const partOf = (script: string, shell: string, path: readonly string[]): string => {
  if (shell === "zsh") return script.split(marks.zsh(path))[1]?.split("\n}\n")[0] ?? "";
  const start =
    shell === "bash" ? marks.bash(path).slice(1) : `'__pledge_at \\'${path.join(" ")}\\''`;
  return script
    .split("\n")
    .filter((line) => line.includes(start))
    .join("\n");
};

describe.each(shells)("the script for %s", (shell) => {
  it("has every command of the tree, every option and every fixed choice", async () => {
    const script = await scriptOf(shell);
    const commands = commandsOf(await commandTree());
    expect(commands.length).toBeGreaterThan(60);
    for (const command of commands.slice(1)) {
      const path = pathOf(command);
      expect(script).toContain(marks[shell](path));
      for (const { long, argChoices = [] } of command.options) {
        const flag = shell === "fish" ? ` -l ${long?.slice(2)} ` : (long ?? "");
        expect(partOf(script, shell, path), path.join(" ")).toContain(flag);
        expect(script).toContain(argChoices.join(shell === "bash" ? "," : " "));
      }
    }
  });

  it("has the options of pledge itself, --help and the hidden --debug among them", async () => {
    const script = await scriptOf(shell);
    for (const name of ["vault", "json", "no-input", "help", "debug"])
      expect(script).toContain(shell === "fish" ? `complete -c pledge -l ${name} ` : `--${name}`);
  });

  it("is the same whoever is in the vault, and with none", async () => {
    const world = await testWorld();
    const before = await world.pledge("completion", shell);
    await world.init();
    await world.pledge(
      "add",
      "--from",
      world.file("p.json", '{"name":"Quartzine","alias":"heron"}'),
    );
    const after = await world.pledge("completion", shell);
    expect(after).toEqual(before);
    expect(after).toMatchObject({ exitCode: 0, stderr: "" });
    const { script } = JSON.parse((await world.pledge("completion", shell, "--json")).stdout);
    expect(script).toBe(after.stdout);
  });
});

describe("the tree that is completed", () => {
  it("says of every <word> whether a file stands there", async () => {
    const commands = commandsOf(await commandTree()).filter((one) => one.name() !== "help");
    const free = <T extends { readonly argChoices?: readonly string[] }>(
      all: readonly T[],
    ): readonly T[] => all.filter(({ argChoices }) => argChoices === undefined);
    const words = [
      ...free(commands.flatMap((one) => one.registeredArguments)).map((one) => one.name()),
      ...free(commands.flatMap((one) => one.options.filter(({ required }) => required))).map(
        valueName,
      ),
    ];
    expect(new Set(words)).toEqual(new Set(Object.keys(takenBy)));
  });

  it("has no name, option or choice that a shell would read otherwise", async () => {
    const words = allOf(offeredBy(await commandTree(), helpTopics)).flatMap((one) => [
      ...one.path,
      ...one.options.flatMap(({ flags, value }) => [
        ...flags,
        ...(value?.taken.kind === "words" ? value.taken.words : []),
      ]),
      ...one.takes.flatMap(({ taken }) => (taken.kind === "words" ? taken.words : [])),
    ]);
    expect(words.filter((word) => !/^-{0,2}[a-z0-9][a-z0-9-]*$/u.test(word))).toEqual([]);
  });

  it("has no option whose value may be left out, and arguments only where no commands are", async () => {
    const commands = commandsOf(await commandTree());
    expect(commands.flatMap(({ options }) => options.filter(({ optional }) => optional))).toEqual(
      [],
    );
    const both = commands.filter((one) => one.commands.length * one.registeredArguments.length > 0);
    expect(both.map((one) => one.name())).toEqual([]);
  });

  it("is offered below help too, with the pages of help", async () => {
    const all = allOf(offeredBy(await commandTree(), helpTopics));
    const help = all.find(({ path }) => path.join(" ") === "help");
    expect(help?.commands.map(lastName)).toEqual(
      expect.arrayContaining(["letter", "completion", "options", "ending"]),
    );
    expect(help?.commands.map(lastName)).not.toContain("help");
  });
});

describe("a description that a shell could take for something else", () => {
  const odd = String.raw`it's [one]: "a\b" $(touch x)`;
  const tree = new Command("pledge").description(odd);
  tree
    .command("odd")
    .summary(odd)
    .addArgument(new Argument("<state>").choices(["open", "met"]))
    .addOption(new Option("-o, --output <file>", odd));
  const root = offeredBy(tree, {});

  it("is quoted for zsh, where a colon and brackets mean something in a spec", () => {
    const script = zshScript(root);
    expect(script).toContain(String.raw`'odd:it'\''s [one]: "a\b" $(touch x)'`);
    expect(script).toContain(
      String.raw`'(-o --output)--output=[it'\''s \[one\]\: "a\\b" $(touch x)]:file:_files'`,
    );
    expect(script).toContain("'1:state:(open met)'");
  });

  it("is quoted for fish", () => {
    expect(fishScript(root)).toContain(
      String.raw`-s o -l output -r -F -d 'it\'s [one]: "a\\b" $(touch x)'`,
    );
  });

  it("is no part of what bash gets", () => {
    expect(bashScript(root)).not.toContain("touch");
  });
});

describe("pledge completion", () => {
  it("says which shells there are, and where each looks", async () => {
    const world = await testWorld();
    const refused = await world.pledge("completion", "tcsh");
    expect(refused).toMatchObject({ exitCode: 2, stdout: "" });
    expect(refused.stderr).toContain("bash, zsh, fish");
    const { stdout } = await world.pledge("completion", "--help");
    for (const place of ["bash-completion/completions/pledge", "_pledge", "pledge.fish", "fpath"])
      expect(stdout).toContain(place);
  });
});
