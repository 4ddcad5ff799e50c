import { describe, expect, it } from "vitest";

import type { TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { Committee } from "../../../src/domain/committee/committee.ts";
import type { Fingerprint } from "../../../src/domain/sealing/certificate.ts";
import type { Hash } from "../../../src/domain/tallies/tally.ts";
import { turfThen } from "../../../src/usecases/committee/turf-then.ts";

const hash = (digit: string): Hash => digit.repeat(64) as Hash;
const heron = "a".repeat(40) as Fingerprint;

/** A number of the committee file in which heron has this turf. */
const numbered = (number: number, prev: Hash | undefined, ...turf: readonly string[]): Committee =>
  ({ number, prev, members: [{ fingerprint: heron, turf: turf as TeamKey[] }] }) as never;

/** Numbers 2, 3 and 4 of the chain, whose hashes are 222…, 333… and 444…. */
const then = turfThen({
  chain: [
    numbered(2, hash("1"), "cloud"),
    numbered(3, hash("2"), "cloud", "ads"),
    numbered(4, hash("3")),
  ],
  reference: { number: 4, hash: hash("4") },
});

describe("a member's turf in the committee file that a file of hers went by", () => {
  it("is that of the number with that hash", () => {
    expect(then(heron, { number: 2, hash: hash("2") })).toEqual(["cloud"]);
    expect(then(heron, { number: 3, hash: hash("3") })).toEqual(["cloud", "ads"]);
    expect(then(heron, { number: 4, hash: hash("4") })).toEqual([]);
  });

  it("is none where that number is another one here, or is not here, or does not name her", () => {
    expect(then(heron, { number: 3, hash: hash("9") })).toEqual([]);
    expect(then(heron, { number: 4, hash: hash("3") })).toEqual([]);
    expect(then(heron, { number: 1, hash: hash("1") })).toEqual([]);
    expect(then(heron, { number: 5, hash: hash("5") })).toEqual([]);
    expect(then("b".repeat(40) as Fingerprint, { number: 3, hash: hash("3") })).toEqual([]);
  });
});
