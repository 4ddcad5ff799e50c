/** Made-up people for tests of duplicates. */
import * as fc from "fast-check";
import type { TeamKey } from "../../src/domain/campaign/campaign.ts";
import { blankPerson } from "../../src/domain/people/blank-person.ts";
import type { DuplicateDeps, Known } from "../../src/domain/people/duplicates/find-duplicates.ts";
import type { Person, PersonId } from "../../src/domain/people/person.ts";
import type { PledgeCode } from "../../src/domain/pledges/code.ts";
import type { Day } from "../../src/domain/day.ts";
import { alike } from "../../src/adapters/alike/alike.ts";

export const deps: DuplicateDeps = { alike, country: "US" };

export const someone = (id: string, members: Partial<Person> = {}): Person => ({
  ...blankPerson(id as PersonId, `CODE-${id}` as PledgeCode, "2026-11-20" as Day),
  ...members,
});

const words = ["ana", "gomez", "gomes", "lopez", "jordan", "lee", "kim", "li", "maria", "osei"];

/** Few words and few numbers, so that many of them meet. */
export const known = (ids: number): fc.Arbitrary<readonly Known[]> =>
  fc.uniqueArray(
    fc
      .record({
        id: fc.integer({ min: 0, max: ids }).map((n) => `p${n}` as PersonId),
        name: fc
          .array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 })
          .map((all) => all.join(" ")),
        alias: fc.option(fc.constantFrom("heron", "otter")),
        team: fc.option(fc.constantFrom("cloud", "ads")),
        contacts: fc.array(
          fc.constantFrom(
            { kind: "email", value: "ana@example.org" } as const,
            { kind: "email", value: "kim@example.org" } as const,
            { kind: "phone", value: "+12025550100" } as const,
            { kind: "signal", value: "(202) 555-0100" } as const,
            { kind: "signal", value: "osei.42" } as const,
          ),
          { maxLength: 2 },
        ),
      })
      .map(({ id, name, alias, team, contacts }) => ({
        id,
        name,
        contacts,
        ...(alias === null ? {} : { alias }),
        ...(team === null ? {} : { team: team as TeamKey }),
      })),
    { selector: ({ id }) => id, maxLength: 12 },
  );
