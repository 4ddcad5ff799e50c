import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { ActionKey, TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { InputFault } from "../../../src/domain/input/fault.ts";
import { parsePerson } from "../../../src/domain/people/parse-person.ts";
import { personToInput } from "../../../src/domain/people/person-to-input.ts";
import { newPersonId } from "../../../src/domain/people/person.ts";
import type { Contact, Level, Person, PersonId, Supervisor } from "../../../src/domain/people/person.ts";
import type { PersonSummary } from "../../../src/domain/people/store.ts";
import { newPledgeCode } from "../../../src/domain/pledges/code.ts";
import type { Display, Pledge, PledgeState } from "../../../src/domain/pledges/pledge.ts";
import { cleanText, condition, day, key, sample } from "../../support/campaigns.ts";

const faultsOf = (input: unknown, line?: number): readonly InputFault[] => {
  const person = parsePerson(input, sample, line);
  return person.ok ? [] : person.failure;
};

const kept = (input: unknown): unknown => {
  const person = parsePerson(input, sample);
  return person.ok ? person.value : person.failure;
};

const perhaps = <T>(name: string, value: fc.Arbitrary<T>): fc.Arbitrary<object> =>
  fc.option(value, { nil: undefined }).map((one) => (one === undefined ? {} : { [name]: one }));

const person: fc.Arbitrary<Person> = fc
  .tuple(
    fc.record({
      id: fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes): PersonId => newPersonId({ bytes: () => bytes.map((byte) => byte % 240) })),
      name: cleanText(20),
      contacts: fc.array(fc.record({ kind: fc.constantFrom<Contact["kind"]>("signal", "phone", "email", "other"), value: cleanText(12) }), { maxLength: 3 }),
      supervisor: fc.constantFrom<Supervisor>("yes", "no", "unsure"),
      supporter: fc.boolean(),
      code: fc.uint8Array({ minLength: 15, maxLength: 15 }).map((bytes) => newPledgeCode({ bytes: () => bytes })),
      addedOn: day,
    }),
    perhaps("alias", key()),
    perhaps("team", fc.constantFrom("cloud" as TeamKey, "ads" as TeamKey)),
    perhaps("role", cleanText(12)),
    perhaps("note", cleanText(30)),
  )
  .map((parts) => Object.assign({}, ...parts) as Person);

const summary: fc.Arbitrary<PersonSummary> = fc
  .tuple(
    person,
    perhaps("assessment", fc.constantFrom<Level>(1, 2, 3, 4, 5)),
    fc.constantFrom<Display>("named", "role", "counted"),
    fc.subarray([...sample.actions]),
    fc.infiniteStream(fc.tuple(condition, fc.constantFrom<PledgeState>("pledged", "confirmed", "done"), day)),
  )
  .map(([one, assessment, display, actions, said]) => {
    const pledges = actions.map((action): Pledge => {
      const [under, state, since] = said.next().value;
      return { person: one.id, action, condition: under, display, state, since };
    });
    return { person: one, ...assessment, pledges };
  });

describe("a person who goes out as JSON", () => {
  it("comes back in as what she was", () => {
    fc.assert(
      fc.property(summary, ({ person: one, assessment, pledges }) => {
        const { addedOn, ...members } = one;
        const written: unknown = JSON.parse(JSON.stringify(personToInput({ person: one, pledges, ...(assessment === undefined ? {} : { assessment }) })));
        expect(kept(written)).toEqual({
          ...members,
          ...(assessment === undefined ? {} : { assessment }),
          actions: pledges.map(({ action, condition: under }) => ({ action, condition: under })),
          ...(pledges[0] === undefined ? {} : { display: pledges[0].display }),
          day: addedOn,
        });
      }),
    );
  });

  it("is shown by the display that gives away the least, where her pledges differ", () => {
    const [one] = fc.sample(person, { numRuns: 1, seed: 1 });
    if (one === undefined) throw new Error("no person");
    const pledge = (action: string, display: Display, state: PledgeState): Pledge => ({
      person: one.id,
      action: action as ActionKey,
      condition: { kind: "none" },
      display,
      state,
      since: one.addedOn,
    });
    const pledges = [pledge("sign", "named", "confirmed"), pledge("strike", "role", "pledged"), pledge("walkout", "counted", "withdrawn")];
    expect(personToInput({ person: one, pledges })).toMatchObject({ actions: ["sign", "strike"], display: "role" });
  });
});

describe("reading a person", () => {
  it("never throws for any JSON value, and keeps nothing where it finds a fault", () => {
    const members = fc.dictionary(
      fc.constantFrom("id", "name", "alias", "team", "role", "contacts", "assessment", "actions", "display", "supporter", "supervisor", "code", "note", "date", "x"),
      fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant(["sign"]), fc.constant([{ action: "sign", atLeast: 3 }])),
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

  it("takes what was said and leaves out what was not", () => {
    expect(kept({ name: " Ana Gómez ", actions: ["sign", { action: "walkout", atLeastPercent: 30 }], code: "k7qf 2m9t" })).toEqual([
      { path: "code", fault: { type: "code-mistyped" } },
    ]);
    expect(kept({ name: " Ana Gómez ", actions: ["sign", { action: "walkout", atLeastPercent: 30 }] })).toEqual({
      name: "Ana Gómez",
      actions: [
        { action: "sign", condition: { kind: "none" } },
        { action: "walkout", condition: { kind: "at-least-percent", percent: 30 } },
      ],
    });
  });

  it("takes null for taking away an alias, a team, a role or a note", () => {
    expect(kept({ alias: null, team: null, role: null, note: null })).toEqual({ alias: null, team: null, role: null, note: null });
    expect(faultsOf({ name: null }).map(({ path }) => path)).toEqual(["name"]);
  });

  it.each([
    ["a list", [], []],
    ["a number", 5, [{ path: "", fault: { type: "value-wrong", expected: "an object in braces" } }]],
    ["a name that is a number", { name: 5 }, [{ path: "name", fault: { type: "value-wrong", expected: "text in double quotes" } }]],
    ["a level of 0, which is no assessment", { assessment: 0 }, [{ path: "assessment", fault: { type: "not-one-of", known: ["1", "2", "3", "4", "5"] } }]],
    ["a level in quotes", { assessment: "2" }, [{ path: "assessment", fault: { type: "not-one-of", known: ["1", "2", "3", "4", "5"] } }]],
    ["yes for true", { supporter: "yes" }, [{ path: "supporter", fault: { type: "value-wrong", expected: "true or false, without quotes" } }]],
    ["one action without its list", { actions: "sign" }, [{ path: "actions", fault: { type: "value-wrong", expected: "a list in square brackets" } }]],
    ["an action that is a number", { actions: ["sign", 5] }, [{ path: "actions.1", fault: { type: "value-wrong", expected: "text in double quotes" } }]],
    ["a condition in quotes", { actions: [{ action: "sign", atLeast: "30" }] }, [{ path: "actions.0.atLeast", fault: { type: "value-wrong", expected: "a whole number, without quotes" } }]],
    ["half a person", { actions: [{ action: "sign", atLeast: 3.5 }] }, [{ path: "actions.0.atLeast", fault: { type: "value-wrong", expected: "a whole number, without quotes" } }]],
    ["nobody at all", { actions: [{ action: "sign", atLeast: 0 }] }, [{ path: "actions.0.atLeast", fault: { type: "value-wrong", expected: "1 or more" } }]],
    ["more than all of them", { actions: [{ action: "sign", atLeastPercent: 101 }] }, [{ path: "actions.0.atLeastPercent", fault: { type: "value-wrong", expected: "100 at most" } }]],
    ["an action object without its action", { actions: [{ atLeast: 3 }] }, [{ path: "actions.0.action", fault: { type: "member-missing" } }]],
    ["two conditions", { actions: [{ action: "sign", atLeast: 3, atLeastPercent: 5 }] }, [{ path: "actions.0", fault: { type: "value-wrong", expected: "under one condition at most" } }]],
    ["an action twice", { actions: ["sign", { action: "sign", atLeast: 3 }] }, [{ path: "actions.1", fault: { type: "key-twice" } }]],
    ["an action that the campaign has not", { actions: ["sit-in"] }, [{ path: "actions.0", fault: { type: "not-one-of", known: ["sign", "refuse", "walkout", "strike"] } }]],
    ["a team that the campaign has not", { team: "sales" }, [{ path: "team", fault: { type: "not-one-of", known: ["cloud", "ads"] } }]],
    ["an unknown kind of contact", { contacts: [{ kind: "fax", value: "1" }] }, [{ path: "contacts.0.kind", fault: { type: "not-one-of", known: ["signal", "phone", "email", "other"] } }]],
    ["a member that is not known", { pronouns: "she" }, [{ path: "", fault: { type: "member-unknown", known: ["id", "name", "alias", "team", "role", "contacts", "assessment", "actions", "display", "supporter", "supervisor", "code", "note", "date"] } }]],
    ["an unknown member of a contact", { contacts: [{ kind: "phone", value: "1", work: true }] }, [{ path: "contacts.0", fault: { type: "member-unknown", known: ["kind", "value"] } }]],
    ["an unknown member of an action", { actions: [{ action: "sign", atleast: 30 }] }, [{ path: "actions.0", fault: { type: "member-unknown", known: ["action", "atLeast", "atLeastPercent", "atLeastInTeam"] } }]],
    ["a name that a terminal obeys", { name: "Ana\u001B[2J" }, [{ path: "name", fault: { type: "text-control", codePoint: 0x1b } }]],
    ["half of a character", { name: "Ana\uD800" }, [{ path: "name", fault: { type: "text-not-unicode" } }]],
    ["a name of ten megabytes", { name: "a".repeat(10_000_000) }, [{ path: "name", fault: { type: "text-too-long", limit: 200 } }]],
    ["an alias of two words", { alias: "night heron" }, [{ path: "alias", fault: { type: "key-malformed" } }]],
    ["a day that the calendar has not", { date: "2026-02-30" }, [{ path: "date", fault: { type: "day-malformed" } }]],
  ])("says what is wrong with %s", (_, input, faults) => {
    expect(faultsOf(input)).toEqual(faults);
  });

  it("names every fault of a person at once", () => {
    const faults = faultsOf({ name: "", team: "sales", actions: ["sit-in", "strike", "strike"], note: "\u0000" }, 3);
    expect(faults.map(({ path }) => path)).toEqual(["name", "team", "actions.0", "actions.2", "note"]);
    const mixed = faultsOf({ x: 1, name: 5, team: "sales", contacts: [{ kind: "fax", value: "\u0000" }], date: "" });
    expect(mixed.map(({ path }) => path)).toEqual(["name", "contacts.0.kind", "", "team", "date"]);
  });

  it("counts a list before it walks over it", () => {
    const contacts = Array.from({ length: 1_000_000 }, () => 5);
    expect(faultsOf({ contacts })).toEqual([{ path: "contacts", fault: { type: "value-wrong", expected: "a list of 20 at most" } }]);
  });

  it("takes no member from a prototype, and none called __proto__", () => {
    const hostile: unknown = JSON.parse('{"name":"Ana","__proto__":{"supporter":true}}');
    expect(faultsOf(hostile)).toEqual([{ path: "", fault: { type: "member-unknown", known: expect.any(Array) } }]);
    expect(faultsOf({ name: "Ana", constructor: 1 }).map(({ fault }) => fault.type)).toEqual(["member-unknown"]);
  });
});
