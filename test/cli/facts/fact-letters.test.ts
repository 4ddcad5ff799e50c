/** Facts in letters: chosen when one is started, changed by editing, gone from drafts when they are erased. */
import { beforeEach, describe, expect, it } from "vitest";

import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

const facts = [
  {
    key: "minutes",
    claim: "The company runs the camera archive of the Riverton police",
    source: "Riverton city council, minutes",
    date: "2026-03-03",
    known: "public",
  },
  {
    key: "report",
    claim: "It sold 300 licences",
    source: "Annual report",
    date: "2025-12-31",
    known: "public",
  },
  {
    key: "notes",
    claim: "Agents have a dashboard",
    source: "On-call notes",
    date: "2026-09-01",
    known: "work",
  },
];

const minutesText = [
  "The company runs the camera archive of the Riverton police (1).",
  "Sources:\n\n1. Riverton city council, minutes, 3 March 2026.",
] as const;

let world: TestWorld;

beforeEach(async () => {
  world = await testWorld();
  await world.init();
  await world.pledge("fact", "add", "--from", world.file("facts.json", JSON.stringify(facts)));
});

const start = (...more: readonly string[]) =>
  world.pledge("letter", "start", "employer-demands", "--name", "first", ...more);
const answers = (content: unknown): string => world.file("answers.json", JSON.stringify(content));
const preview = async (): Promise<string> =>
  (await world.pledge("letter", "preview", "first")).stdout;
const shown = () => world.inVault((vault) => vault.letters.all().map((letter) => letter.facts));

describe("a letter that is started on a terminal", () => {
  it("offers every fact that may be said, with its number and its source in the letter", async () => {
    world.answers([["minutes"], "", "", "", "", "", "", "", ""]);
    expect((await start()).exitCode).toBe(0);
    expect(world.questions()).toHaveLength(8);
    expect(world.questions()[0]).toBe("Which facts shall the letter show? (none is fine)");
    expect(world.said()[1]).toBe(
      '1 fact is known only from work and not offered: "pledge fact let-through KEY".',
    );
    expect(await shown()).toEqual([["minutes"]]);
    for (const text of minutesText) expect(await preview()).toContain(text);
  });

  it("forces none: Enter takes none", async () => {
    world.answers(Array.from({ length: 10 }, () => ""));
    await start();
    expect(await shown()).toEqual([[]]);
    expect(await preview()).not.toContain("Riverton");
  });

  it("does not offer what is known only from work before somebody let it through", async () => {
    world.answers([["notes"]]);
    expect((await start("--debug")).stderr).toContain("not notes");
    await world.pledge("fact", "let-through", "notes", "--yes");
    world.answers([["minutes", "notes"], "", "", "", "", "", "", "", ""]);
    await start();
    expect(await shown()).toEqual([["minutes", "notes"]]);
  });
});

describe("a letter that is started from a file", () => {
  it("takes the facts that the file names, in its order", async () => {
    const started = await start(
      "--from",
      answers({ facts: ["report", "minutes", "report"] }),
      "--json",
    );
    expect(JSON.parse(started.stdout)).toMatchObject({ letter: { facts: ["report", "minutes"] } });
    expect(await preview()).toContain("It sold 300 licences (1). The");
    expect(await preview()).toContain("1. Annual report, 31 December 2025.\n2. Riverton");
  });

  it.each([
    ["a fact that is not there", ["nobody"], 2, "there is no fact of that key"],
    ["one that no letter may say", ["minutes", "notes"], 1, "notes is known only from work"],
    ["what is no key", [7], 5, '"facts" should be text'],
  ])("refuses %s before anything is kept", async (_, keys, exitCode, message) => {
    const ran = await start("--from", answers({ facts: keys }), "--no-input");
    expect(ran).toMatchObject({ exitCode, stdout: "" });
    expect(ran.stderr).toContain(message);
    expect(await shown()).toEqual([]);
  });
});

describe("a letter that is edited", () => {
  it("shows other facts, and becomes a draft again where its text was fixed", async () => {
    await start("--from", answers({ facts: ["minutes"] }), "--no-input");
    await world.pledge("letter", "freeze", "first", "--yes");
    world.answers(["facts of the campaign: minutes", ["report"], "nothing more", true]);
    const edited = await world.pledge("letter", "edit", "first");
    expect(edited.stdout).toContain("first is changed and a draft again");
    expect(await shown()).toEqual([["report"]]);
    expect(
      JSON.parse(
        (await world.pledge("letter", "edit", "first", "--json", "--from", answers({ facts: [] })))
          .stdout,
      ),
    ).toMatchObject({ changed: true, letter: { facts: [] } });
    expect(await preview()).not.toContain("licences");
  });
});

describe("pledge fact remove", () => {
  it("takes it from every draft, leaves fixed texts as they are, and out of the file", async () => {
    await start("--from", answers({ facts: ["minutes", "report"] }), "--no-input");
    await world.pledge("letter", "freeze", "first", "--yes");
    const fixed = await preview();
    const more = ["letter", "start", "employer-demands", "--name", "second", "--no-input"] as const;
    await world.pledge(...more, "--from", answers({ facts: ["minutes"] }));
    expect(await world.transcript("fact", "remove", "minutes", "--yes")).toMatchInlineSnapshot(`
      "$ pledge fact remove minutes --yes
      minutes is erased. These drafts show it no more: second. Fixed letters keep what they say.
      [exit 0]"
    `);
    expect(await shown()).toEqual([["report"], []]);
    expect(await preview()).toBe(fixed);
    // What stays outside the text may still change without the fact.
    const place = await world.pledge(
      "letter",
      "edit",
      "first",
      "--from",
      answers({ place: "Riverton" }),
    );
    expect(place.stdout).toBe("first is changed.\n");
  });

  it("asks first", async () => {
    world.answers([false]);
    expect((await world.pledge("fact", "remove", "minutes")).exitCode).toBe(1);
    expect((await world.pledge("fact", "remove", "minutes")).exitCode).toBe(2);
    expect(await world.inVault((vault) => vault.facts.all())).toHaveLength(3);
  });
});
