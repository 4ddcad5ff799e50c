/** How a handover ends for whoever gave it: taken back, or erased. */
import { beforeEach, describe, expect, it } from "vitest";

import { done } from "../../support/committee-world.ts";
import { give, handing, idsIn } from "./handing.ts";
import type { Handing } from "./handing.ts";

let worlds: Handing;

beforeEach(async () => {
  worlds = await handing();
});

describe("taking a handover back", () => {
  it("makes its people ours again, and lets them be handed over once more", async () => {
    const { rowan } = worlds;
    await give(worlds, "heron");
    expect(await done(rowan, "handover", "take-back")).toBe("3 people count with you again.\n");
    expect(await done(rowan, "list")).not.toContain("handed over");
    expect(await done(rowan, "handover", "list")).toContain("taken back 2026-11-22");
    await give(worlds, "wren", "again.pledge");
    expect(await done(rowan, "handover", "list")).toContain("2  to wren");
  });

  it("asks which one where several stand, and knows no other", async () => {
    const { rowan } = worlds;
    await give(worlds, "heron");
    const ads = ["--team", "ads", "--to", "wren", "--yes", "--confirm", "wren"];
    await done(rowan, "handover", "give", ...ads, "-o", `${rowan.folder}/ads.pledge`);
    const { stderr, exitCode } = await rowan.pledge("handover", "take-back");
    expect(exitCode).toBe(2);
    expect(stderr).toContain("several handovers stand here: 1 and 2");
    expect((await rowan.pledge("handover", "take-back", "3")).exitCode).toBe(2);
    await done(rowan, "handover", "take-back", "2");
    const listed = JSON.parse(await done(rowan, "handover", "list", "--json")) as object;
    expect(listed).toMatchObject({
      given: [
        { number: 1, to: "heron", people: 3, here: 3, state: "given", endedOn: null },
        { number: 2, to: "wren", people: 1, here: 0, state: "taken-back" },
      ],
      taken: [],
    });
  });
});

describe("erasing a handover", () => {
  it("leaves nobody of it, and all others", async () => {
    const { rowan } = worlds;
    await give(worlds, "heron");
    const note = rowan.file("note.json", JSON.stringify({ note: "a friend of Ana Sample" }));
    const { "Dee Sample": dee = "" } = await idsIn(rowan);
    await done(rowan, "edit", dee, "--from", note);
    rowan.answers([false]);
    expect((await rowan.pledge("handover", "erase")).exitCode).toBe(1);
    rowan.answers([true]);
    const { stdout, stderr } = await rowan.pledge("handover", "erase");
    expect(rowan.questions().at(-1)).toBe(
      "Erase 3 people handed over to heron from this vault, for good?",
    );
    expect(stderr).toContain("Only once heron has told you");
    expect(stdout).toContain("3 people are erased from this vault; heron has them.");
    expect(stdout).toContain(`Taken out of what is noted of ${dee} too.`);
    expect(Object.keys(await idsIn(rowan))).toEqual(["Dee Sample"]);
    expect(await done(rowan, "show", dee)).not.toContain("Ana");
    expect(await done(rowan, "handover", "list")).toContain("erased here 2026-11-22");
    expect((await rowan.pledge("handover", "take-back")).exitCode).toBe(2);
  });

  it("is refused while a hold lasts, and changes nothing", async () => {
    const { rowan } = worlds;
    await give(worlds, "heron");
    await done(rowan, "hold", "on");
    const { exitCode, stderr } = await rowan.pledge("handover", "erase", "--yes", "--json");
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain('"held"');
    expect(Object.keys(await idsIn(rowan))).toHaveLength(4);
  });
});

describe("the letters of whoever gave people", () => {
  it("count no signature of theirs, and ask them for none", async () => {
    const { rowan } = worlds;
    await done(rowan, "letter", "start", "employer-demands", "--name", "first");
    await done(rowan, "letter", "freeze", "first", "--yes");
    const { "Bo Sample": bo = "", "Dee Sample": dee = "" } = await idsIn(rowan);
    await done(rowan, "confirm", bo, dee);
    const state = async (): Promise<object> =>
      (JSON.parse(await done(rowan, "letter", "list", "--json")) as { letters: object[] })
        .letters[0] as object;
    const before = await state();
    await give(worlds, "heron");
    const after = await state();
    expect([before, after]).toMatchObject([
      { signed: 2, toAsk: 1 },
      { signed: 1, toAsk: 0 },
    ]);
  });
});
