/** `pledge duplicates` at a terminal and without one. */
import { describe, expect, it } from "vitest";

import { alike, everybody, pairsIn, ready } from "./lookalikes.ts";

describe("records that may be one person", () => {
  it("are a list where nobody can be asked, and nothing changes", async () => {
    const { world, id, names } = await ready();
    const [ana, gomez] = [id("Ana Gómez"), id("Gomez, Ana")].toSorted();
    const jordans = [id("Jordan Smith"), id("Jordan Smyth")].toSorted();
    expect(await pairsIn(world)).toEqual([
      {
        ids: [ana, gomez],
        weight: 240,
        reasons: ["same-phone", "same-name", "same-team"],
        against: [],
      },
      { ids: jordans, weight: 100, reasons: ["near-name", "same-team"], against: [] },
    ]);
    world.onTerminal(false);
    const { stdout, exitCode } = await world.pledge("duplicates");
    expect(exitCode).toBe(0);
    expect(stdout).toContain("the same phone, the same name written differently and the same team");
    world.answers(["first"]);
    // Somebody sits there, but the list goes into a file.
    expect((await world.pledge("duplicates")).stdout).toBe(stdout);
    world.onTerminal(true);
    const unasked = await world.pledge("duplicates", "--no-input");
    expect([unasked.exitCode, unasked.stdout]).toEqual([0, stdout]);
    expect(world.questions()).toEqual([]);
    expect(await names()).toEqual(everybody);
  });

  it("stand side by side, with a word for what differs", async () => {
    const { world, id } = await ready();
    world.env["NO_COLOR"] = "1";
    world.answers(["stop"]);
    expect(await world.transcript("duplicates")).toBe(
      "$ pledge duplicates\n2 not looked at.\n[exit 0]",
    );
    const screen = world
      .said()
      .join("\n")
      .replaceAll(id("Ana Gómez"), "anagomez")
      .replaceAll(id("Gomez, Ana"), "gomezana")
      .replaceAll(/(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/gu, "CODE-CODE-CODE-CODE");
    expect(screen).toMatchInlineSnapshot(`
      "2 pairs of records may be one person each. Nothing that either says is lost:
      what cannot stand twice goes into the note.

      Pair 1 of 2: the same phone, the same name written differently and the same
      team.

                         first: anagomez, heron         second: gomezana
      differs  name      Ana Gómez                      Gomez, Ana
      same     team      Cloud                          Cloud
      differs  role      SRE                            DBA
      one has  site      -                              North
      same     counts    as a worker of the unit        as a worker of the unit
      differs  reach at  signal +15550100               phone +1 555 0100
      same     covered   by nobody                      by nobody
      differs  stand     1 organizes others, from a     2 will act, from a
                         conversation, 2026-11-19       conversation, 2026-11-20
      differs  will do   sign: pledged 2026-11-19, in   walkout: pledged 2026-11-20
                         the letter: a number only
               code      CODE-CODE-CODE-CODE            CODE-CODE-CODE-CODE
               added     2026-11-19                     2026-11-20
      one has  note      Prefers mornings.              -
      "
    `);
    expect(Math.max(...screen.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it("stand one below the other on a narrow terminal", async () => {
    const { world, id } = await ready(alike, { columns: 40 });
    world.env["NO_COLOR"] = "1";
    world.answers(["stop"]);
    await world.pledge("duplicates");
    const screen = world
      .said()
      .join("\n")
      .replaceAll(id("Ana Gómez"), "anagomez")
      .replaceAll(id("Gomez, Ana"), "gomezana")
      .replaceAll(/(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/gu, "CODE-CODE-CODE-CODE");
    expect(screen).toMatchInlineSnapshot(`
      "2 pairs of records may be one person
      each. Nothing that either says is lost:
      what cannot stand twice goes into the
      note.

      Pair 1 of 2: the same phone, the same
      name written differently and the same
      team.

      first anagomez, heron
      second gomezana
      name: differs
        first  Ana Gómez
        second Gomez, Ana
      team: same
        both   Cloud
      role: differs
        first  SRE
        second DBA
      site: one has
        second North
      counts: same
        both   as a worker of the unit
      reach at: differs
        first  signal +15550100
        second phone +1 555 0100
      covered: same
        both   by nobody
      stand: differs
        first  1 organizes others, from a
               conversation, 2026-11-19
        second 2 will act, from a
               conversation, 2026-11-20
      will do: differs
        first  sign: pledged 2026-11-19, in
               the letter: a number only
        second walkout: pledged 2026-11-20
      code
        first  CODE-CODE-CODE-CODE
        second CODE-CODE-CODE-CODE
      added
        first  2026-11-19
        second 2026-11-20
      note: one has
        first  Prefers mornings.
      "
    `);
    expect(Math.max(...screen.split("\n").map((line) => line.length))).toBeLessThanOrEqual(40);
  });

  it("become one when somebody says so, and two for good when somebody says that", async () => {
    const { world, id, names } = await ready();
    world.answers(["second", "apart"]);
    const { stdout, exitCode } = await world.pledge("duplicates");
    expect([stdout, exitCode]).toEqual(["1 pair is one person now, 1 told apart for good.\n", 0]);
    expect(world.questions()).toEqual(["Are they the same person?", "Are they the same person?"]);
    expect(await names()).toEqual(["Gomez, Ana", "Jordan Smith", "Jordan Smyth", "Kim Roe"]);
    const shown = JSON.parse((await world.pledge("show", "heron", "--json")).stdout) as {
      readonly person: Record<string, unknown>;
    };
    expect(shown.person).toMatchObject({
      id: id("Gomez, Ana"),
      alias: "heron",
      role: "DBA",
      site: "North",
      assessments: [{ level: 1 }, { level: 2 }],
      pledges: [{ action: "sign" }, { action: "walkout" }],
      history: [{ action: "sign" }, { action: "walkout" }],
    });
    expect(shown.person["note"]).toContain("Prefers mornings.\n");
    expect(shown.person["note"]).toContain("Also known: role SRE");
    expect(await world.transcript("duplicates")).toBe(
      "$ pledge duplicates\nNo two records look like one person.\n[exit 0]",
    );
  });

  it.each([
    [["^C"], everybody],
    [["first", "^C"], everybody.filter((name) => name !== "Gomez, Ana")],
  ])("stay as they were up to the last answer when Ctrl-C follows %j", async (answers, left) => {
    const { world, names } = await ready();
    world.answers(answers);
    expect((await world.pledge("duplicates")).exitCode).toBe(130);
    expect(await names()).toEqual(left);
    expect(await pairsIn(world)).toHaveLength(left.length - 3);
  });

  it("are asked about again after later, and in the same order", async () => {
    const { world, names } = await ready();
    const before = await pairsIn(world);
    world.answers(["", "later"]);
    const { stdout } = await world.pledge("duplicates");
    expect(stdout).toBe("2 left for later.\n");
    expect(await names()).toEqual(everybody);
    expect(await pairsIn(world)).toEqual(before);
  });

  it("go on to the next where two together say too much for one", async () => {
    const long = ["Ana Gómez", "Ana Gomez"].map((name, index) => ({
      name,
      team: "cloud",
      note: String(index).repeat(3000),
    }));
    const { world, names } = await ready(long);
    world.answers(["first"]);
    const { stdout, exitCode } = await world.pledge("duplicates");
    expect([stdout, exitCode]).toEqual(["1 left for later.\n", 0]);
    expect(world.said().at(-1)?.replaceAll("\n", " ")).toMatch(
      /^Not done: together .* letters in the note \(at most 4,000\)\. To go on: shorten/u,
    );
    expect(await names()).toEqual(["Ana Gomez", "Ana Gómez"]);
  });

  it("are found by a number without a country where one is named", async () => {
    const { world } = await ready([
      { name: "Ana Gómez", contacts: [{ kind: "phone", value: "(202) 555-0100" }] },
      { name: "Kim Roe", contacts: [{ kind: "phone", value: "+1 202 555 0100" }] },
    ]);
    expect(await pairsIn(world)).toEqual([]);
    expect(await pairsIn(world, "--country", "us")).toMatchObject([
      { reasons: ["same-phone"], against: ["different-surname"] },
    ]);
    const { exitCode, stderr } = await world.pledge("duplicates", "--country", "XX");
    expect(exitCode).toBe(2);
    expect(stderr).toContain("no country has these letters");
  });
});
