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

const usesOf = <Key>(found: readonly Key[], kept: readonly Key[]): readonly Use<Key>[] => {
  const uses = new Map<Key, number>();
  for (const key of found) {
    if (!kept.includes(key)) uses.set(key, (uses.get(key) ?? 0) + 1);
  }
  return [...uses].map(([key, people]) => ({ key, people }));
};

/** What people are in or have pledged, withdrawn pledges included, that is not among the keys. */
export const partsInUse = (
  vault: Vault,
  kept: { readonly teams: readonly TeamKey[]; readonly actions: readonly ActionKey[] },
): Omit<CampaignFailure, "type"> | undefined => {
  const everybody = vault.people.summaries();
  const inTeams = everybody.flatMap(({ person }) => person.team ?? []);
  const pledged = everybody.flatMap(({ pledges }) => pledges.map(({ action }) => action));
  const teams = usesOf(inTeams, kept.teams);
  const actions = usesOf(pledged, kept.actions);
  return teams.length > 0 || actions.length > 0 ? { teams, actions } : undefined;
};

/** Saves the campaign, or says what of it people still use, or which demand nobody has written. */
export const changeCampaign = (
  { vault, templates }: Deps,
  campaign: Campaign,
): Result<void, CampaignFailure | TemplateFault> =>
  vault.transaction((): Result<void, CampaignFailure | TemplateFault> => {
    const present = vault.campaign.get();
    const fresh = campaign.demands.filter((demand) => !present.demands.includes(demand));
    const demands = checkDemands(templates, fresh);
    if (!demands.ok) return demands;
    const kept = { teams: campaign.teams.map(({ key }) => key), actions: campaign.actions };
    const inUse = partsInUse(vault, kept);
    if (inUse !== undefined) return fail({ type: "campaign-part-in-use", ...inUse });
    vault.campaign.save(campaign);
    return ok(undefined);
  });
