/** Lists that organizers of a hidden world compared by voice at some time, and found nobody in both under two codes. */
import * as fc from "fast-check";

import type { TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { Agreement } from "../../../src/domain/tallies/agreement.ts";
import { tokensInTeam } from "../../../src/domain/tallies/claims.ts";
import type { Signer } from "../../../src/domain/tallies/claims.ts";
import type { Token } from "../../../src/domain/tallies/tally.ts";
import { teams } from "./hidden-people.ts";

/** Who compares with whom about what, and how the lists of then were not those of now. */
export interface Comparing {
  /** By their places among those who count; each with each. */
  readonly among: readonly number[];
  readonly team: TeamKey;
  readonly was: readonly ("as now" | "not yet" | "another code")[];
}

export const comparing: fc.Arbitrary<readonly Comparing[]> = fc.array(
  fc.record({
    among: fc.uniqueArray(fc.nat(9), { minLength: 2, maxLength: 4 }),
    team: fc.constantFrom(...teams.map(({ key }) => key)),
    was: fc.array(fc.constantFrom("as now", "as now", "as now", "not yet", "another code"), {
      minLength: 30,
      maxLength: 30,
    }),
  }),
  { maxLength: 12, size: "max" },
);

const personIn = (token: Token): string => token.split(" ")[1] ?? "";

const listThen = (
  signer: Signer,
  { team, was: marks }: Comparing,
  from: number,
): readonly Token[] =>
  tokensInTeam(signer, team).flatMap((token, place): readonly Token[] => {
    const was = marks[(place + from) % marks.length];
    if (was === "not yet") return [];
    return [was === "another code" ? (`token ${personIn(token)} 7` as Token) : token];
  });

/** What those agree on who have one list each; whoever stands in both under two codes was found that day, and is in one only. */
export const agreementsAmong = (
  signers: readonly Signer[],
  all: readonly Comparing[],
): readonly Agreement[] => {
  const found = new Map<string, Agreement>();
  for (const each of all) {
    const { team, among } = each;
    const meeting = among
      .flatMap((place) => signers[place] ?? [])
      .filter(({ copies }) => copies.length === 1)
      .toSorted((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));
    const pairs = meeting.flatMap((one, place) =>
      meeting.slice(place + 1).map((other) => [one, other] as const),
    );
    for (const [day, [one, other]] of pairs.entries()) {
      const ones = listThen(one, each, 5 * day);
      const others = listThen(other, each, 5 * day + 11).filter(
        (token) => !ones.some((mine) => mine !== token && personIn(mine) === personIn(token)),
      );
      found.set(`${one.fingerprint} ${other.fingerprint} ${team}`, {
        team,
        signers: [one.fingerprint, other.fingerprint],
        on: "2026-11-20" as Day,
        tokens: [ones, others],
      });
    }
  }
  return [...found.values()];
};
