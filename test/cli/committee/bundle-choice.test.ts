/** Whose tallies travel on in a bundle, by choice, and what a reader counts then. Sample handles. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { carried, choosingCommittee } from "./choosing.ts";
import { sent } from "./relaying.ts";

const member = choosingCommittee();

interface Written {
  readonly tallies: number;
  readonly bundles: number;
  readonly whose: readonly string[];
  readonly partial: boolean;
  readonly stayed: readonly object[];
}

const bundled = async (
  world: TestWorld,
  ...args: readonly string[]
): Promise<readonly [path: string, written: Written]> => {
  const path = join(world.folder, "bundle");
  const command = ["tally", "bundle", ...args, "-o", path, "--force", "--yes", "--json"];
  return [path, JSON.parse(await done(world, ...command)) as Written];
};

const refusal = async (world: TestWorld, ...args: readonly string[]) => {
  const { exitCode, stderr } = await world.pledge("tally", "bundle", ...args, "--yes", "--json");
  const { code } = (JSON.parse(stderr) as { readonly error: { readonly code: string } }).error;
  return [exitCode, code];
};

describe("whose tallies go", () => {
  it("is asked before anything is written, and Enter writes nothing", async () => {
    const wren = member("wren");
    const toRowan = ["tally", "bundle", "--to", "rowan", "-o", join(wren.folder, "bundle")];
    wren.answers([false]);
    expect(await wren.transcript(...toRowan)).toMatchInlineSnapshot(`
      "$ pledge tally bundle --to rowan -o ~/bundle
      ! Nothing was written.
      [exit 1]"
    `);
    expect(wren.questions().at(-1)).toMatchInlineSnapshot(
      `"For rowan and you to read, each as it was signed: the tallies of finch and heron; and the committee file. Write the file?"`,
    );
    wren.answers([true]);
    expect(await wren.transcript(...toRowan, "--omit", "finch")).toMatchInlineSnapshot(`
      "$ pledge tally bundle --to rowan -o ~/bundle --omit finch
      Bundle number 1: the tally of heron; and the committee file, for rowan and you.
      ! Not all goes that may. Whoever has an earlier bundle of yours keeps what it has
      ! of those who are left out; a bundle without --only and --omit takes the place of
      ! all before it.
      [exit 0]"
    `);
    expect(wren.questions().at(-1)).toMatchInlineSnapshot(
      `"For rowan and you to read, each as it was signed: the tally of heron; and the committee file. Write the file?"`,
    );
    // The one that was not written took no number, and without a terminal somebody says yes beforehand.
    expect((await wren.pledge("tally", "bundle", "--json")).stderr).toContain(
      "confirmation-needed",
    );
  });

  it("is all that may, whom was chosen, or all but whom was left out", async () => {
    const wren = member("wren");
    const told = async (...args: readonly string[]) => {
      const [, { whose, partial, stayed }] = await bundled(wren, ...args);
      return { whose, partial, stayed };
    };
    expect(await told()).toEqual({ whose: ["finch", "heron"], partial: false, stayed: [] });
    const heronAlone = { whose: ["heron"], partial: true, stayed: [] };
    expect(await told("--only", "heron")).toEqual(heronAlone);
    expect(await told("--omit", "finch")).toEqual(heronAlone);
    expect(await told("--only", "heron", "--only", "finch", "--omit", "finch")).toEqual(heronAlone);
    expect(await told("--only", "heron", "--only", "finch")).toMatchObject({ partial: false });
  });

  it("tells of whom nothing goes, and why", async () => {
    const wren = member("wren");
    const only = ["heron", "sage", "ibis"].flatMap((handle) => ["--only", handle]);
    const [, { stayed }] = await bundled(wren, ...only);
    expect(stayed).toEqual([
      { handle: "ibis", why: "nothing" },
      { handle: "sage", why: "not-let" },
    ]);
    await done(wren, "tally", "drop", "finch", "--from", wren.file("reason", "sample"));
    expect(
      await wren.transcript(
        "tally",
        "bundle",
        ...only,
        "--only",
        "finch",
        "-o",
        join(wren.folder, "told"),
        "--yes",
      ),
    ).toMatchInlineSnapshot(`
      "$ pledge tally bundle --only heron --only sage --only ibis --only finch -o ~/told --yes
      Bundle number 2: the tally of heron; and the committee file, for finch, heron, ibis, rowan, sage and you.
      ! What finch sends is not counted here ("pledge tally show"), so it does not go.
      ! ibis has sent you no tally, so none goes.
      ! sage has not said that the tally may be passed on, so it does not go: ask sage
      ! for "pledge tally export --relay -o FILE", and merge that.
      [exit 0]"
    `);
  });

  it("is refused where it is nobody's, or of a handle that nobody has", async () => {
    const wren = member("wren");
    for (const option of ["--only", "--omit"]) {
      expect(await refusal(wren, option, "dove")).toEqual([2, "handle-unknown"]);
      expect(await refusal(wren, option, "wren")).toEqual([2, "handle-unknown"]);
    }
    expect(await refusal(wren, "--omit", "heron", "--omit", "finch")).toEqual([
      1,
      "bundle-of-nobody",
    ]);
    expect(await refusal(wren, "--only", "heron", "--omit", "heron")).toEqual([
      1,
      "bundle-of-nobody",
    ]);
    expect(await wren.transcript("tally", "bundle", "--only", "sage", "--yes"))
      .toMatchInlineSnapshot(`
      "$ pledge tally bundle --only sage --yes
      ! pledge: error: of whom you chose nothing may be passed on
      ! pledge: hint: what may be is of finch and heron; others write a tally that may be: "pledge tally export --relay -o FILE"
      [exit 1]"
    `);
    const [, { whose }] = await bundled(wren);
    expect(whose).toEqual(["finch", "heron"]);
  });

  it("is as much of a bundle of somebody else's as of all in it: it goes whole or stays", async () => {
    const [wren, ibis] = [member("wren"), member("ibis")];
    await done(ibis, "merge", await carried(wren, ibis, "--relay"));
    await done(wren, "tally", "export", "-o", join(wren.folder, "own"), "--relay", "--yes");
    const [, all] = await bundled(ibis);
    expect(all).toMatchObject({ tallies: 0, bundles: 1, whose: ["finch", "heron", "wren"] });
    await done(ibis, "merge", await sent(wren, ibis, "own", "tally", "export", "--relay", "--yes"));
    expect((await bundled(ibis, "--omit", "finch"))[1]).toMatchObject({
      tallies: 1,
      bundles: 0,
      whose: ["wren"],
      stayed: [{ handle: "wren", why: "holds-others", holds: ["finch"] }],
    });
    expect(await refusal(ibis, "--only", "heron")).toEqual([1, "bundle-of-nobody"]);
    const three = ["wren", "heron", "finch"].flatMap((handle) => ["--only", handle]);
    expect((await bundled(ibis, ...three))[1]).toMatchObject({ bundles: 1, partial: false });
  });
});
