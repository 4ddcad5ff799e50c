import { join } from "node:path";
import { expect, it } from "vitest";

import { carry, done, masked } from "../../support/committee-world.ts";
import { outcomesOf } from "./forge.ts";
import { freshCommittee } from "./fresh-committee.ts";

const member = freshCommittee({
  founder: "rowan",
  joiners: ["heron", "wren"],
  turf: { heron: ["cloud"], rowan: ["ads", "cloud"] },
});

it("says anew who answers for which teams, for everybody who takes the number in", async () => {
  const [rowan, wren] = [member("rowan"), member("wren")];
  const shown = await rowan.transcript(
    "committee",
    "turf",
    "rowan=cloud",
    "wren=ads",
    "-o",
    join(rowan.folder, "committee-2"),
  );
  expect(masked(shown)).toMatchInlineSnapshot(`
    "$ pledge committee turf rowan=cloud wren=ads -o ~/committee-2
    Number 2 of the committee file:
      heron  Cloud
      rowan  you; Cloud
      wren   Ads
    Send committee-2 to heron and wren, to be taken in with:
      pledge merge committee-2
    [exit 0]"
  `);
  carry(rowan, wren, "committee-2");
  expect(outcomesOf(await done(wren, "merge", join(wren.folder, "committee-2"), "--json"))).toEqual(
    ["committee-2 merged"],
  );
  const { stdout } = await wren.pledge("committee", "show", "--json");
  const { number, members } = JSON.parse(stdout) as {
    readonly number: number;
    readonly members: readonly { readonly handle: string; readonly turf: readonly string[] }[];
  };
  expect(number).toBe(2);
  expect(members.map(({ handle, turf }) => [handle, turf])).toEqual([
    ["heron", ["cloud"]],
    ["rowan", ["cloud"]],
    ["wren", ["ads"]],
  ]);
});

it("takes teams away with nothing behind the sign", async () => {
  const rowan = member("rowan");
  await done(rowan, "committee", "turf", "heron=");
  const { stdout } = await rowan.pledge("committee", "show");
  expect(stdout).toMatch(/heron +no team/u);
});

it.each([
  ["heron", "assignment-unreadable"],
  ["heron=maps", "turf-unknown"],
  ["lark=cloud", "handle-unknown"],
])("refuses %s, and makes no number", async (assignment, code) => {
  const rowan = member("rowan");
  const refused = await rowan.pledge("committee", "turf", assignment, "--json");
  expect(JSON.parse(refused.stderr)).toMatchObject({ error: { code } });
  const { stdout } = await rowan.pledge("committee", "show", "--json");
  expect(JSON.parse(stdout)).toMatchObject({ number: 1 });
});
