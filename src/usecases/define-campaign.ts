/** A new campaign from what was asked or read, with its demands checked against the library. */
import type { Campaign } from "../domain/campaign/campaign.ts";
import { parseCampaign } from "../domain/campaign/parse-campaign.ts";
import type { Day } from "../domain/day.ts";
import type { InputRefused } from "../domain/input/fault.ts";
import type { TemplateFault, Templates } from "../domain/letters/ports.ts";
import type { Randomness } from "../domain/ports.ts";
import type { Result } from "../domain/result.ts";
import { newUuid } from "../domain/text/uuid.ts";
import { checkDemands } from "./check-demands.ts";

interface Deps {
  readonly random: Randomness;
  readonly today: Day;
  readonly templates: Templates;
}

/** A campaign with a new random id, or the one that the input names; or every fault at once. */
export const defineCampaign = (
  { random, today, templates }: Deps,
  input: unknown,
): Result<Campaign, InputRefused | TemplateFault> => {
  const campaign = parseCampaign(input, { today, id: newUuid(random), isNew: true });
  if (!campaign.ok) return campaign;
  const demands = checkDemands({ templates }, campaign.value.demands);
  return demands.ok ? campaign : demands;
};
