/** `pledge find`, and the list that opens where a command about one person names none. */
import { describe, expect, it } from "vitest";

import { ready, states } from "./pledge-states.ts";

const names = (stdout: string): readonly string[] =>
  (JSON.parse(stdout) as { readonly people: readonly { readonly name: string }[] }).people.map(
    ({ name }) => name,
  );

describe("finding people", () => {
  it.each([
    ["gomez", ["Ana Gómez"]],
    ["SIOBHAN o'", ["O'Brien, Siobhán"]],
    ["heron", ["Ana Gómez"]],
    ["sre", ["Ana Gómez"]],
    ["555-0100", ["Ana Gómez"]],
    ["oe", ["Kim Roe", "Sam Poe"]],
    ["小龙\n", ["李小龙"]],
    ["mornings", []],
    ["ana kim", []],
  ])("by %j in a file or on standard input", async (words, found) => {
    const { world } = await ready();
    const file = world.file("words.txt", words);
    expect(names((await world.pledge("find", "--json", "--from", file)).stdout)).toEqual(found);
    world.stdin(words);
    expect(names((await world.pledge("find", "--json", "--from", "-")).stdout)).toEqual(found);
  });

  it("asks for the words, and lists whoever fits or says what to try", async () => {
    const { world } = await ready();
    world.answers(["", "oe"]);
    expect(await world.transcript("find")).toMatchInlineSnapshot(`
      "$ pledge find
      id        name     team  stand  will do
      zufwyfqr  Kim Roe  Ads   4      no pledge
      pxwsfhct  Sam Poe  -     -      [supporter] sign
      ! 2 people. All about one of them: pledge show ID
      [exit 0]"
    `);
    expect(world.questions()[0]).toBe("Who? (a word or two of a name, a role or a contact)");
    world.answers(["nobody"]);
    expect(await world.transcript("find")).toMatchInlineSnapshot(`
      "$ pledge find
      Nobody fits that. Try less: the beginning of one name, a role, the end of a phone number.
      Every word must occur; notes are not looked through. Everybody: "pledge list".
      [exit 0]"
    `);
  });

  it("shows the one person who fits whole to whoever asks at a terminal, and lists her for a script", async () => {
    const { world } = await ready();
    const pages: string[] = [];
    world.env["NO_COLOR"] = "1";
    world.onTerminal(true, 30, {
      show: async (text) => {
        pages.push(text);
        return true;
      },
    });
    world.answers(["gomez"]);
    expect((await world.pledge("find")).stdout).toBe("");
    await world.pledge("find", "--from", world.file("words.txt", "gomez"));
    expect(pages).toEqual([
      expect.stringMatching(/^Ana Gómez\nid {7}/u),
      expect.stringMatching(/^id {8}name[^]*Ana Gómez/u),
    ]);
  });

  it.each(["", "  \n", "\u001B[31m"])("refuses %j", async (words) => {
    const { world } = await ready();
    const { exitCode, stderr } = await world.pledge("find", "--from", world.file("w", words));
    expect(exitCode).toBe(2);
    expect(stderr).toContain("what is looked for");
  });

  it("takes no word on the command line, and asks for a file where it cannot ask", async () => {
    const { world } = await ready();
    expect((await world.pledge("find", "Ana")).exitCode).toBe(2);
    expect((await world.pledge("find", "--no-input")).stderr).toContain("use --from FILE");
  });
});

describe("a command about one person that names none", () => {
  it("opens a list that is searched by typing, with the team and the id beside each name", async () => {
    const { world, id } = await ready();
    world.answers(["gom"]);
    expect((await world.pledge("show")).stdout).toContain("Ana Gómez\nid       ");
    expect(world.questions()).toEqual(["Who is it?"]);
    expect(world.offered()).toEqual([
      `${"Ana Gómez (heron)".padEnd(30)}  ${"Cloud".padEnd(14)}  ${id("Ana Gómez")}`,
    ]);
  });

  it("goes on as if she had been named", async () => {
    const { world } = await ready();
    world.answers(["gom"]);
    expect((await world.pledge("assess", "--level", "2")).stdout).toContain(
      "Ana Gómez stands at 2",
    );
    const file = world.file("c.json", '{"role":"Baker"}');
    world.answers(["gom"]);
    await world.pledge("edit", "--from", file);
    expect((await world.pledge("show", "heron")).stdout).toContain("Baker");
    world.answers(["gom"]);
    expect((await world.pledge("confirm", "--action", "walkout")).exitCode).toBe(0);
    expect(await states(world, "heron")).toEqual(["sign pledged", "walkout confirmed"]);
    world.answers(["siob", true]);
    expect((await world.pledge("forget")).exitCode).toBe(0);
    expect((await world.pledge("list")).stdout).not.toContain("Siobhán");
  });

  it("asks which pledge is meant where several stand", async () => {
    const { world } = await ready();
    world.answers(["gom", "walkout"]);
    expect((await world.pledge("done")).stdout).toContain("Ana Gómez did it: walkout");
    expect(world.questions()).toEqual(["Who is it?", "What did Ana Gómez do?"]);
    world.answers(["gom", "sign", true]);
    await world.pledge("withdraw");
    expect(await states(world, "heron")).toEqual(["sign withdrawn", "walkout done"]);
    world.answers(["小龙", "all of it", true]);
    expect((await world.pledge("withdraw")).stdout).toContain("sign and strike");
    world.answers(["siob"]);
    expect((await world.pledge("lapse")).stdout).toContain("has lapsed: refuse");
  });

  it("changes nothing when it is left", async () => {
    const { world } = await ready();
    const before = await states(world, "heron");
    for (const command of [
      "show",
      "edit",
      "assess",
      "confirm",
      "done",
      "lapse",
      "withdraw",
      "forget",
    ]) {
      world.answers(["^C"]);
      expect((await world.pledge(command)).exitCode, command).toBe(130);
    }
    world.answers(["gom", "^C"]);
    expect((await world.pledge("withdraw")).exitCode).toBe(130);
    expect(await states(world, "heron")).toEqual(before);
  });

  it("says what is missing where nobody can be asked, and how to begin where nobody is recorded", async () => {
    const { world } = await ready();
    for (const command of ["show", "edit", "assess", "confirm", "done", "withdraw", "forget"]) {
      const { exitCode, stdout, stderr } = await world.pledge(command);
      expect([exitCode, stdout], command).toEqual([2, ""]);
      expect(stderr).toContain("whom it is about is missing");
    }
    expect((await world.pledge("lapse")).stderr).toContain("--action ACTION --before DAY");
  });
});

describe("an answer with people in it", () => {
  it("is shown on a screen of its own, and printed where that fails, is not wanted or is for a program", async () => {
    const { world } = await ready();
    const pages: string[] = [];
    let works = true;
    world.onTerminal(true, 30, {
      show: async (text) => {
        pages.push(text);
        return works;
      },
    });
    const { stdout, stderr } = await world.pledge("list");
    expect([stdout, stderr]).toEqual(["", "6 people. All about one of them: pledge show ID\n"]);
    expect(pages[0]).toContain("Ana Gómez");
    // A terminal that turns lines around is told where a name ends; a file gets the name as it is.
    expect(pages[0]).toContain("\u2068مريم الفاسي\u2069        -");
    for (const more of ["--json", "--no-input"])
      expect((await world.pledge("list", more)).stdout).toContain("Ana Gómez");
    expect(pages).toHaveLength(1);
    works = false;
    expect((await world.pledge("show", "heron")).stdout).toContain("Ana Gómez");
    world.onTerminal(true, 30);
    expect((await world.pledge("list")).stdout).toContain("Ana Gómez");
    world.onTerminal(false);
    expect((await world.pledge("list")).stdout).toContain("مريم الفاسي        -");
  });
});
