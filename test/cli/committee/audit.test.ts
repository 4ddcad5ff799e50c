/** An audit from end to end: rowan and wren audit heron. Sample people. */
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import { carry, done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { carryOpening, codes, draw, open, plan, sendTally, shown, stage } from "./auditing.ts";
import { freshCommittee } from "./fresh-committee.ts";

const member = freshCommittee(plan, async (worlds) =>
  sendTally((handle) => worlds[handle] as TestWorld, 12),
);

let rowan: TestWorld;
let heron: TestWorld;
let wren: TestWorld;
beforeEach(() => {
  [rowan, heron, wren] = [member("rowan"), member("heron"), member("wren")];
});

const flat = (text: string): string => text.replaceAll(/\s+/gu, " ").trim();

describe("an audit without a terminal", () => {
  it("shows eight of ten, where one says no and one is not asked", async () => {
    const drawn = await draw(member);
    expect(drawn.drawn).toMatchObject([{ handle: "heron", lines: { length: 10 } }]);
    const asked = await shown(member);
    expect(asked.lines.map(({ line }) => line)).toEqual(drawn.drawn?.[0]?.lines);
    const opened = await open(member, { 2: "declined", 5: "not-yet" });
    expect(opened).toMatchObject({ opened: 8, declined: 1, notOpened: 1 });
    const known = await codes(member);
    const given = opened.lines
      .filter(({ answer }) => answer === "yes")
      .map(({ line, id }) => ({ line, code: known.get(id) }));
    for (const handle of ["rowan", "wren"]) {
      const auditor = member(handle);
      const from = auditor.file("codes.json", JSON.stringify(given));
      const file = carryOpening(member, handle);
      expect(await done(auditor, "tally", "audit", "check", file, "--from", from)).toBe(
        "heron: 8 of 10 shown, 1 declined, 1 not opened.\n",
      );
      expect(flat(await done(auditor, "tally", "show"))).toContain(
        "audit of heron, number 1, drawn on 2026-11-22: 8 of 10 shown, 1 declined, 1 not opened",
      );
    }
    const { audits } = JSON.parse(await done(rowan, "tally", "show", "--json")) as {
      readonly audits: readonly object[];
    };
    expect(audits).toStrictEqual([
      {
        handle: "heron",
        fingerprint: expect.stringMatching(/^[0-9a-f]{40}$/u),
        incarnation: expect.stringMatching(/^[0-9a-f-]{36}$/u),
        seq: 1,
        committee: 1,
        on: "2026-11-22",
        drawn: 10,
        shown: 8,
        declined: 1,
        unconfirmed: 0,
        notOpened: 1,
      },
    ]);
  });

  it("draws the same whichever auditor works it out, and says so of nobody by name", async () => {
    const first = await draw(member);
    const again = await stage(wren, "-o", join(wren.folder, "again.audit"));
    expect(again.drawn).toEqual(first.drawn);
    expect(again.round.words).toEqual(first.round.words);
  });

  it("is of each of three by the other two, where all three say words", async () => {
    const all = [rowan, heron, wren];
    for (const [at, world] of [rowan, wren].entries()) {
      const people = Array.from({ length: 3 }, (_, n) => ({
        name: `Sample Other ${at}-${n}`,
        actions: ["sign"],
      }));
      await done(world, "add", "--from", world.file("more.json", JSON.stringify(people)));
      await done(world, "tally", "export", "-o", join(world.folder, `own-${at}`), "--yes");
    }
    for (const world of all) {
      if (world !== rowan) await done(world, "merge", carry(rowan, world, "own-0"));
      if (world !== wren) await done(world, "merge", carry(wren, world, "own-1"));
    }
    const handles = ["rowan", "heron", "wren"];
    const others = (at: number, said: readonly (string | null)[], option: string) =>
      handles.flatMap((handle, n) => (n === at ? [] : [option, `${handle}=${said[n] ?? ""}`]));
    const promises: string[] = [];
    for (const world of all) promises.push((await stage(world)).promise);
    const words: (string | null)[] = [];
    for (const [at, world] of all.entries())
      words.push((await stage(world, ...others(at, promises, "--promise"))).words);
    const drawn = [];
    for (const [at, world] of all.entries())
      drawn.push(
        (
          await stage(
            world,
            ...others(at, words, "--word"),
            "-o",
            join(world.folder, "three.audit"),
          )
        ).drawn,
      );
    expect(drawn[1]).toEqual(drawn[0]);
    expect(drawn[2]).toEqual(drawn[0]);
    expect(drawn[0]?.map(({ handle, lines }) => `${handle} ${lines.length}`).toSorted()).toEqual([
      "heron 10",
      "rowan 3",
      "wren 3",
    ]);
    // Each of her own is opened to the two others, who signed.
    const files = ["heron", "wren"].map((handle, n) =>
      carry(member(handle), rowan, "three.audit", `${n}.audit`),
    );
    const { auditors } = JSON.parse(
      await done(rowan, "tally", "audit", "open", ...files, "--show", "--json"),
    ) as { readonly auditors: readonly string[] };
    expect(auditors).toEqual(["heron", "wren"]);
  });
});
