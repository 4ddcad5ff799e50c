import type { Campaign } from "./campaign.ts";

/** The campaign that a vault is about; there is exactly one from `init` on. */
export interface CampaignStore {
  readonly get: () => Campaign;
  readonly save: (campaign: Campaign) => void;
}
