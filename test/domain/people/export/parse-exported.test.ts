import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { createStrictJson } from "../../../../src/adapters/system/strict-json.ts";
import { writeExported } from "../../../../src/domain/people/export/exported.ts";
import { parseExported } from "../../../../src/domain/people/export/parse-exported.ts";
import { anyPeople } from "./any-exported.ts";

const taken = (text: string): unknown => {
  const documents = createStrictJson().parseMany(text);
  if (!documents.ok) return documents.failure;
  const people = parseExported(documents.value);
  return people.ok
    ? people.value
    : people.failure.map(({ line, path, fault }) => `${line} ${path}: ${fault.type}`);
};

const head = {
  v: 1,
  type: "pledge-people",
  campaign: "00000000-0000-4000-8000-000000000000",
  people: 1,
};

const pledge = { action: "sign", display: "named", state: "pledged", since: "2026-11-20" };

const ana = {
  id: "abcdefgh",
  name: "Ana Sample",
  contacts: [{ kind: "signal", value: "+15550100" }],
  supporter: false,
  supervisor: "no",
  code: "0000-0000-0000-0000",
  date: "2026-11-20",
  assessments: [{ level: 2, basis: "hearsay", day: "2026-11-20" }],
  pledges: [pledge],
  changes: [pledge],
  signatures: [{ text: "a".repeat(64), signedOn: "2026-11-21" }],
};

const lines = (...values: readonly object[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join("");

describe("people who left the vault as JSON", () => {
  it("come back as everything that they were", () => {
    fc.assert(
      fc.property(anyPeople, (people) => {
        expect(taken(writeExported(people))).toEqual(people);
      }),
      { numRuns: 300 },
    );
  });

  it("stand one on a line, behind a line that counts them", () => {
    const parsed = taken(lines(head, ana));
    expect(writeExported(parsed as never)).toBe(lines(head, ana));
  });

  it.each<readonly [what: string, person: object, faults: readonly string[]]>([
    ["a member that is not known", { secret: 1 }, ["2 : member-unknown"]],
    ["null, which says nothing here", { role: null }, ["2 role: value-wrong"]],
    ["a level beside its history", { assessment: 1 }, ["2 assessment: value-wrong"]],
    ["actions beside the pledges", { actions: ["sign"] }, ["2 actions: value-wrong"]],
    ["an id that is none", { id: "abcdefgl" }, ["2 id: value-wrong"]],
    ["the first letters of somebody", { coveredBy: "abc" }, ["2 coveredBy: value-wrong"]],
    ["a team that is no key", { team: "The Cloud" }, ["2 team: key-malformed"]],
    ["no code", { code: undefined }, ["2 code: member-missing"]],
    ["a code that was mistyped", { code: "0000-0000-0000-0001" }, ["2 code: code-mistyped"]],
    ["no changes", { changes: undefined }, ["2 changes: member-missing"]],
    ["a pledge that no change led to", { changes: [] }, ["2 pledges: value-wrong"]],
    ["a change that led to no pledge", { pledges: [] }, ["2 pledges: value-wrong"]],
    [
      "a pledge that is not the last of its changes",
      { changes: [pledge, { ...pledge, since: "2026-11-21" }] },
      ["2 pledges: value-wrong"],
    ],
    ["one action twice", { pledges: [pledge, pledge] }, ["2 pledges: value-wrong"]],
    [
      "a pledge of no state",
      { pledges: [{ ...pledge, state: "said" }] },
      ["2 pledges.0.state: not-one-of"],
    ],
    [
      "two conditions",
      { changes: [{ ...pledge, atLeast: 5, atLeastPercent: 5 }] },
      ["2 changes.0: value-wrong"],
    ],
    [
      "a day that is none",
      { assessments: [{ level: 1, basis: "action", day: "2026-02-30" }] },
      ["2 assessments.0.day: day-malformed"],
    ],
    [
      "a signature under no text",
      { signatures: [{ text: "abc", signedOn: "2026-11-21" }] },
      ["2 signatures.0.text: value-wrong"],
    ],
  ])("are refused with %s", (_, more, faults) => {
    expect(taken(lines(head, { ...ana, ...more }))).toEqual(faults);
  });

  it("are refused where two are one, where some are missing, and where the head is another's", () => {
    expect(taken(lines(head, ana, ana))).toEqual([
      "1 people: value-wrong",
      "3 id: key-twice",
      "3 code: key-twice",
    ]);
    expect(taken(lines(head))).toEqual(["1 people: value-wrong"]);
    expect(taken(lines({ ...head, v: 2 }, ana))).toEqual(["1 v: value-wrong"]);
    expect(taken(lines({ ...head, type: "pledge-tally" }, ana))).toEqual(["1 type: value-wrong"]);
    expect(taken(lines({ ...head, campaign: "mine" }, ana))).toEqual(["1 campaign: value-wrong"]);
    expect(taken(lines(ana))).toContain("1 v: member-missing");
    expect(taken("")).toEqual(["1 : value-wrong"]);
    expect(taken(lines(head, [1]))).not.toHaveProperty("campaign");
  });
});
