/** `pledge` alone on a terminal: a menu over the commands. */
import { describe, expect, it } from "vitest";

import { nobody } from "../../support/scripted-terminal.ts";
import { testWorld } from "../../support/world.ts";

const begun = async () => {
  const world = await testWorld();
  await world.init();
  world.onTerminal(true);
  return world;
};

describe("the menu", () => {
  it("runs what is chosen, says how it is typed, and comes back", async () => {
    const world = await begun();
    const file = world.file("list.csv", "Name,Dept\nAna,cloud\n");
    world.answers([
      "Lists, and records that are there twice",
      "Take in a list: CSV, vCard or JSON",
      file,
      "yes, all of it",
      true,
      "See how ready you are",
      "Leave",
    ]);
    const { stdout, exitCode } = await world.pledge();
    expect(exitCode).toBe(0);
    expect(stdout).toContain("1 person added");
    expect(stdout).toContain("as of");
    expect(world.said()).toContain(`The same, typed: pledge import ${file}`);
    expect(world.said()).toContain("The same, typed: pledge status");
    expect(world.questions().filter((one) => one === "What next?")).toHaveLength(3);
    expect(world.said().at(-1)).toBe("(the screen is emptied)");
  });

  it("fits on a screen, with room for the question and its help", async () => {
    const world = await begun();
    world.answers(["Leave"]);
    await world.pledge();
    expect(world.offered().length).toBeLessThanOrEqual(18);
    expect(world.offered().every((label) => label.length <= 70)).toBe(true);
  });

  it("begins with a vault where there is none, and goes on with it", async () => {
    const world = await testWorld();
    world.onTerminal(true);
    world.answers(["See every command", "^C"]);
    const { stdout, exitCode } = await world.pledge();
    expect(world.offered()[0]).toBe("Begin: make a vault for a campaign");
    expect(stdout).toContain("Every day:");
    expect(exitCode).toBe(0);
  });

  it("goes back from a list of choices and from a question", async () => {
    const world = await begun();
    world.answers([
      "The letter",
      "Back",
      "Keep the vault safe",
      "Copy the whole vault into one file",
      "",
      "Leave",
    ]);
    const { exitCode } = await world.pledge();
    expect(exitCode).toBe(0);
    expect(world.said().filter((one) => one.startsWith("The same"))).toEqual([]);
  });

  it("locks when nobody is there", async () => {
    const world = await begun();
    world.answers([nobody, "", "Leave"]);
    expect((await world.pledge()).exitCode).toBe(0);
    expect(world.said()).toContain(
      "Locked, since no key was pressed for ten minutes. What was not finished is not kept.",
    );
  });

  it("is the help where there is nobody to choose", async () => {
    const world = await begun();
    expect((await world.pledge()).stdout).toContain("Usage: pledge");
    world.answers(["Leave"]);
    expect((await world.pledge("--no-input")).stdout).toContain("Usage: pledge");
    expect(JSON.parse((await world.pledge("--json")).stdout)).toMatchObject({ v: 1 });
    world.onTerminal(false);
    expect((await world.pledge()).stdout).toContain("Usage: pledge");
  });
});
