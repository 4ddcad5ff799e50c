import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { ActionKey, TeamKey } from "../../../src/domain/campaign/campaign.ts";
import { disclosureOf } from "../../../src/domain/tallies/disclosure.ts";
import type { TalliedAction, TallyLine, Token } from "../../../src/domain/tallies/tally.ts";
import { tally as anyTally } from "./any-tally.ts";

const none = { kind: "none" } as const;

const act = (action: string, changes: Partial<TalliedAction> = {}): TalliedAction => ({
  action: action as ActionKey,
  state: "pledged",
  condition: none,
  ...changes,
});

const from = (people: number) => ({ condition: { kind: "at-least", people } as const });

let made = 0;

const line = (actions: readonly TalliedAction[], changes: Partial<TallyLine> = {}): TallyLine => {
  made += 1;
  return { token: `token ${made}` as Token, proof: "", supporter: false, actions, ...changes };
};

const cloud = { team: "cloud" as TeamKey };
const sign = act("sign");

describe("what a tally tells", () => {
  it("is nothing where nobody is in it", () => {
    expect(disclosureOf({ lines: [] })).toEqual({
      people: 0,
      supporters: 0,
      teams: [],
      withheld: 0,
      elsewhere: 0,
      actions: [],
      alone: 0,
      pickedOutByCondition: 0,
    });
  });

  it("are people by team, by withheld team and without one, supporters, and actions sorted by key", () => {
    const lines = [
      line([act("walkout", { state: "withdrawn" }), sign], cloud),
      line([act("sign", { state: "withdrawn" })], { team: "ads" as TeamKey }),
      line([sign], { team: "*" }),
      line([act("sign", { state: "confirmed" })], { supporter: true }),
      line([act("sign", { state: "done" })], cloud),
    ];
    expect(disclosureOf({ lines })).toMatchObject({
      people: 5,
      supporters: 1,
      teams: [
        { team: "ads", people: 1 },
        { team: "cloud", people: 2 },
      ],
      withheld: 1,
      elsewhere: 1,
      actions: [
        { action: "sign", people: 4, withdrawn: 1 },
        { action: "walkout", people: 0, withdrawn: 1 },
      ],
    });
  });

  it("is a line alone where no other says the same, whatever tokens and proofs are", () => {
    const alone = (...lines: readonly TallyLine[]): number => disclosureOf({ lines }).alone;
    expect(alone(line([sign]), line([sign], { proof: "another" }))).toBe(0);
    expect(alone(line([sign]), line([sign], cloud))).toBe(2);
    expect(alone(line([sign]), line([sign], { supporter: true }))).toBe(2);
    expect(alone(line([sign]), line([sign]), line([act("sign", from(25))]))).toBe(1);
    expect(alone(line([sign]), line([act("sign", { text: "0123456789abcdef" })]))).toBe(2);
  });

  it("is a line that a condition picks out only where no other line has it", () => {
    const picked = (...lines: readonly TallyLine[]): number =>
      disclosureOf({ lines }).pickedOutByCondition;
    const at150 = act("walkout", from(150));
    expect(picked(line([sign, at150]), line([sign, act("walkout", from(200))]))).toBe(2);
    expect(picked(line([sign, at150]), line([sign, at150]))).toBe(0);
    // Two lines have it, for whatever action: the words "150 of us" fit both.
    expect(picked(line([sign, at150]), line([act("strike", from(150))]))).toBe(0);
    // Twice in one line it is still one line's.
    expect(picked(line([act("strike", from(150)), at150]), line([sign]))).toBe(1);
    const percent = { condition: { kind: "at-least-percent", percent: 100 } as const };
    const team = { condition: { kind: "at-least-in-team", people: 100 } as const };
    expect(picked(line([sign, act("walkout", percent)]), line([act("walkout", team)], cloud))).toBe(
      2,
    );
  });

  it("is no line picked out that says nothing besides, or whose condition nobody can have heard", () => {
    const picked = (one: TallyLine): number =>
      disclosureOf({ lines: [one, line([sign])] }).pickedOutByCondition;
    expect(picked(line([act("walkout", from(150))]))).toBe(0);
    expect(picked(line([act("walkout", { ...from(150), state: "confirmed" })]))).toBe(1);
    expect(picked(line([act("sign", { ...from(150), text: "0123456789abcdef" })]))).toBe(1);
    expect(picked(line([act("walkout", from(150))], { supporter: true }))).toBe(1);
    expect(picked(line([act("walkout", from(150))], { team: "*" }))).toBe(1);
    expect(picked(line([sign, act("walkout", { condition: { kind: "waits" } })]))).toBe(0);
  });

  it("adds up, in any order of the lines", () => {
    fc.assert(
      fc.property(anyTally, ({ lines }) => {
        const told = disclosureOf({ lines });
        const inTeams = told.teams.reduce((sum, { people }) => sum + people, 0);
        expect(inTeams + told.withheld + told.elsewhere).toBe(told.people);
        const pledges = told.actions.reduce((sum, one) => sum + one.people + one.withdrawn, 0);
        expect(pledges).toBe(lines.flatMap(({ actions }) => actions).length);
        expect(told.alone).toBeLessThanOrEqual(told.people);
        // Whoever is picked out by a condition alone is alone.
        expect(told.pickedOutByCondition).toBeLessThanOrEqual(told.alone);
        expect(disclosureOf({ lines: lines.toReversed() })).toEqual(told);
      }),
    );
  });
});
