/**
 * Which signers may have spoken to the same people in their own turfs: those whose turfs overlap, and
 * those who both claim one token in their own turf, which shows that one of them drew the border elsewhere.
 * Between two groups nobody is counted twice, so their numbers may be added.
 */
import type { TeamKey } from "../campaign/campaign.ts";
import type { Claim, Signer } from "./claims.ts";

/** People and who claims them. */
interface Together {
  readonly claims: readonly Pick<Claim, "signer" | "inTurf">[];
}

/** The groups of signers, by their places, sorted; a signer without turf is a group of its own. */
export const turfGroups = (
  signers: readonly Pick<Signer, "turf">[],
  cohorts: readonly Together[],
): readonly (readonly number[])[] => {
  const joinedTo = signers.map((_, place) => place);
  const first = (place: number): number => {
    let at = place;
    for (let up = joinedTo[at]; up !== undefined && up !== at; up = joinedTo[at]) at = up;
    return at;
  };
  const join = (a: number, b: number): void => {
    const [one, other] = [first(a), first(b)];
    joinedTo[Math.max(one, other)] = Math.min(one, other);
  };
  const holderOf = new Map<TeamKey, number>();
  for (const [place, { turf }] of signers.entries()) {
    for (const team of turf) {
      const holder = holderOf.get(team);
      if (holder === undefined) holderOf.set(team, place);
      else join(holder, place);
    }
  }
  for (const { claims } of cohorts) {
    const inTurf = claims.filter((claim) => claim.inTurf);
    for (const { signer } of inTurf) join(inTurf[0]?.signer ?? signer, signer);
  }
  const groups = new Map<number, number[]>();
  for (const place of signers.keys()) {
    groups.set(first(place), [...(groups.get(first(place)) ?? []), place]);
  }
  return [...groups.values()];
};
