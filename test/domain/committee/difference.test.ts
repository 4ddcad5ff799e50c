import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Committee } from "../../../src/domain/committee/committee.ts";
import { differenceOf, isEmpty } from "../../../src/domain/committee/difference.ts";
import { writeCommittee } from "../../../src/domain/committee/write-committee.ts";
import { sameBytes } from "../../../src/domain/sealing/payload.ts";
import { anyCommittee, fingerprint, member, sampleCommittee, sampleText } from "./any-committee.ts";

const nothing = {
  joined: [],
  removed: [],
  rekeyed: [],
  attests: [],
  turf: [],
  definition: [],
  texts: { added: [], changed: [], removed: [] },
};

const parts = ["members", "texts", "needs"] as const;
const definitionParts = [
  ...(["name", "employer", "unit", "teams", "actions", "thresholds"] as const),
  ...(["addressee", "demands", "settings"] as const),
];

const picked = (from: object, names: readonly string[]): object =>
  Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)));

/** Two committees that differ in one part, in several, or in none. */
const pairs: fc.Arbitrary<readonly [Committee, Committee]> = fc
  .tuple(
    anyCommittee,
    anyCommittee,
    fc.subarray([...parts], { maxLength: 1 }),
    fc.oneof(
      fc.constantFrom(...definitionParts).map((part) => [part]),
      fc.constant([]),
    ),
  )
  .map(([before, other, some, ofDefinition]) => {
    const definition = { ...before.definition, ...picked(other.definition, ofDefinition) };
    return [before, { ...before, ...picked(other, some), definition }] as const;
  });

describe("the difference between two numbers", () => {
  it("is empty between a number and itself", () => {
    fc.assert(
      fc.property(anyCommittee, (committee) => {
        expect(differenceOf(committee, committee)).toEqual(nothing);
        expect(isEmpty(differenceOf(committee, committee))).toBe(true);
      }),
    );
  });

  it("is empty just where the two say the same, their number and day aside", () => {
    let different = 0;
    fc.assert(
      fc.property(pairs, fc.boolean(), ([before, after], back) => {
        const same = sameBytes(writeCommittee(before), writeCommittee(after));
        const difference = back ? differenceOf(after, before) : differenceOf(before, after);
        expect(isEmpty(difference)).toBe(same);
        const next = { ...after, number: before.number + 1, asOf: after.definition.unit.asOf };
        expect(isEmpty(differenceOf(before, next))).toBe(same);
        different += same ? 0 : 1;
      }),
      { numRuns: 300 },
    );
    expect(different).toBeGreaterThan(100);
  });

  it("says who came, who left, whose key or certificate is another, and whose turf changed", () => {
    const before = {
      ...sampleCommittee,
      members: [
        member("finch", "1"),
        member("heron", "2", ["ads"]),
        member("rowan", "3"),
        member("wren", "4"),
      ],
    };
    const renewed = { ...member("rowan", "3"), certificate: Uint8Array.of(1, 2, 3) };
    const after = {
      ...before,
      members: [
        member("heron", "2", ["ads", "cloud"]),
        renewed,
        { ...renewed, handle: member("wren", "4").handle, fingerprint: fingerprint("5") },
        member("yarrow", "6"),
      ],
    };
    expect(differenceOf(before, after)).toEqual({
      ...nothing,
      joined: ["yarrow"],
      removed: ["finch"],
      rekeyed: [
        { handle: "rowan", otherKey: false },
        { handle: "wren", otherKey: true },
      ],
      turf: [{ handle: "heron", teams: ["ads", "cloud"] }],
    });
  });

  it("says who can attest letters now, by another key, or no longer", () => {
    const withKey = (handle: string, digit: string, attests?: number) => ({
      ...member(handle, digit),
      ...(attests === undefined ? {} : { attests: Uint8Array.of(attests) }),
    });
    const of = (heron?: number, rowan?: number, wren?: number): Committee => ({
      ...sampleCommittee,
      members: [
        withKey("heron", "1", heron),
        withKey("rowan", "2", rowan),
        withKey("wren", "3", wren),
      ],
    });
    const difference = differenceOf(of(undefined, 1, 1), of(1, 2, undefined));
    expect(difference).toEqual({
      ...nothing,
      attests: [
        { handle: "heron", change: "added" },
        { handle: "rowan", change: "changed" },
        { handle: "wren", change: "removed" },
      ],
    });
    expect(isEmpty(difference)).toBe(false);
    expect(isEmpty(differenceOf(of(1, 1, 1), of(1, 1, 1)))).toBe(true);
  });

  it("names the parts of the definition that changed", () => {
    const { definition } = sampleCommittee;
    const after = {
      ...sampleCommittee,
      definition: {
        ...definition,
        unit: { ...definition.unit, size: 61 },
        actions: definition.actions.toReversed(),
        addressee: { name: "Dana Roe" },
        settings: { ...definition.settings, smallestTeam: 12 },
      },
    };
    const { definition: changed } = differenceOf(sampleCommittee, after);
    expect(changed).toEqual(["unit", "actions", "addressee", "settings"]);
    expect(differenceOf(after, sampleCommittee).definition).toEqual(changed);
  });

  it("says which texts are new, changed and gone, and how many must sign now", () => {
    const named = (letter: string, title = "T") =>
      ({ ...sampleText, letter, title }) as typeof sampleText;
    const before = { ...sampleCommittee, texts: [named("a"), named("b"), named("c")] };
    const after = { ...before, needs: 2, texts: [named("b"), named("c", "U"), named("d")] };
    expect(differenceOf(before, after)).toEqual({
      ...nothing,
      texts: { added: ["d"], changed: ["c"], removed: ["a"] },
      needs: 2,
    });
    expect(isEmpty(differenceOf(before, { ...before, needs: 2 }))).toBe(false);
  });
});
