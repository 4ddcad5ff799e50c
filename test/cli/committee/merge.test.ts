import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import { writeTold } from "../../../src/domain/people/told-people.ts";
import { carry, done } from "../../support/committee-world.ts";
import { folderDigest } from "../../support/folder-digest.ts";
import type { TestWorld } from "../../support/world.ts";
import { fileOf, insideOf, lineOf, openpgp, outcomesOf, put, sealedBy } from "./forge.ts";
import { freshCommittee, signing } from "./fresh-committee.ts";

let rowan: TestWorld;
let heron: TestWorld;
let wren: TestWorld;

const member = freshCommittee(
  { founder: "rowan", joiners: ["heron", "wren"], turf: { heron: ["cloud"], wren: ["ads"] } },
  async (worlds) => {
    for (const [handle, count, team] of [
      ["rowan", 6, "cloud"],
      ["heron", 9, "cloud"],
      ["wren", 5, "ads"],
    ] as const) {
      const world = worlds[handle];
      if (world !== undefined)
        await done(world, "add", "--from", world.file("people.json", signing(count, team)));
    }
  },
);

beforeEach(() => {
  [rowan, heron, wren] = [member("rowan"), member("heron"), member("wren")];
});

/** Without the line breaks of the screen. */
const flat = (text: string): string => text.replaceAll(/\s+/gu, " ").trim();

/** Writes a member's tally and carries it to rowan. */
const sent = async (
  world: TestWorld,
  name: string,
  ...more: readonly string[]
): Promise<string> => {
  await done(world, "tally", "export", "-o", join(world.folder, name), ...more);
  return carry(world, rowan, name);
};

describe("merging", () => {
  it("takes in what others sent, says whose it is and what changed", async () => {
    const stick = join(rowan.folder, "stick");
    mkdirSync(stick);
    renameSync(await sent(heron, "heron.tally"), join(stick, "heron.tally"));
    renameSync(await sent(wren, "wren.asc"), join(stick, "wren.asc"));
    expect(await rowan.transcript("merge", stick)).toBe(
      [
        "$ pledge merge ~/stick",
        "heron.tally: heron's tally of 2026-11-22, 9 people: taken in",
        "wren.asc: wren's tally of 2026-11-22, 5 people: taken in",
        "",
        "sign: 14-20 of 20, was 6",
        "[exit 0]",
      ].join("\n"),
    );
  });

  it("has exactly the members of its format as JSON", async () => {
    const good = await sent(heron, "heron.tally");
    const bad = put(rowan, "bad.pgp", new Uint8Array([0xc1, 0xff, 0xff]));
    const { exitCode, stdout, stderr } = await rowan.pledge("merge", "--json", good, bad);
    expect([exitCode, stderr]).toEqual([5, ""]);
    expect(JSON.parse(stdout)).toStrictEqual({
      v: 1,
      files: [
        { file: good, kind: "tally", outcome: "merged", reason: null, source: "heron", seq: 1 },
        {
          file: bad,
          kind: null,
          outcome: "refused",
          reason: "seal-malformed",
          source: null,
          seq: null,
        },
      ],
    });
  });

  it("changes nothing the second time, byte for byte", async () => {
    const files = [await sent(heron, "heron.tally"), await sent(wren, "wren.tally")];
    await done(rowan, "merge", ...files);
    const before = folderDigest(rowan.vaultFolder);
    const { exitCode, stdout } = await rowan.pledge("merge", ...files);
    expect([exitCode, flat(stdout)]).toEqual([0, expect.stringContaining("here already")]);
    expect(stdout).not.toContain("was");
    expect(folderDigest(rowan.vaultFolder)).toBe(before);
  });

  it("takes an older tally as one that changes no count", async () => {
    const old = await sent(heron, "old.tally");
    await done(rowan, "merge", await sent(heron, "new.tally"));
    const { exitCode, stdout } = await rowan.pledge("merge", old);
    expect([exitCode, flat(stdout)]).toEqual([
      0,
      `${old}: heron's tally of 2026-11-22, 9 people: older than what is here`,
    ]);
    expect(outcomesOf((await rowan.pledge("merge", "--json", old)).stdout)).toEqual([
      "old.tally duplicate",
    ]);
  });

  it("shows a fork, keeps both copies, and exits with 1", async () => {
    await done(rowan, "merge", await sent(heron, "heron.tally"));
    const other = put(
      rowan,
      "other",
      await fileOf(await insideOf(heron), { lines: [lineOf("x")] }),
    );
    const { exitCode, stdout } = await rowan.pledge("merge", other);
    expect([exitCode, flat(stdout)]).toEqual([
      1,
      expect.stringContaining("heron has sent another one under the same number"),
    ]);
    const held = await rowan.inVault((vault) => vault.tallies.sources()[0]?.tops.length);
    expect(held).toBe(2);
    // Known now: no news any more.
    expect((await rowan.pledge("merge", other)).exitCode).toBe(0);
  });

  it("refuses some and takes in the rest; refused counts more than a fork", async () => {
    await done(rowan, "merge", await sent(heron, "heron.tally"));
    const fork = put(rowan, "fork", await fileOf(await insideOf(heron), { lines: [lineOf("x")] }));
    const bad = put(rowan, "bad", "-----BEGIN PGP MESSAGE-----\n");
    const good = await sent(wren, "wren.tally");
    const { exitCode, stdout } = await rowan.pledge("merge", "--json", bad, fork, good);
    expect([exitCode, outcomesOf(stdout)]).toEqual([
      5,
      ["bad refused seal-malformed", "fork fork", "wren.tally merged"],
    ]);
  });

  it("needs a committee, and at least one path that leads somewhere", async () => {
    const missing = await rowan.pledge("merge", join(rowan.folder, "a"), join(rowan.folder, "b"));
    expect([missing.exitCode, missing.stderr]).toEqual([6, expect.stringContaining("no file")]);
    const some = await rowan.pledge(
      "merge",
      "--json",
      join(rowan.folder, "a"),
      await sent(heron, "heron.tally"),
    );
    expect([some.exitCode, outcomesOf(some.stdout)]).toEqual([
      5,
      ["a refused file-missing", "heron.tally merged"],
    ]);
  });

  it("reads a pasted tally from standard input", async () => {
    await sent(heron, "heron.asc");
    rowan.stdin(rowan.read("heron.asc"));
    const { exitCode, stdout } = await rowan.pledge("merge", "-", "--json");
    expect([exitCode, outcomesOf(stdout)]).toEqual([0, ["- merged"]]);
  });

  it("says that a newer committee file is about where a tally goes by one", async () => {
    const inside = await insideOf(heron);
    const newer = await fileOf(inside, { committee: { ...inside.reference, number: 2 } });
    const { exitCode, stderr } = await rowan.pledge("merge", put(rowan, "newer", newer));
    expect([exitCode, flat(stderr)]).toEqual([
      0,
      "heron goes by number 2 of the committee file and this vault by number 1: ask for the newer one.",
    ]);
  });
});

describe("merging a folder", () => {
  it("takes what is ours, however deep the rest lies, and says how much it passed over", async () => {
    const folder = join(rowan.folder, "stick");
    mkdirSync(join(folder, "deeper"), { recursive: true });
    mkdirSync(join(folder, ".git"));
    const inside = await insideOf(heron);
    writeFileSync(join(folder, "a.pgp"), await fileOf(inside, { lines: [lineOf("a")] }));
    writeFileSync(join(folder, "deeper", "b.pgp"), await fileOf(inside, { seq: 2 }));
    writeFileSync(join(folder, ".git", "c.pgp"), await fileOf(inside, { seq: 3 }));
    writeFileSync(join(folder, "README.md"), "# Notes\n");
    writeFileSync(join(folder, "photo.jpg"), Uint8Array.of(0xff, 0xd8, 0xff));
    writeFileSync(join(folder, "film.mkv"), new Uint8Array(33 * 1024 * 1024));
    const { exitCode, stdout, stderr } = await rowan.pledge("merge", "--json", folder);
    expect([exitCode, outcomesOf(stdout), stderr]).toEqual([0, ["a.pgp merged"], ""]);
    expect((await rowan.pledge("merge", folder)).stderr).toBe(
      "2 other files in the folder: none of ours, passed over.\n1 file in the folder: larger than any of ours can be, passed over.\n",
    );
    // What is named is meant.
    const named = await rowan.pledge("merge", "--json", join(folder, "README.md"));
    expect([named.exitCode, outcomesOf(named.stdout)]).toEqual([
      5,
      ["README.md refused seal-malformed"],
    ]);
  });

  it("takes numbers of the committee file in their order, whatever their files are called", async () => {
    const folder = join(heron.folder, "numbers");
    mkdirSync(folder);
    const sizes = rowan.file("sizes.json", '{"unit":{"size":70}}');
    await done(rowan, "campaign", "edit", "--from", sizes, "-o", join(folder, "b"));
    const names = rowan.file("names.json", '{"campaign":"Another name"}');
    await done(rowan, "campaign", "edit", "--from", names, "-o", join(folder, "a"));
    const alone = await heron.pledge("merge", "--json", join(folder, "a"));
    expect(outcomesOf(alone.stdout)).toEqual(["a refused committee-gap"]);
    const lines = (await done(heron, "merge", folder)).split("\n");
    expect(lines.slice(0, 3)).toEqual([
      "a: number 3 of the committee file: taken in",
      "b: number 2 of the committee file: taken in",
      "",
    ]);
    // What each of them changed.
    expect(lines.slice(3).join("\n")).toMatch(/Another name[^]*70 workers/u);
  });

  it("has nothing to take in where it is empty", async () => {
    const folder = join(rowan.folder, "empty");
    mkdirSync(folder);
    expect((await rowan.pledge("merge", folder)).stdout).toBe("Nothing to take in.\n");
  });

  it("refuses what another command takes in, with the command", async () => {
    const { certificate } = (await insideOf(heron)).identity;
    const certificateFile = put(
      rowan,
      "heron.join",
      await openpgp.armor("certificate", certificate),
    );
    const block = await sealedBy(await insideOf(heron), writeTold([]), { signers: [] });
    const add = put(rowan, "block.asc", block);
    const { exitCode, stdout } = await rowan.pledge("merge", "--json", certificateFile, add);
    expect([exitCode, outcomesOf(stdout)]).toEqual([
      5,
      ["heron.join refused file-for-other-command", "block.asc refused file-for-other-command"],
    ]);
    const text = (await rowan.pledge("merge", certificateFile, add)).stdout;
    expect(text).toContain("pledge invite FILE");
    expect(text).toContain("pledge add --from FILE");
  });
});
