/** How long what is recorded is kept, and whether it may be deleted at all. */
import type { Day } from "../day.ts";

export interface Retention {
  /** From the day after this one on a purge is offered; never done unasked. */
  readonly purgeAfter?: Day;
  /** Since then nothing may be deleted: a court, or a lawyer, wants it kept (a legal hold). */
  readonly heldSince?: Day;
}

/** A row as it was before somebody changed it while nothing was to be deleted. */
export interface HeldVersion {
  /** The table: "people", "letters" ... */
  readonly of: string;
  /** Its columns. */
  readonly was: unknown;
}

export interface RetentionStore {
  readonly get: () => Retention;
  readonly save: (retention: Retention) => void;
  /** In the order in which they were changed. */
  readonly held: () => readonly HeldVersion[];
  /** Forgets all of these. Call `Vault.scrub` afterwards. */
  readonly dropHeld: () => void;
}

/** Whether the day for a purge has come. */
export const isOverdue = ({ purgeAfter, heldSince }: Retention, today: Day): boolean =>
  purgeAfter !== undefined && heldSince === undefined && today > purgeAfter;
