/** The command tree as a person meets it: help, names, near misses. */
import { describe, expect, it } from "vitest";

import { commandTree, commandsOf, pathOf } from "../support/whole-tree.ts";
import { testWorld } from "../support/world.ts";

const all = ["init", "add", "list", "letter", "campaign", "passphrase", "doctor"];

describe("the command tree", () => {
  it.each([["--help"], ["--help", "add"], ["help"]])(
    "shows every command: %s %s",
    async (...words) => {
      const { stdout, exitCode } = await (await testWorld()).pledge(...words);
      expect(exitCode).toBe(0);
      for (const name of all) expect(stdout).toMatch(new RegExp(`^ {2}${name}\\b`, "mu"));
    },
  );

  it.each([
    [["lst"], "did you mean list?"],
    [["letter", "strt"], "did you mean start?"],
    [["list", "--jsn"], "did you mean --json?"],
  ])("says what was probably meant by %s", async (words, hint) => {
    const ran = await (await testWorld()).pledge(...words);
    expect(ran).toMatchObject({ exitCode: 2, stdout: "" });
    expect(ran.stderr).toContain(`pledge: hint: ${hint}`);
  });

  it("takes an option's value that is the name of a command for a value", async () => {
    const world = await testWorld();
    const ran = await world.pledge("--vault", "list", "status");
    expect(ran.exitCode).toBe(4);
    expect(ran.stderr).toContain("there is no vault in list");
  });

  it("explains a command by help and by --help alike, with examples", async () => {
    const world = await testWorld();
    const asked = await world.pledge("help", "letter", "start");
    expect(asked.stdout).toContain("$ pledge letter start employer-demands");
    expect(asked.stdout).toBe((await world.pledge("letter", "start", "--help")).stdout);
  });

  it("has no group with options, which it would take from its commands and do nothing with", async () => {
    const groups = commandsOf(await commandTree())
      .slice(1)
      .filter(({ commands }) => commands.length > 0);
    expect(groups.length).toBeGreaterThan(5);
    for (const group of groups)
      expect(
        group.options.map(({ long }) => long),
        pathOf(group).join(" "),
      ).toEqual([]);
  });

  it("prints the help of a group without a command on stderr", async () => {
    const ran = await (await testWorld()).pledge("letter");
    expect(ran).toMatchObject({ exitCode: 2, stdout: "" });
    expect(ran.stderr).toContain("preview <name>");
  });
});
