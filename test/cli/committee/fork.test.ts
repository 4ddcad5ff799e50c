/** Two numbers that contradict each other: evidence for everybody, used by nobody, and left behind together. */
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import { carry, done, fingerprintOf, masked } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { insideOf, outcomesOf } from "./forge.ts";
import { freshCommittee } from "./fresh-committee.ts";

const member = freshCommittee({ founder: "rowan", joiners: ["heron", "wren"] });

let rowan: TestWorld;
let heron: TestWorld;
let wren: TestWorld;

const sizeOf = (world: TestWorld): Promise<number> =>
  world.inVault((vault) => vault.campaign.get().unit.size);

const edit = async (world: TestWorld, size: number): Promise<void> => {
  const changes = world.file("changes.json", JSON.stringify({ unit: { size } }));
  const output = join(world.folder, `${size}.pledge`);
  await done(world, "campaign", "edit", "--from", changes, "-o", output);
};

/** Number 2 by the founder, with 70 workers, and another number 2 by heron, with 80. */
beforeEach(async () => {
  [rowan, heron, wren] = [member("rowan"), member("heron"), member("wren")];
  await edit(rowan, 70);
  await edit(heron, 80);
});

const showJson = async (world: TestWorld) => {
  const { stdout, exitCode } = await world.pledge("committee", "show", "--json");
  const { number, forks } = JSON.parse(stdout) as {
    readonly number: number;
    readonly forks: readonly { readonly hash: string; readonly signers: readonly string[] }[];
  };
  return { number, forks, exitCode };
};

describe("two numbers 2 of the committee file", () => {
  it("are both kept and neither is used, whichever came first", async () => {
    const files = [carry(rowan, wren, "70.pledge"), carry(heron, wren, "80.pledge")];
    for (const order of [files, files.toReversed()]) {
      const world = order === files ? wren : heron;
      const own = order === files ? order : [carry(rowan, heron, "70.pledge")];
      const { stdout, exitCode } = await world.pledge("merge", ...own, "--json");
      expect(outcomesOf(stdout).at(-1)).toMatch(/fork$/u);
      expect(exitCode).toBe(1);
      expect(await sizeOf(world)).toBe(60);
    }
    const [first, second] = [await showJson(wren), await showJson(heron)];
    expect(first).toEqual(second);
    expect(first).toMatchObject({ number: 1, exitCode: 1 });
    const signers = first.forks.flatMap((fork) => fork.signers);
    expect(new Set(signers)).toEqual(new Set(["heron", "rowan"]));
  });

  it("are shown with whose they are, and the way out", async () => {
    await wren.pledge("merge", carry(rowan, wren, "70.pledge"), carry(heron, wren, "80.pledge"));
    const shown = masked(await wren.transcript("committee", "show"));
    expect(shown.replaceAll(/signed by (?:heron|rowan)\n/gu, "signed by HANDLE\n"))
      .toMatchInlineSnapshot(`
      "$ pledge committee show
      No contracts with the police
        heron  no team
               key XXXX XXXX XXXX XXXX
        rowan  no team
               key XXXX XXXX XXXX XXXX
        wren   you; no team
               key XXXX XXXX XXXX XXXX
      The committee file is number 1, signed by rowan on 2026-11-22.

      There are different numbers 2 of the committee file, and none of them is used:
        <16 digits>
          signed by HANDLE
        <16 digits>
          signed by HANDLE
      Talk about it and agree on one. Whoever has its file sends it to all; if it is
      lost, this writes it again:
        pledge committee export <16 digits> -o FILE
      Then everybody, also whoever made it, adopts that one:
        pledge join FILE
      [exit 1]"
    `);
  });

  it("stop every change of the committee", async () => {
    await wren.pledge("merge", carry(rowan, wren, "70.pledge"), carry(heron, wren, "80.pledge"));
    const changes = wren.file("c.json", JSON.stringify({ unit: { size: 90 } }));
    await done(rowan, "key", "export", "-o", join(rowan.folder, "rowan.join"));
    const file = carry(rowan, wren, "rowan.join");
    expect(await wren.transcript("campaign", "edit", "--from", changes)).toMatchInlineSnapshot(`
      "$ pledge campaign edit --from ~/c.json
      ! pledge: error: there are two different numbers 2 of the committee file, and neither is used
      ! pledge: hint: see whose they are with "pledge committee show", agree on one, and adopt it: "pledge join FILE"
      [exit 1]"
    `);
    for (const args of [
      ["committee", "remove", "heron", "--yes"],
      ["invite", file, "-o", join(wren.folder, "new")],
    ]) {
      const { stderr } = await wren.pledge(...args, "--json");
      expect(JSON.parse(stderr)).toMatchObject({ error: { code: "committee-forked" } });
    }
    expect((await insideOf(wren)).reference.number).toBe(1);
  });

  it("are left behind when everybody adopts one, also whoever made the other", async () => {
    await wren.pledge("merge", carry(rowan, wren, "70.pledge"), carry(heron, wren, "80.pledge"));
    await heron.pledge("merge", carry(rowan, heron, "70.pledge"));
    await rowan.pledge("merge", carry(heron, rowan, "80.pledge"));
    const known = ["--fingerprint", await fingerprintOf(rowan)];
    const shown = await wren.transcript("join", carry(rowan, wren, "70.pledge"), ...known);
    expect(masked(shown)).toMatchInlineSnapshot(`
      "$ pledge join ~/70.pledge --fingerprint rowan=<fingerprint>
      You go by number 2 of the committee file now.
        heron  no team
        rowan  no team
        wren   you; no team
      [exit 0]"
    `);
    await done(heron, "join", carry(rowan, heron, "70.pledge"), ...known);
    await done(rowan, "join", join(rowan.folder, "70.pledge"));
    for (const world of [rowan, heron, wren]) {
      expect(await showJson(world)).toMatchObject({ number: 2, forks: [], exitCode: 0 });
      expect(await sizeOf(world)).toBe(70);
    }
    // The one that was left changes nothing any more, and the next number goes on.
    const { stdout } = await wren.pledge("merge", carry(heron, wren, "80.pledge"), "--json");
    expect(outcomesOf(stdout)).toEqual(["80.pledge duplicate"]);
    await edit(wren, 90);
    await done(rowan, "merge", carry(wren, rowan, "90.pledge"));
    expect(await sizeOf(rowan)).toBe(90);
  });

  it("may be adopted one after the other: the last one holds", async () => {
    const [first, second] = [carry(rowan, wren, "70.pledge"), carry(heron, wren, "80.pledge")];
    for (const [file, by, size] of [
      [first, rowan, 70],
      [second, heron, 80],
      [first, rowan, 70],
    ] as const) {
      await done(wren, "join", file, "--fingerprint", await fingerprintOf(by));
      expect(await sizeOf(wren)).toBe(size);
    }
  });

  it("can be written again from a vault when the file is lost", async () => {
    await wren.pledge("merge", carry(rowan, wren, "70.pledge"), carry(heron, wren, "80.pledge"));
    const { forks } = await showJson(wren);
    const theirs = forks.find(({ signers }) => signers[0] === "heron")?.hash ?? "";
    await done(
      wren,
      "committee",
      "export",
      theirs.slice(0, 16).toUpperCase(),
      "-o",
      join(wren.folder, "again"),
    );
    const known = ["--fingerprint", await fingerprintOf(heron)];
    await done(rowan, "join", carry(wren, rowan, "again"), ...known);
    expect(await sizeOf(rowan)).toBe(80);
    for (const digits of ["0000000", "00000000", "x".repeat(8)])
      expect((await wren.pledge("committee", "export", digits)).exitCode).toBe(2);
  });
});
