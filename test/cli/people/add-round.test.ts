import { describe, expect, it } from "vitest";

import { freezeLetter, idsOf } from "../../support/sample-people.ts";
import { testWorld } from "../../support/world.ts";

describe("a round of people at the terminal", () => {
  it("asks whether the same name in the same team is the same person, and adds to what she said", async () => {
    const world = await testWorld();
    await world.init();
    world.answers([
      "Ana Gómez",
      "cloud",
      ["sign"],
      "",
      "named",
      "ana gómez",
      "",
      true,
      ["strike"],
      "30%",
      "",
      "",
    ]);
    const { stdout } = await world.pledge("add");
    expect(stdout).toBe("1 person added, 1 person updated.\n");
    const { "Ana Gómez": id } = await idsOf(world);
    expect(world.questions()).toContain(
      `Ana Gómez in Cloud is here already (${id}, sign). The same person?`,
    );
    expect(world.questions()).toContain("What is new, or has changed?");
    const [whole] = await world.inVault((vault) => vault.people.summaries());
    expect(whole?.pledges.map(({ action, display }) => [action, display])).toEqual([
      ["sign", "named"],
      ["strike", "named"],
    ]);
  });

  it("adds a second person of that name when it is not the same one, and tells the two apart afterwards", async () => {
    const world = await testWorld();
    await world.init();
    world.answers([
      "Ana",
      "",
      ["sign"],
      "",
      "",
      "Ana",
      "",
      false,
      [],
      "Ana",
      "",
      "somebody else of the same name",
      [],
      "",
    ]);
    expect((await world.pledge("add")).stdout).toBe("3 people added.\n");
    expect(world.questions()).toContain("Ana is here already. Which one is it?");
  });

  it("loses nobody who was kept to a later Ctrl-C, and keeps nothing of the person it came in", async () => {
    const world = await testWorld();
    await world.init();
    world.answers(["Ana", "", ["sign"], "", "", "Bo", "", ["sign"], "^C"]);
    expect(await world.transcript("add")).toMatchInlineSnapshot(`
      "$ pledge add
      ! pledge: stopped; what was not finished is not kept
      [exit 130]"
    `);
    expect(Object.keys(await idsOf(world))).toEqual(["Ana"]);
  });

  it("says once, when somebody first refuses a part of the work, that this is generally not protected", async () => {
    const world = await testWorld();
    await world.init();
    const warned = (): number =>
      world.said().filter((line) => line.includes("not protected by law")).length;
    world.answers(["Ana", "", ["sign"], "", "", ""]);
    await world.pledge("add");
    expect(warned()).toBe(0);
    world.answers(["Bo", "", ["refuse"], "", "", "Cy", "", ["refuse"], "", "", ""]);
    await world.pledge("add");
    world.answers(["Di", "", ["refuse"], "", "", ""]);
    await world.pledge("add");
    expect(warned()).toBe(1);
  });

  it("puts a new yes under the text that is fixed, and leaves an earlier one to be confirmed", async () => {
    const world = await testWorld();
    await world.init();
    world.answers(["Ana", "", ["sign"], "", "", ""]);
    await world.pledge("add");
    await freezeLetter(world);
    world.answers(["Ana", "", true, ["sign"], "", "", "Bo", "", ["sign"], "", "", ""]);
    await world.pledge("add");
    const { Ana, Bo } = await idsOf(world);
    const signed = await world.inVault((vault) =>
      [Ana, Bo].map((id) => vault.letters.signaturesOf(id as never).length),
    );
    expect(signed).toEqual([0, 1]);
    expect(world.said()).toContain(
      `To put this signature under the text that is fixed now: pledge confirm ${Ana}`,
    );
  });

  it("prints one document under --json, and answers whether it is the same person by --yes", async () => {
    const world = await testWorld();
    await world.init();
    world.answers(["Ana", "", [], "Ana", "", ["sign"], "", "", ""]);
    const { stdout, stderr } = await world.pledge("add", "--json", "--yes");
    const { Ana } = await idsOf(world);
    expect(JSON.parse(stdout)).toEqual({
      v: 1,
      added: [{ id: Ana, code: expect.stringMatching(/^[0-9A-Z-]{19}$/u) }],
      updated: [{ id: Ana }],
    });
    expect(stderr).toBe("");
    expect(world.said()[0]).toMatch(/^One person after another/u);
  });

  it("names --from where there is no terminal, and under --no-input", async () => {
    const world = await testWorld();
    await world.init();
    expect(await world.transcript("add")).toMatchInlineSnapshot(`
      "$ pledge add
      ! pledge: error: this would ask a question, and there is no terminal to ask it on
      ! pledge: hint: use --from FILE
      [exit 2]"
    `);
    world.answers(["Ana"]);
    expect((await world.pledge("add", "--no-input")).exitCode).toBe(2);
  });
});
