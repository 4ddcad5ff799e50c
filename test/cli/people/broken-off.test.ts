/** Ctrl-C at every question about people: the vault is as it was before. */
import { describe, expect, it } from "vitest";

import type { Answer } from "../../support/scripted-terminal.ts";
import type { TestWorld } from "../../support/world.ts";
import { ready } from "./pledge-states.ts";

/** Everything that the vault knows of people. */
const whole = (world: TestWorld): Promise<string> =>
  world.inVault((vault) =>
    JSON.stringify([
      vault.people
        .summaries()
        .map((summary) => [
          summary,
          vault.people.assessments(summary.person.id),
          vault.pledges.history(summary.person.id),
          vault.letters.signaturesOf(summary.person.id),
        ]),
      vault.imports.last(),
      vault.campaign.get(),
    ]),
  );

type Flow = (world: TestWorld) => readonly [command: readonly string[], answers: readonly Answer[]];

const list = "Wer,Wo\nAna,Oslo\n";

const flows: Readonly<Record<string, Flow>> = {
  "adding somebody": () => [["add"], ["Bo Doe", "", ["sign"], "", ""]],
  "adding somebody of whom more is known": () => [
    ["add"],
    ["Bo Doe +", "", ["sign"], "", "", "", "", "", "", "", ""],
  ],
  "changing somebody": () => [
    ["edit", "heron"],
    ["name: Ana Gómez", "Ana Doe", "save and leave"],
  ],
  "choosing somebody to change": () => [
    ["edit"],
    ["kim", "name: Kim Roe", "Kim Doe", "save and leave"],
  ],
  "assessing somebody": () => [
    ["assess", "heron"],
    ["will act", ""],
  ],
  "taking pledges back": () => [["withdraw", "heron"], [true]],
  "choosing a pledge that is taken back": () => [["withdraw"], ["ana", "walk out", true]],
  "choosing a pledge that was kept": () => [["done", "heron"], ["sign"]],
  "choosing a pledge that lapsed": () => [["lapse", "heron"], ["sign"]],
  "forgetting somebody": () => [["forget", "heron"], [true]],
  "letting all pledges of an action lapse": () => [
    ["lapse", "--action", "sign", "--before", "2026-11-22"],
    [true],
  ],
  "taking a list in": (world) => [
    ["import", world.file("list.csv", list)],
    ["Wer: passed over", "Wo: passed over", "site", "yes, all of it", true],
  ],
};

const questionsOf = async (flow: Flow): Promise<number> => {
  const { world } = await ready();
  const before = await whole(world);
  const [command, answers] = flow(world);
  // An empty name ends a round of them.
  world.answers([...answers, ...(command[0] === "add" ? [""] : [])]);
  const { exitCode, stderr } = await world.pledge(...command);
  if (exitCode !== 0) throw new Error(`${stderr}\n${world.questions().join("\n")}`);
  // A flow that changes nothing would prove nothing.
  expect(await whole(world)).not.toBe(before);
  return world.questions().length - (command[0] === "add" ? 1 : 0);
};

describe.each(Object.entries(flows))("%s", (_, flow) => {
  it("changes nothing when it is broken off, whatever the question", async () => {
    const questions = await questionsOf(flow);
    expect(questions).toBeGreaterThan(0);
    for (let at = 0; at < questions; at += 1) {
      const { world } = await ready();
      const before = await whole(world);
      const [command, answers] = flow(world);
      world.answers([...answers.slice(0, at), "^C"]);
      const { exitCode } = await world.pledge(...command);
      expect(exitCode).toBe(130);
      expect(world.questions()).toHaveLength(at + 1);
      expect(await whole(world)).toBe(before);
    }
  });
});

describe("taking the last list back", () => {
  it("changes nothing when it is broken off", async () => {
    const { world } = await ready();
    await world.pledge("import", world.file("list.csv", "Name,Team\nBo,cloud\n"), "--yes");
    const before = await whole(world);
    world.answers(["^C"]);
    expect((await world.pledge("undo")).exitCode).toBe(130);
    expect(await whole(world)).toBe(before);
  });
});
