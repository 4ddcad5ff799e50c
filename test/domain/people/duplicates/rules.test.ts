import { describe, expect, it } from "vitest";

import type { ActionKey, TeamKey } from "../../../../src/domain/campaign/campaign.ts";
import { rulesBetween } from "../../../../src/domain/people/duplicates/rules.ts";
import { traitsOf } from "../../../../src/domain/people/duplicates/traits.ts";
import { unitePledges } from "../../../../src/domain/people/duplicates/unite-pledges.ts";
import type { Day } from "../../../../src/domain/day.ts";
import type { PersonId } from "../../../../src/domain/people/person.ts";
import type { Condition, Pledge } from "../../../../src/domain/pledges/pledge.ts";
import { deps, someone } from "../../../support/duplicates.ts";

const between = (one: string, other: string): readonly string[] => {
  const [first, second] = [one, other].map((name) =>
    traitsOf(someone("a", { name, team: "cloud" as TeamKey }), deps.alike, "US"),
  ) as [ReturnType<typeof traitsOf>, ReturnType<typeof traitsOf>];
  return rulesBetween(first, second, deps.alike).map(({ says }) => says);
};

describe("rulesBetween", () => {
  it.each([
    ["Ana Lopez", "Ana Gomez", ["the same team", "different surnames"]],
    ["Ana Gomez", "Ana Gomes", ["almost the same name", "the same team"]],
    ["Mariana Velasquez", "Marianna Velazquez", ["almost the same name", "the same team"]],
    ["Li Wu", "Lu Wu", ["almost the same name", "the same team"]],
    ["Bo", "Ba", ["the same team"]],
    ["Gómez, Ana", "Luz Gomez", ["the same team"]],
    ["Gómez, Luz", "Luz Osei", ["the same team", "different surnames"]],
    ["Łukasz Groß", "LUKASZ GROSS", ["the same name", "the same team"]],
    ["Ana Ana Gomez", "Ana Gomez", ["one name is part of the other", "the same team"]],
    ["Ana", "Ana Gomez", ["the same team"]],
  ])("says of %s and %s in one team: %j", (one, other, says) => {
    expect(between(one, other)).toEqual(says);
    expect(between(other, one)).toEqual(says);
  });
});

describe("unitePledges", () => {
  it("takes a share before a number that comes to the same, from either side", () => {
    const saying = (condition: Condition): readonly Pledge[] => [
      {
        person: "a" as PersonId,
        action: "sign" as ActionKey,
        condition,
        display: "counted",
        state: "pledged",
        since: "2026-11-20" as Day,
      },
    ];
    const share = saying({ kind: "at-least-percent", percent: 10 });
    const people = saying({ kind: "at-least", people: 120 });
    expect(unitePledges(share, people, "a" as PersonId, 1200)).toEqual(share);
    expect(unitePledges(people, share, "a" as PersonId, 1200)).toEqual(share);
  });
});
