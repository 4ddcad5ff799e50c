/** People go from one member to another: what both see. */
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import { done } from "../../support/committee-world.ts";
import { carried, give, handing } from "./handing.ts";
import type { Handing } from "./handing.ts";

let worlds: Handing;

beforeEach(async () => {
  worlds = await handing();
});

/** Without the scratch folder, and with white space as it wraps somewhere else. */
const plain = (text: string, { folder }: { readonly folder: string }): string =>
  text.replaceAll(`${folder}/`, "").replaceAll(/\s+/gu, " ");

describe("a handover", () => {
  it("says what leaves, and is asked about twice", async () => {
    const { rowan } = worlds;
    rowan.answers([true, "heron"]);
    const file = join(rowan.folder, "cloud.pledge");
    const text = await rowan.transcript(
      "handover",
      "give",
      "--team",
      "cloud",
      "--to",
      "heron",
      "-o",
      file,
    );
    expect(plain(text, rowan)).toMatchInlineSnapshot(
      `"$ pledge handover give --team cloud --to heron -o ~/cloud.pledge ~/cloud.pledge: for heron alone, who takes it in with "pledge handover take FILE". ! To heron alone go 3 people of Cloud, by name, with 1 way to reach them: who they ! are, what they pledged (2), how you assessed them and when (1), and their pledge ! codes. ! Your notes stay here, shared ones too, and so do what moves them, where you know ! them from, and structure tests. ! 1 person asked that nobody write or call; heron reads that too. Ask yourself ! whether they would want to be in this file. ! 1 person may be a supervisor, and heron reads that too. ! Whoever has this file and heron's key has all of it, for good. Hand it over only ! if you would tell heron these names at a table. ! From then on they count with heron and no more with you. Write your next tally ! once heron has taken the file in and sent hers: until both are merged, a count ! may be lower, never higher. ! The committee file does not say that heron answers for Cloud: ! "pledge committee turf" changes that. ! If the file is lost, or heron does not want it: "pledge handover take-back". ! Once heron has everybody: "pledge handover erase". [exit 0]"`,
    );
    expect(rowan.questions()).toMatchInlineSnapshot(`
      [
        "Hand over 3 people, by name and with 1 way to reach them, to heron?",
        "Names leave this vault, and nothing brings them back. To go on, type to whom: heron (Enter alone: nothing happens)",
      ]
    `);
    expect(await done(rowan, "handover", "list")).toMatchInlineSnapshot(`
      "1  to heron, 2026-11-22: 3 people of Cloud; 3 still here
      "
    `);
    expect(await done(rowan, "list")).toMatchInlineSnapshot(`
      "id        name              team   stand  will do
      megqfkxv  Ana Sample (ana)  Cloud  1      [handed over to heron, 2026-11-22]
                                                sign (done), walkout once 10
      zpycawxz  Bo Sample         Cloud  -      [handed over to heron, 2026-11-22]
                                                sign
      ktkkvqte  Cy Sample         Cloud  -      [handed over to heron, 2026-11-22]
                                                [perhaps a supervisor] no pledge
      pxwsfhct  Dee Sample        Ads    -      sign
      "
    `);
    expect(await done(rowan, "show", "ana")).toContain(
      "with heron: handed over to heron, 2026-11-22",
    );
  });

  it("is shown to the receiver before anything of it is taken in, and is taken in once", async () => {
    const { rowan, heron } = worlds;
    await give(worlds, "heron");
    const file = carried(rowan, heron);
    heron.answers([false]);
    expect((await heron.pledge("handover", "take", file)).exitCode).toBe(1);
    expect(await done(heron, "list")).toContain("Nobody");
    heron.answers([true]);
    expect(plain(await heron.transcript("handover", "take", file), heron)).toMatchInlineSnapshot(
      `"$ pledge handover take ~/cloud.pledge 3 people taken in from rowan: yours now, and counted with you. ! rowan hands over 3 people of Cloud, as of 2026-11-22: ! 3 new here, with every day of their past. ! "pledge undo" can take it back. ! Send your tally ("pledge tally export"), and tell rowan that you have them: her ! next tally leaves them out. Destroy the file: it opens with your key for good. [exit 0]"`,
    );
    expect(await done(heron, "show", "ana")).toMatchInlineSnapshot(`
      "Ana Sample
      id       megqfkxv, or the alias ana
      team     Cloud
      role     SRE
      counts   as a worker of the unit
      reach at signal ana.sample.01
      covered  by nobody
      stand    1 organizes others, from what they did, 2026-11-22; closer than before
      before   3 undecided, from a conversation, 2026-11-02
      will do  sign: done 2026-11-22, in the letter: by name
               walkout: pledged 2026-11-02, once 10 are in
      earlier  sign: pledged 2026-11-02, in the letter: by name
      code     X22B-Z8BT-R7QH-FHF8: a second organizer who has it counts this person
               once with you
      added    2026-11-02
      "
    `);
    const before = await heron.inVault((vault) => vault.generation());
    expect(await done(heron, "handover", "take", file, "--yes")).toMatchInlineSnapshot(`
      "This handover of rowan was taken in on 2026-11-22; nothing was changed.
      "
    `);
    expect(await heron.inVault((vault) => vault.generation())).toBe(before);
    expect(await done(heron, "handover", "list")).toMatchInlineSnapshot(`
      "   from rowan, taken in 2026-11-22: 3 people
      "
    `);
  });
});
