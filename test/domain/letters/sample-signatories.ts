/** People who signed, made up for tests of what a letter shows of them. */
import * as fc from "fast-check";

import { collationOf } from "../../../src/domain/letters/collation.ts";
import { signatoryList } from "../../../src/domain/letters/signatories.ts";
import type {
  HeldBack,
  Signatory,
  SignatoryList,
} from "../../../src/domain/letters/signatories.ts";

export const collate = collationOf("en");
export const listOf = (all: readonly Signatory[]): SignatoryList =>
  signatoryList(all, collate).list;
export const heldBackOf = (all: readonly Signatory[]): HeldBack =>
  signatoryList(all, collate).heldBack;

export const teamSizes: Readonly<Record<string, number>> = { Cloud: 40, Ads: 12, Data: 7 };

/**
 * Groups of people who share role, team and display, so that cells of every size come up. Some
 * share a name, and some have names that the collation hardly tells apart.
 */
export const signatories = fc
  .array(
    fc.record(
      {
        times: fc.integer({ min: 1, max: 11 }),
        role: fc.constantFrom("SRE", "Senior SRE", "Engineer", "Sr. Engineer", "Designer"),
        team: fc.constantFrom("Cloud", "Ads", "Data", "Support"),
        display: fc.constantFrom(
          "named" as const,
          "role" as const,
          "role" as const,
          "counted" as const,
        ),
        supporter: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.boolean()),
      },
      { requiredKeys: ["times", "display", "supporter"] },
    ),
    { maxLength: 16 },
  )
  .map((groups) =>
    groups.flatMap(({ times, role, team, ...rest }, group) => {
      const size = team === undefined ? undefined : teamSizes[team];
      return Array.from({ length: times }, (_, index): Signatory => ({
        ...rest,
        name: `Name ${["a", "A", "\u00E1", "z", "\u5C71"][index % 5] ?? ""}${group % 3}`,
        ...(role === undefined ? {} : { role }),
        ...(team === undefined ? {} : { team }),
        ...(size === undefined ? {} : { teamSize: size }),
      }));
    }),
  );

/** How often each line stands. */
export const sizes = (lines: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
};

/** So many who differ in nothing but their names. */
export const people = (n: number, person: Partial<Signatory>): readonly Signatory[] =>
  Array.from({ length: n }, (_, index) => ({
    name: `${person.role ?? ""} ${person.team ?? ""} ${index}`,
    display: "role",
    supporter: false,
    ...person,
  }));
