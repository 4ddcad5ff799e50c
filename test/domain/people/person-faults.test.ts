import { describe, expect, it } from "vitest";

import type { InputFault } from "../../../src/domain/input/fault.ts";
import { parsePerson } from "../../../src/domain/people/parse-person.ts";
import { sample } from "../../support/campaigns.ts";

const faultsOf = (input: unknown): readonly InputFault[] => {
  const person = parsePerson(input, sample);
  return person.ok ? [] : person.failure;
};

describe("a person who cannot be read", () => {
  it.each([
    [
      "a list",
      [{ name: "Ana" }],
      [{ path: "", fault: { type: "value-wrong", expected: "an object in braces" } }],
    ],
    [
      "a number",
      5,
      [{ path: "", fault: { type: "value-wrong", expected: "an object in braces" } }],
    ],
    [
      "a name that is a number",
      { name: 5 },
      [{ path: "name", fault: { type: "value-wrong", expected: "text in double quotes" } }],
    ],
    [
      "a level of 0, which is no assessment",
      { assessment: 0 },
      [{ path: "assessment", fault: { type: "not-one-of", known: ["1", "2", "3", "4", "5"] } }],
    ],
    [
      "a level in quotes",
      { assessment: "2" },
      [{ path: "assessment", fault: { type: "not-one-of", known: ["1", "2", "3", "4", "5"] } }],
    ],
    [
      "yes for true",
      { supporter: "yes" },
      [
        {
          path: "supporter",
          fault: { type: "value-wrong", expected: "true or false, without quotes" },
        },
      ],
    ],
    [
      "one action without its list",
      { actions: "sign" },
      [{ path: "actions", fault: { type: "value-wrong", expected: "a list in square brackets" } }],
    ],
    [
      "an action that is a number",
      { actions: ["sign", 5] },
      [{ path: "actions.1", fault: { type: "value-wrong", expected: "text in double quotes" } }],
    ],
    [
      "a condition in quotes",
      { actions: [{ action: "sign", atLeast: "30" }] },
      [
        {
          path: "actions.0.atLeast",
          fault: { type: "value-wrong", expected: "a whole number, without quotes" },
        },
      ],
    ],
    [
      "half a person",
      { actions: [{ action: "sign", atLeast: 3.5 }] },
      [
        {
          path: "actions.0.atLeast",
          fault: { type: "value-wrong", expected: "a whole number, without quotes" },
        },
      ],
    ],
    [
      "nobody at all",
      { actions: [{ action: "sign", atLeast: 0 }] },
      [{ path: "actions.0.atLeast", fault: { type: "value-wrong", expected: "1 or more" } }],
    ],
    [
      "more than all of them",
      { actions: [{ action: "sign", atLeastPercent: 101 }] },
      [
        {
          path: "actions.0.atLeastPercent",
          fault: { type: "value-wrong", expected: "100 at most" },
        },
      ],
    ],
    [
      "an action object without its action",
      { actions: [{ atLeast: 3 }] },
      [{ path: "actions.0.action", fault: { type: "member-missing" } }],
    ],
    [
      "two conditions",
      { actions: [{ action: "sign", atLeast: 3, atLeastPercent: 5 }] },
      [
        {
          path: "actions.0",
          fault: { type: "value-wrong", expected: "under one condition at most" },
        },
      ],
    ],
    [
      "an action twice",
      { actions: ["sign", { action: "sign", atLeast: 3 }] },
      [{ path: "actions.1", fault: { type: "key-twice" } }],
    ],
    [
      "an action that the campaign has not",
      { actions: ["sit-in"] },
      [
        {
          path: "actions.0",
          fault: { type: "not-one-of", known: ["sign", "refuse", "walkout", "strike"] },
        },
      ],
    ],
    [
      "a team that the campaign has not",
      { team: "sales" },
      [{ path: "team", fault: { type: "not-one-of", known: ["cloud", "ads"] } }],
    ],
    [
      "an unknown kind of contact",
      { contacts: [{ kind: "fax", value: "1" }] },
      [
        {
          path: "contacts.0.kind",
          fault: { type: "not-one-of", known: ["signal", "phone", "email", "other"] },
        },
      ],
    ],
    [
      "a member that is not known",
      { starSign: "crab" },
      [
        {
          path: "",
          fault: {
            type: "member-unknown",
            known: [
              "id",
              "name",
              "alias",
              "team",
              "role",
              "site",
              "shift",
              "employment",
              "language",
              "pronouns",
              "contacts",
              "doNotContact",
              "leader",
              "coveredBy",
              "assessment",
              "actions",
              "display",
              "supporter",
              "supervisor",
              "code",
              "issues",
              "note",
              "sharedNote",
              "source",
              "consents",
              "elsewhere",
              "date",
            ],
          },
        },
      ],
    ],
    [
      "an unknown member of a contact",
      { contacts: [{ kind: "phone", value: "1", work: true }] },
      [
        {
          path: "contacts.0",
          fault: { type: "member-unknown", known: ["kind", "value", "atWork"] },
        },
      ],
    ],
    [
      "an unknown member of an action",
      { actions: [{ action: "sign", atleast: 30 }] },
      [
        {
          path: "actions.0",
          fault: {
            type: "member-unknown",
            known: ["action", "atLeast", "atLeastPercent", "atLeastInTeam"],
          },
        },
      ],
    ],
    [
      "a name that a terminal obeys",
      { name: "Ana\u001B[2J" },
      [{ path: "name", fault: { type: "text-control", codePoint: 0x1b } }],
    ],
    [
      "half of a character",
      { name: "Ana\uD800" },
      [{ path: "name", fault: { type: "text-not-unicode" } }],
    ],
    [
      "a name of ten megabytes",
      { name: "a".repeat(10_000_000) },
      [{ path: "name", fault: { type: "text-too-long", limit: 200 } }],
    ],
    [
      "an alias of two words",
      { alias: "night heron" },
      [{ path: "alias", fault: { type: "key-malformed" } }],
    ],
    [
      "a day that the calendar has not",
      { date: "2026-02-30" },
      [{ path: "date", fault: { type: "day-malformed" } }],
    ],
  ])("says what is wrong with %s", (_, input, faults) => {
    expect(faultsOf(input)).toEqual(faults);
  });
});
