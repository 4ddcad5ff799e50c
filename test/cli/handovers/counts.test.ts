/** Who counts whom while people go from one member to another: nobody twice, and in the end nobody less. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import { carry, done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { carried, give, handing } from "./handing.ts";
import type { Handing } from "./handing.ts";

let worlds: Handing;

beforeEach(async () => {
  worlds = await handing();
});

const exported = async (world: TestWorld, name: string): Promise<string> => {
  await done(world, "tally", "export", "-o", join(world.folder, name), "--yes");
  return name;
};

const send = async (from: TestWorld, to: TestWorld, name: string): Promise<void> => {
  await done(to, "merge", carry(from, to, name));
};

interface Counted {
  readonly action: string;
  readonly pledged: { readonly low: number; readonly high: number };
}

/** Low and high of who pledged to sign, as the world sees it. */
const signing = async (world: TestWorld): Promise<readonly number[]> => {
  const { actions } = JSON.parse(await done(world, "status", "--json")) as {
    readonly actions: readonly Counted[];
  };
  const sign = actions.find(({ action }) => action === "sign");
  return sign === undefined ? [] : [sign.pledged.low, sign.pledged.high];
};

/** How many lines the next tally has. */
const linesOf = async (world: TestWorld): Promise<number> =>
  (JSON.parse(await done(world, "tally", "export", "--show", "--json")) as { lines: unknown[] })
    .lines.length;

describe("the counts around a handover", () => {
  it("are the same before and after, at whatever step whoever looks has merged", async () => {
    const { rowan, heron, wren } = worlds;
    await send(rowan, wren, await exported(rowan, "1.tally"));
    expect(await signing(wren)).toEqual([3, 3]);
    await give(worlds, "heron");
    await done(heron, "handover", "take", carried(rowan, heron), "--yes");
    // Both tell of them, under the same tokens.
    await send(heron, wren, await exported(heron, "2.tally"));
    expect(await signing(wren)).toEqual([3, 3]);
    await send(rowan, wren, await exported(rowan, "3.tally"));
    expect(await signing(wren)).toEqual([3, 3]);
    expect(await linesOf(rowan)).toBe(1);
    expect(await linesOf(heron)).toBe(2);
  });

  it("lose for the giver at once whoever is gone, and get her back with a take-back", async () => {
    const { rowan } = worlds;
    await exported(rowan, "1.tally");
    expect(await signing(rowan)).toEqual([3, 3]);
    await give(worlds, "heron");
    expect(await signing(rowan)).toEqual([1, 1]);
    await done(rowan, "handover", "take-back");
    expect(await signing(rowan)).toEqual([3, 3]);
    expect(await linesOf(rowan)).toBe(3);
  });

  it("have nobody who is gone in any number of the giver's vault", async () => {
    const { rowan } = worlds;
    const outside = [{ name: "Fay Sample", team: "cloud", supporter: true, actions: ["sign"] }];
    await done(rowan, "add", "--from", rowan.file("out.json", JSON.stringify(outside)));
    const numbers = () =>
      rowan.inVault(({ pledges, people }) => ({
        live: pledges.live("walkout" as never),
        done: pledges.states().get("sign" as never)?.done,
        supporters: pledges.counts().supporters,
        inCloud: pledges.counts().peopleByTeam.get("cloud" as never),
        assessed: people.assessedOn().flatMap(({ day, people: n }) => (day === undefined ? [] : n)),
      }));
    expect(await numbers()).toEqual({ live: 1, done: 1, supporters: 1, inCloud: 2, assessed: [1] });
    await give(worlds, "heron");
    expect(await numbers()).toEqual({
      live: 0,
      done: 0,
      supporters: 0,
      inCloud: undefined,
      assessed: [],
    });
  });

  it("go out without a warning where nobody changed but those who are gone", async () => {
    const { rowan } = worlds;
    await exported(rowan, "1.tally");
    await give(worlds, "heron");
    const second = ["tally", "export", "-o", join(rowan.folder, "2.tally"), "--no-input"];
    const { exitCode, stderr } = await rowan.pledge(...second);
    expect(`${exitCode} ${stderr}`).not.toMatch(/Only/u);
    expect(exitCode).toBe(0);
  });

  it("are warned about for whoever changed besides", async () => {
    const { rowan } = worlds;
    await exported(rowan, "1.tally");
    await give(worlds, "heron");
    const more = [{ name: "Eve Sample", team: "ads", actions: ["sign"] }];
    await done(rowan, "add", "--from", rowan.file("more.json", JSON.stringify(more)));
    const second = ["tally", "export", "-o", join(rowan.folder, "2.tally"), "--no-input"];
    const { exitCode, stderr } = await rowan.pledge(...second);
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain("Only 1 person changed since your last tally");
  });

  it("go out by exchange as a new tally, though nobody changed but those who are gone", async () => {
    const { rowan } = worlds;
    const folder = join(rowan.folder, "shared");
    mkdirSync(folder);
    await done(rowan, "exchange", folder, "--yes");
    await give(worlds, "heron");
    const { stdout } = await rowan.pledge("exchange", folder, "--no-input", "--json");
    expect(JSON.parse(stdout)).toMatchObject({ ours: { outcome: "written", seq: 2 } });
  });
});
