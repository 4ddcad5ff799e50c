/** Whole records of made-up people, with all that hangs on a person, for laws over a real vault. */
import * as fc from "fast-check";

import type { ActionKey, TeamKey } from "../../src/domain/campaign/campaign.ts";
import type { Day } from "../../src/domain/day.ts";
import type { TextHash } from "../../src/domain/letters/letter.ts";
import { blankPerson } from "../../src/domain/people/blank-person.ts";
import type { Assessment, Basis, Level, Person, PersonId } from "../../src/domain/people/person.ts";
import type { PledgeCode } from "../../src/domain/pledges/code.ts";
import type { Condition, Pledge } from "../../src/domain/pledges/pledge.ts";
import { pledgeStates } from "../../src/domain/pledges/pledge.ts";

export interface Whole {
  readonly members: Partial<Person>;
  /** In the order of days; the last one of an action is what stands. */
  readonly history: readonly Omit<Pledge, "person">[];
  readonly assessments: readonly Assessment[];
  readonly signed: readonly { readonly text: TextHash; readonly signedOn: Day }[];
}

export const texts = ["a", "b"].map((digit) => digit.repeat(64)) as readonly string[] as [
  TextHash,
  TextHash,
];
const actions = ["sign", "walkout", "strike"] as readonly string[] as readonly ActionKey[];

const day = fc.integer({ min: 10, max: 13 }).map((n) => `2026-11-${n}` as Day);
const word = fc.constantFrom("one", "two", "three", "four");

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.constant({ kind: "none" } as const),
  fc.integer({ min: 2, max: 4 }).map((people) => ({ kind: "at-least", people }) as const),
  fc.integer({ min: 2, max: 3 }).map((people) => ({ kind: "at-least-in-team", people }) as const),
);

const members: fc.Arbitrary<Partial<Person>> = fc.record(
  {
    name: word,
    // Kept apart by the record's number: no two people have one alias.
    alias: fc.constant("heron"),
    team: fc.constantFrom("cloud", "ads").map((team) => team as TeamKey),
    role: word,
    site: word,
    shift: word,
    employment: fc.constantFrom("employee", "contractor", "intern", "unsure"),
    language: fc.constantFrom("en", "es"),
    pronouns: word,
    contacts: fc.uniqueArray(
      fc.record(
        {
          kind: fc.constantFrom("signal", "phone", "email", "other"),
          value: word,
          atWork: fc.constant(true as const),
        },
        { requiredKeys: ["kind", "value"] },
      ),
      { maxLength: 3, selector: ({ kind, value }) => `${kind} ${value}` },
    ),
    doNotContact: fc.boolean(),
    leader: fc.constantFrom("committee", "helper", "leader", "activist"),
    supervisor: fc.constantFrom("no", "no", "no", "yes", "unsure"),
    supporter: fc.constantFrom(false, false, false, true),
    issues: fc.uniqueArray(word, { maxLength: 3 }),
    note: word.map((text) => `${text}\nsaid ${text}`),
    sharedNote: word,
    source: word,
    consents: fc.uniqueArray(fc.record({ to: word, on: day }), {
      maxLength: 3,
      selector: ({ to, on }) => `${to} ${on}`,
    }),
    elsewhere: fc.uniqueArray(word, { maxLength: 2 }),
    addedOn: day,
  },
  { requiredKeys: [] },
);

const byDay =
  <T>(dayOf: (one: T) => string) =>
  (all: readonly T[]): readonly T[] =>
    all.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : Number(dayOf(a) > dayOf(b))));

export const whole: fc.Arbitrary<Whole> = fc.record({
  members,
  history: fc
    .array(
      fc.record({
        action: fc.constantFrom(...actions),
        condition,
        display: fc.constantFrom("named", "role", "counted"),
        state: fc.constantFrom(...pledgeStates),
        since: day,
      }),
      { maxLength: 5 },
    )
    .map(byDay(({ since }) => since)),
  assessments: fc
    .array(
      fc.record({
        level: fc.constantFrom<Level>(1, 3, 5),
        basis: fc.constantFrom<Basis>("conversation", "action", "hearsay"),
        day,
      }),
      { maxLength: 3 },
    )
    .map(byDay((one) => one.day)),
  signed: fc.uniqueArray(fc.record({ text: fc.constantFrom(...texts), signedOn: day }), {
    selector: ({ text }) => text,
  }),
});

/** The person of a record; ids begin with different letters, and so do aliases. */
export const personOf = ({ members: said }: Pick<Whole, "members">, id: string): Person => ({
  ...blankPerson(id as PersonId, `code-${id}` as PledgeCode, "2026-11-12" as Day),
  name: "somebody",
  ...said,
  ...(said.alias === undefined ? {} : { alias: `${said.alias}-${id}` }),
});
