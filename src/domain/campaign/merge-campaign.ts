/** Changes to a campaign laid over it; `parseCampaign` judges the outcome as it would a new one. */
import { isObject } from "../input/is-object.ts";
import type { Campaign } from "./campaign.ts";
import { campaignToInput } from "./parse-campaign.ts";

type Members = Readonly<Record<string, unknown>>;

/** Member by member; a member that is `null` goes. */
const laidOver = (before: Members | undefined, change: unknown): unknown => {
  if (!isObject(change)) return change;
  const merged = Object.entries({ ...before, ...change });
  return Object.fromEntries(merged.filter(([, value]) => value !== null));
};

/** A new size is an estimate of its own day: the day of the old one does not stay with it. */
const mergeUnit = (before: Members, change: unknown): unknown => {
  const isEstimate = isObject(change) && typeof change["size"] === "number";
  return laidOver(isEstimate ? { ...before, asOf: null } : before, change);
};

/**
 * The campaign with `changes` over it, as input. Objects are merged member by member, a list takes
 * the place of the list before, `null` takes the addressee or a title away and a setting back to its
 * default, and a threshold goes with its action unless thresholds are named too. Whatever else
 * `changes` is stays as it is, for the parser to refuse.
 */
export const mergeCampaign = (present: Campaign, changes: unknown): unknown => {
  if (!isObject(changes)) return changes;
  const before = campaignToInput(present);
  const { unit, addressee, actions, settings } = changes;
  const merged: Record<string, unknown> = { ...before, ...changes };
  if (unit !== undefined) merged["unit"] = mergeUnit(before.unit, unit);
  if (addressee === null) delete merged["addressee"];
  else if (addressee !== undefined) merged["addressee"] = laidOver(before.addressee, addressee);
  if (settings === null) delete merged["settings"];
  else if (settings !== undefined) merged["settings"] = laidOver(before.settings, settings);
  if (Array.isArray(actions) && changes["thresholds"] === undefined) {
    const left: readonly unknown[] = actions;
    merged["thresholds"] = before.thresholds?.filter(({ action }) => left.includes(action));
  }
  return merged;
};
