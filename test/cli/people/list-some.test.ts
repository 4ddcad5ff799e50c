/** `pledge list` with what narrows it down, and in other orders. */
import { describe, expect, it } from "vitest";

import { ready } from "./pledge-states.ts";

type World = Awaited<ReturnType<typeof ready>>["world"];

const named = async (world: World, ...options: readonly string[]): Promise<readonly string[]> => {
  const { stdout } = await world.pledge("list", "--json", ...options);
  const { people } = JSON.parse(stdout) as {
    readonly people: readonly { readonly name: string }[];
  };
  return people.map(({ name }) => name);
};

const everybody = ["Ana Gómez", "Kim Roe", "O'Brien, Siobhán", "Sam Poe", "مريم الفاسي", "李小龙"];

describe("a list of some people", () => {
  it.each([
    [
      ["--team", "cloud"],
      ["Ana Gómez", "O'Brien, Siobhán"],
    ],
    [
      ["--team", "none"],
      ["Sam Poe", "مريم الفاسي"],
    ],
    [["--action", "walkout"], ["Ana Gómez"]],
    [["--action", "sign", "--team", "ads"], ["李小龙"]],
    [["--state", "withdrawn"], []],
    [["--assessment", "4"], ["Kim Roe"]],
    [["--assessment", "none", "--team", "cloud"], ["O'Brien, Siobhán"]],
    [["--stale"], []],
    [["--uncovered", "--assessment", "1"], ["Ana Gómez"]],
    [[], everybody],
  ])("by %j holds whoever fits all of it", async (options, names) => {
    const { world } = await ready();
    expect(await named(world, ...options)).toEqual(names);
  });

  it("tells states of one action apart from those of another", async () => {
    const { world } = await ready();
    await world.pledge("withdraw", "heron", "walkout", "--yes");
    await world.pledge("lapse", "heron", "sign");
    expect(await named(world, "--state", "withdrawn")).toEqual(["Ana Gómez"]);
    expect(await named(world, "--state", "withdrawn", "--action", "sign")).toEqual([]);
    expect(await named(world, "--state", "lapsed", "--action", "sign")).toEqual(["Ana Gómez"]);
    expect(await named(world, "--action", "sign")).not.toContain("Ana Gómez");
  });

  it("knows who is assessed anew and who has somebody to keep in touch", async () => {
    const { world, id } = await ready();
    const settings = world.file("s.json", '{"settings":{"staleAfterDays":1}}');
    await world.pledge("campaign", "edit", "--from", settings);
    expect(await named(world, "--stale")).toEqual(["Ana Gómez"]);
    await world.pledge("assess", "heron", "--level", "2");
    expect(await named(world, "--stale")).toEqual([]);
    const cover = world.file("c.json", JSON.stringify({ coveredBy: id("Kim Roe") }));
    await world.pledge("edit", "heron", "--from", cover);
    expect(await named(world, "--uncovered")).not.toContain("Ana Gómez");
  });

  it.each([
    ["team", ["Ana Gómez", "O'Brien, Siobhán", "Kim Roe", "李小龙", "Sam Poe", "مريم الفاسي"]],
    ["stand", ["Ana Gómez", "Kim Roe", "O'Brien, Siobhán", "Sam Poe", "مريم الفاسي", "李小龙"]],
    ["name", everybody],
  ])("stands in the order of %s", async (order, names) => {
    const { world } = await ready();
    expect(await named(world, "--sort", order)).toEqual(names);
  });

  it("says how many they are, and that nobody fits", async () => {
    const { world } = await ready();
    expect(await world.transcript("list", "--team", "cloud")).toMatchInlineSnapshot(`
      "$ pledge list --team cloud
      id        name               team   stand  will do
      bjcrfwdr  Ana Gómez (heron)  Cloud  1      sign, walkout once 30
      ktkkvqte  O'Brien, Siobhán   Cloud  -      [perhaps a supervisor] refuse
      ! 2 people. All about one of them: pledge show ID
      [exit 0]"
    `);
    expect(await world.transcript("list", "--state", "done")).toMatchInlineSnapshot(`
      "$ pledge list --state done
      Nobody fits that. Everybody: "pledge list".
      [exit 0]"
    `);
  });

  it.each([
    [["--team", "clouds"], "its teams are cloud, ads and none"],
    [["--action", "picnic"], "its actions are"],
    [["--assessment", "6"], ""],
  ])("refuses %j", async (options, hint) => {
    const { world } = await ready();
    const { exitCode, stderr } = await world.pledge("list", ...options);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(hint);
  });
});
