/** The commands for what a committee shares: so far, the campaign's definition. */
import type { Definitions } from "./actions.ts";

export const committee: Definitions = {
  campaign: (campaign, { bind }) => {
    campaign
      .helpCommand(false)
      .description(
        "What the campaign is: employer, unit, teams, actions, thresholds, addressee, demands.",
      );
    bind(
      campaign.command("show").description("Shows the campaign."),
      ["pledge campaign show"],
      async () => (await import("../commands/campaign-show.ts")).campaignShow,
    );
    bind(
      campaign
        .command("edit")
        .description(
          'Changes the campaign, one question at a time, or from a file with the members of "init --from"; what the file does not name stays.',
        )
        .option("--from <file>", "take the changes from a JSON file; - is standard input"),
      ["pledge campaign edit", "pledge campaign edit --from changes.json"],
      async () => (await import("../commands/campaign-edit.ts")).campaignEdit,
    );
  },
};
