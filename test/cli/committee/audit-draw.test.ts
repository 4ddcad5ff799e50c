/** A draw step by step, what it refuses, and where else its files turn up. Sample people. */
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import { carry, done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { plan, sendTally, stage } from "./auditing.ts";
import { freshCommittee } from "./fresh-committee.ts";

const member = freshCommittee({ ...plan, columns: 40 }, async (worlds) =>
  sendTally((handle) => worlds[handle] as TestWorld, 12),
);

let rowan: TestWorld;
let heron: TestWorld;
let wren: TestWorld;
beforeEach(() => {
  [rowan, heron, wren] = [member("rowan"), member("heron"), member("wren")];
});

const flat = (text: string): string => text.replaceAll(/\s+/gu, " ").trim();

const refusal = async (world: TestWorld, ...args: readonly string[]) => {
  const { exitCode, stdout, stderr } = await world.pledge("tally", "audit", "draw", ...args);
  expect(stdout).toBe("");
  return `${flat(stderr.replaceAll(/^pledge: /gmu, ""))} [exit ${exitCode}]`;
};

const six = "able able able able able able";

describe("a draw without a terminal, at forty columns", () => {
  it("goes step by step, and keeps our words until all promises are there", async () => {
    const { promise, words, missing, drawn } = await stage(rowan);
    expect([words, missing, drawn]).toEqual([null, null, null]);
    const first = await rowan.transcript("tally", "audit", "draw");
    const { promise: theirs } = await stage(wren);
    const second = await rowan.transcript("tally", "audit", "draw", "--promise", `wren=${theirs}`);
    const { words: ours, round } = await stage(rowan);
    const hide = (text: string): string =>
      [promise, theirs, ours ?? "", round.words.join(" ")].reduce(
        (shown, all) => shown.replaceAll(all, "<words>"),
        text,
      );
    // Where a line ends depends on how long the words are.
    for (const line of first.split("\n").slice(1)) expect(line.length).toBeLessThanOrEqual(42);
    expect([first, second].map((text) => hide(flat(text)))).toMatchInlineSnapshot(`
      [
        "$ pledge tally audit draw The round, by number 1 of the committee file: heron: number 1, 12 lines to draw from Words of the round: <words> Your promise: <words> ! Read your promise to the other auditors, ! and give theirs, all at once: --promise ! HANDLE="six words". [exit 0]",
        "$ pledge tally audit draw --promise wren=<words> The round, by number 1 of the committee file: heron: number 1, 12 lines to draw from Words of the round: <words> Your words: <words> ! Read your words to wren, and give ! theirs: --word HANDLE="six words". [exit 0]",
      ]
    `);
  });

  it("is the same round until a new one is begun", async () => {
    const one = await stage(rowan);
    expect(await stage(rowan)).toEqual(one);
    const other = await stage(rowan, "--new");
    expect(other.round).toEqual(one.round);
    expect(other.promise).not.toBe(one.promise);
    await stage(rowan, "--promise", `wren=${six}`);
    const { stderr } = await rowan.pledge("tally", "audit", "draw", "--new");
    expect(flat(stderr)).toContain("The last round was broken off after promises were made.");
  });
});

describe("a draw that is refused", () => {
  it("has words before promises, or words that nobody promised", async () => {
    expect(await refusal(rowan, "--word", `wren=${six}`)).toBe(
      'error: words came before the promises hint: first everybody\'s promise: --promise HANDLE="six words"; only then say your words [exit 2]',
    );
    await stage(rowan, "--promise", `wren=${six}`);
    expect(await refusal(rowan, "--word", `wren=${six}`)).toContain(
      "error: these are not the words that wren promised",
    );
    expect(await refusal(rowan, "--word", `heron=${six}`)).toContain("hint: the handles are wren");
  });

  it("takes no other promise once ours may have been said", async () => {
    await stage(rowan, "--promise", `wren=${six}`);
    await stage(rowan, "--promise", `wren=${six}`);
    const fixed = "error: the promises of this round are noted already: those of wren, and yours";
    expect(await refusal(rowan, "--promise", `wren=${six.replace("able", "zoo")}`)).toContain(
      fixed,
    );
    expect(await refusal(rowan, "--promise", `heron=${six}`)).toContain(fixed);
  });

  it("cannot be read, or is with nobody, or with ourselves", async () => {
    expect(await refusal(rowan, "--promise", "wren=five words are not enough")).toBe(
      'error: --promise cannot be read hint: for example: --promise heron="six words that heron reads aloud" [exit 2]',
    );
    expect(await refusal(rowan, "--promise", `rowan=${six}`)).toContain(
      "hint: the handles are heron and wren",
    );
    expect(await refusal(rowan, "--new", "--without", "nobody")).toContain(
      "nobody here has that handle",
    );
  });

  it("has nothing to draw of, or nothing of which these two could", async () => {
    expect(await refusal(rowan, "--without", "heron")).toContain(
      "error: there is no tally here of which these auditors could draw a line",
    );
    // Heron's is the only tally, and heron is no auditor of it.
    expect(await refusal(rowan, "--promise", `heron=${six}`)).toContain("could draw a line");
    expect(await refusal(heron, "--promise", `rowan=${six}`)).toContain("could draw a line");
  });

  it("is by a committee file that is not in use, or over a tally that is there no longer", async () => {
    const { promise: ours } = await stage(rowan);
    const { promise: theirs } = await stage(wren);
    await stage(rowan, "--promise", `wren=${theirs}`);
    const { words } = await stage(wren, "--promise", `rowan=${ours}`);
    await done(heron, "tally", "export", "-o", join(heron.folder, "next"), "--yes");
    await done(rowan, "merge", carry(heron, rowan, "next"));
    expect(await refusal(rowan, "--word", `wren=${words ?? ""}`)).toContain(
      "error: a tally of the round was followed by a newer one before its lines were drawn",
    );
    const change = rowan.file("change.json", '{"campaign":"Another"}');
    await done(rowan, "campaign", "edit", "--from", change, "-o", join(rowan.folder, "n2"));
    expect(await refusal(rowan)).toContain(
      "error: the round of 2026-11-22 is by number 1 of the committee file, which is no longer in use",
    );
    await stage(rowan, "--new");
    expect(await refusal(rowan, "--without", "wren")).toContain(
      "whose tallies are in it is settled",
    );
  });
});

describe("the help", () => {
  it("of the group names the three steps", async () => {
    const { stdout } = await rowan.pledge("tally", "audit", "--help");
    for (const name of ["draw", "open", "check"]) expect(stdout).toContain(`  ${name} `);
  });
});
