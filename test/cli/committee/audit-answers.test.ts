/** What an organizer's vault keeps of a draw, and the answers that it takes. Sample people. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import type { SpokenWords } from "../../../src/domain/audits/draw.ts";
import { carry, done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { carryDraws, draw, open, openWith, plan, sendTally, shown } from "./auditing.ts";
import { drawFile, drawIn } from "./forge-audit.ts";
import { insideOf, put } from "./forge.ts";
import { freshCommittee } from "./fresh-committee.ts";

const member = freshCommittee(plan, async (worlds) => {
  const of = (handle: string): TestWorld => worlds[handle] as TestWorld;
  await sendTally(of, 12);
  await draw(of);
  for (const handle of ["rowan", "wren"]) {
    const { folder } = of(handle);
    saved.set(handle, new Uint8Array(readFileSync(join(folder, `${handle}.audit`))));
  }
});

/** The files of the draw that was made at the beginning. */
const saved = new Map<string, Uint8Array>();

let heron: TestWorld;
beforeEach(() => {
  heron = member("heron");
  for (const handle of ["rowan", "wren"])
    put(member(handle), `${handle}.audit`, saved.get(handle) ?? "");
});

const flat = (text: string): string => text.replaceAll(/\s+/gu, " ").trim();

/** Another number of the committee file, by rowan, with everybody. */
const nextNumber = async (...others: readonly string[]): Promise<void> => {
  const rowan = member("rowan");
  const change = rowan.file("change.json", '{"campaign":"Another"}');
  const file = join(rowan.folder, "next-number");
  await done(rowan, "campaign", "edit", "--from", change, "-o", file);
  for (const handle of others)
    await done(member(handle), "merge", carry(rowan, member(handle), "next-number"));
};

describe("what the vault keeps of a draw", () => {
  it("lets the organizer write tallies while she asks, and answer more later", async () => {
    await open(member, {
      0: "yes",
      ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => [n, "not-yet"])),
    });
    await done(heron, "tally", "export", "-o", join(heron.folder, "next"), "--yes");
    await nextNumber("heron");
    expect(await open(member)).toMatchObject({ opened: 10, declined: 0, notOpened: 0 });
  });

  it("opens no second draw by the same number, once a name has gone out", async () => {
    const [file = ""] = carryDraws(member);
    const first = await drawIn(await insideOf(heron), new Uint8Array(readFileSync(file)));
    const words = "able able able able able able" as SpokenWords;
    const auditors = first.auditors.map((one, n) => (n === 0 ? { ...one, words } : one));
    const signers = [await insideOf(member("rowan")), await insideOf(member("wren"))];
    const second = put(heron, "second", await drawFile(signers, { ...first, auditors }));
    await shown(member);
    // Until then the auditors may begin again.
    expect((await heron.pledge(...openWith([second], "--show"))).exitCode).toBe(0);
    await open(member, { 0: "declined" });
    const refused = await heron.pledge(...openWith([second], "--show"));
    expect([refused.exitCode, flat(refused.stderr)]).toEqual([
      5,
      "pledge: error: names were opened already for a draw of 2026-11-22, by number 1 of the committee file pledge: hint: one draw for each number of the committee file is all that is opened; tell the whole committee that somebody asks for more",
    ]);
    expect(await open(member)).toMatchObject({ opened: 10 });
  });

  it("is gone with whoever is erased, and says nothing of a new name", async () => {
    const { lines } = await shown(member);
    const [gone = "", renamed = ""] = lines.map(({ id }) => id);
    await done(heron, "forget", gone, "--yes");
    await done(heron, "edit", renamed, "--from", heron.file("e.json", '{"name":"Another Name"}'));
    const left = await shown(member);
    expect(left.lines.map(({ id, openable }) => [id, openable])).toEqual(
      lines.slice(1).map(({ id }) => [id, id !== renamed]),
    );
    const text = flat(await done(heron, ...openWith(carryDraws(member), "--show")));
    expect(text).toContain(
      "2 lines cannot be opened any more: the person was erased, or has another name in the vault since.",
    );
    expect(text).not.toContain("Another Name");
    const answers = heron.file("a.json", JSON.stringify([{ id: renamed, answer: "yes" }]));
    const asked = openWith(carryDraws(member), "--from", answers, "-o", "-", "--yes");
    const { exitCode, stderr } = await heron.pledge(...asked);
    expect([exitCode, flat(stderr)]).toEqual([
      2,
      expect.stringMatching(/nothing can be opened of line \d+ .*whoever has another name/u),
    ]);
    expect(await open(member, { 0: "declined" })).toMatchObject({
      opened: 8,
      declined: 1,
      notOpened: 1,
    });
  });

  it("says how many names left in earlier audits", async () => {
    await open(member, { 3: "declined" });
    await nextNumber("heron", "wren");
    await draw(member, "--new");
    heron.answers(Array.from({ length: 10 }, () => "not asked yet"));
    heron.answers([false]);
    const { exitCode, stderr } = await heron.pledge(...openWith(carryDraws(member), "-o", "-"));
    expect([exitCode, stderr]).toEqual([1, "Nothing was written; your answers are kept.\n"]);
    expect(heron.said().at(-1)).toContain("In earlier audits 9 names left this vault.");
    expect(heron.questions().at(-1)).toBe(
      "rowan and wren will read that you open no line. Write the file?",
    );
  });
});

describe("answers from a file", () => {
  it.each([
    ["[]", 0],
    [
      '[{"id":"nobody","answer":"yes"}]',
      '"id" in entry 1 should be the id of somebody who was drawn',
    ],
    [
      '[{"id":"nobody","answer":"perhaps"}]',
      '"answer" in entry 1 should be one of: yes, declined, not-yet',
    ],
    ['[{"answer":"yes"}]', '"id" in entry 1 is missing'],
    ['{"id":"x","answer":"yes"}', "should be a list in square brackets"],
    ['[{"id":"x","answer":"yes","code":"x"}]', "is not known here"],
  ])("are refused where they cannot be used: %s", async (text, said) => {
    const from = heron.file("answers.json", text);
    const asked = openWith(carryDraws(member), "--from", from, "-o", "-", "--yes");
    const { exitCode, stderr } = await heron.pledge(...asked);
    if (said === 0) expect(exitCode).toBe(0);
    else expect([exitCode, flat(stderr)]).toEqual([5, expect.stringContaining(String(said))]);
  });

  it("are needed where there is no terminal", async () => {
    const { exitCode, stderr } = await heron.pledge(...openWith(carryDraws(member), "-o", "-"));
    expect([exitCode, flat(stderr)]).toEqual([2, expect.stringContaining("--from FILE")]);
  });
});
