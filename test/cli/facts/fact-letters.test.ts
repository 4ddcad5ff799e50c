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

const minutesText =
  "The company runs the camera archive of the Riverton police (Riverton city\ncouncil, minutes, 3 March 2026).";

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
  it("offers every fact that may be said, and then asks no question of its own about facts", async () => {
    world.answers([["minutes"], "", "", "", "", "", "", ""]);
    expect((await start()).exitCode).toBe(0);
    // As many as without the campaign's facts: one takes the place of the other.
    expect(world.questions()).toHaveLength(8);
    expect(world.questions()[0]).toBe("Which facts shall the letter show? (none is fine)");
    expect(world.questions()).not.toContain("facts (Enter leaves it out)");
    expect(world.said()[1]).toBe(
      '1 fact is known only from work and not offered: "pledge fact let-through KEY".',
    );
    expect(await shown()).toEqual([["minutes"]]);
    expect(await preview()).toContain(minutesText);
  });

  it("forces none: Enter takes none, and the template asks as ever", async () => {
    world.answers(Array.from({ length: 10 }, () => ""));
    await start();
    expect(world.questions()).toContain("facts (Enter leaves it out)");
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
  it("takes the facts that the file names, beside text of its own", async () => {
    const started = await start(
      "--from",
      answers({ facts: ["report", "minutes", "report"] }),
      "--json",
    );
    expect(JSON.parse(started.stdout)).toMatchObject({ letter: { facts: ["report", "minutes"] } });
    expect(await preview()).toContain(
      "It sold 300 licences (Annual report, 31 December 2025). The",
    );
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
