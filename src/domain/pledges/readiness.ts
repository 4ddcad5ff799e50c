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
  /** What of `active.low` is left without the claims of those who claim more people than there are: a threshold is met by it. */
  readonly withinSizes: number;
  /** People needed, or nothing when the campaign has set no threshold. */
  readonly threshold?: number;
  readonly met: boolean;
  /** How many active people are missing to the threshold, by `withinSizes`; 0 when it is met or not set. */
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
  /** Supporters from outside the unit with a live pledge, as far as it can be shown; in no other number. */
  readonly supporters: number;
}

/** What a vault counted: live pledges of counted people by action, and people by team. */
export interface Counts {
  readonly groups: ReadonlyMap<ActionKey, readonly PledgeGroup[]>;
  readonly peopleByTeam: ReadonlyMap<TeamKey, number>;
  readonly supporters: number;
}

/** Of those who said yes to one action, in one vault: nothing of it is told to other organizers' counts. */
export interface ActionStates {
  readonly confirmed: number;
  readonly done: number;
}

/** How many said yes to one action, and how many of them would act now. */
export interface ActionCount {
  readonly pledged: Range;
  readonly active: Range;
  /** As in `ActionReadiness`. */
  readonly withinSizes: number;
  readonly tipping?: Tipping;
}

/** What was counted, in one vault or over the tallies of many. */
export interface Counted {
  readonly action: (action: ActionKey) => ActionCount;
  readonly team: (team: TeamKey) => Range;
  readonly supporters: number;
}

const exactly = (people: number): Range => ({ low: people, high: people });

const countGroups = (said: readonly PledgeGroup[], unitSize: number): ActionCount => {
  const groups = said.map((group) => ({ ...group, condition: roundedUp(group.condition) }));
  const tip = tipping(groups, unitSize);
  const active = activeSet(groups, unitSize).people;
  return {
    pledged: exactly(groups.reduce((total, { people }) => total + people, 0)),
    active: exactly(active),
    // Whom a vault holds is one list of names, and no claim of anybody else.
    withinSizes: active,
    ...(tip === undefined ? {} : { tipping: tip }),
  };
};

/** One vault alone: nobody is counted twice, so low and high are the same. */
const countAlone = (counts: Counts, unitSize: number): Counted => ({
  action: (action) => countGroups(counts.groups.get(action) ?? [], unitSize),
  team: (team) => exactly(counts.peopleByTeam.get(team) ?? 0),
  supporters: counts.supporters,
});

const measured = (campaign: Campaign, action: ActionKey, count: ActionCount): ActionReadiness => {
  const threshold = neededFor(campaign, action);
  const shown = count.withinSizes;
  return {
    action,
    ...count,
    ...(threshold === undefined ? {} : { threshold }),
    met: threshold !== undefined && shown >= threshold,
    away: threshold === undefined ? 0 : Math.max(0, threshold - shown),
  };
};

/** The readiness for one action, in one vault alone. */
export const actionReadiness = (
  campaign: Campaign,
  action: ActionKey,
  said: readonly PledgeGroup[],
): ActionReadiness => measured(campaign, action, countGroups(said, campaign.unit.size));

/** The readiness for one action over whatever was counted. */
export const actionReadinessOf = (
  campaign: Campaign,
  action: ActionKey,
  counted: Counted,
): ActionReadiness => measured(campaign, action, counted.action(action));

/** The readiness of the campaign over whatever was counted. `actions` are those of its ladder, in its order. */
export const readinessOf = (campaign: Campaign, counted: Counted, asOf: Day): Readiness => ({
  asOf,
  unit: campaign.unit,
  actions: campaign.actions.map((action) => actionReadinessOf(campaign, action, counted)),
  teams: campaign.teams.map(({ key, name, size }) => ({
    team: key,
    name,
    ...(size === undefined ? {} : { size }),
    people: counted.team(key),
  })),
  supporters: counted.supporters,
});

/** The readiness of the campaign in one vault alone. */
export const readiness = (campaign: Campaign, counts: Counts, asOf: Day): Readiness =>
  readinessOf(campaign, countAlone(counts, campaign.unit.size), asOf);
