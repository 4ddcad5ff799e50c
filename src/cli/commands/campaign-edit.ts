/** `pledge campaign edit`: changes the campaign, at the terminal or from a file. */
import type { ActionKey, Campaign, TeamKey } from "../../domain/campaign/campaign.ts";
import { mergeCampaign } from "../../domain/campaign/merge-campaign.ts";
import { parseCampaign } from "../../domain/campaign/parse-campaign.ts";
import type { Templates } from "../../domain/letters/ports.ts";
import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { changeCampaign, partsInUse } from "../../usecases/change-campaign.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { explain } from "../explain/explain.ts";
import type { Failure } from "../failure.ts";
import type { Hindrance } from "../questions/campaign-parts.ts";
import { terminalFor } from "../questions/terminal.ts";
import { readJson } from "../read-json.ts";
import { withVault } from "../unlock.ts";

interface Options {
  readonly from?: string;
}

/** Looks at once whether people are in the way, so that a long round of questions is not lost on it. */
const hindranceIn =
  (vault: Vault, campaign: Campaign): Hindrance =>
  ({ team, action }) => {
    // Whatever is new in this round has nobody in it.
    const teams = campaign.teams.map(({ key }) => key).filter((key: TeamKey) => key !== team);
    const actions = campaign.actions.filter((key: ActionKey) => key !== action);
    const inUse = partsInUse(vault, { teams, actions });
    return inUse === undefined
      ? undefined
      : `It stays: ${explain({ type: "campaign-part-in-use", ...inUse }).message}.`;
  };

const askAtTerminal = async (
  context: Context,
  vault: Vault,
  templates: Templates,
): Promise<Result<unknown, Failure>> => {
  const ask = await terminalFor(context, "--from FILE");
  if (!ask.ok) return ask;
  const campaign = vault.campaign.get();
  const hindrance = hindranceIn(vault, campaign);
  const { askCampaignChanges } = await import("../questions/campaign-changes.ts");
  return ok(await askCampaignChanges({ ask: ask.value, campaign, templates, hindrance }));
};

const change = (
  context: Context,
  vault: Vault,
  templates: Templates,
  changes: unknown,
): Result<Campaign, Failure> => {
  const present = vault.campaign.get();
  const today = context.world.clock.today();
  const campaign = parseCampaign(mergeCampaign(present, changes), { today, id: present.id });
  if (!campaign.ok) return campaign;
  const saved = changeCampaign({ vault, templates }, campaign.value);
  return saved.ok ? campaign : saved;
};

export const campaignEdit = async (context: Context, { from }: Options): Promise<ExitCode> => {
  const { world, talk } = context;
  const value = from === undefined ? undefined : await readJson(context, from);
  if (value?.ok === false) return talk.fail(value.failure);
  return withVault(context, async (vault) => {
    const templates = await world.templates();
    const changes = value ?? (await askAtTerminal(context, vault, templates));
    if (!changes.ok) return talk.fail(changes.failure);
    if (changes.value === undefined) {
      talk.answer({ v: 1, changed: false }, () => "Nothing was changed.");
      return exitCodes.done;
    }
    const campaign = change(context, vault, templates, changes.value);
    if (!campaign.ok) return talk.fail(campaign.failure);
    talk.answer(
      { v: 1, changed: true },
      () => 'The campaign is changed: see "pledge campaign show".',
    );
    return exitCodes.done;
  });
};
