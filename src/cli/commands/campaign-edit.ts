/** `pledge campaign edit`: changes the campaign, at the terminal or from a file; in a committee by the next number of its file. */
import type { ActionKey, Campaign, TeamKey } from "../../domain/campaign/campaign.ts";
import { mergeCampaign } from "../../domain/campaign/merge-campaign.ts";
import { parseCampaign } from "../../domain/campaign/parse-campaign.ts";
import type { Templates } from "../../domain/letters/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { canonicalJson } from "../../domain/text/canonical-json.ts";
import type { Json } from "../../domain/text/canonical-json.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { changeCampaign, partsInUse } from "../../usecases/change-campaign.ts";
import { changeDefinition } from "../../usecases/committee/change-definition.ts";
import type { CommitteeInUse } from "../../usecases/committee/committee-in-use.ts";
import { committeeToChange } from "../../usecases/committee/make-number.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { explain } from "../explain/explain.ts";
import type { Failure } from "../failure.ts";
import type { Hindrance } from "../questions/campaign-parts.ts";
import { terminalFor } from "../questions/terminal.ts";
import { readJson } from "../read-json.ts";
import { mergeLines } from "../render/for-others.ts";
import { withVault } from "../unlock.ts";
import { outputObstacle } from "../write-output.ts";
import type { OutputOptions } from "../write-output.ts";
import { writeNumber } from "../write-number.ts";

interface Options extends OutputOptions {
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
  const handleStays = vault.identity.get() !== undefined;
  const { askCampaignChanges } = await import("../questions/campaign-changes.ts");
  return ok(
    await askCampaignChanges({
      ask: ask.value,
      campaign,
      library: { vault, templates },
      hindrance,
      handleStays,
    }),
  );
};

/** The campaign with the changes over it. The handle stays once there is a key: others know us by both. */
const changed = ({ world }: Context, vault: Vault, changes: unknown): Result<Campaign, Failure> => {
  const present = vault.campaign.get();
  const merged = mergeCampaign(present, changes);
  const campaign = parseCampaign(merged, { today: world.clock.today(), id: present.id });
  if (!campaign.ok) return campaign;
  if (vault.identity.get() === undefined || campaign.value.organizer === present.organizer)
    return campaign;
  const expected = "left as it is, since the others know your key by that handle";
  const fault = { path: "organizer", fault: { type: "value-wrong", expected } } as const;
  return fail({ type: "input-refused", source: "campaign", faults: [fault] });
};

/** `Campaign` is data throughout; the cast says to JSON what the type says to us. */
const isSame = (a: Campaign, b: Campaign): boolean =>
  canonicalJson(a as unknown as Json) === canonicalJson(b as unknown as Json);

const unchanged = ({ talk }: Context): ExitCode => {
  talk.answer({ v: 1, changed: false }, () => "Nothing was changed.");
  return exitCodes.done;
};

const done = 'The campaign is changed: see "pledge campaign show".';

/** In a committee: the next number, kept, and written where a file was asked for. */
const changeTogether = async (
  context: Context,
  {
    vault,
    templates,
    inUse,
  }: { readonly vault: Vault; readonly templates: Templates; readonly inUse: CommitteeInUse },
  campaign: Campaign,
  options: Options,
): Promise<ExitCode> => {
  const { world, talk } = context;
  // A number that changes nothing would only be one more to carry around.
  if (isSame(campaign, vault.campaign.get())) return unchanged(context);
  const deps = {
    vault,
    templates,
    hashes: world.hashes,
    openpgp: await world.openpgp(),
    universalDay: world.clock.universalDay(),
  };
  const made = await changeDefinition(deps, inUse, campaign);
  if (!made.ok) return talk.fail(made.failure);
  const { reference, committee } = made.value;
  const screen = { columns: talk.columns, width: await world.textWidth() };
  return writeNumber(context, options, made.value, {
    self: inUse.identity.fingerprint,
    json: { v: 1, changed: true, number: reference.number, hash: reference.hash },
    text: (file) =>
      [done, ...mergeLines(committee, inUse.identity.fingerprint, file, screen)].join("\n"),
  });
};

/** JSON: `{"v":1,"changed"}`, in a committee also `"number","hash"` and, where one was written, `"file"|"content"`. */
export const campaignEdit = async (context: Context, options: Options): Promise<ExitCode> => {
  const { world, talk } = context;
  const { from, output } = options;
  const obstacle = output === undefined ? undefined : await outputObstacle(context, options);
  if (obstacle !== undefined) return talk.fail(obstacle);
  const value = from === undefined ? undefined : await readJson(context, from);
  if (value?.ok === false) return talk.fail(value.failure);
  return withVault(context, async (vault) => {
    const templates = await world.templates();
    const inUse = committeeToChange(vault);
    const alone = !inUse.ok && inUse.failure.type === "committee-missing";
    if (!inUse.ok && (!alone || output !== undefined)) return talk.fail(inUse.failure);
    const changes = value ?? (await askAtTerminal(context, vault, templates));
    if (!changes.ok) return talk.fail(changes.failure);
    if (changes.value === undefined) return unchanged(context);
    const campaign = changed(context, vault, changes.value);
    if (!campaign.ok) return talk.fail(campaign.failure);
    if (inUse.ok) {
      const there = { vault, templates, inUse: inUse.value };
      return changeTogether(context, there, campaign.value, options);
    }
    const saved = changeCampaign({ vault, templates }, campaign.value);
    if (!saved.ok) return talk.fail(saved.failure);
    talk.answer({ v: 1, changed: true }, () => done);
    return exitCodes.done;
  });
};
