import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { ActionKey, TeamKey } from "../../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../../src/domain/day.ts";
import { mergePeople } from "../../../../src/domain/people/duplicates/merge-people.ts";
import type { WholePerson } from "../../../../src/domain/people/duplicates/merge-people.ts";
import { isCounted } from "../../../../src/domain/people/person.ts";
import type {
  Basis,
  Contact,
  Level,
  Person,
  PersonId,
} from "../../../../src/domain/people/person.ts";
import { isLive, unconditional } from "../../../../src/domain/pledges/pledge.ts";
import type {
  Condition,
  Display,
  Pledge,
  PledgeState,
} from "../../../../src/domain/pledges/pledge.ts";
import { someone } from "../../../support/duplicates.ts";

const unitSize = 1200;
const day = fc.integer({ min: 10, max: 13 }).map((n) => `2026-11-${n}` as Day);
const word = fc.constantFrom("one", "two", "three", "Two");

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.constant(unconditional),
  fc.integer({ min: 2, max: 20 }).map((people): Condition => ({ kind: "at-least", people })),
  fc
    .integer({ min: 1, max: 3 })
    .map((percent): Condition => ({ kind: "at-least-percent", percent })),
  fc
    .integer({ min: 2, max: 20 })
    .map((people): Condition => ({ kind: "at-least-in-team", people })),
);

const pledge = (id: string): fc.Arbitrary<Pledge> =>
  fc.record({
    person: fc.constant(id as PersonId),
    action: fc.constantFrom("sign" as ActionKey, "walkout" as ActionKey, "strike" as ActionKey),
    condition,
    display: fc.constantFrom<Display>("named", "role", "counted"),
    state: fc.constantFrom<PledgeState>("pledged", "confirmed", "done", "lapsed", "withdrawn"),
    since: day,
  });

const members: fc.Arbitrary<Partial<Person>> = fc.record(
  {
    name: word,
    alias: word,
    team: word.map((text) => text as TeamKey),
    role: word,
    note: word.map((text) => `${text}\nsaid ${text}`),
    sharedNote: word,
    source: word,
    coveredBy: fc.constantFrom("a", "b", "c").map((id) => id as PersonId),
    contacts: fc.array(
      fc.record({ kind: fc.constantFrom<Contact["kind"]>("phone", "other"), value: word }),
      { maxLength: 3 },
    ),
    doNotContact: fc.boolean(),
    supervisor: fc.constantFrom("yes", "no", "unsure"),
    supporter: fc.boolean(),
    issues: fc.array(word, { maxLength: 3 }),
    consents: fc.array(fc.record({ to: word, on: day }), { maxLength: 3 }),
    elsewhere: fc.array(word, { maxLength: 2 }),
    addedOn: day,
  },
  { requiredKeys: [] },
);

const whole = (id: string): fc.Arbitrary<WholePerson> =>
  fc
    .record({
      members,
      history: fc.array(pledge(id), { maxLength: 5 }),
      assessments: fc.array(
        fc.record({
          level: fc.constantFrom<Level>(1, 3, 5),
          basis: fc.constantFrom<Basis>("conversation", "hearsay"),
          day,
        }),
        { maxLength: 3 },
      ),
    })
    .map(({ members: said, history, assessments }) => ({
      person: someone(id, said),
      pledges: [...new Map(history.map((one) => [one.action, one])).values()],
      history,
      assessments,
    }));

const two = fc.tuple(whole("a"), whole("b"));
const law = (check: (a: WholePerson, b: WholePerson) => void): void => {
  fc.assert(fc.property(two, ([a, b]) => check(a, b)));
};

const nobodys = (pledges: readonly Pledge[]): readonly string[] =>
  pledges.map(({ person: _, ...rest }) => JSON.stringify(rest));
const contactsOf = ({ contacts }: Person): readonly string[] =>
  contacts.map(({ kind, value }) => `${kind} ${value.toLowerCase()}`).toSorted();

describe("mergePeople", () => {
  it("gives the same contacts, histories and pledges whichever record is kept", () => {
    law((a, b) => {
      const [one, other] = [mergePeople(a, b, unitSize), mergePeople(b, a, unitSize)];
      expect(contactsOf(one.person)).toEqual(contactsOf(other.person));
      expect(nobodys(one.history)).toEqual(nobodys(other.history));
      expect(nobodys(one.pledges)).toEqual(nobodys(other.pledges));
      expect(one.assessments).toEqual(other.assessments);
    });
  });

  it("loses no contact, issue, consent, assessment, change of a pledge or line of a note", () => {
    law((a, b) => {
      const { person, history, assessments } = mergePeople(a, b, unitSize);
      expect(history).toHaveLength(a.history.length + b.history.length);
      expect(nobodys(history)).toEqual(
        expect.arrayContaining([...nobodys([...a.history, ...b.history])]),
      );
      expect(assessments).toHaveLength(a.assessments.length + b.assessments.length);
      expect(assessments).toEqual(expect.arrayContaining([...a.assessments, ...b.assessments]));
      for (const side of [a.person, b.person]) {
        expect(contactsOf(person)).toEqual(expect.arrayContaining([...contactsOf(side)]));
        expect(person.elsewhere).toEqual(expect.arrayContaining([...side.elsewhere]));
        expect(person.consents).toEqual(expect.arrayContaining([...side.consents]));
        const issues = person.issues.map((issue) => issue.toLowerCase());
        for (const issue of side.issues) expect(issues).toContain(issue.toLowerCase());
        expect(`${person.note ?? ""}\n`).toContain(`${side.note ?? ""}\n`);
        expect(`${person.sharedNote ?? ""}\n`).toContain(`${side.sharedNote ?? ""}\n`);
      }
    });
  });

  it("keeps what the kept record says, takes what it does not, and notes the rest", () => {
    law((a, b) => {
      const { person, taken, differences } = mergePeople(a, b, unitSize);
      for (const member of ["name", "alias", "team", "role", "source", "code"] as const) {
        const [kept, other] = [a.person[member], b.person[member]];
        expect(person[member]).toBe(kept ?? other);
        expect(taken.includes(member as never)).toBe(kept === undefined && other !== undefined);
        const differs = kept !== undefined && other !== undefined && kept !== other;
        expect(differences.some((one) => one.member === member)).toBe(differs);
        if (differs) expect(person.note).toMatch(new RegExp(`^Also known: .*${other}$`, "mu"));
      }
      expect(person.id).toBe("a");
      expect(person.coveredBy === "a" || person.coveredBy === "b").toBe(false);
    });
  });

  it("goes by whatever protects the person", () => {
    law((a, b) => {
      const { person } = mergePeople(a, b, unitSize);
      expect(person.doNotContact).toBe(a.person.doNotContact || b.person.doNotContact);
      expect(isCounted(person)).toBe(isCounted(a.person) && isCounted(b.person));
      const dates = [a.person.addedOn, b.person.addedOn].toSorted();
      expect(person.addedOn).toBe(dates[0]);
    });
  });

  it("never makes a pledge live that was not, nor one that was taken back since", () => {
    law((a, b) => {
      for (const one of mergePeople(a, b, unitSize).pledges.filter(({ state }) => isLive(state))) {
        const said = [...a.pledges, ...b.pledges].filter(({ action }) => action === one.action);
        expect(said.some(({ state }) => isLive(state))).toBe(true);
        const after = said.filter(({ state, since }) => !isLive(state) && since >= one.since);
        expect(after).toEqual([]);
      }
    });
  });

  const saying = (id: string, said: Partial<Pledge>): WholePerson => {
    const one: Pledge = {
      person: id as PersonId,
      action: "sign" as ActionKey,
      condition: unconditional,
      display: "named",
      state: "confirmed",
      since: "2026-11-20" as Day,
      ...said,
    };
    return { person: someone(id), pledges: [one], history: [one], assessments: [] };
  };

  it.each<[string, Partial<Pledge>, Partial<Pledge>, Partial<Pledge>]>([
    ["less of the same day", { state: "pledged" }, { state: "done" }, { state: "pledged" }],
    ["a withdrawal", { state: "withdrawn" }, { state: "lapsed" }, { state: "withdrawn" }],
    [
      "the later word",
      { state: "withdrawn" },
      { since: "2026-11-21" as Day, display: "role" },
      { state: "confirmed", since: "2026-11-21" as Day, display: "role" },
    ],
    [
      "the display that shows less",
      { display: "role" },
      { display: "counted" },
      { display: "counted" },
    ],
    [
      "the larger of a share and a number",
      { condition: { kind: "at-least-percent", percent: 1 } },
      { condition: { kind: "at-least", people: 300 } },
      { condition: { kind: "at-least", people: 300 } },
    ],
    [
      "the own team before everybody",
      { condition: { kind: "at-least", people: 10 } },
      { condition: { kind: "at-least-in-team", people: 10 } },
      { condition: { kind: "at-least-in-team", people: 10 } },
    ],
  ])("takes %s", (_, one, other, expected) => {
    const { pledges } = mergePeople(saying("a", one), saying("b", other), unitSize);
    expect(pledges).toEqual([{ ...saying("a", one).pledges[0], ...expected }]);
  });

  it("writes what else is known into the note, and marks a channel of the employer", () => {
    const nothing = { pledges: [], history: [], assessments: [] };
    const call: Contact = { kind: "email", value: "Ana@example.org" };
    const a = someone("a", { name: "Ana Gómez", role: "SRE", note: "Mornings.", contacts: [call] });
    const b = someone("b", {
      name: "Ana Gomez",
      role: "Site Reliability Engineer",
      site: "Lyon",
      note: "Has met the press.",
      contacts: [{ kind: "email", value: "ana@example.org", atWork: true }],
    });
    const { person, taken } = mergePeople(
      { person: a, ...nothing },
      { person: b, ...nothing },
      unitSize,
    );
    expect(taken).toEqual(["site"]);
    expect(person.contacts).toEqual([{ ...call, atWork: true }]);
    expect(person.note).toBe(
      [
        "Mornings.",
        "Has met the press.",
        "Also known: name Ana Gomez",
        "Also known: role Site Reliability Engineer",
        "Also known: pledge code CODE-b",
      ].join("\n"),
    );
  });
});
