/**
 * How many different people some claims may stand for at most: everybody whom anybody claims, each token once, but
 * never more than there are. A token of which all agree where it works takes a place in that team; one that a single
 * signer claims takes a place in hers. So whoever invents people fills her own places, and nobody else's.
 */
import type { TeamKey } from "../campaign/campaign.ts";
import type { Standing } from "../pledges/active-set.ts";
import type { Signer } from "./claims.ts";
import { cappedClaim, roomIn } from "./sizes.ts";
import type { Sizes } from "./sizes.ts";

/** People of one kind, for one action. */
export interface HighClaimed {
  readonly people: number;
  /** The key on which all agree. */
  readonly team?: TeamKey;
  /** Every key that anybody gives for them. */
  readonly teams: readonly TeamKey[];
  /** The one signer who has the action live, by its place, where there is only one. */
  readonly alone?: { readonly signer: number; readonly inTurf: boolean };
}

interface Alone {
  readonly byTeam: Map<TeamKey, number>;
  inTurf: number;
  elsewhere: number;
}

const addTo = <Key>(sums: Map<Key, number>, key: Key, people: number): void => {
  sums.set(key, (sums.get(key) ?? 0) + people);
};

/** Adding somebody never makes it fewer, and neither does one more who speaks of somebody. */
export const highStanding = (
  claimed: readonly HighClaimed[],
  signers: readonly Pick<Signer, "turf">[],
  sizes: Sizes,
): Standing => {
  const named = new Map<TeamKey, number>();
  const placed = new Map<TeamKey, number>();
  const bySigner = new Map<number, Alone>();
  let [unplaced, shared] = [0, 0];
  for (const { people, team, teams, alone } of claimed) {
    for (const one of teams) addTo(named, one, people);
    if (team === undefined) unplaced += people;
    else addTo(placed, team, people);
    if (alone === undefined) {
      shared += people;
      continue;
    }
    const own = bySigner.get(alone.signer) ?? { byTeam: new Map(), inTurf: 0, elsewhere: 0 };
    bySigner.set(alone.signer, own);
    if (team !== undefined) addTo(own.byTeam, team, people);
    else if (alone.inTurf) own.inTurf += people;
    else own.elsewhere += people;
  }
  const inTeams = [...placed].map(([team, people]) => Math.min(people, roomIn(sizes, team)));
  const alone = [...bySigner].map(
    ([place, own]) => cappedClaim(sizes, signers[place]?.turf ?? [], own).all,
  );
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
  return {
    everybody: Math.min(sizes.unit, sum(inTeams) + unplaced, sum(alone) + shared),
    inTeam: (team) => Math.min(named.get(team) ?? 0, roomIn(sizes, team)),
  };
};
