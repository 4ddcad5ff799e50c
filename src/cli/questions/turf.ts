/** Which teams somebody answers for. */
import type { Ask } from "../../domain/asking/ask.ts";
import type { Handle, Team, TeamKey } from "../../domain/campaign/campaign.ts";
import { showable } from "../../domain/text/clean.ts";

/** The keys of the teams, none included; `handle` is left out for the one at the keyboard. There must be a team. */
export const askTurf = (
  ask: Ask,
  teams: readonly Team[],
  handle?: Handle,
): Promise<readonly TeamKey[]> =>
  ask.several({
    message:
      handle === undefined
        ? "Which teams do you answer for yourself?"
        : `Which teams does ${handle} answer for?`,
    choices: teams.map(({ key, name }) => ({ value: key, label: showable(name) })),
  });
