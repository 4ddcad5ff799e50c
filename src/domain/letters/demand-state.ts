/** Where a demand stands between the workers and the company. */
import type { DemandKey } from "../campaign/campaign.ts";
import type { Day } from "../day.ts";
import type { Demand } from "./letter.ts";

export const demandStates = ["open", "partly-met", "met", "refused"] as const;

export type DemandState = (typeof demandStates)[number];

/** One day's change; the last one says how it stands. */
export interface DemandChange {
  readonly state: DemandState;
  readonly since: Day;
  /** The company's own words, where it gave any. */
  readonly words?: string;
}

/** The campaign's own demands, which come before those of the package, and how every demand stands. */
export interface DemandStore {
  /** Own ones and changed ones, sorted by key. */
  readonly own: () => readonly Demand[];
  readonly find: (key: DemandKey) => Demand | undefined;
  readonly put: (demand: Demand) => void;
  /** The package's demand of that key, if there is one, is in its place again. */
  readonly remove: (key: DemandKey) => void;
  /** Oldest first; empty for a demand that is open since the beginning. */
  readonly changes: (key: DemandKey) => readonly DemandChange[];
  readonly change: (key: DemandKey, change: DemandChange) => void;
}
