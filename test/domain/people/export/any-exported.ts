/** People as a vault holds them, whole: what they are, what was thought and said of them and when. */
import * as fc from "fast-check";

import type { ActionKey, TeamKey } from "../../../../src/domain/campaign/campaign.ts";
import type { TextHash } from "../../../../src/domain/letters/letter.ts";
import type {
  ExportedPeople,
  ExportedPerson,
} from "../../../../src/domain/people/export/exported.ts";
import type {
  Assessment,
  Basis,
  Contact,
  Employment,
  LeaderRole,
  Level,
  Person,
  PersonId,
  Supervisor,
} from "../../../../src/domain/people/person.ts";
import { newPersonId } from "../../../../src/domain/people/person.ts";
import { newPledgeCode } from "../../../../src/domain/pledges/code.ts";
import type { Display, Pledge, PledgeState } from "../../../../src/domain/pledges/pledge.ts";
import { cleanText, condition, day, key } from "../../../support/campaigns.ts";

const id: fc.Arbitrary<PersonId> = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((bytes): PersonId => newPersonId({ bytes: () => bytes.map((byte) => byte % 240) }));

const code = fc
  .uint8Array({ minLength: 15, maxLength: 15 })
  .map((bytes) => newPledgeCode({ bytes: () => bytes }));

const contact = fc
  .record(
    {
      kind: fc.constantFrom<Contact["kind"]>("signal", "phone", "email", "other"),
      value: cleanText(12),
      atWork: fc.constant<true>(true),
    },
    { requiredKeys: ["kind", "value"] },
  )
  .map((one): Contact => one);

const note = fc.tuple(cleanText(20), cleanText(20)).map((lines) => lines.join("\n"));

const anyPerson: fc.Arbitrary<Person> = fc.record(
  {
    id,
    code,
    addedOn: day,
    name: cleanText(20),
    alias: key(),
    team: key() as unknown as fc.Arbitrary<TeamKey>,
    role: cleanText(12),
    site: cleanText(12),
    shift: cleanText(12),
    employment: fc.constantFrom<Employment>("employee", "contractor", "intern", "unsure"),
    language: fc.constantFrom("en", "es", "pt-BR", "zh-Hant-TW"),
    pronouns: cleanText(12),
    contacts: fc.uniqueArray(contact, {
      maxLength: 3,
      selector: ({ kind, value }) => `${kind} ${value}`,
    }),
    doNotContact: fc.boolean(),
    leader: fc.constantFrom<LeaderRole>("committee", "helper", "leader", "activist"),
    coveredBy: id,
    supervisor: fc.constantFrom<Supervisor>("yes", "no", "unsure"),
    supporter: fc.boolean(),
    issues: fc.uniqueArray(cleanText(8), { maxLength: 3 }),
    note,
    sharedNote: note,
    source: cleanText(12),
    consents: fc.array(fc.record({ to: cleanText(12), on: day }), { maxLength: 2 }),
    elsewhere: fc.uniqueArray(cleanText(12), { maxLength: 2 }),
  },
  {
    requiredKeys: [
      "id",
      "code",
      "addedOn",
      "name",
      "contacts",
      "doNotContact",
      "supervisor",
      "supporter",
      "issues",
      "consents",
      "elsewhere",
    ],
  },
);

const assessment: fc.Arbitrary<Assessment> = fc.record({
  level: fc.constantFrom<Level>(1, 2, 3, 4, 5),
  basis: fc.constantFrom<Basis>("conversation", "action", "hearsay"),
  day,
});

const change = fc.record({
  action: key(4) as unknown as fc.Arbitrary<ActionKey>,
  condition,
  display: fc.constantFrom<Display>("named", "role", "counted"),
  state: fc.constantFrom<PledgeState>("pledged", "confirmed", "done", "lapsed", "withdrawn"),
  since: day,
});

const hash = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString("hex") as TextHash);

export const anyExported: fc.Arbitrary<ExportedPerson> = fc
  .record({
    person: anyPerson,
    assessments: fc.array(assessment, { maxLength: 3 }),
    said: fc.array(change, { maxLength: 6 }),
    signed: fc.array(fc.record({ text: hash, signedOn: day }), { maxLength: 2 }),
  })
  .map(({ person, assessments, said, signed }) => {
    const changes = said.map((one): Pledge => ({ person: person.id, ...one }));
    const last = new Map(changes.map((one) => [one.action, one]));
    return {
      person,
      assessments,
      pledges: [...last.keys()].toSorted().flatMap((action) => last.get(action) ?? []),
      changes,
      signatures: signed.map((one) => ({ person: person.id, ...one })),
    };
  });

export const anyPeople: fc.Arbitrary<ExportedPeople> = fc.record({
  campaign: fc.uuid({ version: 4 }),
  people: fc
    .uniqueArray(anyExported, { maxLength: 4, selector: ({ person }) => person.id })
    .filter((people) => {
      const aliases = people.flatMap(({ person }) => person.alias ?? []);
      return new Set(aliases).size === aliases.length;
    }),
});
