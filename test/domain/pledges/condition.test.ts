import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  conditionOfMembers,
  conditionToMembers,
  parseCondition,
  sameCondition,
} from "../../../src/domain/pledges/condition.ts";
import type { Condition } from "../../../src/domain/pledges/pledge.ts";
import { anyText, condition } from "../../support/campaigns.ts";

const typed = (condition: Condition): string => {
  switch (condition.kind) {
    case "none":
      return "";
    case "at-least":
      return String(condition.people);
    case "at-least-percent":
      return `${condition.percent}%`;
    case "at-least-in-team":
      return `${condition.people} team`;
    default:
      return condition satisfies never;
  }
};

describe("a condition", () => {
  it("comes back from its members, and from how a person types it", () => {
    fc.assert(
      fc.property(condition, (said) => {
        expect(conditionOfMembers(conditionToMembers(said))).toEqual(said);
        expect(parseCondition(typed(said))).toEqual(said);
      }),
    );
  });

  it("is the same as another one exactly when it asks for the same", () => {
    fc.assert(
      fc.property(condition, condition, fc.boolean(), (one, another, twice) => {
        const other = twice ? { ...one } : another;
        expect(sameCondition(one, other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });

  it.each([
    ["", { kind: "none" }],
    ["  ", { kind: "none" }],
    ["1", { kind: "none" }],
    ["30", { kind: "at-least", people: 30 }],
    [" 1,200 ", { kind: "at-least", people: 1200 }],
    ["30%", { kind: "at-least-percent", percent: 30 }],
    ["30 %", { kind: "at-least-percent", percent: 30 }],
    ["5 team", { kind: "at-least-in-team", people: 5 }],
    ["5 TEAM", { kind: "at-least-in-team", people: 5 }],
  ])("is typed as %j", (text, read) => {
    expect(parseCondition(text)).toEqual(read);
  });

  it.each([
    "0",
    "0%",
    "101%",
    "-3",
    "3.5",
    "1e3",
    "thirty",
    "30 %%",
    "10000001",
    "1,2",
    "99999999999999999999",
    "30 of us",
  ])("is not typed as %j", (text) => {
    expect(parseCondition(text)).toBeUndefined();
  });

  it("is none that we know when two are given at once", () => {
    expect(conditionOfMembers({ atLeast: 30, atLeastPercent: 20 })).toBeUndefined();
  });

  it("never throws for whatever is typed", () => {
    fc.assert(
      fc.property(anyText(60), (text) => {
        const read = parseCondition(text);
        if (read !== undefined) expect(parseCondition(typed(read))).toEqual(read);
      }),
    );
  });
});
