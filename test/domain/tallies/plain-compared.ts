/** Compared lists once more: every set of signers is tried, and every pair in it asked for. */
import type { TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { Agreement } from "../../../src/domain/tallies/agreement.ts";
import type { Signer } from "../../../src/domain/tallies/claims.ts";
import type { Token } from "../../../src/domain/tallies/tally.ts";

const subsets = <T>(all: readonly T[]): readonly (readonly T[])[] => {
  const [first, ...others] = all;
  if (first === undefined) return [[]];
  const without = subsets(others);
  return [...without, ...without.map((some) => [first, ...some])];
};

/** What the first had when the two compared; nothing where they did not. */
const listOf = (
  agreements: readonly Agreement[],
  team: TeamKey,
  one: Signer,
  other: Signer,
): readonly Token[] | undefined => {
  for (const { team: about, signers, tokens } of agreements) {
    if (about !== team) continue;
    if (signers[0] === one.fingerprint && signers[1] === other.fingerprint) return tokens[0];
    if (signers[1] === one.fingerprint && signers[0] === other.fingerprint) return tokens[1];
  }
  return undefined;
};

/** For every set of two or more signers who all compared their lists: how many people they have among those compared. */
export const plainCompared = (
  agreements: readonly Agreement[],
  team: TeamKey,
  signers: readonly Signer[],
  of: (signer: Signer) => readonly Token[],
): readonly number[] =>
  subsets(signers)
    .filter((set) => set.length > 1)
    .flatMap((set) => {
      const found = new Set<Token>();
      for (const signer of set) {
        const lists = set
          .filter((other) => other !== signer)
          .map((other) => listOf(agreements, team, signer, other));
        if (lists.includes(undefined)) return [];
        for (const token of of(signer))
          if (lists.every((list) => list?.includes(token) === true)) found.add(token);
      }
      return [found.size];
    });
