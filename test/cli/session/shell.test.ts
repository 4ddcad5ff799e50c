/** `pledge shell`: many commands on one unlock, and nothing left when nobody is there. */
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { nobody } from "../../support/scripted-terminal.ts";
import { passphrase, testWorld } from "../../support/world.ts";
import type { Answer } from "../../support/scripted-terminal.ts";

const emptied = "(the screen is emptied)";

const begun = async () => {
  const world = await testWorld();
  await world.init();
  const shell = (...answers: readonly Answer[]) => {
    world.answers(answers);
    return world.pledge("shell");
  };
  return { world, shell };
};

describe("a shell", () => {
  it("runs commands as they are typed alone, on one unlock", async () => {
    const { world, shell } = await begun();
    const list = world.file("two people.json", '[{"name":"Ana","actions":["sign"]},{"name":"Bo"}]');
    const { stdout, stderr, exitCode } = await shell(
      `add --from "${list}"`,
      "pledge list",
      "status --json",
      "nonsense",
      "",
      "exit",
    );
    expect(stdout).toContain("2 people added.");
    expect(stdout).toMatch(/Ana.*sign/u);
    expect(stdout).toContain('"v":1');
    expect(stderr).toContain("unknown command 'nonsense'");
    expect(exitCode).toBe(0);
    expect(world.said().at(-1)).toBe(emptied);
    expect((await world.pledge("list")).stdout).toContain("Ana");
  });

  it("goes on after a command that was broken off, and ends at Ctrl-D", async () => {
    const { shell, world } = await begun();
    const { stderr, stdout, exitCode } = await shell("add", "^C", "status", "^C");
    expect(stderr).toContain("stopped; what was not finished is not kept");
    expect(stdout).toContain("as of");
    expect(exitCode).toBe(0);
    expect(world.said().at(-1)).toBe(emptied);
  });

  it("locks when nobody is there, forgets the lines, and opens again for who comes back", async () => {
    const { shell, world } = await begun();
    const { exitCode } = await shell("status", nobody, "", "<Up>", "list", "exit");
    expect(exitCode).toBe(0);
    expect(world.said()).toContain(
      "Locked, since no key was pressed for ten minutes. What was not finished is not kept.",
    );
    // The line that the arrow key brings back is none: all were forgotten.
    expect(world.questions().filter((one) => one === "pledge> ")).toHaveLength(5);
    expect(world.said().filter((one) => one === emptied)).toHaveLength(2);
  });

  it("locks at a question of a command too, and keeps nothing of it", async () => {
    const { shell, world } = await begun();
    const { stdout } = await shell("add", "Ana", nobody, "", "list", "exit");
    expect(stdout).toContain("Nobody is recorded yet");
    expect(world.said()).toContain(emptied);
  });

  it("may be left once it is locked", async () => {
    const { shell, world } = await begun();
    expect((await shell(nobody, "^C")).exitCode).toBe(0);
    expect(world.questions().at(-1)).toBe("Enter goes on, Ctrl-D leaves");
  });

  it("runs nothing of a line with an open quotation mark", async () => {
    const { shell, world } = await begun();
    const { stdout } = await shell('status "', "exit");
    expect(stdout).toBe("");
    expect(world.said().some((one) => one.startsWith("A quotation mark is not closed"))).toBe(true);
  });

  it("brings the last line back", async () => {
    const { shell } = await begun();
    const { stdout } = await shell("status", "<Up>", "exit");
    expect(stdout.match(/as of/gu)).toHaveLength(2);
  });

  it("completes commands, options and fixed words, and nobody's name", async () => {
    const { world, shell } = await begun();
    await world.pledge("add", "--from", world.file("a.json", '{"name":"Ana","alias":"heron"}'));
    await shell(
      "li<Tab>",
      "letter <Tab>",
      "list --so<Tab>",
      "list --sort <Tab>",
      "show <Tab>",
      "exit",
    );
    const offered = world.offered();
    expect(offered).toEqual(expect.arrayContaining(["list", "freeze", "--sort", "stand"]));
    expect(offered.join(" ")).not.toMatch(/Ana|heron/u);
  });

  it("is not opened inside of itself, and the menu is not either", async () => {
    const { shell } = await begun();
    const { stderr, exitCode } = await shell("shell", "exit");
    expect(stderr).toContain("you are in a shell of pledge already");
    expect(exitCode).toBe(0);
  });

  it("keeps no passphrase: what needs it asks again", async () => {
    const { shell, world } = await begun();
    const { stdout } = await shell(`backup ${world.folder}/copy`, passphrase, "list", "exit");
    expect(world.questions().filter((one) => one === "Passphrase of the vault")).toHaveLength(1);
    expect(existsSync(`${world.folder}/copy`)).toBe(true);
    expect(stdout).toContain("Nobody is recorded yet");
  });

  it("goes on with a new passphrase, without asking for it again", async () => {
    const { shell, world } = await begun();
    const fresh = "another passphrase of six words";
    const { stdout, stderr, exitCode } = await shell(
      "passphrase change",
      passphrase,
      "a passphrase of my own",
      fresh,
      fresh,
      "list",
      "exit",
    );
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining("Copies and backups")]);
    expect(stdout).toContain("Nobody is recorded yet");
    expect(world.questions().filter((one) => one.startsWith("Passphrase"))).toHaveLength(1);
    expect((await world.pledge("list")).exitCode).toBe(3);
  });

  it("is for a person at a terminal", async () => {
    const { world } = await begun();
    expect(await world.pledge("shell")).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("no terminal"),
    });
    expect(await world.pledge("shell", "--json")).toMatchObject({ exitCode: 2 });
    const nowhere = await testWorld();
    nowhere.answers(["exit"]);
    expect((await nowhere.pledge("shell")).stderr).toContain("there is no vault");
  });

  it("works on the vault that it was opened on, and on another one only with its passphrase", async () => {
    const { world, shell } = await begun();
    const { stderr } = await shell("--vault /nowhere list", "exit");
    expect(stderr).toContain("no vault");
    expect(world.questions().filter((one) => one.startsWith("Passphrase"))).toHaveLength(0);
  });
});
