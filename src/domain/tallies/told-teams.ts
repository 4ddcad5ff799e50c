/**
 * Which teams a tally names. A small team, or one of which nearly everybody is in the tally, would tell
 * who its people are to whoever knows the team, so it is withheld: from the members of the committee too.
 */
import type { Campaign, TeamKey } from "../campaign/campaign.ts";

/** Below this no committee may set the size of the smallest team that is named. */
const smallestEver = 5;

/** At most so many percent of a named team are lines. */
const largestShare = 80;

type Known = Pick<Campaign, "teams" | "settings">;

/** Whether so many people hide so many lines: enough of them, and not nearly all with one. */
const hides = ({ settings }: Known, people: number, lines: number): boolean =>
  people >= Math.max(smallestEver, settings.smallestTeam) && 100 * lines <= largestShare * people;

/** The teams that may be named by a tally with so many lines in each team. */
export const toldTeams = (
  campaign: Known,
  lines: ReadonlyMap<TeamKey, number>,
): ReadonlySet<TeamKey> =>
  new Set(
    campaign.teams
      .filter(({ key, size }) => size !== undefined && hides(campaign, size, lines.get(key) ?? 0))
      .map(({ key }) => key),
  );

/**
 * The teams of the turf for which `*` may stand: those that are not told, as long as together they hide
 * their lines as one team would have to. A turf with a single small team behind the `*` would
 * tell of everybody in it. A team of unknown size hides nobody.
 */
export const starredTeams = (
  campaign: Known,
  turf: readonly TeamKey[],
  lines: ReadonlyMap<TeamKey, number>,
): ReadonlySet<TeamKey> => {
  const told = toldTeams(campaign, lines);
  const withheld = campaign.teams.filter(({ key }) => turf.includes(key) && !told.has(key));
  const people = withheld.reduce((sum, { size = 0 }) => sum + size, 0);
  const inThem = withheld.reduce((sum, { key }) => sum + (lines.get(key) ?? 0), 0);
  return new Set(hides(campaign, people, inThem) ? withheld.map(({ key }) => key) : []);
};
