/**
 * A published count: how many people pledged what, for anybody to read. Numbers alone, each "at least". The file is its own ledger:
 * it carries what was published before and is not shown now, so that whoever publishes next is held to it.
 * `docs/publication-format.md` is the format.
 */
import type { ActionKey, Campaign, TeamKey } from "../campaign/campaign.ts";
import type { Day } from "../day.ts";
import type { Hash } from "../tallies/tally.ts";

export interface TeamNumber {
  readonly team: TeamKey;
  /** A whole five, 5 or more. */
  readonly atLeast: number;
}

export interface ShownTeam extends TeamNumber {
  readonly name: string;
  /** As the committee estimates it. */
  readonly size: number;
}

/** What is shown of one action. */
export interface ShownAction {
  readonly action: ActionKey;
  /** Of the whole unit; a whole five, 5 or more. */
  readonly atLeast: number;
  /** Sorted by key; none where none can stand beside the others. */
  readonly teams: readonly ShownTeam[];
}

/** What was published last of an action, now or earlier. */
export interface LastNumbers {
  readonly action: ActionKey;
  /** A whole five; 0 where it is shown no longer. */
  readonly atLeast: number;
  /** Sorted by key. */
  readonly teams: readonly TeamNumber[];
  /** A letter says how many signed, and this number is no other than the letter's. Of `sign` alone. */
  readonly byLetter: boolean;
}

export interface PublishedCount {
  /** UUID version 4. */
  readonly campaign: string;
  readonly name: string;
  readonly employer: string;
  readonly unit: Campaign["unit"];
  /** 1, 2, 3 ... */
  readonly number: number;
  /** Hash of the count before; nothing for number 1. */
  readonly after: Hash | undefined;
  /** In UTC. */
  readonly on: Day;
  /** In the campaign's order. */
  readonly shown: readonly ShownAction[];
  /** Every action that was ever shown, sorted by action. */
  readonly last: readonly LastNumbers[];
  /** Hash of the last list of receipts. */
  readonly receipts: Hash | undefined;
}
