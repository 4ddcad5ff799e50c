import type { ActionKey } from "../campaign/campaign.ts";
import type { PersonId } from "../people/person.ts";

/** What can go wrong with what a person said. */
export type PledgeFailure =
  | { readonly type: "action-unknown"; readonly known: readonly ActionKey[] }
  /** The person has said nothing about it that could be confirmed or taken back. */
  | {
      readonly type: "pledge-absent";
      readonly action?: ActionKey;
      /** Whose it would be, where several people were named. */
      readonly id?: PersonId;
    }
  /** Several of the person's pledges stand, and it is open which is meant. */
  | { readonly type: "action-open"; readonly known: readonly ActionKey[] }
  /** Only a signature belongs to a letter. */
  | { readonly type: "letter-without-signature" };
