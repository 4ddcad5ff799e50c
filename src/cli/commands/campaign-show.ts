/** `pledge campaign show`: what the campaign is. */
import { campaignToInput } from "../../domain/campaign/parse-campaign.ts";
import type { Json } from "../../domain/text/canonical-json.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { campaignScreen } from "../render/campaign.ts";
import { withVault } from "../unlock.ts";

export const campaignShow = (context: Context): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const campaign = vault.campaign.get();
    const width = await world.textWidth();
    // `campaignToInput` is data throughout; the cast says to JSON what the type says to us.
    const input = campaignToInput(campaign) as unknown as Json;
    talk.answer({ v: 1, id: campaign.id, campaign: input }, () =>
      campaignScreen(campaign, { columns: talk.columns, width, paint: talk.paint }),
    );
    return exitCodes.done;
  });
