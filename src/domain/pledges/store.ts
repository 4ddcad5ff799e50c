import type { ActionKey } from "../campaign/campaign.ts";
import type { PersonId } from "../people/person.ts";
import type { Pledge } from "./pledge.ts";
import type { ActionStates, Counts } from "./readiness.ts";

/** What people said they will do. One pledge a person and action. */
export interface PledgeStore {
  /** Adds the pledge or replaces what the person said before about the same action; the history keeps both. */
  readonly put: (pledge: Pledge) => void;
  /** Every change of a person's pledges, the first one first. */
  readonly history: (person: PersonId) => readonly Pledge[];
  /** In the order of the actions' names. */
  readonly of: (person: PersonId) => readonly Pledge[];
  /** Counts live pledges of people of ours, without supporters, supervisors and whoever was handed over, in one pass over the index. */
  readonly counts: () => Counts;
  /** Of the live pledges of counted people: how many were confirmed and how many done, as they stand. */
  readonly states: () => ReadonlyMap<ActionKey, ActionStates>;
  /** How many live pledges of counted people stand behind an action. */
  readonly live: (action: ActionKey) => number;
  /** Whether anybody ever pledged it, taken back or not; stops at the first. */
  readonly isKnown: (action: ActionKey) => boolean;
}
