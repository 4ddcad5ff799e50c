import { describe, expect, it } from "vitest";

import { idsOf } from "../../support/sample-people.ts";
import { testWorld } from "../../support/world.ts";

const name = "Name (Enter alone ends; a + after the name asks for more)";

describe("adding people at the terminal", () => {
  it("asks five questions a person, three of them answered by Enter, and ends at an empty name", async () => {
    const world = await testWorld();
    await world.init();
    world.answers(["Ana Gómez", "", ["sign"], "", "", ""]);
    expect(await world.transcript("add")).toMatchInlineSnapshot(`
      "$ pledge add
      1 person added.
      [exit 0]"
    `);
    expect(world.questions()).toEqual([
      name,
      "Team",
      "What will they do? (none = no pledge yet)",
      "Once how many are in? (30, or 30% of the unit; Enter = no condition)",
      "How may the letter show them?",
      name,
    ]);
    expect(world.said()).toMatchInlineSnapshot(`
      [
        "One person after another; Enter takes what is offered. Whoever is "Kept" is in the vault, whatever happens next.",
        "Kept: sign 1 of 20",
        "Pledge code DZEK-164F-C942-A47S: theirs to keep. Told to a second organizer, it lets two counts take one person once.",
      ]
    `);
  });

  it("asks three when nothing is pledged, and two in a campaign without teams", async () => {
    const world = await testWorld();
    await world.init({ teams: [] });
    world.answers(["Ana Gómez", [], ""]);
    await world.pledge("add");
    expect(world.questions()).toEqual([name, "What will they do? (none = no pledge yet)", name]);
    expect(world.said()[1]).toBe("Kept: no pledge yet");
  });

  it("says in one line where the pledged actions stand, and offers the last team", async () => {
    const world = await testWorld();
    await world.init();
    world.answers([
      "Ana Gómez",
      "cloud",
      ["sign"],
      "",
      "named",
      "Bo",
      "",
      ["sign", "walkout"],
      "10",
      "",
      "",
    ]);
    await world.pledge("add");
    expect(world.said()).toMatchInlineSnapshot(`
      [
        "One person after another; Enter takes what is offered. Whoever is "Kept" is in the vault, whatever happens next.",
        "Kept: sign 1 of 20",
        "Pledge code DZEK-164F-C942-A47S: theirs to keep. Told to a second organizer, it lets two counts take one person once.",
        "Kept: sign 1 of 20; 8 more bring in 1 who waits | walkout 0 of 18; 9 more bring in 1 who waits",
        "Pledge code X22B-Z8BT-R7QH-FHF8, so that nobody counts them twice.",
      ]
    `);
    const people = await world.inVault((vault) => vault.people.summaries());
    expect(
      people.map(({ person, pledges }) => [
        person.team,
        pledges.map(({ action, condition, display }) => [action, condition.kind, display]),
      ]),
    ).toEqual([
      ["cloud", [["sign", "none", "named"]]],
      [
        "cloud",
        [
          ["sign", "at-least", "counted"],
          ["walkout", "at-least", "counted"],
        ],
      ],
    ]);
  });

  it("asks again for a name or a condition that cannot be kept, and says why", async () => {
    const world = await testWorld();
    await world.init();
    world.answers([
      "Ana\u001B[2J",
      "+",
      "a".repeat(201),
      "Ana",
      "",
      ["sign"],
      "many",
      "0",
      "30 %",
      "",
      "",
    ]);
    expect((await world.pledge("add")).exitCode).toBe(0);
    expect(world.said().slice(1, 6)).toEqual([
      "It holds U+001B, which a screen would obey instead of showing it.",
      "Type the name first, and the + after it.",
      "It is longer than 200 characters.",
      "Type a number such as 30, a share such as 30%, 5 team for five of their team, or nothing.",
      "Type a number such as 30, a share such as 30%, 5 team for five of their team, or nothing.",
    ]);
  });

  it("asks for the rest when a + follows the name", async () => {
    const world = await testWorld();
    await world.init();
    world.answers([
      "Ana Gómez +",
      "ads",
      [],
      "SRE",
      "a supervisor (not counted)",
      "will act",
      "Signal",
      "+15550100",
      "Likes tea",
      "K7QF",
      "",
      "",
    ]);
    await world.pledge("add");
    expect(world.questions().slice(3, -1)).toEqual([
      "Role or job title (Enter = not noted)",
      "Who are they to the campaign?",
      "Where do they stand, as you see it?",
      "How can they be reached, away from the employer's systems?",
      "Number or address",
      "Note, for you alone (Enter = none)",
      "Pledge code, if another organizer gave them one (Enter = a new one)",
      "Pledge code, if another organizer gave them one (Enter = a new one)",
    ]);
    expect(world.said()).toContain("Kept: supervisor, not counted");
    const [whole] = await world.inVault((vault) => vault.people.summaries());
    expect(whole).toMatchObject({
      person: {
        name: "Ana Gómez",
        team: "ads",
        role: "SRE",
        supervisor: "yes",
        supporter: false,
        contacts: [{ kind: "signal", value: "+15550100" }],
        note: "Likes tea",
      },
      assessment: 2,
      pledges: [],
    });
  });

  it("keeps a code from elsewhere, and refuses one that somebody here has", async () => {
    const world = await testWorld();
    await world.init();
    const code = "0000-0000-0000-0000";
    world.answers([
      "Ana +",
      "",
      [],
      "",
      "",
      "",
      "",
      "",
      code,
      "Bo +",
      "",
      [],
      "",
      "",
      "",
      "",
      "",
      code,
      "",
      "",
    ]);
    await world.pledge("add");
    const ids = await idsOf(world);
    expect(await world.inVault((vault) => vault.people.byCode(code as never)?.name)).toBe("Ana");
    expect(world.said()).toContain(
      `${ids["Ana"]} has this code already. The same person? Then leave this empty, and see "pledge edit ${ids["Ana"]}".`,
    );
  });
});
