/** `pledge fact`: what letters can show of the company's work, and what they may not say before somebody decided it. */
import { beforeEach, describe, expect, it } from "vitest";

import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

const minutes = {
  claim: "The company runs the camera archive of the Riverton police.",
  source: "Riverton city council, minutes",
  date: "2026-03-03",
  known: "public",
};
const notes = {
  key: "oncall-notes",
  claim: "Agents get a dashboard of their own",
  source: "Notes of the on-call team",
  date: "2026-09-01",
  known: "work",
};

let world: TestWorld;

beforeEach(async () => {
  world = await testWorld();
  await world.init();
});

const file = (content: unknown): string => world.file("facts.json", JSON.stringify(content));
const add = (content: unknown) => world.pledge("fact", "add", "--from", file(content));
const all = () => world.inVault((vault) => vault.facts.all());

describe("pledge fact add", () => {
  it("asks four questions and makes the key from the source and its year", async () => {
    world.answers([minutes.claim, minutes.source, "2026-11-23", "2026-03-03", "public"]);
    expect(await world.transcript("fact", "add")).toMatchInlineSnapshot(`
      "$ pledge fact add
      Kept: riverton-city-council-minutes-2026.
      [exit 0]"
    `);
    expect(world.questions()).toMatchInlineSnapshot(`
      [
        "What is the fact?",
        "Who says so, and in what? (such as: Riverton city council, minutes)",
        "Of which day is that? (YYYY-MM-DD)",
        "Of which day is that? (YYYY-MM-DD)",
        "Is it public?",
      ]
    `);
    expect(world.said()).toContain("That day has not come yet.");
    expect(await all()).toEqual([
      {
        ...minutes,
        claim: minutes.claim.slice(0, -1),
        key: "riverton-city-council-minutes-2026",
        letThrough: false,
      },
    ]);
  });

  it("takes a list, numbers keys that are alike, and says what no letter may say yet", async () => {
    expect(await world.transcript("fact", "add", "--from", file([minutes, notes, minutes])))
      .toMatchInlineSnapshot(`
      "$ pledge fact add --from ~/facts.json
      Kept: oncall-notes, riverton-city-council-minutes-2026 and riverton-city-council-minutes-2026-2.
      ! Known only from work, and in no letter before you decide it: oncall-notes. See
      ! "pledge fact let-through --help".
      [exit 0]"
    `);
    expect(await world.transcript("fact", "list")).toMatchInlineSnapshot(`
      "$ pledge fact list
      oncall-notes: Agents get a dashboard of their own
        Notes of the on-call team, 2026-09-01
        known only from work; in no letter yet
      riverton-city-council-minutes-2026: The company runs the camera archive of the
        Riverton police
        Riverton city council, minutes, 2026-03-03
        public
      riverton-city-council-minutes-2026-2: The company runs the camera archive of
        the Riverton police
        Riverton city council, minutes, 2026-03-03
        public
      [exit 0]"
    `);
    expect(JSON.parse((await world.pledge("fact", "list", "--json")).stdout)).toMatchObject({
      v: 1,
      facts: [{ ...notes, letThrough: false, letters: [] }, {}, {}],
    });
  });

  it("gives no made key that a later fact of the file has", async () => {
    const key = "riverton-city-council-minutes-2026";
    const added = await world.pledge(
      "fact",
      "add",
      "--json",
      "--from",
      file([minutes, { ...notes, key }]),
    );
    expect(JSON.parse(added.stdout)).toEqual({ v: 1, added: [{ key }, { key: `${key}-2` }] });
  });

  it.each([
    [
      "a day to come",
      { ...minutes, date: "2026-11-23" },
      5,
      /"date" is a day that has not come yet/u,
    ],
    [
      "a decision that only a person takes",
      { ...notes, letThrough: true },
      5,
      /known: key, claim, source, date, known/u,
    ],
    [
      "another way of knowing",
      { ...minutes, known: "heard" },
      5,
      /"known" should be one of: public, work/u,
    ],
    [
      "a claim without a source",
      [minutes, { ...minutes, source: " " }],
      5,
      /"source" in entry 2 is empty/u,
    ],
    ["no object", "text", 5, /it should be an object/u],
    ["a key that stands there twice", [notes, notes], 2, /oncall-notes already/u],
  ])("refuses %s and keeps nothing", async (_, content, exitCode, message) => {
    const ran = await add(content);
    expect(ran).toMatchObject({ exitCode, stdout: "" });
    expect(ran.stderr).toMatch(message);
    expect(await all()).toEqual([]);
  });

  it("keeps nothing when it is left with Ctrl-C, and says what to use without a terminal", async () => {
    world.answers([minutes.claim, "^C"]);
    expect((await world.pledge("fact", "add")).exitCode).toBe(130);
    expect(await all()).toEqual([]);
    expect((await world.pledge("fact", "add")).stderr).toContain("--from FILE");
  });
});

describe("pledge fact let-through", () => {
  it("is somebody's decision, and no is one too", async () => {
    await add(notes);
    world.answers([false, true]);
    expect((await world.pledge("fact", "let-through", "oncall-notes")).exitCode).toBe(1);
    expect(await all()).toMatchObject([{ letThrough: false }]);
    expect(await world.transcript("fact", "let-through", "oncall-notes")).toMatchInlineSnapshot(`
      "$ pledge fact let-through oncall-notes
      Letters may say oncall-notes.
      ! What is known only from work may show who could have known it; a public source
      ! is better.
      [exit 0]"
    `);
    expect(world.questions().at(-1)).toContain("it may be confidential");
    expect(await all()).toMatchObject([{ letThrough: true, known: "work" }]);
    expect((await world.pledge("fact", "let-through", "oncall-notes")).stdout).toBe(
      "Letters may say oncall-notes already.\n",
    );
  });

  it("is not taken for granted where nobody can be asked, and says nothing of an unknown key", async () => {
    await add(notes);
    expect((await world.pledge("fact", "let-through", "oncall-notes")).exitCode).toBe(2);
    expect(await all()).toMatchObject([{ letThrough: false }]);
    const unknown = await world.pledge("fact", "let-through", "sample-person");
    expect(unknown.exitCode).toBe(2);
    expect(unknown.stderr).not.toContain("sample-person");
    const yes = ["fact", "let-through", "oncall-notes", "--yes", "--json"] as const;
    expect(JSON.parse((await world.pledge(...yes)).stdout)).toEqual({
      v: 1,
      fact: { key: "oncall-notes", letThrough: true },
      changed: true,
    });
  });
});

it("fits a narrow screen", async () => {
  const narrow = await testWorld({ columns: 40 });
  await narrow.init();
  await narrow.pledge(
    "fact",
    "add",
    "--from",
    narrow.file("f.json", JSON.stringify([minutes, notes])),
  );
  const { stdout } = await narrow.pledge("fact", "list");
  expect(stdout.split("\n").filter((line) => line.length > 40)).toEqual([]);
});
