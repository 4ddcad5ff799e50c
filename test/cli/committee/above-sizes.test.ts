/** Somebody who claims more people than there are: said by whom and where, and nothing rests on it. */
import { beforeEach, expect, it } from "vitest";

import type { Incarnation } from "../../../src/domain/tallies/tally.ts";
import { done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { fileOf, insideOf, lineOf, put } from "./forge.ts";
import { freshCommittee, signing } from "./fresh-committee.ts";

const member = freshCommittee({
  founder: "rowan",
  joiners: ["heron"],
  turf: { heron: ["cloud"] },
});

let rowan: TestWorld;

beforeEach(async () => {
  rowan = member("rowan");
  await done(rowan, "add", "--from", rowan.file("people.json", signing(6, "ads")));
});

const invent = async (count: number, team: string, life?: string): Promise<void> => {
  const lines = Array.from({ length: count }, (_, n) => lineOf(`${life ?? ""} ${n}`, team));
  const changes = life === undefined ? { lines } : { lines, incarnation: life as Incarnation };
  const file = await fileOf(await insideOf(member("heron")), changes);
  const { exitCode } = await rowan.pledge("merge", put(rowan, "invented", file));
  expect(exitCode).toBeLessThan(2);
};

it("is in the status in one line, and no threshold is met by it", async () => {
  await invent(45, "cloud");
  expect(await rowan.transcript("status")).toMatchInlineSnapshot(`
    "$ pledge status
    No contracts with the police
    Engineering at Example Corp, about 60 workers (2026-11-01, 21 days ago)

    as of 2026-11-22        pledged  confirmed  done  active  share  needed
    sign     [######|####]       36          0     0      36   60 %      20  14 away
    refuse   [...........]        0          0     0       0    0 %       -
    walkout  [........|..]        0          0     0       0    0 %      18  18 away
    strike   [...........]        0          0     0       0    0 %       -
    # would act now   - waits until more are in   | needed

    Pledged in teams: Cloud 30 of 30, Ads 6 of 20
    Of your own list, as confirmed and done are: assessed 0, 0 of them too long ago;
    not assessed 6.
    From 2 organizers: rowan (you), heron today
    The low numbers hold if everybody is placed in the right team.
    More than there are, heron: 45 in Cloud, which has 30, and 1 other claim; meets
    no threshold: "pledge tally show".
    [exit 0]"
  `);
  const { actions, above } = JSON.parse(await done(rowan, "status", "--json")) as Record<
    string,
    unknown
  >;
  expect(actions).toMatchObject([
    { action: "sign", active: { low: 36, high: 36 }, withinSizes: 6, threshold: 20, met: false },
    {},
    {},
    {},
  ]);
  expect(above).toEqual([
    { handle: "heron", relayed: false, of: "team", team: "cloud", people: 45, size: 30 },
    { handle: "heron", relayed: false, of: "turf", team: null, people: 45, size: 30 },
  ]);
});

it("is shown by signer and place beside the tallies", async () => {
  await invent(45, "cloud");
  expect(await rowan.transcript("tally", "show")).toMatchInlineSnapshot(`
    "$ pledge tally show
    rowan (you): 6 people now; nothing sent yet
    heron: 45 people, today (2026-11-22), number 1

    More people than there are: heron: 45 in Cloud, which has 30; heron: 45 in the
    turf, which has 30. Nobody is counted for more than there are, and no threshold
    is met by such a claim. Either the list is wrong, or the size:
    "pledge campaign edit".
    [exit 0]"
  `);
});

it("is found over five lives of one signer, of different people each", async () => {
  for (const life of [1, 2, 3, 4, 5])
    await invent(20, "cloud", `${String(life).repeat(8)}-1111-4111-8111-111111111111`);
  const { actions, above, sources } = JSON.parse(await done(rowan, "status", "--json")) as Record<
    string,
    unknown
  >;
  expect(above).toContainEqual({
    handle: "heron",
    relayed: false,
    of: "team",
    team: "cloud",
    people: 100,
    size: 30,
  });
  expect(actions).toMatchObject([{ pledged: { low: 6, high: 36 }, withinSizes: 6 }, {}, {}, {}]);
  expect(sources).toMatchObject([{ handle: "rowan" }, { handle: "heron", state: "forked" }]);
});

it("may be ourselves, where the size of the unit is too low", async () => {
  await done(rowan, "add", "--from", rowan.file("more.json", signing(61, "ads", 50)));
  const shown = (await done(rowan, "status")).replaceAll(/\s+/gu, " ");
  expect(shown).toContain("More than there are, you: 67 in the unit, which has 60");
});
