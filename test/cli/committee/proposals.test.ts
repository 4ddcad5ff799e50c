/** A committee of which two must sign: proposals, signatures one after the other, and what goes wrong. Sample handles. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import { carry, done, masked } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { freshCommittee } from "./fresh-committee.ts";

const member = freshCommittee(
  { founder: "rowan", joiners: ["heron", "wren"], turf: { heron: ["cloud"] } },
  async (worlds) => {
    const { rowan, heron, wren } = worlds as Record<"rowan" | "heron" | "wren", TestWorld>;
    await done(rowan, "committee", "needs", "2", "-o", join(rowan.folder, "two"));
    for (const other of [heron, wren]) await done(other, "merge", carry(rowan, other, "two"));
  },
);

let [rowan, heron, wren] = [] as unknown as [TestWorld, TestWorld, TestWorld];

beforeEach(() => {
  [rowan, heron, wren] = [member("rowan"), member("heron"), member("wren")];
});

/** Hashes are others in every run. */
const steady = (text: string): string => masked(text).replaceAll(/\b[0-9a-f]{8}\b/gu, "HASH8HEX");

const shownBy = async (world: TestWorld): Promise<object> =>
  JSON.parse(await done(world, "committee", "show", "--json")) as object;

const hashOf = async (world: TestWorld): Promise<string> => {
  const { proposals } = JSON.parse(await done(world, "committee", "propose", "--json")) as {
    readonly proposals: readonly { readonly hash: string }[];
  };
  return proposals[0]?.hash ?? "";
};

const propose = (world: TestWorld, team: string, file: string): Promise<string> =>
  done(world, "committee", "turf", `wren=${team}`, "-o", join(world.folder, file));

describe("a committee of which two must sign", () => {
  it("changes with the second signature, and is shown before it", async () => {
    const turf = ["committee", "turf", "wren=ads", "-o", join(rowan.folder, "proposal")];
    expect(steady(await rowan.transcript(...turf))).toMatchInlineSnapshot(`
      "$ pledge committee turf wren=ads -o ~/proposal
      Nothing is changed yet. This is proposal HASH8HEX for number 3 of the committee
      file, and you have signed it; 1 more member has to.
      Send proposal to heron and wren. Whoever agrees signs it with:
        pledge committee sign proposal -o signed.pledge
      [exit 0]"
    `);
    expect(await shownBy(rowan)).toMatchObject({ number: 2, needs: 2, signers: ["rowan"] });
    expect(steady(await rowan.transcript("committee", "show"))).toMatchInlineSnapshot(`
      "$ pledge committee show
      No contracts with the police
        heron  Cloud
               key XXXX XXXX XXXX XXXX
        rowan  you; no team
               key XXXX XXXX XXXX XXXX
        wren   no team
               key XXXX XXXX XXXX XXXX
      The committee file is number 2, signed by rowan on 2026-11-22.
      2 of 3 members must sign what changes it.
      1 proposal waits for signatures: "pledge committee propose".
      [exit 0]"
    `);
    carry(rowan, heron, "proposal");
    const sign = ["committee", "sign", join(heron.folder, "proposal"), "-o"];
    expect(steady(await heron.transcript(...sign, join(heron.folder, "signed"), "--yes")))
      .toMatchInlineSnapshot(`
        "$ pledge committee sign ~/proposal -o ~/signed --yes
        Number 3 of the committee file is signed by enough members and in use.
        Send signed to rowan and wren, to be taken in with:
          pledge merge signed
        ! Proposal HASH8HEX for number 3 of the committee file, of 2026-11-22, signed by
        ! rowan; 1 more member has to:
        ! wren answers for Ads now.
        [exit 0]"
      `);
    expect(await shownBy(heron)).toMatchObject({ number: 3, signers: ["rowan", "heron"] });
    for (const other of [rowan, wren]) {
      expect(
        JSON.parse(await done(other, "merge", carry(heron, other, "signed"), "--json")),
      ).toMatchObject({ files: [{ outcome: "merged" }] });
      expect(await shownBy(other)).toMatchObject({ number: 3, waiting: [] });
    }
  });

  it("takes a proposal in by merge, and signs it afterwards", async () => {
    await propose(rowan, "ads", "proposal");
    const file = carry(rowan, wren, "proposal");
    expect(steady(await wren.transcript("merge", file))).toMatchInlineSnapshot(`
      "$ pledge merge ~/proposal
      ~/proposal: number 3 of the committee file: waits for 1
      more signature: "pledge committee sign"
      [exit 0]"
    `);
    expect(steady(await wren.transcript("merge", file))).toContain("here already");
    expect(steady(await wren.transcript("committee", "propose"))).toMatchInlineSnapshot(`
      "$ pledge committee propose
      Proposal HASH8HEX for number 3 of the committee file, of 2026-11-22, signed by
      rowan; 1 more member has to:
        wren answers for Ads now.
      [exit 0]"
    `);
    expect(steady(await wren.transcript("committee", "sign"))).toContain("--yes");
    await done(wren, "committee", "sign", "--yes");
    expect(await shownBy(wren)).toMatchObject({ number: 3, signers: ["rowan", "wren"] });
    expect(steady(await wren.transcript("committee", "sign", file))).toMatchInlineSnapshot(`
      "$ pledge committee sign ~/proposal
      ~/proposal: number 3 of the committee file: here already
      [exit 0]"
    `);
    expect(steady(await wren.transcript("committee", "propose"))).toMatchInlineSnapshot(`
      "$ pledge committee propose
      Nothing waits for signatures.
      [exit 0]"
    `);
  });

  it("counts nobody's signature twice, and says so", async () => {
    await propose(rowan, "ads", "proposal");
    expect(steady(await rowan.transcript("committee", "sign", join(rowan.folder, "proposal"))))
      .toMatchInlineSnapshot(`
        "$ pledge committee sign ~/proposal
        You have signed HASH8HEX before; 1 more member has to. Its file once more:
        "pledge committee propose HASH8HEX -o FILE".
        [exit 0]"
      `);
    expect(await shownBy(rowan)).toMatchObject({ number: 2 });
  });

  it("warns whoever signs two that contradict each other, and uses neither once both have enough", async () => {
    await propose(rowan, "ads", "one");
    await propose(heron, "cloud", "other");
    await done(wren, "merge", carry(rowan, wren, "one"), carry(heron, wren, "other"));
    const unclear = await wren.transcript("committee", "sign", "--yes");
    expect(unclear).toContain("2 numbers of the committee file wait for signatures");
    const first = await hashOf(wren);
    await done(wren, "committee", "sign", "--hash", first.slice(0, 8), "--yes");
    expect(await shownBy(wren)).toMatchObject({ number: 3, forks: [] });
    // The other one waits behind it; whoever signs that too, and has signed the first, is warned.
    const isRowans = first === (await hashOf(rowan));
    const [by, from, name] = isRowans ? [rowan, heron, "other"] : [heron, rowan, "one"];
    const signed = join(by.folder, "signed");
    const sign = ["committee", "sign", carry(from, by, name), "-o", signed, "--yes"];
    const asked = (await by.transcript(...sign)).replaceAll(/[\s!]+/gu, " ");
    expect(asked).toContain("if enough members sign both, neither is used");
    const merged = await wren.pledge("merge", carry(by, wren, "signed"), "--json");
    expect(JSON.parse(merged.stdout)).toMatchObject({ files: [{ outcome: "fork" }] });
    const { stdout } = await wren.pledge("committee", "show", "--json");
    expect(JSON.parse(stdout)).toMatchObject({ number: 2, forks: [{}, {}] });
  });

  it("does not tell whoever is to go", async () => {
    const file = join(rowan.folder, "proposal");
    await done(rowan, "committee", "remove", "wren", "-o", file, "--yes");
    const refused = await wren.pledge("merge", carry(rowan, wren, "proposal"), "--json");
    expect(JSON.parse(refused.stdout)).toMatchObject({ files: [{ reason: "seal-not-for-us" }] });
    await done(heron, "committee", "sign", carry(rowan, heron, "proposal"), "--yes");
    expect(await shownBy(heron)).toMatchObject({
      members: [{ handle: "heron" }, { handle: "rowan" }],
    });
  });

  it("lets a proposal go, and takes it in again", async () => {
    await propose(rowan, "ads", "proposal");
    const hash = await hashOf(rowan);
    expect(
      steady(await rowan.transcript("committee", "propose", hash.slice(0, 8), "--drop", "--yes")),
    ).toMatchInlineSnapshot(`
      "$ pledge committee propose HASH8HEX --drop --yes
      Proposal HASH8HEX is dropped.
      [exit 0]"
    `);
    expect(await shownBy(rowan)).toMatchObject({ waiting: [] });
    await done(rowan, "merge", join(rowan.folder, "proposal"));
    expect(await shownBy(rowan)).toMatchObject({ waiting: [hash] });
    const again = join(rowan.folder, "again");
    await done(rowan, "committee", "propose", "-o", again);
    await done(heron, "committee", "sign", carry(rowan, heron, "again"), "--yes");
    expect(await shownBy(heron)).toMatchObject({ number: 3 });
  });

  it("carries proposals and signatures through a shared folder", async () => {
    const folder = join(rowan.folder, "shared");
    mkdirSync(folder);
    await propose(rowan, "ads", "proposal");
    const exchange = (world: TestWorld): Promise<string> =>
      done(world, "exchange", folder, "--json", "--yes");
    await exchange(rowan);
    await exchange(heron);
    await done(heron, "committee", "sign", "--yes");
    await exchange(heron);
    await exchange(rowan);
    await exchange(wren);
    for (const world of [rowan, heron, wren])
      expect(await shownBy(world)).toMatchObject({ number: 3, waiting: [] });
  });

  it.each([
    [["committee", "needs", "4"], "needs-beyond"],
    [["committee", "sign"], "proposal-unknown"],
    [["committee", "propose", "0123abcd"], "proposal-unknown"],
  ])("refuses %j", async (args, code) => {
    const { stderr, exitCode } = await rowan.pledge(...args, "--json");
    expect(JSON.parse(stderr)).toMatchObject({ error: { code } });
    expect(exitCode).not.toBe(0);
    expect(await shownBy(rowan)).toMatchObject({ number: 2, waiting: [] });
  });

  it("says how many must sign, and needs them for less too", async () => {
    expect(steady(await rowan.transcript("committee", "needs", "3"))).toContain(
      "Nothing is changed yet",
    );
    expect(steady(await rowan.transcript("committee", "propose"))).toMatchInlineSnapshot(`
      "$ pledge committee propose
      Proposal HASH8HEX for number 3 of the committee file, of 2026-11-22, signed by
      rowan, you among them; 1 more member has to:
        The next number needs 3 signatures.
      [exit 0]"
    `);
  });
});
