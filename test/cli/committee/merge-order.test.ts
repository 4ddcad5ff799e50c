import { join } from "node:path";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import type { TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { Hash, Incarnation } from "../../../src/domain/tallies/tally.ts";
import { hashes } from "../../../src/adapters/system/hashes.ts";
import { writeTally } from "../../../src/domain/tallies/write-tally.ts";
import { toHex } from "../../../src/domain/text/bytes.ts";
import { done } from "../../support/committee-world.ts";
import { fileOf, insideOf, lineOf, nextNumberBy, put, tallyBy } from "./forge.ts";
import { freshCommittee } from "./fresh-committee.ts";

const member = freshCommittee({ founder: "rowan", joiners: ["heron", "wren"] });

const anotherLife = "11111111-1111-4111-8111-111111111111" as Incarnation;

/** Files of every kind of history by name: numbers that follow each other, a fork, a restored vault, a later committee file. */
const files = new Map<string, Uint8Array>();

beforeAll(async () => {
  const [rowan, heron, wren] = [
    await insideOf(member("rowan")),
    await insideOf(member("heron")),
    await insideOf(member("wren")),
  ];
  const first = { lines: [lineOf("a", "cloud")] };
  const prev = toHex(hashes.sha256(writeTally(tallyBy(heron, first)))) as Hash;
  files.set("heron-1", await fileOf(heron, first));
  files.set("heron-2", await fileOf(heron, { seq: 2, prev, lines: [lineOf("b", "cloud")] }));
  files.set("heron-2-other", await fileOf(heron, { seq: 2, prev, lines: [lineOf("c", "ads")] }));
  files.set("wren-1", await fileOf(wren, { lines: [lineOf("d")] }));
  const restored = { incarnation: anotherLife, supersedes: [wren.identity.incarnation] };
  files.set("wren-restored", await fileOf(wren, { ...restored, lines: [lineOf("e", "cloud")] }));
  const members = rowan.committee.members.map((one) =>
    one.handle === "heron" ? { ...one, turf: ["cloud" as TeamKey] } : one,
  );
  files.set("number-2", await nextNumberBy(rowan, { members }));
});

describe("files in any order, some of them more than once", () => {
  const states: string[] = [];

  it.each([1, 2, 3, 4, 5, 6])("lead to one state, byte for byte (%i)", async (seed) => {
    const rowan = member("rowan");
    const names = [...files.keys()];
    const orders = fc.shuffledSubarray([...names, ...names], { minLength: names.length });
    const [some = []] = fc.sample(orders, { numRuns: 1, seed });
    // In several runs, and whatever the order left out at the end.
    const order = [...some, ...names.filter((name) => !some.includes(name))];
    for (const [name, file] of files) put(rowan, name, file);
    const paths = order.map((name) => join(rowan.folder, name));
    for (const run of [paths.slice(0, 3), paths.slice(3)])
      expect((await rowan.pledge("merge", ...run)).exitCode).toBeLessThan(2);
    const held = await rowan.inVault((vault) => [
      // Read while the vault is open.
      vault.tallies
        .sources()
        .map(({ tops, ...one }) => ({ ...one, tops: tops.map((top) => ({ ...top })) })),
      vault.committee.all(),
    ]);
    const shown = [await done(rowan, "status"), await done(rowan, "tally", "show", "--json")];
    states.push(JSON.stringify([held, shown]));
    expect(states.at(-1)).toBe(states[0]);
  });
});
