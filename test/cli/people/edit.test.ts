import { describe, expect, it } from "vitest";

import { freezeLetter, withSamplePeople } from "../../support/sample-people.ts";
import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

const shown = async (world: TestWorld, reference = "heron"): Promise<Record<string, unknown>> =>
  (
    JSON.parse((await world.pledge("show", reference, "--json")).stdout) as {
      readonly person: Record<string, unknown>;
    }
  ).person;

const editFrom = (world: TestWorld, changes: unknown, reference = "heron"): Promise<string> =>
  world.transcript(
    "edit",
    reference,
    "--from",
    world.file("changes.json", JSON.stringify(changes)),
  );

describe("editing a person at the terminal", () => {
  it("asks what to change, one question each, until it is saved", async () => {
    const world = await testWorld();
    await withSamplePeople(world);
    world.answers([
      "name",
      "Ana G.",
      "team",
      "Ads",
      "role",
      "-",
      "counts",
      "perhaps a supervisor (not counted)",
      "save",
    ]);
    expect(await world.transcript("edit", "heron")).toMatchInlineSnapshot(`
      "$ pledge edit heron
      Ana G. is changed.
      [exit 0]"
    `);
    expect(world.questions()).toEqual([
      "What to change?",
      "Name (Enter keeps it)",
      "What else to change?",
      "Team",
      "What else to change?",
      "Role or job title (Enter keeps it, - takes it away)",
      "What else to change?",
      "Who are they to the campaign?",
      "What else to change?",
    ]);
    const person = await shown(world);
    expect(person).toMatchObject({ name: "Ana G.", team: "ads", supervisor: "unsure" });
    expect(person).not.toHaveProperty("role");
  });

  it("takes back what is unticked, adds what is ticked, and leaves the rest as it was", async () => {
    const world = await testWorld();
    await withSamplePeople(world);
    await freezeLetter(world);
    await world.pledge("confirm", "heron");
    world.answers(["pledges", ["sign", "strike"], "40%", "save"]);
    await world.pledge("edit", "heron");
    expect((await shown(world))["pledges"]).toEqual([
      { action: "sign", state: "confirmed", atLeast: null, display: "named", since: "2026-11-22" },
      {
        action: "strike",
        state: "pledged",
        atLeast: null,
        atLeastPercent: 40,
        display: "named",
        since: "2026-11-22",
      },
      { action: "walkout", state: "withdrawn", atLeast: 30, display: "named", since: "2026-11-22" },
    ]);
  });

  it("changes one condition, and how the letter shows them, for all that stands", async () => {
    const world = await testWorld();
    await withSamplePeople(world);
    world.answers(["condition", "walkout", "5 team", "display", "role", "save"]);
    await world.pledge("edit", "heron");
    expect((await shown(world))["pledges"]).toEqual([
      { action: "sign", state: "pledged", atLeast: null, display: "role", since: "2026-11-20" },
      {
        action: "walkout",
        state: "pledged",
        atLeast: null,
        atLeastInTeam: 5,
        display: "role",
        since: "2026-11-22",
      },
    ]);
  });

  it("does not take a corrected condition for a signature under a text that was fixed since", async () => {
    const world = await testWorld();
    await withSamplePeople(world);
    await freezeLetter(world);
    world.answers(["condition", "sign", "20", "save"]);
    await world.pledge("edit", "heron");
    expect(await shown(world)).toMatchObject({
      actions: [
        { action: "sign", atLeast: 20 },
        { action: "walkout", atLeast: 30 },
      ],
      signatures: [],
    });
  });

  it("adds and takes away contacts, and keeps a note or an alias that nobody touches", async () => {
    const world = await testWorld();
    await withSamplePeople(world);
    world.answers([
      "more",
      "contacts",
      "add one",
      "e-mail, not the employer's",
      "ana@example.com",
      "contacts",
      "take away signal +15550100",
      "back",
      "stand",
      "undecided",
      "save",
    ]);
    await world.pledge("edit", "heron");
    expect(await shown(world)).toMatchObject({
      alias: "heron",
      contacts: [{ kind: "email", value: "ana@example.com" }],
      note: "Prefers mornings.\nHas met the press.",
      assessment: 3,
    });
  });

  it("refuses an alias that somebody has, and asks on", async () => {
    const world = await testWorld();
    const ids = await withSamplePeople(world);
    world.answers(["alias", "Night Heron", "heron", "save"]);
    expect((await world.pledge("edit", String(ids["Kim Roe"]))).stdout).toBe(
      "Nothing was changed.\n",
    );
    expect(world.said()).toEqual([
      "It should be lower-case letters, digits and single hyphens between them, and not too long.",
      "Somebody else has this alias.",
    ]);
  });

  it("keeps nothing when Ctrl-C ends it, and says so when nothing was changed", async () => {
    const world = await testWorld();
    await withSamplePeople(world);
    const before = await shown(world);
    world.answers(["name", "Somebody else", "note", "^C"]);
    expect((await world.pledge("edit", "heron")).exitCode).toBe(130);
    world.answers(["save"]);
    expect(await world.transcript("edit", "heron")).toMatchInlineSnapshot(`
      "$ pledge edit heron
      Nothing was changed.
      [exit 0]"
    `);
    expect(await shown(world)).toEqual(before);
  });

  it("names --from where there is no terminal", async () => {
    const world = await testWorld();
    await withSamplePeople(world);
    expect(await world.transcript("edit", "heron")).toMatchInlineSnapshot(`
      "$ pledge edit heron
      ! pledge: error: this would ask a question, and there is no terminal to ask it on
      ! pledge: hint: use --from FILE
      [exit 2]"
    `);
  });
});

describe("editing a person from a file", () => {
  it("changes what the file names, takes away what it calls null, and leaves the rest", async () => {
    const world = await testWorld();
    await withSamplePeople(world);
    const before = await shown(world);
    expect(await editFrom(world, { role: "Staff SRE", note: null, actions: ["refuse"] }))
      .toMatchInlineSnapshot(`
        "$ pledge edit heron --from ~/changes.json
        Ana Gómez is changed.
        [exit 0]"
      `);
    const { note: _, ...rest } = before;
    expect(await shown(world)).toMatchObject({
      ...rest,
      role: "Staff SRE",
      actions: ["refuse", "sign", { action: "walkout", atLeast: 30 }],
      display: "counted",
      pledges: expect.any(Array),
      history: expect.any(Array),
    });
    expect(await shown(world)).not.toHaveProperty("note");
  });

  it("refuses an id or a code that is somebody else's", async () => {
    const world = await testWorld();
    const ids = await withSamplePeople(world);
    const { code } = await shown(world, String(ids["Kim Roe"]));
    expect(await editFrom(world, { id: ids["Kim Roe"], role: "x" })).toContain(
      '"id" is not that of the person named in the command',
    );
    expect(await editFrom(world, { code, role: "x" })).toContain(
      '"code" is not the code that this person has',
    );
    expect((await shown(world))["role"]).toBe("SRE");
  });

  it.each([
    ["a list", [{ role: "x" }]],
    ["a text", "x"],
    ["an unknown member", { starSign: "crab" }],
    ["a name that is taken away", { name: null }],
  ])("refuses %s and changes nothing", async (_, changes) => {
    const world = await testWorld();
    await withSamplePeople(world);
    const before = await shown(world);
    expect(await editFrom(world, changes)).toMatch(
      /\n! pledge: error: this cannot be recorded: .+\n! pledge: hint: .+\n\[exit 5\]$/u,
    );
    expect(await shown(world)).toEqual(before);
  });
});
