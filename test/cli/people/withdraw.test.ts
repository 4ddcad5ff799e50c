import { describe, expect, it } from "vitest";

import { freezeLetter } from "../../support/sample-people.ts";
import { ready, states } from "./pledge-states.ts";

describe("withdrawing", () => {
  it("asks, takes back one action or all of them, and a signature goes with sign", async () => {
    const { world } = await ready();
    await freezeLetter(world);
    await world.pledge("confirm", "heron");
    world.answers([true]);
    expect(await world.transcript("withdraw", "heron", "walkout")).toMatchInlineSnapshot(`
      "$ pledge withdraw heron walkout
      Ana Gómez has taken back: walkout. It counts no more.
      [exit 0]"
    `);
    expect(world.questions()).toEqual(["Ana Gómez takes back: walkout. Is that right?"]);
    expect(await states(world, "heron")).toEqual([
      "sign confirmed",
      "walkout withdrawn",
      "first-letter",
    ]);
    const { stdout } = await world.pledge("withdraw", "heron", "--yes", "--json");
    expect(JSON.parse(stdout)).toEqual({ v: 1, id: expect.any(String), withdrawn: ["sign"] });
    expect(await states(world, "heron")).toEqual(["sign withdrawn", "walkout withdrawn"]);
  });

  it("changes nothing when the answer is no, or when nobody can be asked", async () => {
    const { world } = await ready();
    world.answers([false]);
    expect(await world.transcript("withdraw", "heron")).toMatchInlineSnapshot(`
      "$ pledge withdraw heron
      ! Nothing was changed.
      [exit 1]"
    `);
    expect(await world.transcript("withdraw", "heron", "--no-input")).toMatchInlineSnapshot(`
      "$ pledge withdraw heron --no-input
      ! pledge: error: this needs a yes, and there is nobody to ask
      ! pledge: hint: say it beforehand with --yes
      [exit 2]"
    `);
    expect(await states(world, "heron")).toEqual(["sign pledged", "walkout pledged"]);
  });

  it("says so when there is nothing to take back", async () => {
    const { world, id } = await ready();
    expect((await world.pledge("withdraw", id("Kim Roe"), "--yes")).stderr).toContain(
      "this person has no pledge that stands",
    );
    expect((await world.pledge("withdraw", "heron", "strike", "--yes")).stderr).toContain(
      "this person has no pledge for strike that stands",
    );
    expect((await world.pledge("withdraw", "heron", "Kim Roe", "--yes")).stderr).not.toContain(
      "Kim",
    );
  });

  it("counts a withdrawn pledge no more, until it is made again", async () => {
    const { world } = await ready();
    const signers = async (): Promise<string | undefined> =>
      /"sign","pledged":\{"low":(\d+)/u.exec((await world.pledge("status", "--json")).stdout)?.[1];
    expect(await signers()).toBe("3");
    await world.pledge("withdraw", "heron", "--yes");
    expect(await signers()).toBe("2");
    await world.pledge("edit", "heron", "--from", world.file("again.json", '{"actions":["sign"]}'));
    expect(await signers()).toBe("3");
  });
});
