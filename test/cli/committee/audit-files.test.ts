/** The files of an audit, wherever else they turn up. Sample people. */
import { beforeEach, describe, expect, it } from "vitest";

import { carry, done, masked } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { carryDraws, carryOpening, draw, open, plan, sendTally } from "./auditing.ts";
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

describe("the files of an audit", () => {
  it("are told apart by merge, which names the command that takes each", async () => {
    await draw(member);
    await open(member);
    const [drawn = ""] = carryDraws(member);
    const merged = await heron.pledge("merge", drawn);
    expect([merged.exitCode, flat(merged.stdout)]).toEqual([
      5,
      expect.stringContaining(
        'the file is the draw of an audit, and another command takes it; give it, with that of the other auditor, to "pledge tally audit open FILE FILE -o OUT"',
      ),
    ]);
    const opening = carryOpening(member, "rowan");
    const { stdout } = await rowan.pledge("merge", opening, "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      files: [{ kind: "opening", outcome: "refused", reason: "file-for-other-command" }],
    });
    // In a folder that all use they lie beside what is merged, and are no fault.
    const { exitCode } = await rowan.pledge("exchange", rowan.folder, "--yes");
    expect(exitCode).toBe(0);
  });

  it("are refused by each other's command", async () => {
    await draw(member);
    await open(member);
    const opening = carryOpening(member, "rowan");
    const drawn = carry(wren, rowan, "wren.audit");
    const wrong = await rowan.pledge("tally", "audit", "check", drawn);
    expect([wrong.exitCode, flat(wrong.stderr)]).toEqual([
      5,
      expect.stringContaining("it does not begin as an opening does"),
    ]);
    const other = await rowan.pledge("tally", "audit", "open", opening, "--show");
    expect([other.exitCode, flat(other.stderr)]).toEqual([
      5,
      expect.stringContaining("it does not begin as an audit does"),
    ]);
  });

  it("say to peek what they tell", async () => {
    await draw(member);
    await open(member, { 0: "declined" });
    const drawn = carry(wren, rowan, "wren.audit");
    expect(masked(await done(rowan, "peek", drawn, "--inside"))).toMatchInlineSnapshot(`
      "A stranger who finds it:
        - It is encrypted: without the key of
          a reader nobody learns what is in
          it, who wrote it, or for which
          campaign.
        - It shows that 3 keys can open it,
          but not whose they are.
        - What is in it was filled up to 4
          KiB, so its length says little: if
          it is a tally, there are at most 37
          people in it.
        - It does not name pledge, but its
          length is one that pledge fills up
          to.
        - It shows no day and no time. When it
          was sent, by whom and to whom, the
          way it travels may tell.

      A member whom it is for:
        - This is what the file says. Who
          signed it is checked only by "pledge
          tally audit open".
        - The draw of an audit by number 1 of
          the committee file, with the words
          of rowan and wren.
        - Tallies in it: heron 1 (12). So the
          auditors hold these.
        - Which lines are drawn can be worked
          out from it: at most 10 of each
          tally. For whom they stand it does
          not say.
      "
    `);
    const opening = carryOpening(member, "rowan");
    expect(masked(await done(rowan, "peek", opening, "--inside"))).toMatchInlineSnapshot(`
      "A stranger who finds it:
        - It is encrypted: without the key of
          a reader nobody learns what is in
          it, who wrote it, or for which
          campaign.
        - It shows that 2 keys can open it,
          but not whose they are.
        - What is in it was filled up to 16
          KiB, so its length says little: if
          it is a tally, there are at most 167
          people in it.
        - It does not name pledge, but its
          length is one that pledge fills up
          to.
        - It shows no day and no time. When it
          was sent, by whom and to whom, the
          way it travels may tell.

      A member whom it is for:
        - This is what the file says. Who
          signed it is checked only by "pledge
          tally audit check".
        - heron opens lines of tally number 1,
          as of 2026-11-22, to rowan and wren
          alone.
        - 9 people by name, each with what she
          pledged, and how to reach her where
          the writer said so.
        - Of 1 line that was drawn it says
          only that it is not opened, or that
          somebody said no.
        - Nothing of anybody who was not
          drawn.

      A member who also has the staff list:
        - Whoever reads it can find these
          people's lines in every tally,
          earlier and later ones, too.
      "
    `);
  });
});
