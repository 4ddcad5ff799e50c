/** What `peek` says of files that are encrypted. Each sentence is held against the vault that wrote the file where it has a number. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { carry, done } from "../../support/committee-world.ts";
import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";
import { named, several, signingCommittee } from "../letters/signing-world.ts";
import { insideOf } from "./forge.ts";

const member = signingCommittee(
  {
    rowan: [],
    heron: [
      named("Ana Sample", { team: "cloud", role: "SRE" }),
      ...several(3, "designer", { display: "role", team: "ads", role: "Designer" }),
      ...several(4, "cloud", { team: "cloud" }),
      named("Grace Example", { supporter: true }),
    ],
  },
  { heron: ["ads", "data"] },
);

/** Fingerprints and key ids, made the same in every run. */
const masked = (text: string): string =>
  text
    .replaceAll(/\b[0-9A-Fa-f]{16}\b/gu, "<16 digits>")
    .replaceAll(/(?<!-)\b(?=[0-9A-F]{4}\b)(?!20\d\d-)[0-9A-F]{4}\b/gu, "XXXX");

const at = (world: TestWorld, name: string): string => join(world.folder, name);

const peek = async (world: TestWorld, name: string, ...args: readonly string[]): Promise<string> =>
  masked(await world.transcript("peek", at(world, name), ...args));

/** Without what a stranger learns. */
const peekInside = async (world: TestWorld, name: string): Promise<string> =>
  (await peek(world, name, "--inside")).replace(/\nA stranger[^]*?\n\n/u, "\n");

interface Told {
  readonly kind: string;
  readonly stranger: readonly string[];
  readonly member: readonly string[];
  readonly memberWithStaffList: readonly string[];
}

const told = async (world: TestWorld, name: string, ...args: readonly string[]): Promise<Told> =>
  JSON.parse(await done(world, "peek", at(world, name), "--json", ...args)) as Told;

/** heron's tally, carried to rowan, with people of all sorts in it. */
const sent = async (...args: readonly string[]): Promise<TestWorld> => {
  const [heron, rowan] = [member("heron"), member("rowan")];
  const more = [
    { name: "Bo Sample", team: "data", actions: [{ action: "walkout", atLeast: 137 }, "sign"] },
    { name: "Chi Sample", team: "cloud", actions: ["sign", "strike"] },
    { name: "Dee Sample", actions: ["sign"] },
  ];
  await done(heron, "add", "--from", heron.file("more.json", JSON.stringify(more)));
  await done(heron, "tally", "export", "-o", at(heron, "heron.tally"), "--yes", ...args);
  carry(heron, rowan, "heron.tally");
  return rowan;
};

describe("peek at an encrypted file", () => {
  it("says what a stranger learns, without a vault", async () => {
    const rowan = await sent();
    const stranger = await testWorld();
    carry(rowan, stranger, "heron.tally");
    expect(await peek(stranger, "heron.tally")).toMatchInlineSnapshot(`
      "$ pledge peek ~/heron.tally
      A stranger who finds it:
        - It is encrypted: without the key of a reader nobody learns what is in it,
          who wrote it, or for which campaign.
        - It shows that 2 keys can open it, but not whose they are.
        - What is in it was filled up to 4 KiB, so its length says little: if it is a
          tally, there are at most 37 people in it.
        - It does not name pledge, but its length is one that pledge fills up to.
        - It shows no day and no time. When it was sent, by whom and to whom, the way
          it travels may tell.
      ! What its readers learn, --inside says: it opens the file with your vault.
      [exit 0]"
    `);
  });

  it("says which keys can open it where they are named", async () => {
    const { stranger } = await told(await sent("--named"), "heron.tally");
    expect(stranger[1]).toMatch(
      /^It shows that 2 keys can open it, and which: [0-9A-F]{16}, [0-9A-F]{16}\. /u,
    );
  });

  it("says what a member learns of a tally, and what one with the staff list does", async () => {
    expect(await peekInside(await sent(), "heron.tally")).toMatchInlineSnapshot(`
      "$ pledge peek ~/heron.tally --inside
      A member whom it is for:
        - This is what the file says. Who signed it is checked only when you merge it.
        - Tally number 1 of heron, as of 2026-11-22, for heron and rowan.
        - 12 people: sign 12, strike 1, walkout 1. For each one it says what she
          pledged, and under which condition, rounded up.
        - By team: Ads 3, Cloud 6, Data 1, not known or not told 2.
        - 1 supporter from outside the unit.
        - The tallies that its writer had by then: none.
        - No name, no contact, no note, no role, no assessment, no time of day.

      A member who also has the staff list:
        - No name can be worked out from it: a person is a row of random characters,
          made from her pledge code and from nothing about her. Whoever was told the
          code finds her line.
        - A line that names a team can be any of its people: Ads about 40, Cloud about
          60, Data about 30.
        - 4 lines are like no other. Whoever heard all that is in such a line from a
          coworker knows that it is hers, and can follow it through later tallies.
        - 1 line has a condition that no other line has. Whoever overheard the
          condition knows that it is that coworker's, and reads what else she pledged.
        - Two tallies in a row show which lines came and went. Where one person was
          hired, or left, in between, such a line may be hers.
      [exit 0]"
    `);
  });

  it("says of a tally what is in the vault that wrote it", async () => {
    const rowan = await sent();
    const { kind, member: read, stranger } = await told(rowan, "heron.tally", "--inside");
    const { people, payload } = await member("heron").inVault((vault) => ({
      people: vault.people.summaries(),
      payload: vault.tallies.own()?.payload.length ?? 0,
    }));
    const count = (action: string): number =>
      people.filter(({ pledges }) => pledges.some((one) => one.action === action)).length;
    expect(kind).toBe("tally");
    expect(read[2]).toContain(
      `${people.length} people: sign ${count("sign")}, strike ${count("strike")}, walkout ${count("walkout")}.`,
    );
    const inTeam = (team: string): number =>
      people.filter(({ person }) => person.team === team).length;
    expect(read[3]).toBe(
      `By team: Ads ${inTeam("ads")}, Cloud ${inTeam("cloud")}, Data ${inTeam("data")}, not known or not told 2.`,
    );
    expect(stranger[2]).toContain(`filled up to ${payload / 1024} KiB`);
  });

  it("says of a committee file who and what is in it", async () => {
    const rowan = member("rowan");
    await done(rowan, "committee", "export", "-o", at(rowan, "committee"));
    expect(await peekInside(rowan, "committee")).toMatchInlineSnapshot(`
      "$ pledge peek ~/committee --inside
      A member whom it is for:
        - This is what the file says. Who signed it is checked only when you merge it.
        - Number 2 of the committee file of "No contracts with the police".
        - What the campaign is, its 2 members by handle and certificate, and who
          answers for which team.
        - 1 text that people sign.
        - Nothing of who pledged what.

      A member who also has the staff list:
        - A handle that its owner uses elsewhere tells who she is. So does the name in
          a certificate that was made with another program.
        - Who answers for a small team is probably one of its people.
      [exit 0]"
    `);
    const { committee } = await insideOf(rowan);
    const { member: read } = await told(rowan, "committee", "--inside");
    expect(read[1]).toContain(`Number ${committee.number} of`);
    expect(read[2]).toContain(`its ${committee.members.length} members`);
    expect(read[3]).toBe(`${committee.texts.length} text that people sign.`);
  });

  it("says of a list of signers how many are named", async () => {
    const [heron, rowan] = [member("heron"), member("rowan")];
    await done(heron, "letter", "signers", "first", "--to", "rowan", "-o", at(heron, "s"), "--yes");
    carry(heron, rowan, "s");
    expect(await peekInside(rowan, "s")).toMatchInlineSnapshot(`
      "$ pledge peek ~/s --inside
      A member whom it is for:
        - This is what the file says. Who signed it is checked only when you merge it.
        - A list of signers of heron, as of 2026-11-22, for heron and rowan, under the
          text <16 digits>.
        - 2 people by name, with role and team where they are known; 3 by role and
          team without a name; 4 more as a number.
        - No contact, no note, no assessment, and no name of anybody who did not ask
          to be named.

      A member who also has the staff list:
        - Whoever is the only one of her role in a team is known by it.
        - Whoever is a number stays one: nothing else is said of her.
      [exit 0]"
    `);
  });

  it("says of a block that somebody without a vault made that it is one, by its length already", async () => {
    const rowan = member("rowan");
    await done(rowan, "key", "export", "-o", at(rowan, "rowan.join"));
    const people = rowan.file(
      "told.json",
      JSON.stringify({ name: "Bo Sample", actions: ["sign"] }),
    );
    rowan.file(
      "block",
      await done(rowan, "add", "--to", at(rowan, "rowan.join"), "--from", people),
    );
    const shown = await peekInside(rowan, "block");
    expect(shown).toMatchInlineSnapshot(`
      "$ pledge peek ~/block --inside
      A member whom it is for:
        - Somebody without a vault tells you of 1 person, by name and with all else
          that was answered.
        - Nobody signs such a file: whoever has your join file can make one.
      [exit 0]"
    `);
    expect(shown).not.toContain("Bo");
    const [, readers, length] = (await told(rowan, "block")).stranger;
    expect(readers).toBe("It shows that 1 key can open it, but not whose it is.");
    expect(length).toContain("(pledge add --to) is so short");
  });

  it("has nothing to say of a team that is withheld alone: its lines are as those of no team", async () => {
    const heron = member("heron");
    const people = several(25, "data", { team: "data" }).map((one) => ({
      ...one,
      actions: ["sign"],
    }));
    await done(heron, "add", "--from", heron.file("data.json", JSON.stringify(people)));
    await done(heron, "tally", "export", "-o", at(heron, "t"));
    const { member: read, memberWithStaffList } = await told(heron, "t", "--inside");
    expect(read[3]).toMatch(/not known or not told 26\.$/u);
    expect(memberWithStaffList.join("\n")).not.toContain("Where the team is not named");
  });

  it("has the same sentences as the JSON, with what there is nothing to say of left out", async () => {
    const rowan = await sent();
    const {
      stranger,
      member: read,
      memberWithStaffList,
    } = await told(rowan, "heron.tally", "--inside");
    const shown = await done(rowan, "peek", at(rowan, "heron.tally"), "--inside");
    const flowing = shown.replaceAll(/\s+/gu, " ");
    for (const sentence of [...stranger, ...read, ...memberWithStaffList])
      expect(flowing).toContain(sentence);
    const outside = await told(rowan, "heron.tally");
    expect(outside).toEqual({
      v: 1,
      kind: "encrypted",
      stranger,
      member: [],
      memberWithStaffList: [],
    });
  });
});
