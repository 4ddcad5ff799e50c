/** People who come by a handover to somebody who knows them, or somebody like them. */
import { beforeEach, describe, expect, it } from "vitest";

import { carry, done } from "../../support/committee-world.ts";
import { carried, give, handing, idsIn } from "./handing.ts";
import type { Handing } from "./handing.ts";

let worlds: Handing;

beforeEach(async () => {
  worlds = await handing();
});

interface Shown {
  readonly person: {
    readonly id: string;
    readonly code: string;
    readonly note?: string;
    readonly role?: string;
    readonly contacts: readonly unknown[];
    readonly history: readonly { readonly action: string }[];
    readonly assessments: readonly { readonly level: number; readonly day: string }[];
    readonly pledges: readonly { readonly action: string; readonly state: string }[];
  };
}

const shown = async (world: Handing["rowan"], id: string): Promise<Shown["person"]> =>
  (JSON.parse(await done(world, "show", id, "--json")) as Shown).person;

const add = (world: Handing["rowan"], ...people: readonly object[]): Promise<string> =>
  done(world, "add", "--from", world.file("own.json", JSON.stringify(people)));

describe("whoever the receiver knows", () => {
  it("by the code is made one with her own record, of which nothing is overwritten", async () => {
    const { rowan, heron } = worlds;
    const { code } = await shown(rowan, "ana");
    await add(heron, {
      name: "Anna Sample",
      team: "cloud",
      role: "Engineer",
      code,
      assessment: 2,
      actions: ["strike"],
      contacts: [{ kind: "phone", value: "+15550199" }],
      note: "what heron wrote",
      date: "2026-11-10",
    });
    await give(worlds, "heron");
    const text = await heron.transcript("handover", "take", carried(rowan, heron), "--yes");
    expect(text.replaceAll(/\s+(?:! )?/gu, " ")).toContain(
      "1 here already by the same pledge code: made one with your record.",
    );
    expect(text.replaceAll(/\s+(?:! )?/gu, " ")).toContain('"pledge undo" cannot take this back');
    const ids = await idsIn(heron);
    expect(Object.keys(ids).toSorted()).toEqual(["Anna Sample", "Bo Sample", "Cy Sample"]);
    const anna = await shown(heron, ids["Anna Sample"] ?? "");
    expect(anna).toMatchObject({
      code,
      role: "Engineer",
      note: "what heron wrote\nAlso known: name Ana Sample\nAlso known: role SRE",
      contacts: [{ value: "+15550199" }, { value: "ana.sample.01" }],
    });
    // Days as they were, in their order; the code is one in both vaults.
    expect(anna.assessments.map(({ level, day }) => `${level} ${day}`)).toEqual([
      "3 2026-11-02",
      "2 2026-11-10",
      "1 2026-11-22",
    ]);
    expect(anna.pledges.map(({ action, state }) => `${action} ${state}`)).toEqual([
      "sign done",
      "strike pledged",
      "walkout pledged",
    ]);
    expect((await heron.pledge("undo", "--yes")).stderr).toContain("no import");
  });

  it("by name and team stays a record of her own, and is shown as a double", async () => {
    const { rowan, heron } = worlds;
    await add(heron, { name: "Bo Sample", team: "cloud" }, { name: "Dot Sample", alias: "ana" });
    await give(worlds, "heron");
    const taken = await done(heron, "handover", "take", carried(rowan, heron), "--yes", "--json");
    expect(JSON.parse(taken)).toMatchObject({ new: 3, known: 0, alike: 1, withoutAlias: 1 });
    const { people } = JSON.parse(await done(heron, "list", "--json")) as { people: unknown[] };
    expect(people).toHaveLength(5);
    expect(await done(heron, "show", "ana")).toContain("Dot Sample");
  });

  it("as one, and the giver as two, stays one, under both codes", async () => {
    const { rowan, heron, wren } = worlds;
    await add(rowan, { name: "Ana S.", team: "cloud", actions: ["strike"] });
    const ids = await idsIn(rowan);
    const codes = await Promise.all(
      ["Ana Sample", "Ana S."].map(async (name) => (await shown(rowan, ids[name] ?? "")).code),
    );
    await add(heron, ...codes.map((code, at) => ({ name: `Sample ${at}`, team: "cloud", code })));
    const [first = "", second = ""] = Object.values(await idsIn(heron));
    await done(heron, "duplicates", "merge", first, second, "--yes");
    await give(worlds, "heron");
    const file = carried(rowan, heron);
    const taken = await done(heron, "handover", "take", file, "--yes", "--json");
    expect(JSON.parse(taken)).toMatchObject({ new: 2, known: 2 });
    expect(Object.keys(await idsIn(heron))).toHaveLength(3);
    await done(heron, "tally", "export", "-o", `${heron.folder}/h.tally`, "--yes");
    expect(await done(wren, "merge", carry(heron, wren, "h.tally"))).toContain("taken in");
  });

  it("twice has to be made one first", async () => {
    const { rowan, heron } = worlds;
    await add(rowan, { name: "Ana S.", team: "cloud", actions: ["strike"] });
    const ids = await idsIn(rowan);
    const [one = "", other = ""] = [ids["Ana Sample"], ids["Ana S."]];
    const codes = [(await shown(rowan, one)).code, (await shown(rowan, other)).code];
    await done(rowan, "duplicates", "merge", one, other, "--yes");
    await add(heron, ...codes.map((code, at) => ({ name: `Sample ${at}`, team: "cloud", code })));
    await give(worlds, "heron");
    const file = carried(rowan, heron);
    const { stderr, exitCode } = await heron.pledge("handover", "take", file, "--yes");
    expect(exitCode).toBe(1);
    expect(stderr).toContain("somebody in the file is two people here");
    const [first = "", second = ""] = Object.values(await idsIn(heron));
    await done(heron, "duplicates", "merge", first, second, "--yes");
    await done(heron, "handover", "take", file, "--yes");
    await done(heron, "tally", "export", "-o", `${heron.folder}/h.tally`, "--yes");
    await done(rowan, "merge", carry(heron, rowan, "h.tally"));
  });
});

describe("a handover that was taken in", () => {
  it("can be taken back with undo where all of them were new, and taken in again", async () => {
    const { rowan, heron } = worlds;
    await give(worlds, "heron");
    const file = carried(rowan, heron);
    await done(heron, "handover", "take", file, "--yes");
    expect(await done(heron, "undo", "--yes")).toContain("3 people taken out");
    expect(await done(heron, "list")).toContain("Nobody");
    expect(await done(heron, "handover", "take", file, "--yes")).toContain(
      "3 people taken in from rowan",
    );
  });

  it("can go back to whoever gave it, who counts them again", async () => {
    const { rowan, heron } = worlds;
    await give(worlds, "heron");
    await done(heron, "handover", "take", carried(rowan, heron), "--yes");
    await done(heron, "assess", "ana", "--level", "2", "--basis", "conversation");
    await give({ rowan: heron }, "rowan", "back.pledge");
    const back = carry(heron, rowan, "back.pledge");
    const taken = await done(rowan, "handover", "take", back, "--yes", "--json");
    expect(JSON.parse(taken)).toMatchObject({ new: 0, known: 3, comingBack: 3 });
    const levels = (await shown(rowan, "ana")).assessments.map(({ level }) => level);
    expect(levels).toEqual([3, 1, 2]);
    expect((await shown(rowan, "ana")).note).toBe("a private sample note");
    expect(await done(rowan, "list")).not.toContain("handed over");
    expect(await done(rowan, "handover", "list")).toContain("3 people of Cloud; 0 still here");
  });
});
