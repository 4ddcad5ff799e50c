import type { ActionKey, TeamKey } from "./campaign.ts";

/** What can go wrong with a change of the campaign. */
export type CampaignFailure =
  /** People are in these teams, or have pledged these actions, that the change would take away. */
  {
    readonly type: "campaign-part-in-use";
    readonly teams: readonly { readonly key: TeamKey; readonly people: number }[];
    readonly actions: readonly { readonly key: ActionKey; readonly people: number }[];
  };
