/** Sizes once more, straight from the page on the format: sets of tokens, and how many of them there can be. */
import type { TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { Signer } from "../../../src/domain/tallies/claims.ts";
import type { Sizes } from "../../../src/domain/tallies/sizes.ts";
import type { Token } from "../../../src/domain/tallies/tally.ts";
import { isInTurf, isKey, isLive, linesOf, saidOf } from "./plain-claims.ts";

/** What the sizes are asked about. */
interface Places {
  readonly teamOf: (token: Token) => TeamKey | undefined;
}

export const roomOf = ({ unit, teams }: Sizes, team: TeamKey): number => {
  const size = teams.get(team);
  return size === undefined || size > unit ? unit : size;
};

const turfSize = ({ teams }: Sizes, turf: readonly TeamKey[]): number | undefined => {
  let sum = 0;
  for (const team of turf) {
    const size = teams.get(team);
    if (size === undefined) return undefined;
    sum += size;
  }
  return turf.length === 0 ? undefined : sum;
};

/** How many of these people of the signer's there can be. */
export const possible = (
  sizes: Sizes,
  { teamOf }: Places,
  signer: Signer,
  tokens: readonly Token[],
): number => {
  const all = [...sizes.teams.keys(), ...tokens.map(teamOf)].filter((team) => team !== undefined);
  let [within, outside] = [0, 0];
  for (const team of new Set(all)) {
    const people = tokens.filter((token) => teamOf(token) === team).length;
    const some = people > roomOf(sizes, team) ? roomOf(sizes, team) : people;
    if (signer.turf.includes(team)) within += some;
    else outside += some;
  }
  for (const token of tokens.filter((one) => teamOf(one) === undefined)) {
    if (isInTurf(signer, token)) within += 1;
    else outside += 1;
  }
  const turf = turfSize(sizes, signer.turf);
  if (turf !== undefined && within > turf) within = turf;
  return within + outside > sizes.unit ? sizes.unit : within + outside;
};

/** Who claims more than there are, in words and sorted, and what is part of such a claim. */
export const plainAbove = (
  signers: readonly Signer[],
  sizes: Sizes,
  inUnit: readonly Token[],
): {
  readonly above: readonly string[];
  readonly isPart: (signer: Signer, token: Token) => boolean;
} => {
  const claimedAt = (signer: Signer, isThere: (token: Token) => boolean): number =>
    inUnit.filter(
      (token) =>
        linesOf(saidOf(signer, token)).some(({ actions }) =>
          actions.some((said) => isLive(said)),
        ) && isThere(token),
    ).length;
  const givenTo = (signer: Signer, token: Token): readonly (string | undefined)[] =>
    linesOf(saidOf(signer, token)).map(({ team }) => team);
  const inUnitAbove = (signer: Signer): boolean => claimedAt(signer, () => true) > sizes.unit;
  const inTurfAbove = (signer: Signer): boolean =>
    claimedAt(signer, (token) => isInTurf(signer, token)) >
    (turfSize(sizes, signer.turf) ?? Infinity);
  const inTeamAbove = (signer: Signer, team: TeamKey): boolean =>
    claimedAt(signer, (token) => givenTo(signer, token).includes(team)) >
    (sizes.teams.get(team) ?? Infinity);
  const above = signers.flatMap((signer) =>
    [
      ...(inUnitAbove(signer) ? ["unit"] : []),
      ...(inTurfAbove(signer) ? ["turf"] : []),
      ...[...sizes.teams.keys()].filter((team) => inTeamAbove(signer, team)),
    ].map((where) => `${signer.fingerprint} ${where}`),
  );
  return {
    above: above.toSorted(),
    isPart: (signer, token) =>
      inUnitAbove(signer) ||
      (isInTurf(signer, token) && inTurfAbove(signer)) ||
      givenTo(signer, token).some((team) => isKey(team) && inTeamAbove(signer, team)),
  };
};
