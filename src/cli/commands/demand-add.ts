/** `pledge demand add`: a demand of the campaign's own. */
import { parseDemand } from "../../domain/letters/demand-shape.ts";
import type { GivenDemand } from "../../domain/letters/demand-shape.ts";
import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { addDemand } from "../../usecases/letters/own-demands.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { askDemand } from "../questions/demand.ts";
import { terminalFor } from "../questions/terminal.ts";
import { readJson } from "../read-json.ts";
import { demandStaysNotes } from "../render/demand.ts";
import { tell } from "../tell.ts";
import { withVault } from "../unlock.ts";

interface Options {
  readonly from?: string;
}

const given = async (
  context: Context,
  { from }: Options,
): Promise<Result<GivenDemand, Failure>> => {
  if (from !== undefined) {
    const json = await readJson(context, from);
    return json.ok ? parseDemand(json.value) : json;
  }
  const terminal = await terminalFor(context, "--from FILE");
  if (!terminal.ok) return terminal;
  const screen = { columns: context.talk.columns, width: await context.world.textWidth() };
  return ok({ text: await askDemand(terminal.value, screen) });
};

/** JSON: `{"v":1,"demand":{"key"}}`. */
export const demandAdd = (context: Context, options: Options): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const demand = await given(context, options);
    if (!demand.ok) return talk.fail(demand.failure);
    const added = addDemand({ vault, templates: await world.templates() }, demand.value);
    if (!added.ok) return talk.fail(added.failure);
    const { key } = added.value;
    talk.answer({ v: 1, demand: { key } }, () => `${key} is kept.`);
    const inCampaign = vault.campaign.get().demands.includes(key);
    await tell(context, [
      ...(inCampaign ? [] : ['Letters ask for it once the campaign does: "pledge campaign edit".']),
      ...demandStaysNotes(vault.committee.all().length > 0),
    ]);
    return exitCodes.done;
  });
