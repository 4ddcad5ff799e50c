/** What a reader counts of bundles that leave some out by choice. Sample handles. */
import { describe, expect, it } from "vitest";

import { carry, done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { carried, choosingCommittee, toWren } from "./choosing.ts";
import { signing } from "./fresh-committee.ts";
import { sent } from "./relaying.ts";

const member = choosingCommittee();

/** Of whom a tally counts, with how many people. */
const countedBy = async (world: TestWorld): Promise<Readonly<Record<string, number>>> => {
  const { sources } = JSON.parse(await done(world, "tally", "show", "--json")) as {
    readonly sources: readonly { handle: string; people: number; you: boolean }[];
  };
  return Object.fromEntries(
    sources.filter(({ you }) => !you).map(({ handle, people }) => [handle, people]),
  );
};

describe("a reader of bundles that leave some out", () => {
  it("keeps what she had, and can check what comes by the committee file in it", async () => {
    const [rowan, wren, heron] = [member("rowan"), member("wren"), member("heron")];
    await done(rowan, "merge", await carried(wren, rowan));
    expect(await countedBy(rowan)).toEqual({ finch: 5, heron: 4 });
    await done(heron, "add", "--from", heron.file("more.json", signing(5, "ads", 60)));
    await done(wren, "merge", await sent(heron, wren, "newer.tally", ...toWren));
    const path = await carried(wren, rowan, "--only", "heron");
    expect((await rowan.transcript("merge", path)).replaceAll(rowan.folder, ""))
      .toMatchInlineSnapshot(`
      "$ pledge merge ~/bundle
      ~/bundle: wren's bundle of 2026-11-22, with 1 tally of
      others: taken in

      sign: 10-14 of 20, was 5-9
      [exit 0]"
    `);
    expect(await countedBy(rowan)).toEqual({ finch: 5, heron: 9 });
    expect((await rowan.transcript("peek", path, "--inside")).replaceAll(/\s+/gu, " ")).toContain(
      "wren chose whose tallies are in it, and left out others that might be.",
    );
  });

  it("counts the same in whatever order they come", async () => {
    const [rowan, wren, ibis] = [member("rowan"), member("wren"), member("ibis")];
    const names = ["one", "two", "three"];
    const choices = [[], ["--omit", "finch"], ["--only", "finch"]];
    for (const [at, name] of names.entries())
      await sent(wren, rowan, name, "tally", "bundle", "--yes", ...(choices[at] ?? []));
    for (const name of names.toReversed()) await done(rowan, "merge", carry(wren, rowan, name));
    for (const name of names) await done(ibis, "merge", carry(wren, ibis, name));
    const stands = await Promise.all(
      [rowan, ibis].map(async (world) => {
        const { actions, teams } = JSON.parse(await done(world, "status", "--json")) as {
          readonly actions: unknown;
          readonly teams: unknown;
        };
        return { actions, teams, counted: await countedBy(world) };
      }),
    );
    expect(stands[0]?.counted).toEqual({ finch: 5, heron: 4 });
    expect(stands[1]).toEqual(stands[0]);
  });

  it("counts nobody as having pledged who took it back, since the one who says so is left out", async () => {
    const [rowan, wren, heron, finch] = [
      member("rowan"),
      member("wren"),
      member("heron"),
      member("finch"),
    ];
    const low = async (): Promise<number> => {
      const { actions } = JSON.parse(await done(rowan, "status", "--json")) as {
        readonly actions: readonly { readonly pledged: { readonly low: number } }[];
      };
      return actions[0]?.pledged.low ?? -1;
    };
    // The same person under one code, whom finch has heard taking it back.
    const [code] = await heron.inVault((vault) =>
      vault.people.summaries().map(({ person }) => person.code),
    );
    const same = JSON.stringify({ name: "Sample Name", team: "cloud", code, actions: ["sign"] });
    const { added } = JSON.parse(
      await done(finch, "add", "--from", finch.file("same.json", same), "--json"),
    ) as { readonly added: readonly { readonly id: string }[] };
    await done(finch, "withdraw", added[0]?.id ?? "", "sign", "--yes");
    await done(wren, "merge", await sent(finch, wren, "newer.tally", ...toWren));
    await done(rowan, "merge", await carried(wren, rowan));
    const before = await low();
    await done(rowan, "merge", await carried(wren, rowan, "--omit", "finch"));
    expect(await low()).toBe(before);
    // Not even where a bundle says that it is whole, since finch is a member here.
    await done(wren, "tally", "drop", "finch", "--from", wren.file("reason", "sample"));
    await done(rowan, "merge", await carried(wren, rowan));
    expect(await low()).toBe(before);
  });
});
