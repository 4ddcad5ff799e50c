/** `campaign edit` in a committee: the next number of its file, and what the others see of it. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import { carry, done } from "../../support/committee-world.ts";
import { sampleCampaign, testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";
import { insideOf, outcomesOf } from "./forge.ts";
import { freshCommittee, signing } from "./fresh-committee.ts";

const member = freshCommittee({
  founder: "rowan",
  joiners: ["heron"],
  turf: { heron: ["cloud", "ads"], rowan: ["ads"] },
});

let rowan: TestWorld;
let heron: TestWorld;

beforeEach(() => {
  [rowan, heron] = [member("rowan"), member("heron")];
});

const changes = (world: TestWorld, value: object): string =>
  world.file("changes.json", JSON.stringify(value));

const edit = async (world: TestWorld, value: object): Promise<string> => {
  const output = join(world.folder, "next.pledge");
  return done(world, "campaign", "edit", "--from", changes(world, value), "-o", output, "--force");
};

/** What `merge` says of the change itself, behind the line of the file. */
const changesShown = async (world: TestWorld, file: string): Promise<string> =>
  (await done(world, "merge", file)).split("\n\n").at(-1) ?? "";

const numberOf = async (world: TestWorld): Promise<number> =>
  (await insideOf(world)).reference.number;

describe("pledge campaign edit in a committee", () => {
  it("makes the next number, which changes the campaign of everybody who takes it in", async () => {
    expect(await edit(rowan, { unit: { size: 80 } })).toMatchInlineSnapshot(`
      "The campaign is changed: see "pledge campaign show".
      Send next.pledge to heron, to be taken in with:
        pledge merge next.pledge
      "
    `);
    const file = carry(rowan, heron, "next.pledge");
    expect(await changesShown(heron, file)).toMatchInlineSnapshot(`
      "The unit is now Engineering, about 80 workers (2026-11-22).
      "
    `);
    const { campaign } = JSON.parse(await done(heron, "campaign", "show", "--json")) as {
      readonly campaign: object;
    };
    expect(campaign).toMatchObject({ organizer: "heron", unit: { size: 80, asOf: "2026-11-22" } });
    const again = await heron.pledge("merge", file, "--json");
    expect(outcomesOf(again.stdout)).toEqual(["next.pledge duplicate"]);
  });

  it("keeps the number without -o, and says how it gets to the others", async () => {
    const from = changes(rowan, { campaign: "Another name" });
    expect(await rowan.transcript("campaign", "edit", "--from", from)).toMatchInlineSnapshot(`
      "$ pledge campaign edit --from ~/changes.json
      The campaign is changed: see "pledge campaign show".
      ! Number 2 of the committee file is kept in the vault. Write it for the others
      ! with "pledge committee export -o FILE", or let "pledge exchange DIR" carry it.
      [exit 0]"
    `);
    expect(await numberOf(rowan)).toBe(2);
    await done(rowan, "committee", "export", "-o", join(rowan.folder, "2.pledge"));
    await done(heron, "merge", carry(rowan, heron, "2.pledge"));
    expect(await numberOf(heron)).toBe(2);
  });

  it("says in JSON which number it is", async () => {
    const from = changes(rowan, { campaign: "Another name" });
    const answer = await done(rowan, "campaign", "edit", "--from", from, "--json");
    expect(JSON.parse(answer)).toEqual({
      v: 1,
      changed: true,
      number: 2,
      hash: (await insideOf(rowan)).reference.hash,
    });
  });

  it("asks at the terminal as ever, but for the handle", async () => {
    rowan.answers(["campaign", "Another name", "save"]);
    const output = join(rowan.folder, "next.pledge");
    await done(rowan, "campaign", "edit", "-o", output);
    expect(rowan.offered().some((label) => label.startsWith("your handle"))).toBe(false);
    expect(await numberOf(rowan)).toBe(2);
  });

  it("makes no number where nothing changes, by Ctrl-C, and over another file", async () => {
    const output = join(rowan.folder, "next.pledge");
    const same = changes(rowan, { campaign: sampleCampaign.campaign });
    const unchanged = await done(rowan, "campaign", "edit", "--from", same, "-o", output);
    expect(unchanged).toBe("Nothing was changed.\n");
    rowan.answers(["campaign", "^C"]);
    expect((await rowan.pledge("campaign", "edit", "-o", output)).exitCode).toBe(130);
    expect(existsSync(output)).toBe(false);
    rowan.file("next.pledge", "mine");
    const from = changes(rowan, { campaign: "Another name" });
    expect((await rowan.pledge("campaign", "edit", "--from", from, "-o", output)).exitCode).toBe(6);
    expect(await numberOf(rowan)).toBe(1);
  });

  it("refuses another handle, by which the others would not know us", async () => {
    const from = changes(rowan, { organizer: "kestrel" });
    expect(await rowan.transcript("campaign", "edit", "--from", from)).toMatchInlineSnapshot(`
      "$ pledge campaign edit --from ~/changes.json
      ! pledge: error: this campaign cannot be used: "organizer" should be left as it is, since the others know your key by that handle
      ! pledge: hint: put it right and try again; nothing was changed
      [exit 5]"
    `);
    expect(await numberOf(rowan)).toBe(1);
    await edit(rowan, { organizer: "rowan", unit: { size: 61 } });
  });

  it("refuses as ever to take a team from people of our own", async () => {
    await done(rowan, "add", "--from", rowan.file("p.json", signing(2, "ads")));
    const from = changes(rowan, { teams: [sampleCampaign.teams[0]] });
    const { exitCode, stderr } = await rowan.pledge("campaign", "edit", "--from", from);
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("people are still in ads (2 people)"),
    });
    expect(await numberOf(rowan)).toBe(1);
  });

  it("stays as it was in a vault that is in no committee, but for a file that it cannot write", async () => {
    const alone = await testWorld();
    await alone.init();
    const from = changes(alone, { organizer: "kestrel", campaign: "Another name" });
    const output = join(alone.folder, "next.pledge");
    const { exitCode, stderr } = await alone.pledge(
      "campaign",
      "edit",
      "--from",
      from,
      "-o",
      output,
    );
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("this vault is in no committee yet"),
    });
    expect(await done(alone, "campaign", "edit", "--from", from)).toBe(
      'The campaign is changed: see "pledge campaign show".\n',
    );
    // Once there is a key, its handle stays.
    await done(alone, "key", "show");
    const back = changes(alone, { organizer: "rowan" });
    expect((await alone.pledge("campaign", "edit", "--from", back)).exitCode).toBe(5);
  });
});

describe("a team that another member took out", () => {
  beforeEach(async () => {
    await done(heron, "add", "--from", heron.file("p.json", signing(3, "ads")));
    await edit(rowan, { teams: [sampleCampaign.teams[0]] });
    await done(heron, "merge", carry(rowan, heron, "next.pledge"));
  });

  it("leaves every turf", async () => {
    const { members } = (await insideOf(heron)).committee;
    expect(members.map(({ handle, turf }) => [handle, turf])).toEqual([
      ["heron", ["cloud"]],
      ["rowan", []],
    ]);
  });

  it("counts as no team wherever our own people are in it", async () => {
    const list = await done(heron, "list");
    expect(list).toContain("Sample Name 0");
    expect(list).not.toMatch(/ads/iu);
    const { people } = JSON.parse(await done(heron, "list", "--json")) as {
      readonly people: readonly { readonly id: string }[];
    };
    const id = people[0]?.id ?? "";
    expect(await done(heron, "show", id)).toMatch(/team +not known/u);
    for (const args of [
      ["status"],
      ["campaign", "show"],
      ["tally", "export", "--show"],
      ["tally", "export", "-o", join(heron.folder, "heron.tally")],
      ["confirm", id],
      ["withdraw", id, "--yes"],
      ["forget", id, "--yes"],
    ])
      await done(heron, ...args);
    heron.answers(["team", "Cloud", "save"]);
    await done(heron, "edit", people[1]?.id ?? "");
  });

  it("does not stand in the way of the next change", async () => {
    await edit(heron, { teams: [{ ...sampleCampaign.teams[0], size: 31 }] });
    expect(await numberOf(heron)).toBe(3);
  });
});

describe("what a number changes", () => {
  it("is said in sentences, part by part", async () => {
    await edit(rowan, {
      campaign: "Another name",
      employer: "Example Group",
      unit: { name: "All of it", size: 1200 },
      teams: [
        { key: "cloud", name: "Clouds", size: 40 },
        { key: "search", name: "Search" },
      ],
      actions: ["sign", "refuse", "walkout", "slow-down"],
      thresholds: [
        { action: "sign", atLeast: 450 },
        { action: "refuse", atLeastPercent: 20 },
      ],
      addressee: { title: null },
      demands: ["require-subpoenas", "drop-contracts"],
      settings: { smallestTeam: 20, oldAfterDays: 7 },
    });
    const shown = await changesShown(heron, carry(rowan, heron, "next.pledge"));
    expect(shown).toMatchInlineSnapshot(`
      "heron answers for Clouds now.
      rowan answers for no team now.
      The campaign is called Another name now.
      The employer is Example Group now.
      The unit is now All of it, about 1,200 workers (2026-11-22).
      The team Cloud is called Clouds now.
      The team Clouds is now of about 40.
      There is a new team: Search, of unknown size.
      The team Ads is gone; people of yours in it count as in no team.
      New among the actions: slow-down.
      No longer among the actions: strike.
      sign now needs 450.
      walkout no longer has a number that it needs.
      refuse now needs 20% of the unit.
      The addressee is Dana Roe now.
      No longer among the demands: no-business-with-contractors and
      stronger-encryption.
      Tallies now name teams of 20 workers or more.
      A tally now counts as old after 7 days.
      "
    `);
  });
});
