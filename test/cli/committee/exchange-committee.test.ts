import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import { done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { outcomesOf } from "./forge.ts";
import { freshCommittee } from "./fresh-committee.ts";

const member = freshCommittee({ founder: "rowan", joiners: ["heron", "wren", "kestrel"] });

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

describe("the committee file in the folder", () => {
  it("is put there once by whoever comes first, and each later number too", async () => {
    expect((await exchange("wren")).committee).toHaveLength(1);
    expect((await exchange("rowan")).committee).toHaveLength(0);
    await done(
      rowan,
      "committee",
      "remove",
      "kestrel",
      "--yes",
      "-o",
      join(rowan.folder, "number-2"),
    );
    expect((await exchange("rowan")).committee).toHaveLength(1);
    // Heron has number 1 only, and takes number 2 from the folder before anything else.
    const heron = await exchange("heron");
    expect([heron.ours.outcome, heron.committee.length]).toEqual(["written", 0]);
    const number = await member("heron").inVault((vault) => vault.committee.all().length);
    expect(number).toBe(2);
    // Kestrel cannot read it any more.
    const kestrel = await member("kestrel").pledge("exchange", folder, "--json");
    expect([kestrel.exitCode, outcomesOf(kestrel.stdout).join(" ")]).toEqual([
      0,
      expect.stringContaining("seal-not-for-us"),
    ]);
  });

  it("sends our tally out anew by a new number, though nobody changed", async () => {
    await exchange("rowan");
    const changes = rowan.file("changes.json", JSON.stringify({ unit: { size: 70 } }));
    await done(rowan, "campaign", "edit", "--from", changes, "-o", join(rowan.folder, "number-2"));
    expect(await outcome("rowan")).toBe("written 2");
    expect(await outcome("rowan")).toBe("unchanged 2");
  });

  it("sends our tally out anew where the members are others, without waiting for more", async () => {
    await exchange("rowan");
    await done(
      rowan,
      "committee",
      "remove",
      "kestrel",
      "--yes",
      "-o",
      join(rowan.folder, "number-2"),
    );
    expect(await outcome("rowan")).toBe("written 2");
    expect(await outcome("rowan")).toBe("unchanged 2");
  });
});
