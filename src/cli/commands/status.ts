/** `pledge status`: how ready the campaign is, by one vault alone or by all that a committee has merged. */
import { assessedCounts } from "../../domain/people/standing.ts";
import type { Readiness } from "../../domain/pledges/readiness.ts";
import { overdueAnswers } from "../../domain/letters/overdue.ts";
import { readiness } from "../../domain/pledges/readiness.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { aboveJson } from "../render/above-sizes.ts";
import { purgeNote } from "../render/purge-note.ts";
import { statusJson } from "../render/status-json.ts";
import { statusScreen } from "../render/status.ts";
import { fateNote, togetherJson } from "../render/together.ts";
import type { Together } from "../render/together.ts";
import { tell } from "../tell.ts";
import { withVault } from "../unlock.ts";

interface Counting {
  readonly readiness: Readiness;
  readonly together?: Together;
}

/** Without a committee everything that is about others stays unloaded. */
const count = async ({ world }: Context, vault: Vault): Promise<Counting> => {
  if (vault.identity.get() !== undefined) {
    const { countTogether } = await import("../count-together.ts");
    const merged = countTogether(world, vault);
    if (merged !== undefined) return merged;
  }
  const campaign = vault.campaign.get();
  return { readiness: readiness(campaign, vault.pledges.counts(), world.clock.today()) };
};

export const status = (context: Context): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const campaign = vault.campaign.get();
    const { readiness: state, together } = await count(context, vault);
    const width = await world.textWidth();
    const overdue = overdueAnswers(
      vault.deliveries.all(),
      vault.deliveries.responses(),
      world.clock.today(),
    );
    const states = vault.pledges.states();
    const assessed = assessedCounts(campaign, vault.people.assessedOn(), world.clock.today());
    const json = {
      ...statusJson(state, states, assessed),
      overdue: overdue.map(({ delivery: { letter, number, answerBy }, days }) => ({
        letter,
        delivery: number,
        answerBy,
        days,
      })),
      ...(together === undefined ? {} : { ...togetherJson(together), above: aboveJson(together) }),
    };
    const screen = { columns: talk.columns, width, paint: talk.paint };
    talk.answer(json, () =>
      statusScreen(campaign, { readiness: state, overdue, states, assessed }, screen, together),
    );
    await tell(context, fateNote(together?.sources.fate));
    await tell(context, purgeNote(vault.retention.get(), world.clock.today()));
    if (overdue.length > 0) {
      await tell(context, [
        'An answer is overdue. To write again: "pledge letter start employer-follow-up"; if it came: "pledge letter respond NAME".',
      ]);
    }
    if (state.actions.every(({ pledged }) => pledged.high === 0)) {
      talk.note('Nobody has pledged anything yet: record people with "pledge add".');
    } else if (campaign.thresholds.length === 0) {
      talk.note('How many are needed is not set: "pledge campaign edit".');
    }
    return exitCodes.done;
  });
