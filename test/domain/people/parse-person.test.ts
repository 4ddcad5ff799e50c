import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { InputFault } from "../../../src/domain/input/fault.ts";
import { parsePerson } from "../../../src/domain/people/parse-person.ts";
import { sample } from "../../support/campaigns.ts";

const faultsOf = (input: unknown, line?: number): readonly InputFault[] => {
  const person = parsePerson(input, sample, line);
  return person.ok ? [] : person.failure;
};

const kept = (input: unknown): unknown => {
  const person = parsePerson(input, sample);
  return person.ok ? person.value : person.failure;
};

describe("reading a person", () => {
  it("never throws for any JSON value, and keeps nothing where it finds a fault", () => {
    const members = fc.dictionary(
      fc.constantFrom(
        "id",
        "name",
        "alias",
        "team",
        "role",
        "contacts",
        "assessment",
        "actions",
        "display",
        "supporter",
        "supervisor",
        "code",
        "note",
        "date",
        "x",
      ),
      fc.oneof(
        fc.jsonValue({ maxDepth: 2 }),
        fc.constant(["sign"]),
        fc.constant([{ action: "sign", atLeast: 3 }]),
      ),
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), members), (input) => {
        const read = parsePerson(input, sample, 7);
        if (read.ok) return;
        expect(read.failure.length).toBeGreaterThan(0);
        expect(read.failure.every(({ line }) => line === 7)).toBe(true);
      }),
    );
  });

  it("takes the same contact twice for one, and for the employer's if either says so", () => {
    const contacts = [
      { kind: "other", value: "desk 4", atWork: true },
      { kind: "phone", value: "desk 4" },
      { kind: "other", value: "desk 4" },
    ];
    expect(kept({ name: "Ana (sample)", contacts })).toMatchObject({
      contacts: [
        { kind: "other", value: "desk 4", atWork: true },
        { kind: "phone", value: "desk 4" },
      ],
    });
  });

  it("takes what was said and leaves out what was not", () => {
    expect(
      kept({
        name: " Ana Gómez ",
        actions: ["sign", { action: "walkout", atLeastPercent: 30 }],
        code: "k7qf 2m9t",
      }),
    ).toEqual([{ path: "code", fault: { type: "code-mistyped" } }]);
    expect(
      kept({ name: " Ana Gómez ", actions: ["sign", { action: "walkout", atLeastPercent: 30 }] }),
    ).toEqual({
      name: "Ana Gómez",
      actions: [
        { action: "sign", condition: { kind: "none" } },
        { action: "walkout", condition: { kind: "at-least-percent", percent: 30 } },
      ],
    });
  });

  it("takes null for taking away an alias, a team, a role or a note", () => {
    expect(kept({ alias: null, team: null, role: null, note: null })).toEqual({
      alias: null,
      team: null,
      role: null,
      note: null,
    });
    expect(faultsOf({ name: null }).map(({ path }) => path)).toEqual(["name"]);
  });

  it("names every fault of a person at once", () => {
    const faults = faultsOf(
      { name: "", team: "sales", actions: ["sit-in", "strike", "strike"], note: "\u0000" },
      3,
    );
    expect(faults.map(({ path }) => path)).toEqual([
      "name",
      "team",
      "actions.0",
      "actions.2",
      "note",
    ]);
    const mixed = faultsOf({
      x: 1,
      name: 5,
      team: "sales",
      contacts: [{ kind: "fax", value: "\u0000" }],
      date: "",
    });
    expect(mixed.map(({ path }) => path)).toEqual(["name", "contacts.0.kind", "", "team", "date"]);
  });

  it("counts a list before it walks over it", () => {
    const contacts = Array.from({ length: 1_000_000 }, () => 5);
    expect(faultsOf({ contacts })).toEqual([
      { path: "contacts", fault: { type: "value-wrong", expected: "a list of 20 at most" } },
    ]);
  });

  it("takes no member from a prototype, and none called __proto__", () => {
    const hostile: unknown = JSON.parse('{"name":"Ana","__proto__":{"supporter":true}}');
    expect(faultsOf(hostile)).toEqual([
      { path: "", fault: { type: "member-unknown", known: expect.any(Array) } },
    ]);
    expect(faultsOf({ name: "Ana", constructor: 1 }).map(({ fault }) => fault.type)).toEqual([
      "member-unknown",
    ]);
  });
});
