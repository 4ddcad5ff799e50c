import { describe, expect, it } from "vitest";

import { freezeLetter } from "../../support/sample-people.ts";
import { ready, states } from "./pledge-states.ts";

describe("confirming", () => {
  it("confirms, and says that no text is fixed yet, while there is none", async () => {
    const { world } = await ready();
    expect(await world.transcript("confirm", "heron")).toMatchInlineSnapshot(`
      "$ pledge confirm heron
      1 person has confirmed: sign.
      ! No letter's text is fixed yet, so no letter lists them: after "pledge letter freeze NAME", confirm again.
      [exit 0]"
    `);
    expect(await states(world, "heron")).toEqual(["sign confirmed", "walkout pledged"]);
  });

  it("puts several signatures under the text that was fixed last, or the letter that is named", async () => {
    const { world, id } = await ready();
    await freezeLetter(world, "first-letter", "a");
    await freezeLetter(world, "second-letter", "b");
    expect(await world.transcript("confirm", "heron", id("李小龙"), "heron"))
      .toMatchInlineSnapshot(`
      "$ pledge confirm heron megqfkxv heron
      2 people have confirmed: sign, to the fixed text of second-letter.
      [exit 0]"
    `);
    await world.pledge("confirm", "heron", "--letter", "first-letter");
    expect(await states(world, "heron")).toEqual([
      "sign confirmed",
      "walkout pledged",
      "first-letter",
      "second-letter",
    ]);
    const { stdout } = await world.pledge("confirm", "heron", "--json");
    expect(JSON.parse(stdout)).toEqual({
      v: 1,
      action: "sign",
      confirmed: [{ id: id("Ana Gómez") }],
      letter: "second-letter",
      text: "b".repeat(64),
    });
  });

  it("confirms another action without any letter", async () => {
    const { world } = await ready();
    await freezeLetter(world);
    expect(await world.transcript("confirm", "heron", "--action", "walkout"))
      .toMatchInlineSnapshot(`
      "$ pledge confirm heron --action walkout
      1 person has confirmed: walkout.
      [exit 0]"
    `);
    expect(await states(world, "heron")).toEqual(["sign pledged", "walkout confirmed"]);
  });

  it("leaves done what is done", async () => {
    const { world, id } = await ready();
    await world.inVault((vault) => {
      for (const pledge of vault.pledges.of(id("Ana Gómez") as never))
        vault.pledges.put({ ...pledge, state: "done" });
    });
    await world.pledge("confirm", "heron");
    expect(await states(world, "heron")).toEqual(["sign done", "walkout done"]);
  });

  it.each([
    [
      "somebody pledged nothing of the kind",
      (id: (name: string) => string) => ["heron", id("Kim Roe")],
      2,
    ],
    ["somebody is not there", () => ["heron", "zzzz"], 2],
    ["the action is not the campaign's", () => ["heron", "--action", "sit-in"], 2],
    [
      "a letter is named for another action",
      () => ["heron", "--action", "walkout", "--letter", "first-letter"],
      2,
    ],
    ["the letter is not there", () => ["heron", "--letter", "third-letter"], 2],
    ["the letter's name is somebody's name", () => ["heron", "--letter", "Ana Gómez"], 2],
  ])("confirms nobody when %s", async (_, args, exitCode) => {
    const { world, id } = await ready();
    await freezeLetter(world);
    const outcome = await world.transcript("confirm", ...args(id));
    expect(outcome.replaceAll(id("Kim Roe"), "kimroeid")).toMatchSnapshot();
    expect(outcome).toMatch(new RegExp(`\\[exit ${exitCode}\\]$`, "u"));
    expect(await states(world, "heron")).toEqual(["sign pledged", "walkout pledged"]);
  });

  it("refuses a letter whose text is not fixed", async () => {
    const { world } = await ready();
    await freezeLetter(world);
    await world.inVault((vault) => vault.letters.thaw("first-letter" as never));
    expect((await world.pledge("confirm", "heron", "--letter", "first-letter")).exitCode).toBe(1);
    expect(await states(world, "heron")).toEqual(["sign pledged", "walkout pledged"]);
  });
});
