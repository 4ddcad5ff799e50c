/** `pledge demand show KEY`: one demand, whole, and how it came to stand as it does. */
import { namedDemand } from "../../usecases/letters/own-demands.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { demandText } from "../render/demand.ts";
import { withVault } from "../unlock.ts";

/** JSON: `{"v":1,"demand":{"key","title","ask","satisfiedBy","withinDays","why","objection","sources"},"origin","inCampaign","changes":[{"state","since","words"}]}`. */
export const demandShow = (context: Context, key: string): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const found = namedDemand({ vault, templates: await world.templates() }, key);
    if (!found.ok) return talk.fail(found.failure);
    const { demand, origin } = found.value;
    const changes = vault.demands.changes(demand.key);
    const screen = { columns: talk.columns, width: await world.textWidth() };
    talk.answer(
      {
        v: 1,
        demand: { ...demand, sources: demand.sources.map((source) => ({ ...source })) },
        origin,
        inCampaign: vault.campaign.get().demands.includes(demand.key),
        changes: changes.map((change) => ({ ...change })),
      },
      () => demandText(demand, changes, screen),
    );
    return exitCodes.done;
  });
