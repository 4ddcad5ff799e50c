/** What Tab offers in the shells themselves, with the scripts that `pledge completion` prints. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command, Option } from "commander";
import { beforeAll, describe, expect, it } from "vitest";

import { bashScript } from "../../src/cli/completion/bash.ts";
import { fishScript } from "../../src/cli/completion/fish.ts";
import { allOf, lastName, offeredBy } from "../../src/cli/completion/offered.ts";
import type { Offered } from "../../src/cli/completion/offered.ts";
import { zshScript } from "../../src/cli/completion/zsh.ts";
import { helpTopics } from "../../src/cli/program/help-topics.ts";
import { describeWith, itWith } from "../support/programs.ts";
import { inTerminal } from "../support/pseudo-terminal.ts";
import { createHome } from "../support/real-pledge.ts";
import type { Home } from "../support/real-pledge.ts";
import { inBash, inFish, inZsh } from "../support/shells.ts";
import type { Completing } from "../support/shells.ts";
import { commandTree } from "../support/whole-tree.ts";

let home: Home;
let root: Offered;

beforeAll(async () => {
  home = createHome();
  mkdirSync(join(home.folder, "scripts"));
  mkdirSync(join(home.folder, "here"));
  writeFileSync(join(home.folder, "here/committee.pledge"), "");
  mkdirSync(join(home.folder, "here/stick"));
  root = offeredBy(await commandTree(), helpTopics);
});

/** What is offered for each line; "(file)" stands for the files of the folder, "(folder)" for its folders. */
const expected: readonly (readonly [line: string, ...offered: readonly string[]])[] = [
  ["pledge le", "letter"],
  ["pledge letter wr", "write"],
  ["pledge letter write --format ", "docx", "eml", "html", "md", "pdf", "txt"],
  ["pledge letter write first --format p", "pdf"],
  ["pledge committee ", "export", "needs", "propose", "remove", "replace", "show", "sign", "turf"],
  ["pledge letter write first --fo", "--force", "--format"],
  ["pledge list --js", "--json"],
  ["pledge --json list --q", "--quiet"],
  ["pledge --vault letter st", "status"],
  ["pledge letter --quiet wr", "write"],
  ["pledge letter start x --set wr=te --na", "--name"],
  ["pledge demand state drop-contracts pa", "partly-met"],
  ["pledge completion ", "bash", "fish", "zsh"],
  ["pledge recovery n", "new"],
  ["pledge help letter wr", "write"],
  ["pledge help end", "ending"],
  ["pledge backup ", "(file)"],
  ["pledge merge one two ", "(file)"],
  ["pledge letter attest first ", "(file)"],
  ["pledge key export -o ", "(file)"],
  ["pledge key export --output ", "(file)"],
  ["pledge --vault ", "(folder)"],
  // Whose id or name it is, nobody's shell shows.
  ["pledge show "],
  ["pledge show li"],
  ["pledge letter write "],
  ["pledge confirm kqf "],
  ["pledge letter attest "],
];

/** The law: behind the names that lead to a command stand its commands, and behind a dash its options. */
const holdsForTheTree = async (completing: Completing): Promise<void> => {
  const everywhere = root.options.flatMap(({ flags }) => flags);
  const groups = allOf(root).filter((one) => one.commands.length > 0);
  const typed = ({ path }: Offered): string => ["pledge", ...path].join(" ");
  // Where arguments are wanted, the options stand after them too; nothing of theirs is needed here.
  const lines = [
    ...groups.map((one) => [`${typed(one)} `, one.commands.map(lastName)] as const),
    ...allOf(root).map(
      (one) =>
        [
          `${typed(one)} --`,
          [...new Set([...one.options.flatMap(({ flags }) => flags), ...everywhere])].filter(
            (flag) => flag.startsWith("--"),
          ),
        ] as const,
    ),
  ];
  expect(lines.length).toBeGreaterThan(100);
  const offered = await completing(lines.map(([line]) => line));
  for (const [line, words] of lines)
    expect({ line, words: offered.get(line) }).toEqual({ line, words: words.toSorted() });
};

const offersWhatIsExpected = async (
  completing: Completing,
  files: readonly string[],
  folders: readonly string[],
): Promise<void> => {
  const offered = await completing(expected.map(([line]) => line));
  const meant = (word: string): readonly string[] =>
    word === "(file)" ? files : word === "(folder)" ? folders : [word];
  for (const [line, ...words] of expected)
    expect({ line, words: offered.get(line) }).toEqual({ line, words: words.flatMap(meant) });
};

const printed = (shell: string): string => {
  const { stdout, stderr, exitCode } = home.pledge(["completion", shell]);
  expect({ stderr, exitCode }).toEqual({ stderr: "", exitCode: 0 });
  return stdout;
};

const odd = String.raw`it's [one]: "a\b" $(touch mark) ${"`touch mark`"}`;

/** A tree with such descriptions. */
const oddTree = (): Offered => {
  const tree = new Command("pledge").description(odd);
  tree.command("odd").summary(odd).addOption(new Option("--out <file>", odd));
  return offeredBy(tree, {});
};

const takesOdd = async (completing: Completing): Promise<void> => {
  const offered = await completing(["pledge od", "pledge odd --o"]);
  expect([...offered.values()]).toEqual([["odd"], ["--out"]]);
  expect(existsSync(join(home.folder, "here/mark"))).toBe(false);
};

describeWith(["bash"], "completion in bash", () => {
  it("offers commands, options, fixed choices and files, and nobody's id", () =>
    offersWhatIsExpected(inBash(home, printed("bash")), ["(default)"], ["(dirnames)"]));

  it("holds for every command and option of the tree", () =>
    holdsForTheTree(inBash(home, printed("bash"))));

  it("completes the value behind an equals sign", async () => {
    const offered = await inBash(
      home,
      printed("bash"),
    )(["pledge --color=", "pledge list --color=n"]);
    expect([...offered.values()]).toEqual([["always", "auto", "never"], ["never"]]);
  });

  it("takes descriptions as they come", () => takesOdd(inBash(home, bashScript(oddTree()))));

  it("is left to bash for files where a script cannot ask for them, as before bash 4", () => {
    const path = home.file("scripts/old", printed("bash"));
    const registered = (before: string): string =>
      spawnSync(
        "bash",
        ["--norc", "-c", `${before}; source "$1"; complete -p pledge`, "bash", path],
        {
          encoding: "utf8",
        },
      ).stdout;
    expect(registered("enable -n compopt")).toBe("complete -o default -F _pledge pledge\n");
    expect(registered(":")).toBe("complete -F _pledge pledge\n");
  });

  itWith(["script"], "completes a file and a folder at a real prompt", async () => {
    const path = home.file("scripts/pledge", printed("bash"));
    const { screen } = await inTerminal(
      "bash",
      ["--norc", "--noprofile", "-i"],
      [
        { waitFor: /\$ /u, type: `source '${path}'; pledge() { echo "<$*>"; }\r` },
        { waitFor: /\$ $/u, type: "pledge backup comm\t\r" },
        { waitFor: /<backup committee\.pledge>/u, type: "pledge --vault st\tlist\r" },
        { waitFor: /<--vault stick\/list>/u, type: "pledge show com\t\r" },
        { waitFor: /<show com>/u, type: "exit\r" },
      ],
      { env: { HOME: home.folder, PS1: "$ " }, cwd: join(home.folder, "here") },
    );
    expect(screen).toContain("<show com>");
  });
});

describeWith(["fish"], "completion in fish", () => {
  it("offers commands, options, fixed choices and files, and nobody's id", () =>
    offersWhatIsExpected(
      inFish(home, printed("fish")),
      ["committee.pledge", "stick/"],
      ["stick/"],
    ));

  it("holds for every command and option of the tree", () =>
    holdsForTheTree(inFish(home, printed("fish"))));

  it("takes descriptions as they come", () => takesOdd(inFish(home, fishScript(oddTree()))));
});

describeWith(["script", "zsh"], "completion in zsh", () => {
  it("offers commands, options, fixed choices and files, and nobody's id", () =>
    offersWhatIsExpected(inZsh(home, printed("zsh")), ["committee.pledge", "stick"], ["stick"]));

  it("holds for every command and option of the tree", () =>
    holdsForTheTree(inZsh(home, printed("zsh"))));

  it("takes descriptions as they come", () => takesOdd(inZsh(home, zshScript(oddTree()))));
});

describe("a script", () => {
  it("comes out of a machine without a vault", () => {
    expect(existsSync(join(home.folder, "vault"))).toBe(false);
    expect(printed("zsh")).toMatch(/^#compdef pledge\n/u);
  });
});
