/** `pledge test`: what people were asked to do, who did it, and how well that was foretold. */
import { describe, expect, it } from "vitest";

import type { TestWorld } from "../../support/world.ts";
import { ready } from "./pledge-states.ts";

const begun = async (columns = 80) => {
  const { world, id } = await ready({ columns });
  await world.pledge("test", "add", "badge-day", "--ask", "wear the badge on Friday");
  return { world, id };
};

const shown = async (world: TestWorld) =>
  JSON.parse((await world.pledge("test", "show", "badge-day", "--json")).stdout) as {
    readonly total: unknown;
    readonly teams: readonly Record<string, unknown>[];
    readonly calibration: readonly Record<string, unknown>[];
  };

describe("a structure test", () => {
  it("is begun with one question, listed, and shown by team and by assessment", async () => {
    const { world, id } = await ready();
    world.answers(["wear the badge on Friday"]);
    expect(await world.transcript("test", "add", "badge-day")).toMatchInlineSnapshot(`
      "$ pledge test add badge-day
      badge-day has begun. Note whom you ask: pledge test note badge-day asked
      [exit 0]"
    `);
    const [ana, kim, li] = [id("Ana Gómez"), id("Kim Roe"), id("李小龙")];
    await world.pledge("test", "note", "badge-day", "asked", ana, kim, li);
    await world.pledge("test", "note", "badge-day", "yes", ana);
    await world.pledge("test", "note", "badge-day", "no", kim);
    await world.pledge("test", "note", "badge-day", "did", ana, li);
    expect(await world.transcript("test", "show", "badge-day")).toMatchInlineSnapshot(`
      "$ pledge test show badge-day
      badge-day: wear the badge on Friday
      begun 2026-11-22

              asked  said yes  did it, of those asked  did it, of all
      Cloud   1      1         1 of 1 (100 %)          1 of 30 (3 %)
      Ads     2      0         1 of 2 (50 %)           1 of 20 (5 %)
      in all  3      1         2 of 3 (66 %)           2 of 60 (3 %)

      By where they stood when they were asked, whatever was thought later:
        1 or 2, whom you count on: 1 of 1 (100 %) did it
        1, organizes others: 1 of 1 (100 %) did it
        4, leans against: 0 of 1 (0 %) did it
        not assessed: 1 of 1 (100 %) did it
      [exit 0]"
    `);
    expect(await world.transcript("test", "list")).toMatchInlineSnapshot(`
      "$ pledge test list
      badge-day: wear the badge on Friday (2026-11-22); 2 of 3 asked did it
      [exit 0]"
    `);
    const { total, calibration } = await shown(world);
    expect(total).toEqual({ asked: 3, yes: 1, did: 2, size: 60 });
    expect(calibration.filter(({ asked }) => asked !== 0)).toEqual([
      { level: 1, asked: 1, did: 1 },
      { level: 4, asked: 1, did: 0 },
      { level: null, asked: 1, did: 1 },
    ]);
  });

  it("has a block a team where there is no room for a table", async () => {
    const { world, id } = await begun(40);
    await world.pledge("test", "note", "badge-day", "did", id("Kim Roe"));
    expect(await world.transcript("test", "show", "badge-day")).toMatchInlineSnapshot(`
      "$ pledge test show badge-day
      badge-day: wear the badge on Friday
      begun 2026-11-22

      Cloud:
        nobody was asked
        did it, of all: 0 of 30 (0 %)
      Ads:
        asked 1, said yes 0
        did it, of those asked: 1 of 1 (100 %)
        did it, of all: 1 of 20 (5 %)
      in all:
        asked 1, said yes 0
        did it, of those asked: 1 of 1 (100 %)
        did it, of all: 1 of 60 (1 %)

      By where they stood when they were
        asked, whatever was thought later:
        1 or 2, whom you count on: nobody
          was asked
        4, leans against: 1 of 1 (100 %)
          did it
      [exit 0]"
    `);
  });

  it("counts no supervisor and no supporter, and nobody who was forgotten", async () => {
    const { world, id } = await begun();
    const everybody = ["Ana Gómez", "Sam Poe", "O'Brien, Siobhán"].map(id);
    const { stderr } = await world.pledge("test", "note", "badge-day", "did", ...everybody);
    expect(stderr).toContain("2 of them are in no number: a supervisor");
    expect((await shown(world)).total).toMatchObject({ asked: 1, did: 1 });
    world.answers(["of all", []]);
    await world.pledge("test", "note", "badge-day", "asked");
    expect(world.offered()).toContain("Kim Roe");
    expect(world.offered()).not.toContain("Sam Poe");
    await world.pledge("forget", "heron", "--yes");
    expect((await shown(world)).total).toMatchObject({ asked: 0, did: 0 });
  });

  it("takes several people of a team at once on a terminal, and offers nobody twice", async () => {
    const { world } = await begun();
    world.answers(["Ads", ["Kim Roe"]]);
    await world.pledge("test", "note", "badge-day", "asked");
    expect(world.questions()).toEqual(["Of which team?", "Who was asked?"]);
    world.answers(["Ads", ["李小龙"]]);
    await world.pledge("test", "note", "badge-day", "asked");
    world.answers(["Ads"]);
    const { stdout } = await world.pledge("test", "note", "badge-day", "asked");
    expect(stdout).toContain("Nobody was noted.");
    expect((await shown(world)).total).toMatchObject({ asked: 2 });
    world.answers(["Ads", "^C"]);
    expect((await world.pledge("test", "note", "badge-day", "did")).exitCode).toBe(130);
    expect((await shown(world)).total).toMatchObject({ asked: 2, did: 0 });
  });

  it("keeps the notes of both records that become one", async () => {
    const { world, id } = await begun();
    await world.pledge("test", "note", "badge-day", "asked", id("Ana Gómez"), id("Kim Roe"));
    await world.pledge("test", "note", "badge-day", "did", id("Kim Roe"));
    await world.pledge("duplicates", "merge", id("Ana Gómez"), id("Kim Roe"), "--yes");
    expect((await shown(world)).total).toMatchObject({ asked: 1, did: 1 });
  });

  it("is erased with all that was noted, after a yes", async () => {
    const { world, id } = await begun();
    await world.pledge("test", "note", "badge-day", "did", id("Ana Gómez"));
    expect((await world.pledge("test", "remove", "badge-day")).exitCode).toBe(2);
    expect((await world.pledge("test", "remove", "badge-day", "--yes")).exitCode).toBe(0);
    expect((await world.pledge("test", "list")).stdout).toContain("There is no structure test yet");
    await world.pledge("test", "add", "badge-day", "--ask", "again");
    expect((await shown(world)).total).toMatchObject({ asked: 0 });
  });

  it.each([
    [["add", "badge-day", "--ask", "x"], "is called badge-day already", 1],
    [["add", "Badge Day", "--ask", "x"], "lower-case letters, digits", 2],
    [["add", "other", "--ask", "a\u0007b"], "holds U+0007", 5],
    [["add", "other"], "no terminal", 2],
    [["show", "other"], "no structure test of that name", 2],
    [["note", "badge-day", "did"], "no terminal", 2],
    [["note", "badge-day", "did", "nobody"], "nobody in this vault", 2],
    [["note", "badge-day", "did", "heron", "--on", "2026-11-23"], "that day is not between", 2],
    [["note", "badge-day", "did", "heron", "--on", "2026-11-01"], "that day is not between", 2],
    [["note", "badge-day", "did", "heron", "--on", "friday"], "that day is not between", 2],
  ])("refuses %j", async (words, message, code) => {
    const { world } = await begun();
    const { stderr, exitCode } = await world.pledge("test", ...words);
    expect(stderr).toContain(message);
    expect(exitCode).toBe(code);
  });
});
