import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";

import { done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { fileOf, insideOf, outcomesOf } from "./forge.ts";
import { freshCommittee, signing } from "./fresh-committee.ts";

const handles = ["rowan", "heron", "wren", "finch", "kestrel"] as const;

const member = freshCommittee(
  { founder: "rowan", joiners: handles.slice(1), turf: { heron: ["cloud"], wren: ["ads"] } },
  async (worlds) => {
    for (const [index, handle] of handles.entries()) {
      const world = worlds[handle];
      const people = signing(5 + index, index % 2 === 0 ? "cloud" : "ads", 100 * index);
      if (world !== undefined)
        await done(world, "add", "--from", world.file("people.json", people));
    }
  },
);

let rowan: TestWorld;
let folder: string;

beforeEach(() => {
  rowan = member("rowan");
  folder = join(rowan.folder, "shared");
  mkdirSync(folder);
});

interface Exchanged {
  readonly ours: { readonly outcome: string; readonly file: string; readonly seq: number };
  readonly committee: readonly string[];
}

const exchange = async (handle: string, ...more: readonly string[]): Promise<Exchanged> =>
  JSON.parse(await done(member(handle), "exchange", folder, "--json", ...more)) as Exchanged;

const outcome = async (handle: string, ...more: readonly string[]): Promise<string> => {
  const { ours } = await exchange(handle, ...more);
  return `${ours.outcome} ${ours.seq}`;
};

/** Everything that a member's vault says of the campaign, its own place in it aside. */
const counted = async (handle: string): Promise<unknown> => {
  const { actions, teams } = JSON.parse(await done(member(handle), "status", "--json")) as Record<
    string,
    unknown
  >;
  return { actions, teams };
};

const filesThere = (): readonly string[] => readdirSync(folder).toSorted();

const bytesThere = (): readonly string[] =>
  filesThere().map((name) => `${name} ${readFileSync(join(folder, name), "hex")}`);

const add = (count: number): Promise<string> =>
  done(rowan, "add", "--from", rowan.file("more.json", signing(count, "cloud", 1000)));

describe("a folder that something carries", () => {
  it.each([1, 2])(
    "brings five organizers to the same numbers, in whatever order (%i)",
    async (seed) => {
      // Each runs it twice, somewhere among the others; then everybody once more.
      const orders = fc.shuffledSubarray([...handles, ...handles], { minLength: 10 });
      const [runs] = fc.sample(orders, { numRuns: 1, seed });
      for (const handle of runs ?? []) await exchange(handle);
      for (const handle of handles) expect(await outcome(handle)).toBe("unchanged 1");
      const agreed = await counted("rowan");
      expect(agreed).toMatchObject({
        actions: [{ pledged: { high: 5 + 6 + 7 + 8 + 9 } }, {}, {}, {}],
      });
      for (const handle of handles) expect(await counted(handle)).toEqual(agreed);
      // One file each, and one of the committee's.
      expect(filesThere()).toHaveLength(6);
      expect(filesThere().every((name) => /^[0-9a-f]{16}\.pgp$/u.test(name))).toBe(true);
    },
  );

  it("is left as it is, byte for byte, where nothing is new", async () => {
    await exchange("rowan");
    await exchange("heron");
    const before = bytesThere();
    for (const handle of ["rowan", "heron", "rowan"]) await exchange(handle);
    expect(bytesThere()).toEqual(before);
    const cwd = process.cwd();
    process.chdir(folder);
    try {
      for (const here of [".", "./", "../shared/"]) await done(rowan, "exchange", here);
    } finally {
      process.chdir(cwd);
    }
    expect(bytesThere()).toEqual(before);
  });

  it("may be a git work tree, and carried by Syncthing with its copies of files in conflict", async () => {
    for (const name of [".git", ".stfolder", "notes"]) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, "HEAD"), "ref: refs/heads/main\n");
    }
    writeFileSync(join(folder, ".stignore"), "*.tmp\n");
    writeFileSync(join(folder, "README.md"), "# Ours\n");
    const { ours } = await exchange("rowan");
    const conflict = ours.file.replace(".pgp", ".sync-conflict-20261122-120000-ABCDEFG.pgp");
    copyFileSync(ours.file, conflict);
    await add(5);
    expect(await outcome("rowan")).toBe("written 2");
    const { exitCode, stdout, stderr } = await rowan.pledge("exchange", folder);
    expect([exitCode, stdout]).toEqual([0, "Your tally there is up to date (number 2).\n"]);
    expect(stderr).toBe(
      "3 files in the folder: nothing new.\n1 other file in the folder: none of ours, passed over.\n",
    );
    expect(await outcome("heron")).toBe("written 1");
    // Taken from the copy of before and from the file of now: the newer one counts, whichever came first.
    const held = await member("heron").inVault((vault) =>
      vault.tallies.sources().map(({ tops }) => tops[0]?.seq),
    );
    expect(held).toEqual([2]);
  });

  it("gets our tally again under its number where it is gone or damaged", async () => {
    const { ours } = await exchange("rowan");
    rmSync(ours.file);
    expect(await outcome("rowan")).toBe("written 1");
    writeFileSync(ours.file, readFileSync(ours.file).subarray(0, -9));
    const damaged = await rowan.pledge("exchange", folder, "--json");
    expect([damaged.exitCode, outcomesOf(damaged.stdout).join(", ")]).toEqual([
      5,
      expect.stringContaining("refused seal-malformed"),
    ]);
    expect(await outcome("rowan")).toBe("unchanged 1");
  });

  it("gets our tally anew, as of today, before the others would call it old", async () => {
    const old = 14;
    const on = (day: string): void => {
      for (const world of [rowan, member("heron")]) world.today(day);
    };
    onTestFinished(() => on("2026-11-22"));
    await exchange("rowan");
    await exchange("heron");
    const days = Array.from({ length: 30 }, (_, n) => `2026-12-${String(n + 1).padStart(2, "0")}`);
    const said: string[] = [];
    for (const day of days) {
      on(day);
      const own = await outcome("rowan");
      if (own.startsWith("written")) said.push(`${day} ${own}`);
      await exchange("heron");
      const status = JSON.parse(await done(member("heron"), "status", "--json")) as object;
      expect(status).toMatchObject({ sources: [{}, { handle: "rowan", old: false }] });
    }
    expect(days.length).toBeGreaterThan(2 * old);
    // Every eight days: once more than half of the fourteen have passed.
    expect(said).toEqual([
      "2026-12-01 written 2",
      "2026-12-09 written 3",
      "2026-12-17 written 4",
      "2026-12-25 written 5",
    ]);
  });

  it("gets a tally for everybody after one that went to some only", async () => {
    await done(rowan, "tally", "export", "--to", "heron", "-o", join(rowan.folder, "a"));
    expect(await outcome("rowan")).toBe("written 2");
    expect(await outcome("wren")).toBe("written 1");
  });

  it("holds files for others, which is no fault", async () => {
    const inside = await insideOf(member("heron"));
    const readers = [inside.identity.certificate];
    writeFileSync(join(folder, "private.pgp"), await fileOf(inside, {}, { readers }));
    const { exitCode, stderr } = await rowan.pledge("exchange", folder);
    expect([exitCode, stderr]).toEqual([0, "1 file in the folder: for others.\n"]);
    const json = await rowan.pledge("exchange", folder, "--json");
    expect([json.exitCode, outcomesOf(json.stdout)]).toEqual([
      0,
      expect.arrayContaining(["private.pgp refused seal-not-for-us"]),
    ]);
  });

  it("must be there, and be a folder", async () => {
    const file = rowan.file("file", "");
    expect((await rowan.pledge("exchange", join(folder, "no"))).exitCode).toBe(6);
    expect((await rowan.pledge("exchange", file)).exitCode).toBe(6);
  });
});

describe("our tally in the folder, where few people changed", () => {
  beforeEach(async () => {
    await exchange("rowan");
    await add(2);
  });

  it("is held back without a terminal, and the rest is merged", async () => {
    await exchange("heron");
    const { exitCode, stdout } = await rowan.pledge("exchange", folder);
    expect([exitCode, stdout.replaceAll(/\s+/gu, " ")]).toEqual([
      0,
      expect.stringMatching(
        /heron's tally of 2026-11-22, 6 people: taken in .*Your tally was held back. Only 2 people changed since your last tally; .* It goes out with --yes, or once more have changed\. $/u,
      ),
    ]);
    expect(await outcome("rowan")).toBe("held-back 1");
    expect(await outcome("rowan", "--yes")).toBe("written 2");
    expect(await outcome("rowan")).toBe("unchanged 2");
  });

  it("is asked about on a terminal, where Enter waits", async () => {
    rowan.answers([""]);
    expect(await outcome("rowan")).toBe("held-back 1");
    rowan.answers([false]);
    expect(await outcome("rowan")).toBe("written 2");
  });

  it("is not replaced by one that went to some only", async () => {
    await done(rowan, "tally", "export", "--to", "heron", "--yes", "-o", join(rowan.folder, "a"));
    await add(1);
    const before = bytesThere();
    expect(await outcome("rowan")).toBe("held-back 2");
    expect(bytesThere()).toEqual(before);
  });

  it("stays there as it was, and comes back as it was where it is gone", async () => {
    for (const one of filesThere()) rmSync(join(folder, one));
    const { ours, committee } = await exchange("rowan");
    expect([ours.outcome, ours.seq, committee.length]).toEqual(["held-back", 1, 1]);
    expect(await outcome("heron")).toBe("written 1");
    const held = await member("heron").inVault((vault) =>
      vault.tallies.sources().map(({ tops }) => tops[0]?.seq),
    );
    expect(held).toEqual([1]);
  });
});
