import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { ActionKey, TeamKey } from "../../../src/domain/campaign/campaign.ts";
import { parsePerson } from "../../../src/domain/people/parse-person.ts";
import { personToInput } from "../../../src/domain/people/person-to-input.ts";
import { newPersonId } from "../../../src/domain/people/person.ts";
import type {
  Contact,
  Employment,
  LeaderRole,
  Level,
  Person,
  PersonId,
  Supervisor,
} from "../../../src/domain/people/person.ts";
import type { PersonSummary } from "../../../src/domain/people/store.ts";
import { newPledgeCode } from "../../../src/domain/pledges/code.ts";
import type { Display, Pledge, PledgeState } from "../../../src/domain/pledges/pledge.ts";
import { cleanText, condition, day, key, sample } from "../../support/campaigns.ts";

const kept = (input: unknown): unknown => {
  const person = parsePerson(input, sample);
  return person.ok ? person.value : person.failure;
};

const perhaps = <T>(name: string, value: fc.Arbitrary<T>): fc.Arbitrary<object> =>
  fc.option(value, { nil: undefined }).map((one) => (one === undefined ? {} : { [name]: one }));

/** What goes without saying is left out. */
const said = ({
  doNotContact,
  issues,
  consents,
  elsewhere,
  ...members
}: Omit<Person, "addedOn">): Partial<Person> => ({
  ...members,
  ...(doNotContact ? { doNotContact } : {}),
  ...(issues.length === 0 ? {} : { issues }),
  ...(consents.length === 0 ? {} : { consents }),
  ...(elsewhere.length === 0 ? {} : { elsewhere }),
});

const person: fc.Arbitrary<Person> = fc
  .tuple(
    fc.record({
      id: fc
        .uint8Array({ minLength: 16, maxLength: 16 })
        .map((bytes): PersonId => newPersonId({ bytes: () => bytes.map((byte) => byte % 240) })),
      name: cleanText(20),
      contacts: fc.array(
        fc
          .record({
            kind: fc.constantFrom<Contact["kind"]>("signal", "phone", "email", "other"),
            value: cleanText(12),
            atWork: fc.boolean(),
          })
          .map(({ atWork, ...contact }): Contact => (atWork ? { ...contact, atWork } : contact)),
        { maxLength: 3 },
      ),
      supervisor: fc.constantFrom<Supervisor>("yes", "no", "unsure"),
      supporter: fc.boolean(),
      doNotContact: fc.boolean(),
      issues: fc.uniqueArray(cleanText(8), { maxLength: 3 }),
      consents: fc.array(fc.record({ to: cleanText(12), on: day }), { maxLength: 2 }),
      elsewhere: fc.uniqueArray(fc.constantFrom("zetkin:41", "vcard:x"), { maxLength: 2 }),
      code: fc
        .uint8Array({ minLength: 15, maxLength: 15 })
        .map((bytes) => newPledgeCode({ bytes: () => bytes })),
      addedOn: day,
    }),
    perhaps("alias", key()),
    perhaps("team", fc.constantFrom("cloud" as TeamKey, "ads" as TeamKey)),
    perhaps("role", cleanText(12)),
    perhaps("note", cleanText(30)),
    perhaps("sharedNote", cleanText(30)),
    perhaps("source", cleanText(12)),
    perhaps("site", cleanText(12)),
    perhaps("shift", cleanText(12)),
    perhaps("pronouns", cleanText(12)),
    perhaps("language", fc.constantFrom("en", "es", "pt-BR", "zh-Hant-TW")),
    perhaps(
      "employment",
      fc.constantFrom<Employment>("employee", "contractor", "intern", "unsure"),
    ),
    perhaps("leader", fc.constantFrom<LeaderRole>("committee", "helper", "leader", "activist")),
    perhaps("coveredBy", fc.constantFrom("abcdefgh" as PersonId)),
  )
  .map((parts) => Object.assign({}, ...parts) as Person);

const summary: fc.Arbitrary<PersonSummary> = fc
  .tuple(
    person,
    perhaps("assessment", fc.constantFrom<Level>(1, 2, 3, 4, 5)),
    fc.constantFrom<Display>("named", "role", "counted"),
    fc.subarray([...sample.actions]),
    fc.infiniteStream(
      fc.tuple(condition, fc.constantFrom<PledgeState>("pledged", "confirmed", "done"), day),
    ),
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
        const written: unknown = JSON.parse(
          JSON.stringify(
            personToInput({
              person: one,
              pledges,
              ...(assessment === undefined ? {} : { assessment }),
            }),
          ),
        );
        expect(kept(written)).toEqual({
          ...said(members),
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
    const pledges = [
      pledge("sign", "named", "confirmed"),
      pledge("strike", "role", "pledged"),
      pledge("walkout", "counted", "withdrawn"),
    ];
    expect(personToInput({ person: one, pledges })).toMatchObject({
      actions: ["sign", "strike"],
      display: "role",
    });
  });
});
