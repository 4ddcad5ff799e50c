import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { ActionKey, TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { PersonId } from "../../../src/domain/people/person.ts";
import type { PledgingPerson } from "../../../src/domain/people/store.ts";
import type { PledgeCode } from "../../../src/domain/pledges/code.ts";
import type { Condition, Pledge } from "../../../src/domain/pledges/pledge.ts";
import type { Composing } from "../../../src/domain/tallies/compose-lines.ts";
import { parseTally } from "../../../src/domain/tallies/parse-tally.ts";
import type { TallyLine, Token } from "../../../src/domain/tallies/tally.ts";
import { writeTally } from "../../../src/domain/tallies/write-tally.ts";
import { sampleTally } from "./any-tally.ts";
import { anyCampaign, anyPeople, anyTurf, campaignWith, linesFor } from "./any-vault.ts";

/** Sixteen bytes that stand for the code, so that the order of tokens is not that of people. */
const bytesFor = (text: string): string =>
  createHash("sha256").update(text).digest().subarray(0, 16).toString("base64url");

const composing: Composing = {
  campaign: campaignWith([20, 20, 4]),
  turf: ["ads", "labs"] as readonly string[] as readonly TeamKey[],
  signed: () => undefined,
  tokenOf: (code) => bytesFor(code) as Token,
  proofOf: (code) => bytesFor(`proof ${code}`),
};

const pledge = (
  action: string,
  condition: Condition = { kind: "none" },
  state: Pledge["state"] = "pledged",
): Pledge => ({
  person: "" as PersonId,
  action: action as ActionKey,
  condition,
  display: "named",
  state,
  since: "2026-11-20" as Day,
});

const someone = (
  name: string,
  more: Partial<PledgingPerson["person"]> = {},
  ...pledges: readonly Pledge[]
): PledgingPerson => ({
  person: {
    id: name as PersonId,
    name,
    code: name as PledgeCode,
    supervisor: "no",
    supporter: false,
    ...more,
  },
  pledges,
});

const inTeam = (team: string): Partial<PledgingPerson["person"]> => ({ team: team as TeamKey });

const lineOf = (one: PledgingPerson, overrides: Partial<Composing> = {}): TallyLine | undefined => {
  const [line, ...others] = linesFor([one], { ...composing, ...overrides });
  expect(others).toEqual([]);
  return line;
};

describe("the lines of a tally", () => {
  it("are taken by whoever reads tallies, whatever the vault holds", () => {
    fc.assert(
      fc.property(anyCampaign, anyTurf, anyPeople, (campaign, turf, people) => {
        const lines = linesFor(people, {
          ...composing,
          campaign,
          turf,
          signed: () => "0123456789abcdef",
        });
        const tally = { ...sampleTally, lines };
        expect(parseTally(writeTally(tally))).toEqual({ ok: true, value: tally });
      }),
    );
  });

  it("are one for each person with a pledge, taken back or not, without supervisors and who may be one", () => {
    const lines = linesFor(
      [
        someone("pledged", {}, pledge("sign")),
        someone("withdrawn", {}, pledge("sign", { kind: "none" }, "withdrawn")),
        someone("nothing"),
        someone("supervisor", { supervisor: "yes" }, pledge("sign")),
        someone("unsure", { supervisor: "unsure" }, pledge("sign")),
        someone("supporter", { supporter: true }, pledge("sign")),
      ],
      composing,
    );
    const expected = ["pledged", "withdrawn", "supporter"].map((name) => bytesFor(name));
    expect(lines.map(({ token }) => token)).toEqual(expected.toSorted());
    expect(lines.filter(({ supporter }) => supporter)).toMatchObject([
      { token: bytesFor("supporter"), proof: bytesFor("proof supporter") },
    ]);
  });

  it("have the actions in order, conditions rounded up, and the short hash of the signed text with sign alone", () => {
    const one = someone(
      "one",
      {},
      pledge("walkout", { kind: "at-least", people: 237 }, "confirmed"),
      pledge("sign", { kind: "at-least-percent", percent: 31 }, "done"),
    );
    const texts = (person: PersonId): string => `text of ${person}`;
    expect(lineOf(one, { signed: texts })?.actions).toEqual([
      {
        action: "sign",
        state: "done",
        condition: { kind: "at-least-percent", percent: 35 },
        text: "text of one",
      },
      { action: "walkout", state: "confirmed", condition: { kind: "at-least", people: 300 } },
    ]);
  });

  it("say of what was taken back nothing but that it was", () => {
    const one = someone("one", {}, pledge("sign", { kind: "at-least", people: 30 }, "withdrawn"));
    expect(lineOf(one, { signed: () => "0123456789abcdef" })?.actions).toEqual([
      { action: "sign", state: "withdrawn", condition: { kind: "none" } },
    ]);
  });
});

describe("the team in a line", () => {
  const waits = pledge("sign", { kind: "at-least-in-team", people: 7 });

  it("is its key where it hides the person, and a condition on it is rounded up", () => {
    expect(lineOf(someone("one", inTeam("cloud"), waits))).toMatchObject({
      team: "cloud",
      actions: [{ condition: { kind: "at-least-in-team", people: 10 } }],
    });
  });

  it("is withheld where it is small, as in our turf or not, and a condition on it waits", () => {
    const small = { campaign: campaignWith([4, 20, 3]) };
    expect(lineOf(someone("one", inTeam("labs"), waits), small)).toMatchObject({
      team: "*",
      actions: [{ condition: { kind: "waits" } }],
    });
    const elsewhere = lineOf(someone("one", inTeam("labs"), waits), { turf: [] });
    expect(elsewhere).not.toHaveProperty("team");
    expect(elsewhere?.actions).toMatchObject([{ condition: { kind: "waits" } }]);
  });

  it("is not even told to be in our turf where those who are withheld together are few, or nearly all there", () => {
    const one = someone("one", inTeam("labs"), pledge("sign"));
    expect(lineOf(one)).not.toHaveProperty("team");
    expect(lineOf(one, { campaign: campaignWith([2, 20, 2]) })).not.toHaveProperty("team");
    const campaign = campaignWith([4, 20, 3]);
    const teamsOf = (people: number): readonly unknown[] => {
      const crowd = Array.from({ length: people }, (_, n) =>
        someone(`person ${n}`, inTeam(n % 2 === 0 ? "ads" : "labs"), pledge("sign")),
      );
      return [...new Set(linesFor(crowd, { ...composing, campaign }).map(({ team }) => team))];
    };
    expect(teamsOf(5)).toEqual(["*"]);
    expect(teamsOf(6)).toEqual([undefined]);
  });

  it("is withheld for everybody in it when too many of it have a line, supporters and withdrawn pledges among them", () => {
    const crowd = (people: number): readonly PledgingPerson[] =>
      Array.from({ length: people }, (_, n) =>
        someone(
          `person ${n}`,
          { ...inTeam("ads"), supporter: n === 0 },
          pledge("sign", { kind: "none" }, n === 1 ? "withdrawn" : "pledged"),
        ),
      );
    const teamsOf = (people: readonly PledgingPerson[]): readonly unknown[] => [
      ...new Set(linesFor(people, composing).map(({ team }) => team)),
    ];
    expect(teamsOf(crowd(16))).toEqual(["ads"]);
    expect(teamsOf(crowd(17))).toEqual(["*"]);
    const without = [
      someone("no pledge", inTeam("ads")),
      someone("supervisor", { ...inTeam("ads"), supervisor: "yes" }, pledge("sign")),
    ];
    expect(teamsOf([...crowd(16), ...without])).toEqual(["ads"]);
  });

  it("is no member where it is not known, and a condition on it waits", () => {
    const line = lineOf(someone("one", {}, waits));
    expect(line).not.toHaveProperty("team");
    expect(line?.actions).toMatchObject([{ condition: { kind: "waits" } }]);
  });
});
