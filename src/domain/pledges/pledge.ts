import type { ActionKey } from "../campaign/campaign.ts";
import type { Day } from "../day.ts";
import type { PersonId } from "../people/person.ts";

/** What must hold before the person acts. N counts the person herself. */
export type Condition =
  | { readonly kind: "none" }
  | { readonly kind: "at-least"; readonly people: number }
  /** Percent of the unit, 1 to 100. */
  | { readonly kind: "at-least-percent"; readonly percent: number }
  | { readonly kind: "at-least-in-team"; readonly people: number };

export const unconditional: Condition = { kind: "none" };

/** How a signatory may be shown: by name, by role and team, or as a number only. */
export type Display = "named" | "role" | "counted";

export const pledgeStates = ["pledged", "confirmed", "done", "lapsed", "withdrawn"] as const;

/** `lapsed`: the day came and went, or nobody heard it for too long; nobody took it back. */
export type PledgeState = (typeof pledgeStates)[number];

/** What a person said about one action. Never the same record as what we think or what they did. */
export interface Pledge {
  readonly person: PersonId;
  readonly action: ActionKey;
  readonly condition: Condition;
  readonly display: Display;
  readonly state: PledgeState;
  /** The day on which it came into this state. */
  readonly since: Day;
}

/** Pledges that were withdrawn or lapsed stay in the vault so that others hear of it; they count for nothing. */
export const isLive = (state: PledgeState): state is "pledged" | "confirmed" | "done" =>
  state !== "withdrawn" && state !== "lapsed";
