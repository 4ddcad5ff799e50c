/**
 * How many people there can be: the sizes of our own committee file, never a tally's claim. Nobody counts more
 * people in a place than work there, whoever says so.
 */
import type { Campaign, TeamKey } from "../campaign/campaign.ts";

export interface Sizes {
  /** Workers in the unit. */
  readonly unit: number;
  /** Workers in each team whose size is known. */
  readonly teams: ReadonlyMap<TeamKey, number>;
}

export const sizesOf = ({ unit, teams }: Pick<Campaign, "unit" | "teams">): Sizes => ({
  unit: unit.size,
  teams: new Map(teams.flatMap(({ key, size }) => (size === undefined ? [] : [[key, size]]))),
});

/** How many people a team may have: never more than the unit, and as many where its size is not known. */
export const roomIn = ({ unit, teams }: Sizes, team: TeamKey): number =>
  Math.min(teams.get(team) ?? unit, unit);

/** The sizes of a turf's teams together; nothing where one is not known, or where there is no turf. */
export const sizeOfTurf = ({ teams }: Sizes, turf: readonly TeamKey[]): number | undefined => {
  const sizes = turf.map((team) => teams.get(team));
  return sizes.length === 0 || sizes.includes(undefined)
    ? undefined
    : sizes.reduce<number>((sum, size = 0) => sum + size, 0);
};

/** What one signer claims of some people, each once. */
export interface Claimed {
  /** By the team on which everybody agrees. */
  readonly byTeam: ReadonlyMap<TeamKey, number>;
  /** In no such team, and in the signer's turf. */
  readonly inTurf: number;
  /** In neither. */
  readonly elsewhere: number;
}

/** How many of them there can be, `inTurf` and in all: in no team, turf or unit more than it has. */
export const cappedClaim = (
  sizes: Sizes,
  turf: readonly TeamKey[],
  { byTeam, inTurf, elsewhere }: Claimed,
): { readonly inTurf: number; readonly all: number } => {
  let [within, without] = [inTurf, elsewhere];
  for (const [team, people] of byTeam) {
    const some = Math.min(people, roomIn(sizes, team));
    if (turf.includes(team)) within += some;
    else without += some;
  }
  within = Math.min(within, sizeOfTurf(sizes, turf) ?? sizes.unit, sizes.unit);
  return { inTurf: within, all: Math.min(within + without, sizes.unit) };
};
