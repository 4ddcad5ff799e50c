import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { countingKeys, keysIn } from "../../../src/domain/committee/counting-keys.ts";
import { fingerprint, member } from "./any-committee.ts";

const heron = { ...member("heron", "3"), replaces: [fingerprint("1"), fingerprint("2")] };
const rowan = member("rowan", "4");

/** Ways in which keys were taken back; only one of them reaches back. */
const revoked = new Map([
  [fingerprint("5"), "always"],
  [fingerprint("4"), "later"],
] as const);

const keys = (...spoke: readonly string[]): readonly string[] =>
  [...countingKeys([heron, rowan], new Set(spoke.map(fingerprint)), revoked)].map(
    ([key, { handle }]) => `${key[0] ?? ""} ${handle}`,
  );

describe("the keys that count", () => {
  it("are those of now, and the last lost one that spoke until the new one does", () => {
    expect(keys()).toEqual(["3 heron", "4 rowan"]);
    expect(keys("1")).toEqual(["3 heron", "1 heron", "4 rowan"]);
    expect(keys("1", "2", "4")).toEqual(["3 heron", "2 heron", "4 rowan"]);
    expect(keys("1", "2", "3")).toEqual(["3 heron", "4 rowan"]);
  });

  it("are at most one of a member of whom anything is here, and never a stranger's", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(..."0123456789")), (digits) => {
        const spoke = new Set(digits.map(fingerprint));
        const counting = [...countingKeys([heron, rowan], spoke, revoked)].filter(([key]) =>
          spoke.has(key),
        );
        const handles = counting.map(([, { handle }]) => handle);
        expect(new Set(handles).size).toBe(handles.length);
        expect(counting.every(([key]) => "1234".includes(key[0] ?? ""))).toBe(true);
      }),
    );
  });

  it("are none that was taken back as if it had never been, lost ones among them", () => {
    const sage = { ...member("sage", "6"), replaces: [fingerprint("5")] };
    const counting = (...spoke: readonly string[]) => [
      ...countingKeys([sage, member("tern", "5")], new Set(spoke.map(fingerprint)), revoked).keys(),
    ];
    expect(counting("5")).toEqual([fingerprint("6")]);
  });

  it("know our own, which speaks at any time", () => {
    expect([...keysIn([{ from: fingerprint("1") }], rowan)]).toEqual([
      fingerprint("4"),
      fingerprint("1"),
    ]);
  });
});
