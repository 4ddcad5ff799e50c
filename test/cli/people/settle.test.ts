/** `pledge done` and `pledge lapse`: how a pledge ends when nobody takes it back. */
import { describe, expect, it } from "vitest";

import { ready, states } from "./pledge-states.ts";

const signed = async (
  world: Awaited<ReturnType<typeof ready>>["world"],
): Promise<string | undefined> =>
  /"sign","pledged":\{"low":(\d+)/u.exec((await world.pledge("status", "--json")).stdout)?.[1];

describe("what was pledged and done", () => {
  it("is noted, and counts as before", async () => {
    const { world } = await ready();
    expect(await world.transcript("done", "heron", "sign")).toMatchInlineSnapshot(`
      "$ pledge done heron sign
      Ana Gómez did it: sign.
      [exit 0]"
    `);
    expect(await states(world, "heron")).toEqual(["sign done", "walkout pledged"]);
    expect(await signed(world)).toBe("3");
    const { stdout } = await world.pledge("done", "heron", "walkout", "--json");
    expect(JSON.parse(stdout)).toEqual({ v: 1, id: expect.any(String), done: ["walkout"] });
  });

  it("must be named where several pledges stand, and must have been pledged", async () => {
    const { world, id } = await ready();
    expect(await world.transcript("done", "heron")).toMatchInlineSnapshot(`
      "$ pledge done heron
      ! pledge: error: this person has pledged sign and walkout, and it is open which is meant
      ! pledge: hint: name the action after the id
      [exit 2]"
    `);
    expect((await world.pledge("done", id("Kim Roe"))).stderr).toContain("no pledge that stands");
    expect((await world.pledge("done", "heron", "picnic")).stderr).toContain("no such action");
    expect(await states(world, "heron")).toEqual(["sign pledged", "walkout pledged"]);
  });
});

describe("a pledge that lapsed", () => {
  it("counts no more until it is confirmed again, and can be taken back", async () => {
    const { world } = await ready();
    expect(await world.transcript("lapse", "heron", "sign")).toMatchInlineSnapshot(`
      "$ pledge lapse heron sign
      Ana Gómez's pledge has lapsed: sign. It counts no more, until "pledge confirm bjcrfwdr --action sign".
      [exit 0]"
    `);
    expect(await signed(world)).toBe("2");
    expect(await states(world, "heron")).toEqual(["sign lapsed", "walkout pledged"]);
    await world.pledge("confirm", "heron");
    expect(await signed(world)).toBe("3");
    await world.pledge("lapse", "heron", "sign");
    await world.pledge("withdraw", "heron", "sign", "--yes");
    expect(await states(world, "heron")).toEqual(["sign withdrawn", "walkout pledged"]);
    expect((await world.pledge("confirm", "heron")).stderr).toContain("no pledge for sign");
  });

  it("may be everybody's for an action that was not heard since a day, once that is agreed to", async () => {
    const { world } = await ready();
    world.answers([false, true]);
    const lapse = ["lapse", "--action", "sign", "--before", "2026-11-22"];
    expect(await world.transcript(...lapse)).toMatchInlineSnapshot(`
      "$ pledge lapse --action sign --before 2026-11-22
      ! Nothing was changed.
      [exit 1]"
    `);
    expect(await world.transcript(...lapse)).toMatchInlineSnapshot(`
      "$ pledge lapse --action sign --before 2026-11-22
      1 pledge for sign lapsed.
      [exit 0]"
    `);
    expect(await signed(world)).toBe("2");
    expect((await world.pledge(...lapse)).stdout).toBe("0 pledges for sign lapsed.\n");
  });

  it("leaves alone what was said on that day or done before it", async () => {
    const { world } = await ready();
    await world.pledge("done", "heron", "sign");
    await world.pledge("lapse", "--action", "sign", "--before", "2026-11-20", "--yes");
    expect(await signed(world)).toBe("3");
    await world.pledge("lapse", "--action", "sign", "--before", "2026-12-31", "--yes");
    expect(await states(world, "heron")).toEqual(["sign done", "walkout pledged"]);
  });

  it("needs a person, or an action and a day", async () => {
    const { world } = await ready();
    for (const args of [
      [],
      ["--action", "sign"],
      ["--before", "2026-11-01"],
      ["--action", "sign", "--before", "soon"],
    ])
      expect((await world.pledge("lapse", ...args)).stderr).toContain(
        "--action ACTION --before DAY",
      );
  });
});
