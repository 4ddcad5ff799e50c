import type { Handle } from "../campaign/campaign.ts";
import type { PersonId } from "../people/person.ts";

/** What can go wrong with a handover, besides what can go wrong with any file between members. */
export type HandoverFailure =
  /** None of our people is in these teams, or all who are were handed over before. */
  | { readonly type: "handover-nobody" }
  /** The handle that was typed, or given in its place, is not the one that the people go to. */
  | { readonly type: "handover-confirm-other" }
  /** The file goes by a later number of the committee file than this vault, so teams or texts may be missing here. */
  | {
      readonly type: "handover-committee-newer";
      readonly number: number;
      readonly ours: number;
      readonly handle: Handle;
    }
  /** Somebody in the file is these two records here, or more. */
  | { readonly type: "handover-two-records"; readonly people: readonly PersonId[] }
  /** No handover stands under that number. */
  | { readonly type: "handover-unknown" }
  /** More than one stands: which is meant has to be said. */
  | { readonly type: "handover-unclear"; readonly numbers: readonly number[] };
