/**
 * Which teams a tally names. A small team, or one of which nearly everybody is in the tally, would tell
 * who its people are to whoever knows the team, so it is withheld: from the members of the committee too.
 */
import type { Campaign, TeamKey } from "../campaign/campaign.ts";
import type { PledgeGroup } from "../pledges/active-set.ts";
import type { Counts } from "../pledges/readiness.ts";

/** Below this no committee may set the size of the smallest team that is named. */
const smallestEver = 5;

/** At most so many percent of a named team are lines. */
const largestShare = 80;

/** The teams that may be named by a tally with so many lines in each team. */
export const toldTeams = (
  { teams, settings }: Pick<Campaign, "teams" | "settings">,
  lines: ReadonlyMap<TeamKey, number>,
): ReadonlySet<TeamKey> => {
  const smallest = Math.max(smallestEver, settings.smallestTeam);
  return new Set(
    teams
      .filter(
        ({ key, size }) =>
          size !== undefined &&
          size >= smallest &&
          100 * (lines.get(key) ?? 0) <= largestShare * size,
      )
      .map(({ key }) => key),
  );
};

/** What our vault counted, as our tally would say it: a team that is withheld is no team, so that a condition on it is not met. */
export const countsAsTold = (
  campaign: Pick<Campaign, "teams" | "settings">,
  counts: Counts,
): Counts => {
  const told = toldTeams(campaign, counts.linesByTeam);
  const withoutTeam = ({ condition, people }: PledgeGroup): PledgeGroup => ({ condition, people });
  return {
    ...counts,
    groups: new Map(
      [...counts.groups].map(([action, groups]) => [
        action,
        groups.map((group) =>
          group.team === undefined || told.has(group.team) ? group : withoutTeam(group),
        ),
      ]),
    ),
    peopleByTeam: new Map([...counts.peopleByTeam].filter(([team]) => told.has(team))),
  };
};
