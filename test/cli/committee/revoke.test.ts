/** A key that its holder takes back: what it signed is believed by nobody who has merged that. Sample handles. */
import { join } from "node:path";
import { expect, it } from "vitest";

import { carry, done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { outcomesOf } from "./forge.ts";
import { freshCommittee, signing } from "./fresh-committee.ts";

const member = freshCommittee(
  { founder: "rowan", joiners: ["heron", "wren"], turf: { heron: ["cloud"] } },
  async (worlds) => {
    const { rowan, heron } = worlds as Record<"rowan" | "heron", TestWorld>;
    await done(heron, "add", "--from", heron.file("people.json", signing(12)));
    await done(heron, "tally", "export", "-o", join(heron.folder, "old.tally"), "--yes");
    await done(rowan, "merge", carry(heron, rowan, "old.tally"));
  },
);

const signs = async (world: TestWorld): Promise<unknown> => {
  const { actions } = JSON.parse(await done(world, "status", "--json")) as {
    readonly actions: readonly { readonly action: string; readonly pledged: unknown }[];
  };
  return actions.find(({ action }) => action === "sign")?.pledged;
};

/** How long a path is decides where lines break. */
const inOneLine = (text: string): string => text.replaceAll(/\n(?:! )?/gu, " ");

const revokedFile = async (heron: TestWorld): Promise<string> => {
  await done(heron, "key", "revoke", "-o", join(heron.folder, "heron.revoked"), "--yes");
  return "heron.revoked";
};

it("counts for nothing with whoever merges it, and says the way out", async () => {
  const [rowan, heron] = [member("rowan"), member("heron")];
  const file = join(heron.folder, "heron.revoked");
  const written = await heron.transcript("key", "revoke", "-o", file, "--yes");
  expect(inOneLine(written)).toMatchInlineSnapshot(
    `"$ pledge key revoke -o ~/heron.revoked --yes ~/heron.revoked takes heron's key back for everybody who runs "pledge merge" with it. It shows your handle to whoever sees it. Whoever merges it believes nothing any more that your key has signed, what you sent before among it, and nothing can be encrypted to you. Nobody can undo that. To go on, make a new vault with "pledge join", and let another member put its key in the place of this one: "pledge committee replace". [exit 0]"`,
  );
  expect(await signs(rowan)).toEqual({ low: 12, high: 12 });
  const given = carry(heron, rowan, "heron.revoked");
  expect(inOneLine(await rowan.transcript("merge", given))).toMatchInlineSnapshot(
    `"$ pledge merge ~/heron.revoked ~/heron.revoked: heron's key, taken back: taken in  sign: 0 of 20, was 12 heron has taken a key back: what it signs is believed no more, and nothing can be encrypted to it. Give heron another one with "pledge committee replace heron FILE", or take heron out with "pledge committee remove heron". [exit 0]"`,
  );
  expect(await signs(rowan)).toEqual({ low: 0, high: 0 });
  expect(outcomesOf(await done(rowan, "merge", given, "--json"))).toEqual([
    "heron.revoked duplicate",
  ]);
  expect(inOneLine(await rowan.transcript("tally", "show"))).toContain("the key was taken back");
  expect(inOneLine(await rowan.transcript("committee", "show"))).toContain(", taken back");
  await done(heron, "tally", "export", "-o", join(heron.folder, "late.tally"), "--yes");
  const late = await rowan.pledge("merge", carry(heron, rowan, "late.tally"), "--json");
  expect(outcomesOf(late.stdout)).toEqual(["late.tally refused signer-revoked"]);
});

it("signs no proposal any more, not even one that waits", async () => {
  const [rowan, heron, wren] = [member("rowan"), member("heron"), member("wren")];
  await done(rowan, "committee", "needs", "2", "-o", join(rowan.folder, "two"));
  for (const other of [heron, wren]) await done(other, "merge", carry(rowan, other, "two"));
  await done(heron, "committee", "turf", "heron=ads", "-o", join(heron.folder, "proposal"));
  await done(rowan, "merge", carry(heron, rowan, "proposal"));
  const shown = async (): Promise<unknown> =>
    JSON.parse(await done(rowan, "committee", "show", "--json"));
  expect(await shown()).toMatchObject({ waiting: [expect.any(String)] });
  await done(rowan, "merge", carry(heron, rowan, await revokedFile(heron)));
  expect(await shown()).toMatchObject({ number: 2, waiting: [], revoked: ["heron"] });
});

it("is taken out by the next number, and nothing is encrypted to it before", async () => {
  const [rowan, heron] = [member("rowan"), member("heron")];
  await done(rowan, "merge", carry(heron, rowan, await revokedFile(heron)));
  const refused = await rowan.pledge("committee", "turf", "wren=ads", "--json");
  expect(JSON.parse(refused.stderr)).toMatchObject({ error: { code: "member-in-the-way" } });
  await done(rowan, "committee", "remove", "heron", "--yes");
  expect(JSON.parse(await done(rowan, "committee", "show", "--json"))).toMatchObject({
    number: 2,
    revoked: [],
  });
});

it("is not taken back by a certificate that says nothing of it, nor by a stranger's", async () => {
  const [rowan, heron] = [member("rowan"), member("heron")];
  await done(heron, "key", "export", "-o", join(heron.folder, "heron.asc"));
  const { stdout } = await rowan.pledge("merge", carry(heron, rowan, "heron.asc"), "--json");
  expect(outcomesOf(stdout)).toEqual(["heron.asc refused file-for-other-command"]);
  expect(await signs(rowan)).toEqual({ low: 12, high: 12 });
});

it("asks first, and writes nothing without a yes", async () => {
  const heron = member("heron");
  heron.answers([false]);
  const { exitCode, stdout } = await heron.pledge("key", "revoke", "-o", join(heron.folder, "x"));
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
});
