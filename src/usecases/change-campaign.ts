/** Puts a changed campaign in the place of the present one, unless people would fall out of it. */
import type { ActionKey, Campaign, TeamKey } from "../domain/campaign/campaign.ts";
import type { CampaignFailure } from "../domain/campaign/failures.ts";
import type { TemplateFault, Templates } from "../domain/letters/ports.ts";
import { fail, ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import type { Vault } from "../domain/vault/vault.ts";
import { checkDemands } from "./check-demands.ts";

interface Deps {
  readonly vault: Vault;
  readonly templates: Templates;
}

interface Use<Key> {
  readonly key: Key;
  readonly people: number;
}

/** Only of what is in the campaign now: a part that another member took out of it is gone already. */
const usesOf = <Key>(
  found: readonly Key[],
  present: readonly Key[],
  kept: readonly Key[],
): readonly Use<Key>[] => {
  const going = present.filter((key) => !kept.includes(key));
  return going.flatMap((key) => {
    const people = found.filter((one) => one === key).length;
    return people === 0 ? [] : [{ key, people }];
  });
};

/** What people are in or have pledged, withdrawn pledges included, that would no longer be among the keys. */
export const partsInUse = (
  vault: Vault,
  kept: { readonly teams: readonly TeamKey[]; readonly actions: readonly ActionKey[] },
): Omit<CampaignFailure, "type"> | undefined => {
  const present = vault.campaign.get();
  const everybody = vault.people.summaries();
  const inTeams = everybody.flatMap(({ person }) => person.team ?? []);
  const pledged = everybody.flatMap(({ pledges }) => pledges.map(({ action }) => action));
  const keys = present.teams.map(({ key }) => key);
  const teams = usesOf(inTeams, keys, kept.teams);
  const actions = usesOf(pledged, present.actions, kept.actions);
  return teams.length > 0 || actions.length > 0 ? { teams, actions } : undefined;
};

/** Whether the campaign can take the place of the present one: else what of that people still use, or which demand nobody has written. */
export const checkChange = (
  deps: Deps,
  campaign: Campaign,
): Result<void, CampaignFailure | TemplateFault> => {
  const { vault } = deps;
  const present = vault.campaign.get();
  const fresh = campaign.demands.filter((demand) => !present.demands.includes(demand));
  const demands = checkDemands(deps, fresh);
  if (!demands.ok) return demands;
  const kept = { teams: campaign.teams.map(({ key }) => key), actions: campaign.actions };
  const inUse = partsInUse(vault, kept);
  return inUse === undefined ? ok(undefined) : fail({ type: "campaign-part-in-use", ...inUse });
};

/** Saves the campaign of a vault that is in no committee, unless `checkChange` says no. */
export const changeCampaign = (
  deps: Deps,
  campaign: Campaign,
): Result<void, CampaignFailure | TemplateFault> =>
  deps.vault.transaction((): Result<void, CampaignFailure | TemplateFault> => {
    const checked = checkChange(deps, campaign);
    if (checked.ok) deps.vault.campaign.save(campaign);
    return checked;
  });
