/** A tally that was taken in is known again by its outside, as long as the same people are believed. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

import { carry, done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { outcomesOf, put } from "./forge.ts";
import { freshCommittee, signing } from "./fresh-committee.ts";
import { sent } from "./relaying.ts";

const member = freshCommittee({ founder: "rowan", joiners: ["heron", "wren"] });

/** Heron's tally of so many people that its middle is neither its beginning nor its end. */
const tallyFile = async (rowan: TestWorld): Promise<Uint8Array> => {
  const heron = member("heron");
  await done(heron, "add", "--from", heron.file("people.json", signing(120)));
  const path = await sent(heron, rowan, "heron.tally", "tally", "export");
  return new Uint8Array(readFileSync(path));
};

const damaged = (file: Uint8Array): Uint8Array => {
  expect(file.length).toBeGreaterThan(3 * 4096);
  const copy = Uint8Array.from(file);
  const middle = copy.length >> 1;
  copy[middle] = (copy[middle] ?? 0) ^ 1;
  return copy;
};

const merged = async (world: TestWorld, file: Uint8Array): Promise<string> =>
  outcomesOf((await world.pledge("merge", "--json", put(world, "file", file))).stdout).join();

it("is said to be here already, without being opened", async () => {
  const rowan = member("rowan");
  const file = await tallyFile(rowan);
  expect(await merged(rowan, damaged(file))).toBe("file refused seal-malformed");
  const first = await rowan.pledge("merge", put(rowan, "file", file));
  expect(first.stdout.replaceAll(/\s+/gu, " ")).toContain(
    "heron's tally of 2026-11-22, 120 people: taken in",
  );
  expect(await merged(rowan, file)).toBe("file duplicate");
  // Nothing of it is believed, and what is said of it is true.
  const again = await rowan.pledge("merge", put(rowan, "file", damaged(file)));
  expect([again.exitCode, again.stdout.replaceAll(/\s+/gu, " ")]).toEqual([
    0,
    expect.stringContaining("heron's tally of 2026-11-22, 120 people: here already"),
  ]);
  const { sources } = JSON.parse(await done(rowan, "tally", "show", "--json")) as {
    readonly sources: readonly { readonly people: number }[];
  };
  expect(sources.map(({ people }) => people)).toEqual([0, 120]);
});

it("is opened again by another committee file, also by one that comes with it", async () => {
  const rowan = member("rowan");
  const file = await tallyFile(rowan);
  expect(await merged(rowan, file)).toBe("file merged");
  const number = join(member("wren").folder, "number");
  await done(member("wren"), "committee", "remove", "heron", "-o", number, "--yes");
  const next = carry(member("wren"), rowan, "number");
  const { stdout } = await rowan.pledge("merge", "--json", put(rowan, "file", file), next);
  expect(outcomesOf(stdout)).toEqual(["file refused signer-removed", "number merged"]);
});

it("is opened again once a key was taken back", async () => {
  const rowan = member("rowan");
  const file = await tallyFile(rowan);
  expect(await merged(rowan, file)).toBe("file merged");
  const heron = member("heron");
  await done(heron, "key", "revoke", "-o", join(heron.folder, "revoked"), "--yes");
  await done(rowan, "merge", carry(heron, rowan, "revoked"));
  expect(await merged(rowan, file)).toBe("file refused signer-revoked");
});
