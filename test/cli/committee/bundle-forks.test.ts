/** Bundles that contradict each other are told until somebody decides between them. Sample handles. */
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

import { hashes } from "../../../src/adapters/system/hashes.ts";
import type { Bundle } from "../../../src/domain/relay/bundle.ts";
import { writeBundle } from "../../../src/domain/relay/write-bundle.ts";
import type { Hash, Incarnation } from "../../../src/domain/tallies/tally.ts";
import { toHex } from "../../../src/domain/text/bytes.ts";
import type { CommitteeInUse } from "../../../src/usecases/committee/committee-in-use.ts";
import { done, masked } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { bundleBy, bundleFile, tallyPart } from "./forge-bundle.ts";
import { insideOf, lineOf, put } from "./forge.ts";
import { relayingCommittees, sent } from "./relaying.ts";
import type { Relaying } from "./relaying.ts";

let worlds: Relaying;
let us: CommitteeInUse;
let heron: CommitteeInUse;
let finch: CommitteeInUse;

/** Each file begins with nothing taken in: the vaults are made once a block. */
const begin = async (): Promise<void> => {
  worlds = await relayingCommittees();
  us = await insideOf(worlds.rowan);
  heron = await insideOf(worlds.heron);
  finch = await insideOf(worlds.finch);
};

/** Of heron, for rowan, with a tally of finch of so many people. */
const bundleOf = async (people: number, changes: Partial<Bundle> = {}): Promise<Bundle> => {
  const lines = Array.from({ length: people }, (_, at) => lineOf(`${people} ${at}`));
  return bundleBy(
    heron,
    [us.identity.fingerprint],
    [await tallyPart(finch, { seq: people, prev: "0".repeat(64) as Hash, lines })],
    changes,
  );
};

const hashOf = (bundle: Bundle): string => toHex(hashes.sha256(writeBundle(bundle)));

const file = async (world: TestWorld, name: string, bundle: Bundle, reader = us): Promise<string> =>
  put(world, name, await bundleFile(heron, reader, bundle));

const forksIn = async (world: TestWorld, command: readonly string[]): Promise<unknown> =>
  (JSON.parse(await done(world, ...command, "--json")) as { readonly forks: unknown }).forks;

const shown = async (world: TestWorld): Promise<string> =>
  masked(await done(world, "tally", "show")).replaceAll(/\s+/gu, " ");

const highOf = async (world: TestWorld): Promise<number> => {
  const { actions } = JSON.parse(await done(world, "status", "--json")) as {
    readonly actions: readonly { readonly pledged: { readonly high: number } }[];
  };
  return actions[0]?.pledged.high ?? -1;
};

describe("two bundles of one number", () => {
  let paths: readonly string[];
  let copies: readonly string[];

  beforeAll(async () => {
    await begin();
    const both = [await bundleOf(2), await bundleOf(3)];
    copies = both.map(hashOf);
    paths = await Promise.all(both.map((bundle, at) => file(worlds.rowan, `bundle-${at}`, bundle)));
  });

  it("are told by merge, and lastingly by tally show and status, with the way out", async () => {
    const { rowan } = worlds;
    expect((await rowan.transcript("merge", ...paths)).replaceAll(rowan.folder, ""))
      .toMatchInlineSnapshot(`
      "$ pledge merge ~/bundle-0 ~/bundle-1
      ~/bundle-0: heron's bundle of 2026-11-22, with 1 tally of
      others: taken in
      ~/bundle-1: heron's bundle of 2026-11-22, with 1 tally of
      others: contradicts another one of heron, and what both say is counted:
      "pledge tally show"

      sign: 0-3 of 20, was 0
      [exit 1]"
    `);
    // Here already, so merge has nothing to tell any more.
    expect((await rowan.pledge("merge", ...paths)).exitCode).toBe(0);
    expect(masked(await rowan.transcript("tally", "show"))).toMatchInlineSnapshot(`
      "$ pledge tally show
      rowan (you): 0 people now; nothing sent yet
      heron: nothing yet

      heron passes on 1 organizer whom your committee does not name: 3 people, the
      oldest of it today. For them there is the word of heron alone, so they count in
      the higher number and not in the lower one.

      heron: different bundles under number 1: <16 digits> and <16 digits>.
      Either a vault was copied, or different people are passed different things. Ask
      heron which one holds, and leave the other out:
      "pledge tally drop heron --copy HASH".
      [exit 0]"
    `);
    expect(await rowan.transcript("status")).toMatchInlineSnapshot(`
      "$ pledge status
      No contracts with the police
      Engineering at Example Corp, about 60 workers (2026-11-01, 21 days ago)

      as of 2026-11-22        pledged  confirmed  done  active  share  needed
      sign     [........|..]      0-3          0     0     0-3    0 %      20  20 away
      refuse   [...........]        0          0     0       0    0 %       -
      walkout  [........|..]        0          0     0       0    0 %      18  18 away
      strike   [...........]        0          0     0       0    0 %       -
      # would act now   - waits until more are in   | needed

      Nobody yet in: Cloud, Ads
      Of your own list, as confirmed and done are: assessed 0, 0 of them too long ago;
      not assessed 0.
      From 1 organizer: rowan (you), heron not yet
      Two bundles of heron contradict each other: "pledge tally show".
      [exit 0]"
    `);
    const fork = {
      of: "bundle",
      handle: "heron",
      fingerprint: heron.identity.fingerprint,
      incarnation: heron.identity.incarnation,
      seq: 1,
      sha256: copies.toSorted(),
    };
    expect(await forksIn(rowan, ["tally", "show"])).toEqual([fork]);
    expect(await forksIn(rowan, ["status"])).toEqual([fork]);
  });

  it("are told no more once one is left out, whose people count no more, until it is restored", async () => {
    const { rowan } = worlds;
    const [smaller = "", larger = ""] = copies;
    expect(await highOf(rowan)).toBe(3);
    const drop = ["tally", "drop", "heron", "--copy", larger.slice(0, 16)];
    const left = await rowan.transcript(...drop, "--from", rowan.file("reason", "heron said so"));
    expect(masked(left).replaceAll(larger.slice(0, 8), "<8 digits>")).toMatchInlineSnapshot(`
      "$ pledge tally drop heron --copy <16 digits> --from ~/reason
      sign: 0-2 of 20, was 0-3

      Left out here since 2026-11-22: one copy of heron's bundle (<8 digits>). Reason:
      heron said so
      [exit 0]"
    `);
    expect(await forksIn(rowan, ["tally", "show"])).toEqual([]);
    expect(await shown(rowan)).not.toContain("different bundles");
    expect((await rowan.pledge("status")).stdout).not.toContain("contradict");
    expect(await highOf(rowan)).toBe(2);
    await done(rowan, "tally", "restore", "heron", "--copy", larger);
    expect(await forksIn(rowan, ["status"])).toMatchObject([{ of: "bundle", seq: 1 }]);
    expect(await highOf(rowan)).toBe(3);
    await done(rowan, ...drop.with(4, smaller), "--from", rowan.file("reason", "sample"));
    expect(await forksIn(rowan, ["tally", "show"])).toEqual([]);
    expect(await highOf(rowan)).toBe(3);
    await done(rowan, "tally", "restore", "heron", "--copy", smaller);
  });

  it("are told still when a later one comes, and when the files came in another order", async () => {
    const { rowan } = worlds;
    const later = await bundleOf(4, { seq: 2, prev: copies[0] as Hash });
    await done(rowan, "merge", await file(rowan, "later", later));
    expect(await forksIn(rowan, ["tally", "show"])).toMatchObject([{ seq: 1 }]);
    await begin();
    const other = worlds.rowan;
    const anew = [await bundleOf(2), await bundleOf(3)] as const;
    const next = await bundleOf(4, { seq: 2, prev: hashOf(anew[0]) as Hash });
    for (const bundle of [next, ...anew])
      await other.pledge("merge", await file(other, "one", bundle));
    expect(await forksIn(other, ["tally", "show"])).toMatchObject([
      { of: "bundle", seq: 1, sha256: anew.map(hashOf).toSorted() },
    ]);
  });
});

describe("bundles that do not go together", () => {
  beforeAll(begin);

  it("are told where one names another before it than the one that is here", async () => {
    const { rowan } = worlds;
    const [first, unseen] = [await bundleOf(2), "f".repeat(64) as Hash];
    const second = await bundleOf(3, { seq: 2, prev: unseen });
    await done(rowan, "merge", await file(rowan, "first", first));
    expect((await rowan.pledge("merge", await file(rowan, "second", second))).exitCode).toBe(1);
    expect(await forksIn(rowan, ["tally", "show"])).toMatchObject([
      { of: "bundle", seq: 1, sha256: [hashOf(first), unseen].toSorted() },
    ]);
    // Nobody has the other one here, and it can be left out all the same.
    const reason = ["--from", rowan.file("reason", "sample")];
    await done(rowan, "tally", "drop", "heron", "--copy", unseen.slice(0, 16), ...reason);
    expect(await forksIn(rowan, ["tally", "show"])).toEqual([]);
    expect(await shown(rowan)).toContain("one copy of heron's bundle (ffffffff)");
    expect(await highOf(rowan)).toBe(3);
  });

  it("are told of two copies of one vault, of which one can be left out", async () => {
    const { rowan } = worlds;
    const life = "7b2a9b52-9f36-4d51-8c1e-5a3f4f5d6e70" as Incarnation;
    await done(rowan, "merge", await file(rowan, "life", await bundleOf(5, { incarnation: life })));
    expect(await forksIn(rowan, ["status"])).toMatchObject([
      {
        of: "bundle",
        handle: "heron",
        incarnations: [life, heron.identity.incarnation].toSorted(),
      },
    ]);
    expect(await shown(rowan)).toContain(
      "heron: bundles of 2 copies of one vault come side by side, and what each says is counted. Ask heron to go on with one of them, and leave the other out, of ",
    );
    const reason = ["--from", rowan.file("reason", "sample")];
    await done(rowan, "tally", "drop", "heron", "--life", life.slice(0, 8), ...reason);
    expect(await forksIn(rowan, ["status"])).toEqual([]);
  });

  it("are told where one is in our own name, with another way out", async () => {
    const { heron: bearer } = worlds;
    const relayed = ["tally", "export", "--relay", "--yes"];
    await done(bearer, "merge", await sent(worlds.finch, bearer, "finch.tally", ...relayed));
    await sent(bearer, worlds.rowan, "own", "tally", "bundle", "--yes");
    const forged = bundleBy(
      heron,
      [],
      [await tallyPart(finch, { seq: 9, prev: "0".repeat(64) as Hash })],
    );
    await bearer.pledge("merge", await file(bearer, "forged", forged, heron));
    expect(masked(await bearer.transcript("tally", "show"))).toMatchInlineSnapshot(`
      "$ pledge tally show
      heron (you): 0 people now; nothing sent yet
      finch: 1 person, today (2026-11-22), number 9
      rowan: nothing yet

      heron (you): different bundles under number 1: <16 digits> and
      <16 digits>. Another copy of this vault is in use, or somebody has your
      key. Begin a new life of this vault: "pledge backup FILE", then
      "pledge restore FILE --vault NEW".
      [exit 0]"
    `);
    expect(await forksIn(bearer, ["status"])).toMatchObject([{ of: "bundle", seq: 1 }]);
    // The way out is one: the new life takes the place of the one in whose name both are.
    const anew = ["--vault", join(bearer.folder, "anew")];
    await done(bearer, "backup", join(bearer.folder, "backup"));
    await done(bearer, ...anew, "restore", join(bearer.folder, "backup"));
    expect(await forksIn(bearer, [...anew, "status"])).toEqual([]);
  });
});
