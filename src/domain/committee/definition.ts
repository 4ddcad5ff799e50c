/** A campaign as one organizer holds it, and as a committee shares it: all but who the organizer is. */
import type { Campaign, Handle } from "../campaign/campaign.ts";
import type { Definition } from "./committee.ts";

export const definitionOf = ({ organizer: _, ...definition }: Campaign): Definition => definition;

export const campaignOf = (definition: Definition, organizer: Handle): Campaign => ({
  ...definition,
  organizer,
});
