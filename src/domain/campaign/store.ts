import type { Campaign } from "./campaign.ts";

/** The campaign that a vault is about; there is exactly one from `init` on, and from the second `join` on. */
export interface CampaignStore {
  /** Throws `VaultStopped` with `campaign-missing` in a vault that `join` has begun. */
  readonly get: () => Campaign;
  readonly find: () => Campaign | undefined;
  readonly save: (campaign: Campaign) => void;
}
