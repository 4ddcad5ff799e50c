/** `pledge recovery share`, `give` and `combine`. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import { carry, committeeOf, done } from "../../support/committee-world.ts";
import type { Committee } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";

const second = "the second sample passphrase";

let committee: Committee;
let rowan: TestWorld;

const member = (handle: string): TestWorld => committee[handle] as TestWorld;

/** Everybody's share, given back: the paths in rowan's folder. */
const givenBack = async (handles: readonly string[]): Promise<readonly string[]> => {
  const files: string[] = [];
  for (const handle of handles) {
    const world = member(handle);
    const file = carry(rowan, world, `share-for-${handle}.pledge`);
    await done(
      world,
      "recovery",
      "give",
      file,
      "-o",
      join(world.folder, `${handle}.share`),
      "--yes",
    );
    files.push(carry(world, rowan, `${handle}.share`));
  }
  return files;
};

const share = (...words: readonly string[]) =>
  rowan.pledge("recovery", "share", "-o", rowan.folder, ...words);

beforeEach(async () => {
  committee = await committeeOf({ founder: "rowan", joiners: ["heron", "wren", "teal"] });
  rowan = member("rowan");
});

describe("pledge recovery share", () => {
  it("writes a file for each member, and any few of them open the vault", async () => {
    rowan.answers([true]);
    expect(
      await rowan.transcript("recovery", "share", "--need", "2", "--of", "3", "-o", rowan.folder),
    ).toMatchInlineSnapshot(`
      "$ pledge recovery share --need 2 --of 3 -o ~
      ~/share-for-heron.pledge: for heron
      ~/share-for-teal.pledge: for teal
      ~/share-for-wren.pledge: for wren
      ! Send each file to its member, to be kept away from this computer. Shares made before are void. When you need them: each gives you hers back with "pledge recovery give", and you run "pledge recovery combine".
      [exit 0]"
    `);
    expect(rowan.questions()).toMatchInlineSnapshot(`
      [
        "Any 2 of heron, teal and wren together will be able to open this vault, and any copy of it, without you. Make the shares?",
      ]
    `);
    const files = readdirSync(rowan.folder).filter((name) => name.startsWith("share-for-"));
    expect(files).toHaveLength(3);
    for (const file of files)
      expect(statSync(join(rowan.folder, file)).mode & 0o777, file).toBe(0o600);
    const back = await givenBack(["teal", "heron"]);
    expect(
      await rowan.transcript(
        "recovery",
        "combine",
        ...back,
        "--new-passphrase-file",
        rowan.file("new", second),
      ),
    ).toMatchInlineSnapshot(`
      "$ pledge recovery combine ~/teal.share ~/heron.share --new-passphrase-file ~/new
      The vault is open again and has a new passphrase. The shares still hold.
      ! Delete the files that they gave back: any of them that somebody else saw is one less to find. New shares make these void.
      [exit 0]"
    `);
    const opened = await rowan.pledge("--passphrase-file", join(rowan.folder, "new"), "list");
    expect(opened.exitCode).toBe(0);
    expect((await rowan.pledge("list")).exitCode).toBe(3);
  });

  it("restores a backup too, where the vault is gone", async () => {
    expect(await share("--need", "2", "--of", "3", "--yes")).toMatchObject({ exitCode: 0 });
    const backup = join(rowan.folder, "campaign.backup");
    await done(rowan, "backup", backup);
    const back = await givenBack(["wren", "heron"]);
    const folder = join(rowan.folder, "back");
    const restored = await rowan.pledge("--vault", folder, "restore", backup, "--shares", ...back);
    expect(restored.stderr).toContain("pledge recovery combine");
    const file = rowan.file("new", second);
    const combined = await rowan.pledge(
      "--vault",
      folder,
      "recovery",
      "combine",
      ...back,
      "--new-passphrase-file",
      file,
    );
    expect(combined.exitCode).toBe(0);
  });

  it("writes nothing where it is not agreed, or cannot be", async () => {
    rowan.answers([false]);
    expect((await share("--need", "2", "--of", "3")).exitCode).toBe(1);
    rowan.answers(["^C"]);
    expect((await share("--need", "2", "--of", "3")).exitCode).toBe(130);
    const refused = await Promise.all(
      [
        ["--need", "1", "--of", "3"],
        ["--need", "4", "--of", "3"],
        ["--need", "2", "--of", "17"],
        ["--need", "2", "--of", "2"],
        ["--need", "2", "--of", "3", "heron", "wren"],
        ["--need", "2", "--of", "2", "heron", "rowan"],
        ["--need", "2", "--of", "2", "heron", "nobody"],
        ["--need", "two", "--of", "3"],
      ].map(async (words) => (await share(...words, "--yes")).stderr.split("\n")[0]),
    );
    expect(refused).toMatchInlineSnapshot(`
      [
        "pledge: error: at least 2 shares have to be needed, at most as many as there are, and there are at most 16",
        "pledge: error: at least 2 shares have to be needed, at most as many as there are, and there are at most 16",
        "pledge: error: at least 2 shares have to be needed, at most as many as there are, and there are at most 16",
        "pledge: error: 2 shares for 3 members: each member gets one",
        "pledge: error: 3 shares for 2 members: each member gets one",
        "pledge: error: a share of your own would be lost together with the vault",
        "pledge: error: nobody here has that handle",
        "pledge: error: option '--need <n>' argument 'two' is invalid. It should be a whole number",
      ]
    `);
    rowan.file("share-for-wren.pledge", "something else");
    expect((await share("--need", "2", "--of", "3", "--yes")).exitCode).toBe(6);
    expect(readdirSync(rowan.folder).filter((name) => name.startsWith("share-for-"))).toEqual([
      "share-for-wren.pledge",
    ]);
    expect((await rowan.pledge("passphrase", "list")).stdout).toBe("1  a passphrase\n");
  });
});

describe("pledge recovery give", () => {
  it("asks whether she herself wants it", async () => {
    await share("--need", "2", "--of", "3", "--yes");
    const wren = member("wren");
    const file = carry(rowan, wren, "share-for-wren.pledge");
    const out = join(wren.folder, "out");
    wren.answers([false, true]);
    expect((await wren.pledge("recovery", "give", file, "-o", out)).exitCode).toBe(1);
    expect(await wren.transcript("recovery", "give", file, "-o", out)).toMatchInlineSnapshot(`
      "$ pledge recovery give ~/share-for-wren.pledge -o ~/out
      ~/out: for rowan alone, who takes it to "pledge recovery combine".
      ! It is plain text now, so hand it over in person or by a messenger that encrypts, and then delete it here.
      [exit 0]"
    `);
    expect(wren.questions()[0]).toMatchInlineSnapshot(
      `"This is share 3 of 3 of rowan's recovery key, as of 2026-11-22. Whoever has any 2 of them reads all of rowan's vault. Did you speak with rowan, and is it rowan who wants it?"`,
    );
    expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(await wren.transcript("peek", out)).toMatchInlineSnapshot(`
      "$ pledge peek ~/out
      A stranger who finds it:
        - It is share 3 of 3 of the recovery key of a vault, in plain text.
        - Any 2 of them open that vault, wherever a copy of it is. This one alone
          opens nothing, and says nothing of whose it is.
      [exit 0]"
    `);
    expect(await wren.transcript("peek", "--inside", "--json", file)).toContain(
      "Share 3 of 3 of the recovery key of rowan",
    );
    expect(await wren.transcript("merge", file)).toContain("pledge recovery give FILE -o OUT");
  });

  it("takes nobody else's, and no other file", async () => {
    await share("--need", "2", "--of", "3", "--yes");
    const wren = member("wren");
    const out = join(wren.folder, "out");
    const others = carry(rowan, wren, "share-for-heron.pledge");
    const committeeFile = carry(rowan, wren, "committee.pledge");
    for (const file of [others, committeeFile])
      expect((await wren.pledge("recovery", "give", file, "-o", out, "--yes")).exitCode).toBe(5);
  });
});

describe("pledge recovery combine", () => {
  it("names what is no share, what is none of this vault's, and how many are missing", async () => {
    await share("--need", "2", "--of", "3", "--yes");
    const [good = "", other = ""] = await givenBack(["heron", "teal"]);
    const changed = rowan
      .read("teal.share")
      .replace(/"share":"(.)/u, (text, first: string) =>
        text.replace(`"${first}`, first === "A" ? '"B' : '"A'),
      );
    rowan.file("changed.share", changed);
    const combine = (...files: readonly string[]): Promise<string> =>
      rowan.transcript("recovery", "combine", ...files);
    expect(await combine(good)).toMatchInlineSnapshot(`
      "$ pledge recovery combine ~/heron.share
      ! pledge: error: 1 share is not enough: any 2 different ones open the vault
      ! pledge: hint: ask 1 more member for "pledge recovery give FILE -o OUT"
      [exit 3]"
    `);
    expect(
      await combine(
        good,
        join(rowan.folder, "changed.share"),
        join(rowan.folder, "share-for-wren.pledge"),
      ),
    ).toMatchInlineSnapshot(`
      "$ pledge recovery combine ~/heron.share ~/changed.share ~/share-for-wren.pledge
      ! pledge: error: ~/changed.share is not share 2 as it was made: somebody changed it, or made it up; ~/share-for-wren.pledge is no share that a member gave back, or it is damaged
      ! pledge: hint: get those again from the members, or take other members' shares; nothing was changed
      [exit 5]"
    `);
    const again = await share("--need", "2", "--of", "3", "--yes", "--force");
    expect(again).toMatchObject({ exitCode: 0 });
    expect(await combine(good, other)).toMatchInlineSnapshot(`
      "$ pledge recovery combine ~/heron.share ~/teal.share
      ! pledge: error: ~/heron.share is a share of another vault, or of shares that are void; ~/teal.share is a share of another vault, or of shares that are void
      ! pledge: hint: get those again from the members, or take other members' shares; nothing was changed
      [exit 5]"
    `);
    expect(await combine(join(rowan.folder, "none"))).toContain("there is no file");
  });

  it("says so where a vault has no shares, or none is there", async () => {
    const file = rowan.file("x", "{}");
    expect((await rowan.pledge("recovery", "combine", file)).stderr).toContain(
      "no recovery key in shares",
    );
    const nowhere = join(rowan.folder, "nowhere");
    expect((await rowan.pledge("--vault", nowhere, "recovery", "combine", file)).exitCode).toBe(4);
  });
});
