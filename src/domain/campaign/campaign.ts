import type { Brand } from "../brand.ts";
import type { Day } from "../day.ts";

/** The key of a team, `[a-z0-9-]{1,24}`: what files and tallies carry instead of its name. */
export type TeamKey = Brand<string, "TeamKey">;

/** A step of the campaign's ladder, `[a-z0-9-]{1,24}`. No action implies another. */
export type ActionKey = Brand<string, "ActionKey">;

/** An organizer's handle, `[a-z0-9-]{2,24}`; never a name. */
export type Handle = Brand<string, "Handle">;

/** The key of a demand in the library, `[a-z0-9-]{1,40}`. */
export type DemandKey = Brand<string, "DemandKey">;

/** The action that every campaign has: to put one's signature under a letter. */
export const SIGN = "sign" as ActionKey;

/** To refuse the work on the contract while staying on the job; the one action that carries a warning. */
export const REFUSE = "refuse" as ActionKey;

export interface Team {
  readonly key: TeamKey;
  readonly name: string;
  /** Estimated number of workers. */
  readonly size?: number;
}

/** What an action needs before the campaign moves: a number of people, or a share of the unit in percent. */
export type Threshold =
  | { readonly action: ActionKey; readonly atLeast: number }
  | { readonly action: ActionKey; readonly atLeastPercent: number };

export interface Addressee {
  readonly name: string;
  readonly title?: string;
}

/** What a committee may set otherwise than we do. */
export interface Settings {
  /** A team with fewer workers than this is not named in a tally. 5 or more. */
  readonly smallestTeam: number;
  /** After so many days without a new one a member's tally is marked as old. */
  readonly oldAfterDays: number;
  /** After so many days an assessment is stale; 30 unless given. */
  readonly staleAfterDays?: number;
  /** What the five levels of an assessment are called here, from 1 to 5. Their order is never another. */
  readonly levels?: readonly string[];
}

export const defaultSettings: Settings = { smallestTeam: 10, oldAfterDays: 14 };

export const defaultStaleAfterDays = 30;

/** One fight at one employer. Stored as one document, the one that a committee will sign. */
export interface Campaign {
  /** UUID version 4. */
  readonly id: string;
  readonly name: string;
  readonly employer: string;
  /** Who holds this vault. */
  readonly organizer: Handle;
  readonly unit: {
    readonly name: string;
    /** Estimated number of workers who are counted. */
    readonly size: number;
    readonly asOf: Day;
  };
  readonly teams: readonly Team[];
  readonly actions: readonly ActionKey[];
  readonly thresholds: readonly Threshold[];
  readonly addressee?: Addressee;
  readonly demands: readonly DemandKey[];
  readonly settings: Settings;
}

/** A share of the unit in people, rounded up, in integers: `ceil(percent x size / 100)`. */
export const shareOf = (size: number, percent: number): number => Math.ceil((percent * size) / 100);

/** How many people an action needs, or nothing when the campaign has set no threshold for it. */
export const neededFor = (campaign: Campaign, action: ActionKey): number | undefined => {
  const threshold = campaign.thresholds.find((t) => t.action === action);
  if (threshold === undefined) return undefined;
  return "atLeast" in threshold
    ? threshold.atLeast
    : shareOf(campaign.unit.size, threshold.atLeastPercent);
};
