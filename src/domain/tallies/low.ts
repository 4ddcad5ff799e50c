/**
 * How many different people some claims show at the very least. Two organizers may have spoken to the
 * same person without a code in common, so what they claim is not added up. What may be added:
 *
 * - people of different teams are different people (somebody is in one team);
 * - people in turfs that do not overlap are different people (each lies in her organizer's turf);
 * - the people of one signer are different people (a vault holds each once).
 *
 * All of it rests on people being placed in their right team or in none. Laws: test/domain/tallies/hidden-people.test.ts.
 */
import type { TeamKey } from "../campaign/campaign.ts";
import type { Standing } from "../pledges/active-set.ts";

/** How many people of one team, or of none that all agree on, each signer claims; by the signers' places. */
export interface Claimed {
  readonly team?: TeamKey;
  readonly anywhere: readonly number[];
  /** Those of them that lie in the signer's own turf. */
  readonly inTurf: readonly number[];
}

interface Sums {
  readonly anywhere: number[];
  readonly inTurf: number[];
}

const newSums = (): Sums => ({ anywhere: [], inTurf: [] });

const addTo = (sums: number[], more: readonly number[]): void => {
  for (const [place, people] of more.entries()) sums[place] = (sums[place] ?? 0) + people;
};

const largest = (places: readonly number[], people: readonly number[]): number =>
  places.reduce((most, place) => Math.max(most, people[place] ?? 0), 0);

/** The larger of two bounds: team by team the signer who claims most, and the signer who claims most of all. */
const boundOver = (
  places: readonly number[],
  total: readonly number[],
  teams: readonly (readonly number[])[],
): number =>
  Math.max(
    largest(places, total),
    teams.reduce((sum, team) => sum + largest(places, team), 0),
  );

/** The least number of people who stand behind the claims; in a team, the largest number that one signer claims there. */
export const lowStanding = (
  claimed: readonly Claimed[],
  groups: readonly (readonly number[])[],
): Standing => {
  const total = newSums();
  const byTeam = new Map<TeamKey, Sums>();
  for (const { team, anywhere, inTurf } of claimed) {
    addTo(total.anywhere, anywhere);
    addTo(total.inTurf, inTurf);
    if (team === undefined) continue;
    const sums = byTeam.get(team) ?? newSums();
    byTeam.set(team, sums);
    addTo(sums.anywhere, anywhere);
    addTo(sums.inTurf, inTurf);
  }
  const everyone = groups.flat();
  const anywhere = [...byTeam.values()].map((sums) => sums.anywhere);
  const inTurf = [...byTeam.values()].map((sums) => sums.inTurf);
  return {
    everybody: Math.max(
      boundOver(everyone, total.anywhere, anywhere),
      groups.reduce((sum, group) => sum + boundOver(group, total.inTurf, inTurf), 0),
    ),
    inTeam: (team) => largest(everyone, byTeam.get(team)?.anywhere ?? []),
  };
};
