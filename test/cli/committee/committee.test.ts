import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import { carry, done, fingerprintOf, keyOf, masked } from "../../support/committee-world.ts";
import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";
import { insideOf, openpgp, outcomesOf, put } from "./forge.ts";
import { freshCommittee } from "./fresh-committee.ts";

const member = freshCommittee({
  founder: "rowan",
  joiners: ["heron", "wren"],
  turf: { heron: ["cloud"], rowan: ["ads", "cloud"] },
});

let rowan: TestWorld;
let heron: TestWorld;
let wren: TestWorld;

beforeEach(() => {
  [rowan, heron, wren] = [member("rowan"), member("heron"), member("wren")];
});

const at = (world: TestWorld, name: string): string => join(world.folder, name);

describe("pledge committee show", () => {
  it("shows the members with their teams and keys, and who signed the number", async () => {
    expect(masked(await heron.transcript("committee", "show"))).toMatchInlineSnapshot(`
      "$ pledge committee show
      No contracts with the police
        heron  you; Cloud
               key XXXX XXXX XXXX XXXX
        rowan  Cloud, Ads
               key XXXX XXXX XXXX XXXX
        wren   no team
               key XXXX XXXX XXXX XXXX
      The committee file is number 1, signed by rowan on 2026-11-22.
      [exit 0]"
    `);
    const { fingerprint } = await keyOf(rowan);
    const begins = fingerprint.toUpperCase().slice(0, 16).match(/.{4}/gu) ?? [];
    expect((await heron.pledge("committee", "show")).stdout).toContain(begins.join(" "));
  });

  it("says in a vault without a committee how one is founded", async () => {
    const alone = await testWorld();
    await alone.init();
    for (const args of [["show"], ["export"], ["remove", "heron", "--yes"]])
      expect(await alone.transcript("committee", ...args)).toMatch(
        /error: this vault is in no committee yet\n.*pledge invite[^]*exit 1/u,
      );
  });
});

describe("pledge committee remove", () => {
  it("makes the number without the member, and says what cannot be undone", async () => {
    rowan.answers([true]);
    const shown = await rowan.transcript(
      "committee",
      "remove",
      "wren",
      "-o",
      at(rowan, "2.pledge"),
    );
    expect(shown).toMatchInlineSnapshot(`
      "$ pledge committee remove wren -o ~/2.pledge
      wren is out: number 2 of the committee file, for 2 members.
      From now on nothing is encrypted to wren, and what wren sent counts no longer
      with anybody who has this number.
      What wren has stays with wren: who the members are, the campaign, the texts,
      every tally and list of signers so far, and the people in wren's own vault.
      Send 2.pledge to heron, to be taken in with:
        pledge merge 2.pledge
      [exit 0]"
    `);
    expect(rowan.questions().at(-1)).toBe("Take wren out of the committee?");
    expect(await done(heron, "merge", carry(rowan, heron, "2.pledge"))).toMatch(
      /\n\nwren was removed; what wren sent counts no longer\.\n$/u,
    );
    const forWren = await wren.pledge("merge", carry(rowan, wren, "2.pledge"), "--json");
    expect(outcomesOf(forWren.stdout)).toEqual(["2.pledge refused seal-not-for-us"]);
    const { number, members } = JSON.parse(await done(heron, "committee", "show", "--json")) as {
      readonly number: number;
      readonly members: readonly { readonly handle: string }[];
    };
    expect({ number, handles: members.map(({ handle }) => handle) }).toEqual({
      number: 2,
      handles: ["heron", "rowan"],
    });
  });

  it("takes several out in one number, down to ourselves", async () => {
    const shown = await rowan.transcript("committee", "remove", "wren", "heron", "--yes");
    expect(shown).toMatchInlineSnapshot(`
      "$ pledge committee remove wren heron --yes
      heron and wren are out: number 2 of the committee file, for 1 member.
      From now on nothing is encrypted to them, and what heron and wren sent counts no
      longer with anybody who has this number.
      What heron and wren have stays with them: who the members are, the campaign, the
      texts, every tally and list of signers so far, and the people in their own
      vaults.
      [exit 0]"
    `);
  });

  it("changes nothing for a no, a Ctrl-C, and without anybody to ask", async () => {
    const outputs: (readonly [number, string])[] = [];
    for (const answers of [[false], ["^C"], []]) {
      rowan.answers(answers);
      const { exitCode, stderr } = await rowan.pledge(
        "committee",
        "remove",
        "wren",
        "-o",
        at(rowan, "x"),
      );
      outputs.push([exitCode, stderr.split("\n")[0] ?? ""]);
    }
    expect(outputs).toEqual([
      [1, "Nobody was taken out."],
      [130, "pledge: stopped; what was not finished is not kept"],
      [2, "pledge: error: this needs a yes, and there is nobody to ask"],
    ]);
    expect(existsSync(at(rowan, "x"))).toBe(false);
    expect((await insideOf(rowan)).reference.number).toBe(1);
  });

  it("refuses ourselves, whoever is not there, and to write over a file", async () => {
    expect(await rowan.transcript("committee", "remove", "rowan", "--yes")).toMatchInlineSnapshot(`
      "$ pledge committee remove rowan --yes
      ! pledge: error: a member cannot take herself out: nobody in the committee would have signed it
      ! pledge: hint: ask another member to do it
      [exit 1]"
    `);
    expect(await rowan.transcript("committee", "remove", "robin", "--yes")).toMatchInlineSnapshot(`
      "$ pledge committee remove robin --yes
      ! pledge: error: nobody here has that handle
      ! pledge: hint: the handles are heron, rowan and wren
      [exit 2]"
    `);
    put(rowan, "mine", "mine");
    const over = ["committee", "remove", "wren", "--yes", "-o", at(rowan, "mine")];
    expect((await rowan.pledge(...over)).exitCode).toBe(6);
    expect((await insideOf(rowan)).reference.number).toBe(1);
    await done(rowan, ...over, "--force");
  });
});

describe("pledge committee export", () => {
  it("writes the file once more, with the same signed bytes, for whoever has lost it", async () => {
    const shown = await heron.transcript("committee", "export", "-o", at(heron, "again.pledge"));
    expect(shown).toMatchInlineSnapshot(`
      "$ pledge committee export -o ~/again.pledge
      ~/again.pledge: number 1 of the committee file.
      Encrypted to heron, rowan and wren.
      [exit 0]"
    `);
    // To whoever takes it in, it is the file of the founder who signed it.
    const { stdout } = await wren.pledge("merge", carry(heron, wren, "again.pledge"), "--json");
    expect(JSON.parse(stdout)).toMatchObject({ files: [{ outcome: "duplicate" }] });
    await done(
      wren,
      "join",
      carry(heron, wren, "again.pledge"),
      "--fingerprint",
      await fingerprintOf(rowan),
    );
  });

  it("prints armored text where no file is named, and hides its readers unless they are to be named", async () => {
    const { stdout } = await rowan.pledge("committee", "export");
    expect(stdout).toMatch(/^-----BEGIN PGP MESSAGE-----\n/u);
    const json = JSON.parse(await done(rowan, "committee", "export", "--json")) as {
      readonly content: string;
    };
    expect(json).toMatchObject({ v: 1, number: 1, content: expect.stringContaining("BEGIN PGP") });
    const outside = await openpgp.outside(new TextEncoder().encode(json.content));
    expect(outside?.readers).toEqual([undefined, undefined, undefined]);
    const named = await done(rowan, "committee", "export", "--named");
    const shown = await openpgp.outside(new TextEncoder().encode(named));
    expect(shown?.readers.map((one) => one?.length)).toEqual([16, 16, 16]);
  });

  it("writes text to a file that ends in .asc, and bytes to any other", async () => {
    for (const name of ["c.asc", "c.pledge"])
      await done(rowan, "committee", "export", "-o", at(rowan, name));
    expect(rowan.read("c.asc")).toMatch(/^-----BEGIN PGP MESSAGE-----\n/u);
    expect(rowan.read("c.pledge")).not.toContain("BEGIN");
    for (const name of ["c.asc", "c.pledge"]) await done(heron, "merge", carry(rowan, heron, name));
  });

  it("leaves out whom it is told to, never ourselves", async () => {
    const file = at(rowan, "two.pledge");
    const shown = await done(rowan, "committee", "export", "--without", "wren", "-o", file);
    expect(shown).toContain("Encrypted to heron and rowan.");
    const { stdout } = await wren.pledge("merge", carry(rowan, wren, "two.pledge"), "--json");
    expect(JSON.parse(stdout)).toMatchObject({ files: [{ reason: "seal-not-for-us" }] });
    for (const handle of ["rowan", "robin"])
      expect((await rowan.pledge("committee", "export", "--without", handle)).stderr).toContain(
        "the handles are heron and wren",
      );
  });
});
