import type { DemandKey } from "../domain/campaign/campaign.ts";
import type { TemplateFault, Templates } from "../domain/letters/ports.ts";
import { ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";

/** Whether each demand is in the library; else what the library says of the first that is not. */
export const checkDemands = (
  templates: Templates,
  demands: readonly DemandKey[],
): Result<void, TemplateFault> => {
  for (const key of demands) {
    const demand = templates.demand(key);
    if (!demand.ok) return demand;
  }
  return ok(undefined);
};
