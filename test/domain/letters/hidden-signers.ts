/** People who signed one text and told it to several organizers, each time perhaps in other words; and what those say then. */
import * as fc from "fast-check";

import type { TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { SignersList } from "../../../src/domain/letters/merge-signers.ts";
import type { CountedSigners, SignerLine } from "../../../src/domain/letters/signers.ts";
import type { Display } from "../../../src/domain/pledges/pledge.ts";

/** What a person told one organizer. */
export interface Told {
  readonly organizer: number;
  readonly display: Display;
  /** Whether the organizer knows it. */
  readonly role: boolean;
  readonly team: boolean;
  /** Another spelling of the same name and role. */
  readonly loud: boolean;
}

export interface HiddenSigner {
  readonly name: string;
  readonly role: string;
  readonly team: TeamKey;
  readonly supporter: boolean;
  readonly told: readonly Told[];
}

export interface HiddenSigners {
  readonly people: readonly HiddenSigner[];
  readonly turfs: readonly (readonly TeamKey[])[];
}

const teams = ["cloud", "ads", "data"] as TeamKey[];

const told = (organizers: number): fc.Arbitrary<readonly Told[]> =>
  fc.uniqueArray(
    fc.record({
      organizer: fc.nat(organizers - 1),
      display: fc.constantFrom("named" as const, "role" as const, "counted" as const),
      role: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, fc.boolean()),
      team: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, fc.boolean()),
      loud: fc.boolean(),
    }),
    { selector: ({ organizer }) => organizer, minLength: 1, maxLength: organizers },
  );

/** Few names, roles and teams, so that people who are hard to tell apart come up. */
export const hiddenSigners: fc.Arbitrary<HiddenSigners> = fc
  .integer({ min: 1, max: 5 })
  .chain((organizers) =>
    fc.record({
      people: fc.array(
        fc.record({
          name: fc.constantFrom("Ana", "Bo", "Cy", "Dée"),
          role: fc.constantFrom("SRE", "Designer"),
          team: fc.constantFrom(...teams),
          supporter: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.boolean()),
          told: told(organizers),
        }),
        { maxLength: 14 },
      ),
      turfs: fc.array(fc.subarray(teams), { minLength: organizers, maxLength: organizers }),
    }),
  );

const spelled = (text: string, loud: boolean): string =>
  loud ? text.toUpperCase().normalize("NFD") : text;

const lineOf = (person: HiddenSigner, how: Told): SignerLine | undefined => {
  const { name, role, team, supporter } = person;
  const known = {
    ...(how.role ? { role: spelled(role, how.loud) } : {}),
    ...(how.team && !supporter ? { team } : {}),
  };
  if (how.display === "named") return { name: spelled(name, how.loud), ...known, supporter };
  if (how.display === "role" && how.role && !supporter) return { ...known, supporter };
  return undefined;
};

const countedIn = (
  people: readonly (readonly [HiddenSigner, Told])[],
  turf: readonly TeamKey[],
): CountedSigners => {
  const workers = people.filter(([{ supporter }]) => !supporter);
  const inTurf = workers.filter(([{ team }, how]) => how.team && turf.includes(team)).length;
  return {
    inTurf,
    elsewhere: workers.length - inTurf,
    supporters: people.length - workers.length,
  };
};

/** What each organizer says, knowing what was told to her. */
export const listsOf = ({ people, turfs }: HiddenSigners): readonly SignersList[] =>
  turfs.map((turf, organizer) => {
    const known = people.flatMap((person) =>
      person.told
        .filter((one) => one.organizer === organizer)
        .map((how) => ({ person, how, line: lineOf(person, how) })),
    );
    const unnamed = known.filter(({ line }) => line === undefined);
    return {
      turf,
      lines: known.flatMap(({ line }) => line ?? []),
      counted: countedIn(
        unnamed.map(({ person, how }) => [person, how]),
        turf,
      ),
    };
  });
