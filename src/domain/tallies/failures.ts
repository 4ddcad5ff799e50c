/** Why a note about tallies cannot be taken. */
import type { Handle } from "../campaign/campaign.ts";

export type TallyFailure =
  /** Two of one organizer. */
  | { readonly type: "agreement-alone" }
  /** Nothing of hers counts now. */
  | { readonly type: "agreement-uncounted"; readonly handle: Handle }
  /** Her tallies contradict each other, so that nobody knows which list was compared. */
  | { readonly type: "agreement-forked"; readonly handle: Handle }
  /** Her tally names nobody in that team. */
  | { readonly type: "agreement-empty"; readonly handle: Handle }
  | { readonly type: "agreement-absent" }
  | { readonly type: "agreements-too-many" };
