/** What the other commands make of a handover: merge and exchange pass it over, peek says what it tells. */
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

import { done } from "../../support/committee-world.ts";
import { outcomesOf } from "../committee/forge.ts";
import { carried, give, handing } from "./handing.ts";
import type { Handing } from "./handing.ts";

let worlds: Handing;
let file: string;

beforeAll(async () => {
  worlds = await handing();
  await give(worlds, "heron");
  file = carried(worlds.rowan, worlds.heron);
});

/** With white space as it wraps somewhere else. */
const flat = (text: string): string => text.replaceAll(/\s+(?:[!-] )?/gu, " ");

describe("a handover for us", () => {
  it("is not merged, and merge says what takes it in", async () => {
    const { heron } = worlds;
    const { stdout, exitCode } = await heron.pledge("merge", file, "--json");
    expect(exitCode).toBe(5);
    expect(outcomesOf(stdout)).toEqual(["cloud.pledge refused file-for-other-command"]);
    const { stderr, stdout: text } = await heron.pledge("merge", file);
    expect(flat(`${stdout}${text}${stderr}`)).toContain(
      'the file hands people over to you, with their names, and another command takes it; look at it and take it in with "pledge handover take FILE"',
    );
    expect(await done(heron, "list")).toContain("Nobody");
  });

  it("stays where it is in a folder of exchange, which goes on", async () => {
    const { heron } = worlds;
    const folder = join(heron.folder, "shared");
    mkdirSync(folder);
    copyFileSync(file, join(folder, "cloud.pledge"));
    const { exitCode, stdout, stderr } = await heron.pledge("exchange", folder, "--yes");
    expect(exitCode).toBe(0);
    expect(flat(stdout + stderr)).toContain("pledge handover take FILE");
    expect(await done(heron, "list")).toContain("Nobody");
  });

  it("says to peek what it tells a stranger, and whom it is for", async () => {
    const { heron } = worlds;
    expect(await done(heron, "peek", file)).not.toMatch(/Sample|cloud|rowan/u);
    const inside = await done(heron, "peek", file, "--inside");
    expect(inside.slice(inside.indexOf("A member whom"))).toMatchInlineSnapshot(`
      "A member whom it is for:
        - This is what the file says. Who signed it is checked only by "pledge
          handover take".
        - Handover number 1 of rowan, as of 2026-11-22, for heron alone: Cloud.
        - 3 people by name, with 1 way to reach them, what 2 of them pledged, how 1
          were assessed and when, and their pledge codes.
        - No note, nothing of what moves them, and no time of day.

      A member who also has the staff list:
        - No list is needed: these are the names. With the codes their lines are found
          in every tally, earlier and later ones.
      "
    `);
    const { kind } = JSON.parse(await done(heron, "peek", file, "--inside", "--json")) as {
      readonly kind: string;
    };
    expect(kind).toBe("handover");
  });
});

describe("a handover for somebody else", () => {
  it("is one for others in a folder", async () => {
    const { wren } = worlds;
    const folder = join(wren.folder, "shared");
    mkdirSync(folder);
    copyFileSync(file, join(folder, "cloud.pledge"));
    const { exitCode, stdout, stderr } = await wren.pledge("exchange", folder, "--yes");
    expect(exitCode).toBe(0);
    expect(stdout + stderr).toContain("1 file in the folder: for others.");
  });

  it("cannot be opened by whoever gave it", async () => {
    const { rowan } = worlds;
    const own = join(rowan.folder, "cloud.pledge");
    const { exitCode, stderr } = await rowan.pledge("peek", own, "--inside");
    expect(exitCode).toBe(5);
    expect(stderr).toContain("not encrypted to your key");
  });
});
