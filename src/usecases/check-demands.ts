import type { DemandKey } from "../domain/campaign/campaign.ts";
import type { TemplateFault } from "../domain/letters/ports.ts";
import { ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import { findDemand } from "./letters/find-demand.ts";
import type { Library } from "./letters/find-demand.ts";

/** Whether each demand is in the library; else what the library says of the first that is not. */
export const checkDemands = (
  library: Library,
  demands: readonly DemandKey[],
): Result<void, TemplateFault> => {
  for (const key of demands) {
    const demand = findDemand(library, key);
    if (!demand.ok) return demand;
  }
  return ok(undefined);
};
