/** People as a file can tell of them, with whatever makes a list in a cell, a formula or CSV itself go wrong. */
import * as fc from "fast-check";

import type { ActionKey, TeamKey } from "../../../../src/domain/campaign/campaign.ts";
import type { PersonInput } from "../../../../src/domain/people/person-input.ts";
import type { Contact } from "../../../../src/domain/people/person.ts";
import { newPledgeCode } from "../../../../src/domain/pledges/code.ts";
import { cleanText, condition, day, key, sample } from "../../../support/campaigns.ts";

const value = fc
  .tuple(fc.constantFrom("", "=", "+", "-", "@", "'", "\\", ";", ":", '"'), cleanText(8))
  .chain(([first, text]) =>
    fc.constantFrom("", "\\", ";", ":", "; b", '"', "''").map((last) => `${first}${text}${last}`),
  );

const note = fc.tuple(value, value).map(([one, two]) => `${one}\n${two}`);

const contact = fc
  .record({
    kind: fc.constantFrom<Contact["kind"]>("signal", "phone", "email", "other"),
    value,
    atWork: fc.boolean(),
  })
  .map(({ atWork, ...rest }): Contact => (atWork ? { ...rest, atWork } : rest));

const actions = fc
  .subarray([...sample.actions], { minLength: 1 })
  .chain((some) =>
    fc.tuple(
      ...some.map((action: ActionKey) => condition.map((under) => ({ action, condition: under }))),
    ),
  );

export const person: fc.Arbitrary<PersonInput> = fc.record(
  {
    id: fc.constant("abcdefgh"),
    name: value,
    alias: key(),
    team: fc.constantFrom("cloud" as TeamKey, "ads" as TeamKey),
    role: value,
    site: value,
    shift: value,
    employment: fc.constantFrom("employee", "contractor", "intern", "unsure"),
    language: fc.constantFrom("en", "pt-BR"),
    pronouns: value,
    contacts: fc.uniqueArray(contact, {
      minLength: 1,
      maxLength: 3,
      selector: (one) => `${one.kind}:${one.value}`,
    }),
    doNotContact: fc.boolean(),
    leader: fc.constantFrom("committee", "helper", "leader", "activist"),
    coveredBy: fc.constant("heron"),
    assessment: fc.constantFrom(1, 2, 3, 4, 5),
    actions,
    display: fc.constantFrom("named", "role", "counted"),
    supporter: fc.boolean(),
    supervisor: fc.constantFrom("yes", "no", "unsure"),
    code: fc
      .uint8Array({ minLength: 15, maxLength: 15 })
      .map((bytes) => newPledgeCode({ bytes: () => bytes })),
    issues: fc.uniqueArray(value, { minLength: 1, maxLength: 3 }),
    note,
    sharedNote: note,
    source: value,
    consents: fc.array(fc.record({ to: value, on: day }), { minLength: 1, maxLength: 2 }),
    elsewhere: fc.uniqueArray(value, { minLength: 1, maxLength: 2 }),
    day,
  },
  { requiredKeys: ["name"] },
);
