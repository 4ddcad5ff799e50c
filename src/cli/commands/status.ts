/** `pledge status`: how ready the campaign is. */
import { readiness } from "../../domain/pledges/readiness.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { statusJson, statusScreen } from "../render/status.ts";
import { withVault } from "../unlock.ts";

export const status = (context: Context): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const campaign = vault.campaign.get();
    const state = readiness(campaign, vault.pledges.counts(), world.clock.today());
    const width = await world.textWidth();
    talk.answer(statusJson(state), () =>
      statusScreen(campaign, state, { columns: talk.columns, width, paint: talk.paint }),
    );
    if (state.actions.every(({ pledged }) => pledged.high === 0)) {
      talk.note('Nobody has pledged anything yet: record people with "pledge add".');
    } else if (campaign.thresholds.length === 0) {
      talk.note('How many are needed is not set: "pledge campaign edit".');
    }
    return exitCodes.done;
  });
