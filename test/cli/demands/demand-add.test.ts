/** `pledge demand add`: a demand of one's own, from questions or a file. */
import { beforeEach, describe, expect, it } from "vitest";

import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

const drones = {
  title: "No drones for the police",
  ask: "Sell no drones to police departments.",
  satisfiedBy: "every such order is cancelled.",
  withinDays: 60,
  why: "What we build to find lost hikers is used to watch demonstrations.",
  objection: { expect: "Somebody else will.", answer: "Then they answer for it." },
};

const answers = [
  drones.title,
  drones.ask,
  drones.satisfiedBy,
  "60",
  drones.why,
  drones.objection.expect,
  drones.objection.answer,
];

let world: TestWorld;

beforeEach(async () => {
  world = await testWorld();
  await world.init({ demands: ["drop-contracts", "stronger-encryption"] });
});

const file = (content: unknown): string => world.file("demand.json", JSON.stringify(content));

const documentOf = async (...args: readonly string[]): Promise<unknown> => {
  const ran = await world.pledge(...args, "--json");
  return JSON.parse(ran.exitCode === 0 ? ran.stdout : ran.stderr) as unknown;
};

describe("pledge demand add", () => {
  it("asks seven questions, each with an example, and makes the key from the title", async () => {
    world.answers(answers);
    expect(await world.transcript("demand", "add")).toMatchInlineSnapshot(`
      "$ pledge demand add
      no-drones-police is kept.
      ! Letters ask for it once the campaign does: "pledge campaign edit".
      [exit 0]"
    `);
    expect(world.questions()).toMatchInlineSnapshot(`
      [
        "title",
        "ask",
        "satisfied by",
        "days",
        "why",
        "objection",
        "answer",
      ]
    `);
    expect(world.said().slice(0, 2)).toMatchInlineSnapshot(`
      [
        "
      What is the demand called? A few words.
      For example: No drones for the police",
        "
      What must the company do? One sentence with one verb.
      For example: Sell no drones to police departments.",
      ]
    `);
    expect(await world.transcript("demand", "show", "no-drones-police")).toMatchInlineSnapshot(`
      "$ pledge demand show no-drones-police
      no-drones-police: No drones for the police

      Ask           Sell no drones to police departments.
      Satisfied by  every such order is cancelled.
      Within        60 days after the answer is due
      Why           What we build to find lost hikers is used to watch demonstrations.
      Objection     Somebody else will.
      Answer        Then they answer for it.
      Stands        open since the beginning
      [exit 0]"
    `);
  });

  it("keeps what a file says as the terminal would, and answers in one document", async () => {
    world.answers(answers);
    await world.pledge("demand", "add");
    expect(await documentOf("demand", "add", "--from", file(drones))).toEqual({
      v: 1,
      demand: { key: "no-drones-police-2" },
    });
    const [asked, filed] = await Promise.all(
      ["no-drones-police", "no-drones-police-2"].map(
        async (key) => (await documentOf("demand", "show", key)) as { readonly demand: object },
      ),
    );
    expect(filed).toEqual({
      ...asked,
      demand: { ...asked?.demand, key: "no-drones-police-2" },
    });
    expect(asked).toMatchObject({
      demand: { ...drones, sources: [] },
      origin: "own",
      inCampaign: false,
      changes: [],
    });
  });

  it("is found by the campaign, by letters and by the menu of the campaign", async () => {
    await world.pledge("demand", "add", "--from", file({ ...drones, key: "drones" }));
    world.answers(["demands: drop-contracts, stronger-encryption", ["No drones for the police"]]);
    world.answers(["save"]);
    expect(await world.pledge("campaign", "edit")).toMatchObject({ exitCode: 0, stderr: "" });
    const campaign = world.file("change.json", '{"demands":["stronger-encryption","drones"]}');
    expect(await world.pledge("campaign", "edit", "--from", campaign)).toMatchObject({
      exitCode: 0,
    });
    await world.pledge("letter", "start", "employer-demands", "--no-input");
    const { stdout } = await world.pledge("letter", "preview", "employer-demands");
    expect(stdout).toContain("2. Sell no drones to police departments. By");
  });

  it.each([
    [
      "a text in two faults",
      { ...drones, ask: "", why: "\u001B[2J" },
      /"ask" is empty; "why" holds U\+001B/u,
    ],
    ["a missing text", { ...drones, satisfiedBy: undefined }, /"satisfiedBy" is missing/u],
    [
      "a member of its own",
      { ...drones, author: "Sample Person" },
      /it has a member that is not known here/u,
    ],
    ["too many days", { ...drones, withinDays: 3651 }, /"withinDays" should be 3,650 at most/u],
    [
      "a source without a day",
      { ...drones, sources: [{ claim: "a", source: "b", date: "May" }] },
      /"date" in entry 1 of "sources" should be a day/u,
    ],
    ["a key with capitals", { ...drones, key: "Drones" }, /"key" should be lower-case/u],
    ["a list", [drones], /it should be an object/u],
  ])("refuses %s and keeps nothing", async (_, content, message) => {
    const ran = await world.pledge("demand", "add", "--from", file(content));
    expect(ran).toMatchObject({ exitCode: 5, stdout: "" });
    expect(ran.stderr).toMatch(message);
    expect(ran.stderr).not.toMatch(/author|Sample|May/u);
    expect(await world.inVault((vault) => vault.demands.own())).toEqual([]);
  });

  it("keeps nothing when it is left with Ctrl-C, and says what to use without a terminal", async () => {
    world.answers([drones.title, drones.ask, "^C"]);
    expect(await world.pledge("demand", "add")).toMatchObject({ exitCode: 130 });
    expect(await world.inVault((vault) => vault.demands.own())).toEqual([]);
    const ran = await world.pledge("demand", "add");
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).toContain("--from FILE");
  });

  it("refuses the key of one that is there, and takes one of the package's for a copy", async () => {
    await world.pledge("demand", "add", "--from", file({ ...drones, key: "drones" }));
    const again = await world.pledge("demand", "add", "--from", file({ ...drones, key: "drones" }));
    expect(again.exitCode).toBe(2);
    expect(again.stderr).toContain("pledge demand edit drones");
    await world.pledge("demand", "add", "--from", file({ ...drones, key: "drop-contracts" }));
    expect(await documentOf("demand", "show", "drop-contracts")).toMatchObject({
      origin: "changed",
      demand: { title: drones.title },
    });
  });
});
