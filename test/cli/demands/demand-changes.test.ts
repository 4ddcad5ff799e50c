/** Changing demands: other words, and away again. */
import { beforeEach, describe, expect, it } from "vitest";

import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";
import { freshCommittee } from "../committee/fresh-committee.ts";

let world: TestWorld;

beforeEach(async () => {
  world = await testWorld();
  await world.init({ demands: ["drop-contracts", "stronger-encryption"] });
});

const file = (content: unknown): string => world.file("demand.json", JSON.stringify(content));

const shown = async (key: string): Promise<{ readonly demand: object }> =>
  JSON.parse((await world.pledge("demand", "show", key, "--json")).stdout) as {
    readonly demand: object;
  };

const own = {
  key: "drones",
  title: "No drones",
  ask: "Sell no drones.",
  satisfiedBy: "every order is cancelled.",
  withinDays: 0,
  why: "They are used to watch demonstrations.",
  objection: { expect: "Somebody else will.", answer: "Not with our work." },
  sources: [{ claim: "A claim.", source: "Minutes", date: "2026-05-03" }],
};

describe("pledge demand edit", () => {
  it("puts a copy before the package's, changed only where it was told to", async () => {
    const before = await shown("drop-contracts");
    expect(
      await world.transcript(
        "demand",
        "edit",
        "drop-contracts",
        "--from",
        file({ withinDays: 30, objection: { answer: "So be it." } }),
      ),
    ).toMatchInlineSnapshot(`
      "$ pledge demand edit drop-contracts --from ~/demand.json
      drop-contracts is changed.
      ! Yours comes before the one that comes with pledge;
      ! "pledge demand remove drop-contracts" brings that one back.
      [exit 0]"
    `);
    const after = await shown("drop-contracts");
    expect(after).toEqual({
      ...before,
      origin: "changed",
      demand: {
        ...before.demand,
        withinDays: 30,
        objection: { ...(before.demand as typeof own).objection, answer: "So be it." },
      },
    });
  });

  it("offers on a terminal what the demand says, and Enter all along changes nothing", async () => {
    world.answers(["", "", "", "", "", "", ""]);
    expect(await world.pledge("demand", "edit", "drop-contracts")).toMatchObject({
      exitCode: 0,
      stdout: "drop-contracts stays as it was.\n",
    });
    expect(await world.inVault((vault) => vault.demands.own())).toEqual([]);
    world.answers(["", "End them all.", "", "10", "", "", ""]);
    await world.pledge("demand", "edit", "drop-contracts");
    expect(await shown("drop-contracts")).toMatchObject({
      demand: {
        ask: "End them all.",
        withinDays: 10,
        title: "Drop the contracts with law enforcement",
      },
    });
  });

  it("leaves fixed letters as they are, and says so; drafts change", async () => {
    for (const name of ["fixed", "draft"])
      await world.pledge("letter", "start", "employer-demands", "--name", name, "--no-input");
    await world.pledge("letter", "freeze", "fixed", "--yes");
    const { stdout: text } = await world.pledge("letter", "preview", "fixed");
    const edited = await world.pledge(
      "demand",
      "edit",
      "drop-contracts",
      "--from",
      file({ ask: "End them all." }),
    );
    expect(edited.stderr).toContain("Fixed letters keep what they say: fixed.");
    expect((await world.pledge("letter", "preview", "fixed")).stdout).toBe(text);
    expect((await world.pledge("letter", "preview", "draft")).stdout).toContain("End them all.");
  });

  it("refuses another key, and a demand that is not there", async () => {
    const renamed = await world.pledge(
      "demand",
      "edit",
      "drop-contracts",
      "--from",
      file({ key: "mine" }),
    );
    expect(renamed.exitCode).toBe(5);
    expect(renamed.stderr).toContain('"key" should be left out');
    const unknown = await world.pledge("demand", "edit", "mine", "--from", file({}));
    expect(unknown.exitCode).toBe(2);
    expect(unknown.stderr).toContain("pledge demand list");
  });
});

describe("pledge demand remove", () => {
  it("brings the package's back", async () => {
    await world.pledge("demand", "edit", "drop-contracts", "--from", file({ ask: "End them." }));
    world.answers([true]);
    expect(await world.pledge("demand", "remove", "drop-contracts")).toMatchObject({
      exitCode: 0,
      stdout: "drop-contracts is again as it comes with pledge.\n",
    });
    expect(await shown("drop-contracts")).toMatchObject({ origin: "package" });
  });

  it("is refused while the campaign or a draft asks for it, and for one of the package's", async () => {
    await world.pledge("demand", "add", "--from", file(own));
    await world.pledge(
      "campaign",
      "edit",
      "--from",
      world.file("change.json", '{"demands":["drones"]}'),
    );
    await world.pledge("letter", "start", "employer-demands", "--name", "first", "--no-input");
    expect(await world.transcript("demand", "remove", "drones", "--yes")).toMatchInlineSnapshot(`
      "$ pledge demand remove drones --yes
      ! pledge: error: it is still asked for: by the campaign and by the draft first
      ! pledge: hint: take it out with "pledge campaign edit"; then let the draft take the campaign's: "pledge letter edit first --demands"
      [exit 1]"
    `);
    await world.pledge(
      "campaign",
      "edit",
      "--from",
      world.file("change.json", '{"demands":["drop-contracts"]}'),
    );
    expect((await world.pledge("demand", "remove", "drones", "--yes")).exitCode).toBe(1);
    await world.pledge("letter", "edit", "first", "--demands", "--yes");
    expect(
      JSON.parse((await world.pledge("demand", "remove", "drones", "--yes", "--json")).stdout),
    ).toEqual({ v: 1, removed: { key: "drones" } });
    expect(await world.transcript("demand", "remove", "drop-contracts")).toMatchInlineSnapshot(`
      "$ pledge demand remove drop-contracts
      ! pledge: error: drop-contracts comes with pledge and stays as it is
      ! pledge: hint: take it out of the campaign with "pledge campaign edit", or word it anew with "pledge demand edit drop-contracts"
      [exit 1]"
    `);
  });

  it("asks first, and takes no for an answer", async () => {
    await world.pledge("demand", "add", "--from", file(own));
    world.answers([false]);
    expect((await world.pledge("demand", "remove", "drones")).exitCode).toBe(1);
    expect((await world.pledge("demand", "remove", "drones")).exitCode).toBe(2);
    expect(await shown("drones")).toMatchObject({ origin: "own" });
  });
});

describe("an own demand in a committee", () => {
  const member = freshCommittee({ founder: "rowan", joiners: ["heron"] });

  it("stays where it was written, and that is said", async () => {
    const rowan = member("rowan");
    const path = rowan.file("own.json", JSON.stringify(own));
    const added = await rowan.pledge("demand", "add", "--from", path);
    expect(added.stderr).toContain("Its text stays in this vault.");
  });
});
