/** Passing on what others wrote: from one committee of a campaign to another, and within one. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

import { done } from "../../support/committee-world.ts";
import { sampleCampaign } from "../../support/sample.ts";
import { freshCommittee, signing } from "./fresh-committee.ts";
import { relayingCommittees, sent } from "./relaying.ts";
import type { Relaying } from "./relaying.ts";

interface Status {
  readonly actions: readonly {
    readonly pledged: { readonly low: number; readonly high: number };
  }[];
}

const pledged = async (world: Relaying["rowan"]): Promise<readonly [number, number]> => {
  const { actions } = JSON.parse(await done(world, "status", "--json")) as Status;
  const { low, high } = actions[0]?.pledged ?? { low: -1, high: -1 };
  return [low, high];
};

describe("a bundle from another committee", () => {
  let worlds: Relaying;
  let bundle: string;

  beforeAll(async () => {
    worlds = await relayingCommittees();
    const { rowan, heron, finch } = worlds;
    await done(rowan, "add", "--from", rowan.file("people.json", signing(6)));
    await done(heron, "add", "--from", heron.file("people.json", signing(4, "ads", 20)));
    await done(finch, "add", "--from", finch.file("people.json", signing(9, "cloud", 40)));
  });

  it("is empty while nobody said that what she wrote may be passed on", async () => {
    const { heron, finch } = worlds;
    await done(heron, "merge", await sent(finch, heron, "finch.tally", "tally", "export"));
    expect(await heron.transcript("tally", "bundle", "--to", "rowan")).toMatchInlineSnapshot(`
      "$ pledge tally bundle --to rowan
      ! pledge: error: nothing that you have may be passed on
      ! pledge: hint: ask the others for tallies that may be: "pledge tally export --relay -o FILE", and merge them
      [exit 1]"
    `);
  });

  it("takes what its writers let pass, each as it was signed, and the committee file", async () => {
    const { rowan, heron, finch } = worlds;
    await done(
      heron,
      "merge",
      await sent(finch, heron, "finch.tally", "tally", "export", "--relay"),
    );
    await done(rowan, "merge", await sent(heron, rowan, "heron.tally", "tally", "export"));
    bundle = await sent(heron, rowan, "for-rowan", "tally", "bundle", "--to", "rowan", "--yes");
    expect((await rowan.transcript("peek", bundle, "--inside")).replaceAll(/\s+/gu, " ")).toContain(
      "1 tally of others, each as it was signed",
    );
  });

  it("is counted as the word of whoever passed it on: never in what can be shown", async () => {
    const { rowan } = worlds;
    const before = await pledged(rowan);
    expect((await rowan.transcript("merge", bundle)).replaceAll(rowan.folder, ""))
      .toMatchInlineSnapshot(`
        "$ pledge merge ~/for-rowan
        ~/for-rowan: heron's bundle of 2026-11-22, with 1 tally of
        others: taken in

        sign: 10-19 of 20, was 10
        [exit 0]"
      `);
    const after = await pledged(rowan);
    expect([before, after]).toEqual([
      [10, 10],
      [10, 19],
    ]);
    expect(await rowan.transcript("tally", "show")).toMatchInlineSnapshot(`
      "$ pledge tally show
      rowan (you): 6 people now; nothing sent yet
      heron: 4 people, today (2026-11-22), number 1

      heron passes on 1 organizer whom your committee does not name: 9 people, the
      oldest of it today. For them there is the word of heron alone, so they count in
      the higher number and not in the lower one.
      [exit 0]"
    `);
    const { relayed } = JSON.parse(await done(rowan, "tally", "show", "--json")) as {
      readonly relayed: unknown;
    };
    expect(relayed).toEqual([
      {
        handle: "heron",
        fingerprint: expect.stringMatching(/^[0-9a-f]{40}$/u),
        writers: 1,
        people: 9,
        oldest: "2026-11-22",
      },
    ]);
    expect(JSON.parse(await done(rowan, "merge", bundle, "--json"))).toMatchObject({
      files: [{ kind: "bundle", outcome: "duplicate", source: "heron", seq: 1 }],
    });
  });

  it("is counted still when every name has been taken out of the vault, since it has none", async () => {
    const { rowan } = worlds;
    const before = await pledged(rowan);
    rowan.answers([sampleCampaign.campaign]);
    await done(rowan, "purge", "--names");
    expect(await pledged(rowan)).toEqual(before);
  });
});

describe("a bundle within one committee", () => {
  const member = freshCommittee({ founder: "rowan", joiners: ["heron", "wren"] });

  it("brings a tally as its writer's own, also one that was written for another member", async () => {
    const [rowan, heron, wren] = [member("rowan"), member("heron"), member("wren")];
    await done(heron, "add", "--from", heron.file("people.json", signing(4)));
    const toWren = ["tally", "export", "--relay", "--to", "wren"];
    const tally = await sent(heron, wren, "heron.tally", ...toWren);
    expect((await rowan.pledge("merge", tally)).exitCode).toBe(5);
    await done(wren, "merge", tally);
    await done(rowan, "merge", await sent(wren, rowan, "bundle", "tally", "bundle", "--yes"));
    expect(await pledged(rowan)).toEqual([4, 4]);
    expect(await rowan.transcript("tally", "show")).toMatchInlineSnapshot(`
      "$ pledge tally show
      rowan (you): 0 people now; nothing sent yet
      heron: 4 people, today (2026-11-22), number 1
      wren: nothing yet
      [exit 0]"
    `);
    await done(rowan, "tally", "drop", "heron", "--from", rowan.file("reason", "sample"));
    expect(await pledged(rowan)).toEqual([0, 0]);
    await done(rowan, "tally", "restore", "heron");
  });

  it("is let through by each export that says so, and by exchange where the last one did", async () => {
    const [heron, wren] = [member("heron"), member("wren")];
    const relays = async (...args: readonly string[]): Promise<boolean> => {
      const shown = JSON.parse(
        await done(heron, "tally", "export", "--show", "--json", ...args),
      ) as {
        readonly header: { readonly relay: boolean };
      };
      return shown.header.relay;
    };
    await done(heron, "add", "--from", heron.file("people.json", signing(5)));
    const path = await sent(heron, wren, "heron.tally", "tally", "export", "--relay");
    expect([await relays(), await relays("--relay"), await relays("--again")]).toEqual([
      false,
      true,
      true,
    ]);
    await done(heron, "add", "--from", heron.file("more.json", signing(5, "ads", 10)));
    const shared = join(heron.folder, "shared");
    mkdirSync(shared);
    await done(heron, "exchange", shared);
    expect(await relays("--again")).toBe(true);
    await done(wren, "merge", path);
    await done(wren, "tally", "bundle", "-o", join(wren.folder, "bundle"), "--yes");
  });
});
