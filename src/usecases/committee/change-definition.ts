/** A changed campaign in a committee: the next number of its file. */
import type { Campaign } from "../../domain/campaign/campaign.ts";
import type { CampaignFailure } from "../../domain/campaign/failures.ts";
import { definitionOf } from "../../domain/committee/definition.ts";
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import { nextNumber } from "../../domain/committee/next-number.ts";
import type { TemplateFault, Templates } from "../../domain/letters/ports.ts";
import type { Result } from "../../domain/result.ts";
import { checkChange } from "../change-campaign.ts";
import type { CommitteeInUse } from "./committee-in-use.ts";
import { makeNumber } from "./make-number.ts";
import type { MadeNumber, NumberDeps } from "./make-number.ts";

/** A team that goes leaves everybody's turf. Refused where our own people are in the way, as without a committee. */
export const changeDefinition = async (
  deps: NumberDeps & { readonly templates: Templates },
  { committee, reference, identity }: CommitteeInUse,
  campaign: Campaign,
): Promise<Result<MadeNumber, CommitteeFailure | CampaignFailure | TemplateFault>> => {
  const checked = checkChange(deps, campaign);
  if (!checked.ok) return checked;
  const next = nextNumber(committee, reference.hash, {
    asOf: deps.universalDay,
    definition: definitionOf(campaign),
  });
  return makeNumber(deps, identity, next);
};
