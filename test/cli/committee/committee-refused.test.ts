/** Committee files that are refused: by `merge` in a vault that has the number before, by `join FILE` in one that has none. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

import type { CommitteeInUse } from "../../../src/usecases/committee/committee-in-use.ts";
import {
  carry,
  committeeOf,
  done,
  fingerprintOf,
  inviteAll,
  joiner,
} from "../../support/committee-world.ts";
import { folderDigest } from "../../support/folder-digest.ts";
import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";
import { badNextNumbers, badNumbers } from "./bad-numbers.ts";
import type { BadNumber } from "./bad-numbers.ts";
import { insideOf, outcomesOf, put } from "./forge.ts";

const joinFile: BadNumber = [
  "that is a join file",
  "file-for-other-command",
  async () => new Uint8Array(),
];

const stateOf = (world: TestWorld) =>
  world.inVault((vault) => ({
    campaign: vault.campaign.find(),
    numbers: vault.committee.all(),
    letters: vault.letters.all(),
  }));

describe("merge refuses a number of the committee file", () => {
  let heron: TestWorld;
  let rowan: CommitteeInUse;
  let before: Awaited<ReturnType<typeof stateOf>>;

  beforeAll(async () => {
    const worlds = await committeeOf({ founder: "rowan", joiners: ["heron", "wren"] });
    heron = worlds["heron"] as TestWorld;
    rowan = await insideOf(worlds["rowan"] as TestWorld);
    before = await stateOf(heron);
  });

  it.each([...badNumbers, ...badNextNumbers, joinFile])(
    "%s: %s; the rest of the merge is done",
    async (what, reason, make) => {
      const bytes = what === joinFile[0] ? heron.read("heron.join") : await make(rowan);
      const bad = put(heron, "bad.pledge", bytes);
      const good = put(heron, "good.pledge", readFileSync(join(heron.folder, "committee.pledge")));
      const { exitCode, stdout } = await heron.pledge("merge", bad, good, "--json");
      expect(outcomesOf(stdout)).toEqual([`bad.pledge refused ${reason}`, "good.pledge duplicate"]);
      expect(exitCode).toBe(5);
      expect(await stateOf(heron)).toEqual(before);
    },
  );
});

describe("join FILE refuses a committee file", () => {
  let heron: TestWorld;
  let rowan: CommitteeInUse;
  let known: string;
  let before: string;

  beforeAll(async () => {
    const founder = await testWorld();
    await founder.init();
    heron = await joiner("heron", { seed: 2 });
    const wren = await joiner("wren", { seed: 3 });
    await inviteAll(founder, { heron, wren });
    rowan = await insideOf(founder);
    known = await fingerprintOf(founder);
    before = folderDigest(heron.vaultFolder);
  });

  it.each([...badNumbers, joinFile])("%s: %s", async (what, reason, make) => {
    const bytes = what === joinFile[0] ? heron.read("heron.join") : await make(rowan);
    const bad = put(heron, "bad.pledge", bytes);
    // Under --json an error says its type.
    const { exitCode, stderr } = await heron.pledge("join", bad, "--fingerprint", known, "--json");
    expect(JSON.parse(stderr)).toMatchObject({ v: 1, error: { code: reason } });
    expect(exitCode).toBe(5);
    expect(folderDigest(heron.vaultFolder)).toBe(before);
  });

  it("that is a block of add --to", async () => {
    const people = heron.file("people.json", JSON.stringify({ name: "Sample Person" }));
    const block = await done(
      heron,
      "add",
      "--to",
      join(heron.folder, "heron.join"),
      "--from",
      people,
    );
    const { stderr } = await heron.pledge("join", put(heron, "block", block), "--json");
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: "file-for-other-command" } });
  });

  it("of another campaign, in a vault that is complete", async () => {
    const worlds = await committeeOf({ founder: "rowan", joiners: ["heron"] });
    const there = worlds["heron"] as TestWorld;
    const other = await testWorld({ seed: 7 });
    await other.init({ organizer: "robin" });
    await done(
      other,
      "invite",
      carry(there, other, "heron.join"),
      "--fingerprint",
      await fingerprintOf(there),
      "-o",
      join(other.folder, "other.pledge"),
    );
    const file = carry(other, there, "other.pledge");
    const state = await stateOf(there);
    const { exitCode, stderr } = await there.pledge(
      "join",
      file,
      "--fingerprint",
      await fingerprintOf(other),
    );
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 5,
      stderr: expect.stringContaining("the file is of another campaign"),
    });
    expect(await stateOf(there)).toEqual(state);
  });
});
