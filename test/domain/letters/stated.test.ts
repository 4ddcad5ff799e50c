import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { signatoryList } from "../../../src/domain/letters/signatories.ts";
import type { Signatory, SignatoryList } from "../../../src/domain/letters/signatories.ts";
import { atLeast, isShownBy } from "../../../src/domain/letters/stated.ts";

const collate = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const people: fc.Arbitrary<readonly Signatory[]> = fc.array(
  fc.record({
    name: fc.constantFrom("Ana", "Bo", "Örnek"),
    role: fc.constantFrom("SRE", "Designer"),
    display: fc.constantFrom("named", "role", "counted"),
    supporter: fc.boolean(),
  }),
  { maxLength: 60 },
);

const listOf = (signed: readonly Signatory[]): SignatoryList => signatoryList(signed, collate).list;

const ana = { name: "Ana" };
const nobody = { people: 0, moreThan: false };
const list = (changes: Partial<SignatoryList>): SignatoryList => ({
  named: [],
  roles: [],
  others: nobody,
  supporters: { named: [], others: nobody },
  ...changes,
});

describe("what a letter states of people", () => {
  it("can always be shown by the people whom it was made of", () => {
    fc.assert(
      fc.property(people, (signed) => {
        expect(isShownBy(listOf(signed), listOf(signed))).toBe(true);
      }),
    );
  });

  it("is never more people than there are", () => {
    fc.assert(
      fc.property(people, people, (claimed, there) => {
        if (!isShownBy(listOf(claimed), listOf(there))) return;
        const { workers, supporters } = atLeast(listOf(claimed));
        expect(workers).toBeLessThanOrEqual(there.filter((one) => !one.supporter).length);
        expect(supporters).toBeLessThanOrEqual(there.filter((one) => one.supporter).length);
      }),
    );
  });

  it("may leave people out, and count those who gave their names since", () => {
    const shown = list({ named: [ana, { name: "Bo" }], others: { people: 5, moreThan: true } });
    expect(isShownBy(list({ named: [ana] }), shown)).toBe(true);
    expect(isShownBy(list({ others: { people: 5, moreThan: true } }), shown)).toBe(true);
  });

  it.each<[string, SignatoryList]>([
    ["a name that is not there", list({ named: [{ name: "Bo" }] })],
    ["a name twice that is there once", list({ named: [ana, ana] })],
    ["a name with another role", list({ named: [{ name: "Ana", role: "SRE" }] })],
    ["a role that is not there", list({ roles: ["Designer"] })],
    ["a role more often than it is there", list({ roles: ["SRE", "SRE"] })],
    ["more who are not named", list({ others: { people: 10, moreThan: true } })],
    ["supporters who are not there", list({ supporters: { named: [ana], others: nobody } })],
    [
      "a supporter in a number",
      list({ supporters: { named: [], others: { people: 0, moreThan: true } } }),
    ],
  ])("cannot be shown where it has %s", (_, stated) => {
    const shown = list({ named: [ana], roles: ["SRE"], others: { people: 5, moreThan: true } });
    expect(isShownBy(stated, shown)).toBe(false);
  });
});
