import { describe, expect, it } from "vitest";

import { eachClaim } from "../../../src/domain/tallies/claims.ts";
import type { Claim, Signer } from "../../../src/domain/tallies/claims.ts";
import { copy, forked, line, lines, signer } from "./sample-signers.ts";

const claimsOf = (one: Signer): ReadonlyMap<string, Claim> => {
  const claims = new Map<string, Claim>();
  eachClaim(one, 3, (all, at, claim) => {
    claims.set(all.token(at), claim);
  });
  return claims;
};

describe("what a signer claims", () => {
  it("is one object for all people of whom it says the same", () => {
    const claims = claimsOf(
      signer("heron", ["ads"], lines("a", 1, 40, "ads"), lines("b", 1, 30, "cloud"), [line("c")]),
    );
    expect(claims.size).toBe(71);
    expect(new Set(claims.values()).size).toBe(3);
    expect(claims.get("a 1")).toEqual({
      signer: 3,
      team: "ads",
      teams: ["ads"],
      inTurf: true,
      supporter: false,
      actions: [
        {
          action: "sign",
          live: true,
          sure: true,
          withdrawn: false,
          conditions: [{ kind: "none" }],
        },
      ],
      sets: [],
    });
    expect(claims.get("b 1")).toMatchObject({ team: "cloud", inTurf: false });
  });

  it("lies in the turf only if it does by every copy with the line", () => {
    const claims = claimsOf(
      forked(
        "heron",
        ["ads"],
        copy(["ads"], [line("both", "ads"), line("parted", "ads"), line("one", "*")]),
        copy(["labs"], [line("both", "ads"), line("parted", "labs"), line("other", "*")]),
      ),
    );
    const inTurf = [...claims].map(([token, claim]) => [token, claim.inTurf]);
    expect(Object.fromEntries(inTurf)).toEqual({
      both: true,
      parted: false,
      one: true,
      other: false,
    });
  });

  it("lies in the turf, where the team is withheld, only if all of the turf of then is in that of now", () => {
    const inTurf = (then: readonly string[], now: readonly string[]): boolean | undefined =>
      claimsOf(forked("heron", now, copy(then, [line("one", "*")]))).get("one")?.inTurf;
    expect(inTurf(["ads"], ["ads"])).toBe(true);
    expect(inTurf(["ads"], ["ads", "labs"])).toBe(true);
    expect(inTurf(["ads", "labs"], ["ads"])).toBe(false);
    expect(inTurf(["labs"], ["ads"])).toBe(false);
    expect(inTurf([], ["ads"])).toBe(false);
    expect(inTurf([], [])).toBe(false);
  });
});
