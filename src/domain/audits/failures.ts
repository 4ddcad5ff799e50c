/** What can be wrong with an audit: for those who draw, and for whoever is asked to open lines. */
import type { Handle } from "../campaign/campaign.ts";
import type { Day } from "../day.ts";

export type AuditFailure =
  /** Nothing is held of which a line could be drawn by these auditors. */
  | { readonly type: "audit-nothing" }
  /** The round that was begun is of another number of the committee file than the one in use. */
  | { readonly type: "audit-moved"; readonly number: number; readonly begunOn: Day }
  /** A tally of the round was followed by another one before the lines were drawn. */
  | { readonly type: "audit-round-gone" }
  /** Somebody's words came before everybody's promise. */
  | { readonly type: "audit-promise-first" }
  /** Another promise, after our own words were shown. */
  | { readonly type: "audit-promises-fixed"; readonly known: readonly Handle[] }
  /** The words are not those that she had promised for this round. */
  | { readonly type: "audit-words-other"; readonly handle: Handle }
  /** The files that were given hold different draws. */
  | { readonly type: "audit-draws-differ" }
  /** Fewer than two others have signed the draw. */
  | { readonly type: "audit-signers-few"; readonly signers: readonly Handle[] }
  | { readonly type: "audit-committee-other"; readonly number: number; readonly ours: number }
  /** No line of ours is drawn. */
  | { readonly type: "audit-without-us" }
  /** Over another tally than the last that we wrote; 0 where we wrote none. */
  | { readonly type: "audit-outdated"; readonly seq: number; readonly ours: number }
  /** Names have been opened for another draw by this number of the committee file. */
  | { readonly type: "audit-again"; readonly number: number; readonly on: Day }
  /** The last tally was written by a pledge that kept nothing for an audit. */
  | { readonly type: "audit-unopenable" }
  /** An answer about somebody who was not drawn, or for whom nothing can be opened any more. */
  | { readonly type: "audit-person-other"; readonly lines: readonly number[] }
  /** This vault has no such draw. */
  | { readonly type: "audit-draw-unknown" }
  /** The opening is not of the tally, or not of the lines, that were drawn. */
  | { readonly type: "audit-opening-other"; readonly handle: Handle }
  /** What is opened does not stand under the root. */
  | { readonly type: "audit-proof-bad"; readonly handle: Handle; readonly place: number };
