/**
 * How ready the campaign is, action by action and team by team. Every number is a pair: `low` is
 * what can be shown, `high` what may be true. With one vault alone the two are the same.
 */
import { neededFor } from "../campaign/campaign.ts";
import type { ActionKey, Campaign, TeamKey } from "../campaign/campaign.ts";
import type { Day } from "../day.ts";
import { activeSet, tipping } from "./active-set.ts";
import type { PledgeGroup, Tipping } from "./active-set.ts";
import { roundedUp } from "./rounding.ts";

export interface Range {
  readonly low: number;
  readonly high: number;
}

export interface ActionReadiness {
  readonly action: ActionKey;
  readonly pledged: Range;
  readonly active: Range;
  /** People needed, or nothing when the campaign has set no threshold. */
  readonly threshold?: number;
  readonly met: boolean;
  /** How many active people are missing to the threshold; 0 when it is met or not set. */
  readonly away: number;
  readonly tipping?: Tipping;
}

export interface TeamReadiness {
  readonly team: TeamKey;
  readonly name: string;
  readonly size?: number;
  /** People of the team who pledged anything that is live. */
  readonly people: Range;
}

export interface Readiness {
  readonly asOf: Day;
  readonly unit: Campaign["unit"];
  readonly actions: readonly ActionReadiness[];
  readonly teams: readonly TeamReadiness[];
  /** Supporters from outside the unit with a live pledge; in no other number. */
  readonly supporters: number;
}

/** What a vault counted: live pledges of counted people by action, and people by team. */
export interface Counts {
  readonly groups: ReadonlyMap<ActionKey, readonly PledgeGroup[]>;
  readonly peopleByTeam: ReadonlyMap<TeamKey, number>;
  readonly supporters: number;
}

/** The readiness for one action. */
export const actionReadiness = (
  campaign: Campaign,
  action: ActionKey,
  said: readonly PledgeGroup[],
): ActionReadiness => {
  const groups = said.map((group) => ({ ...group, condition: roundedUp(group.condition) }));
  const pledged = groups.reduce((total, group) => total + group.people, 0);
  const active = activeSet(groups, campaign.unit.size).people;
  const threshold = neededFor(campaign, action);
  const tip = tipping(groups, campaign.unit.size);
  return {
    action,
    pledged: { low: pledged, high: pledged },
    active: { low: active, high: active },
    ...(threshold === undefined ? {} : { threshold }),
    met: threshold !== undefined && active >= threshold,
    away: threshold === undefined ? 0 : Math.max(0, threshold - active),
    ...(tip === undefined ? {} : { tipping: tip }),
  };
};

/** The readiness of the campaign. `actions` are those of its ladder, in its order. */
export const readiness = (campaign: Campaign, counts: Counts, asOf: Day): Readiness => ({
  asOf,
  unit: campaign.unit,
  actions: campaign.actions.map((action) =>
    actionReadiness(campaign, action, counts.groups.get(action) ?? []),
  ),
  teams: campaign.teams.map(({ key, name, size }) => {
    const people = counts.peopleByTeam.get(key) ?? 0;
    return {
      team: key,
      name,
      ...(size === undefined ? {} : { size }),
      people: { low: people, high: people },
    };
  }),
  supporters: counts.supporters,
});
