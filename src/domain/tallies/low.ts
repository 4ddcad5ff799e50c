/**
 * How many different people some claims show at the very least. Two organizers may have spoken to the
 * same person without a code in common, so what they claim is not added up. What may be added:
 *
 * - people of different teams are different people (somebody is in one team);
 * - people in turfs that do not overlap are different people (each lies in her organizer's turf);
 * - the people of one signer are different people (a vault holds each once);
 * - the people in lists of a team that were compared by voice are different people.
 *
 * All of it rests on people being placed in their right team or in none. No signer shows more people in a team, a turf or the
 * unit than there are. Laws: test/domain/tallies/hidden-people.test.ts.
 */
import type { TeamKey } from "../campaign/campaign.ts";
import type { Standing } from "../pledges/active-set.ts";
import type { AgreedSet } from "./agreement.ts";
import type { Signer } from "./claims.ts";
import { cappedClaim, roomIn } from "./sizes.ts";
import type { Sizes } from "./sizes.ts";

/** How many people of one team, or of none that all agree on, each signer claims; by the signers' places. */
export interface LowClaimed {
  readonly team?: TeamKey;
  readonly anywhere: readonly number[];
  /** Those of them that lie in the signer's own turf. */
  readonly inTurf: readonly number[];
  /** How many of them are in the compared lists of each set of signers, by the sets' places. */
  readonly sets: readonly number[];
  /** Those of them that lie in the turf of a signer who has them there. */
  readonly setsInTurf: readonly number[];
}

/** What the counting of low goes by beside the claims. */
export interface LowGround {
  readonly signers: readonly Pick<Signer, "turf">[];
  readonly groups: readonly (readonly number[])[];
  readonly sets: readonly AgreedSet[];
  readonly sizes: Sizes;
}

interface Sums {
  readonly anywhere: number[];
  readonly inTurf: number[];
  readonly sets: number[];
  readonly setsInTurf: number[];
}

const newSums = (): Sums => ({ anywhere: [], inTurf: [], sets: [], setsInTurf: [] });

const addTo = (sums: number[], more: readonly number[]): void => {
  for (const [place, people] of more.entries()) sums[place] = (sums[place] ?? 0) + people;
};

const largest = (places: readonly number[], people: readonly number[]): number =>
  places.reduce((most, place) => Math.max(most, people[place] ?? 0), 0);

/** The least number of people who stand behind the claims; in a team, the largest number that one signer claims there, or several who compared their lists. */
export const lowStanding = (
  claimed: readonly LowClaimed[],
  { signers, groups, sets, sizes }: LowGround,
): Standing => {
  const unplaced = newSums();
  const byTeam = new Map<TeamKey, Sums>();
  for (const { team, ...more } of claimed) {
    const sums = team === undefined ? unplaced : (byTeam.get(team) ?? newSums());
    if (team !== undefined) byTeam.set(team, sums);
    addTo(sums.anywhere, more.anywhere);
    addTo(sums.inTurf, more.inTurf);
    addTo(sums.sets, more.sets);
    addTo(sums.setsInTurf, more.setsInTurf);
  }
  const own = signers.map(({ turf }, place) => {
    const inTurf = unplaced.inTurf[place] ?? 0;
    const inTeams = [...byTeam].map(([team, sums]) => [team, sums.anywhere[place] ?? 0] as const);
    const elsewhere = (unplaced.anywhere[place] ?? 0) - inTurf;
    return cappedClaim(sizes, turf, { byTeam: new Map(inTeams), inTurf, elsewhere });
  });
  /** The sets of these signers alone that compared their lists of that team. */
  const setsIn = (team: TeamKey, places: readonly number[]): readonly number[] =>
    [...sets.keys()].filter((index) => {
      const set = sets[index];
      return set?.team === team && [...set.members.keys()].every((one) => places.includes(one));
    });
  const inTeam = (team: TeamKey, places: readonly number[], of: "anywhere" | "inTurf"): number => {
    const sums = byTeam.get(team) ?? newSums();
    const inSets = of === "anywhere" ? sums.sets : sums.setsInTurf;
    const most = Math.max(largest(places, sums[of]), largest(setsIn(team, places), inSets));
    return Math.min(most, roomIn(sizes, team));
  };
  /** The larger of two bounds: team by team the signer who claims most, and the signer who claims most of all. */
  const boundOver = (places: readonly number[], of: "anywhere" | "inTurf"): number =>
    Math.max(
      largest(
        places,
        own.map((capped) => (of === "inTurf" ? capped.inTurf : capped.all)),
      ),
      [...byTeam.keys()].reduce((sum, team) => sum + inTeam(team, places, of), 0),
    );
  const everyone = groups.flat();
  return {
    everybody: Math.min(
      sizes.unit,
      Math.max(
        boundOver(everyone, "anywhere"),
        groups.reduce((sum, group) => sum + boundOver(group, "inTurf"), 0),
      ),
    ),
    inTeam: (team) => inTeam(team, everyone, "anywhere"),
  };
};
