/** `pledge lapse`: a pledge whose day came and went, or that nobody heard for too long, counts no more. */
import type { ActionKey } from "../../domain/campaign/campaign.ts";
import { parseDay } from "../../domain/day.ts";
import type { Day } from "../../domain/day.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { showable } from "../../domain/text/clean.ts";
import { counted } from "../../domain/text/words.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { lapseOlder, olderPledges, settlePledge } from "../../usecases/settle-pledges.ts";
import { standingPledges } from "../../usecases/withdraw-pledges.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { agreed, terminalFor } from "../questions/terminal.ts";
import { withVault } from "../unlock.ts";
import { whichPerson } from "../which-person.ts";
import { whichPledge } from "../which-pledge.ts";

interface Options {
  readonly action?: string;
  readonly before?: string;
}

const lapseOne = async (
  context: Context,
  vault: Vault,
  reference: string | undefined,
  given: string | undefined,
): Promise<ExitCode> => {
  const { world, talk } = context;
  const person = await whichPerson(context, vault, reference);
  if (!person.ok) return talk.fail(person.failure);
  const { id, name } = person.value;
  const standing = standingPledges(vault, id, given);
  if (!standing.ok) return talk.fail(standing.failure);
  const message = `Which pledge of ${showable(name)} has lapsed?`;
  const action = (await whichPledge(context, standing.value, { message })) ?? given;
  const settled = settlePledge({ vault, today: world.clock.today() }, id, action, "lapsed");
  if (!settled.ok) return talk.fail(settled.failure);
  talk.answer(
    { v: 1, lapsed: [{ id, action: settled.value }] },
    () =>
      `${showable(name)}'s pledge has lapsed: ${settled.value}. It counts no more, until "pledge confirm ${id} --action ${settled.value}".`,
  );
  return exitCodes.done;
};

/** Which pledges all of them are, from the options. */
const wanted = (
  vault: Vault,
  { action, before }: Options,
): Result<{ readonly action: ActionKey; readonly before: Day }, Failure> => {
  const { actions } = vault.campaign.get();
  const known = actions.find((one) => one === action);
  if (action !== undefined && known === undefined)
    return fail({ type: "action-unknown", known: actions });
  const day = before === undefined ? undefined : parseDay(before);
  if (known === undefined || day === undefined)
    return fail({
      type: "usage",
      message: "whose pledge has lapsed is missing",
      hint: "name a person, or say --action ACTION --before DAY (such as 2026-11-01)",
    });
  return ok({ action: known, before: day });
};

const lapseAll = async (context: Context, vault: Vault, options: Options): Promise<ExitCode> => {
  const { world, talk } = context;
  const which = wanted(vault, options);
  if (!which.ok) return talk.fail(which.failure);
  const { action, before } = which.value;
  const found = olderPledges(vault, action, before);
  const pledges = counted(found.length, "pledge", "pledges");
  if (found.length > 0) {
    const question = `${pledges} for ${action}, last heard before ${before}, will count no more. Go on?`;
    const yes = await agreed(context, question);
    if (!yes.ok) return talk.fail(yes.failure);
    if (!yes.value) {
      talk.note("Nothing was changed.");
      return exitCodes.no;
    }
  }
  const lapsed = lapseOlder({ vault, today: world.clock.today() }, action, before);
  if (!lapsed.ok) return talk.fail(lapsed.failure);
  talk.answer(
    { v: 1, lapsed: lapsed.value.map(({ person }) => ({ id: person, action })) },
    () => `${counted(lapsed.value.length, "pledge", "pledges")} for ${action} lapsed.`,
  );
  return exitCodes.done;
};

/** JSON: `{"v":1,"lapsed":[{"id","action"}]}`. One person's, whoever is named or chosen, or with --action and --before everybody's; the latter asks. */
export const lapse = (
  context: Context,
  reference: string | undefined,
  action: string | undefined,
  options: Options,
): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const areMany = options.action !== undefined || options.before !== undefined;
    // Where nobody can be asked who it is, all that can be missing is said.
    const isOne = reference !== undefined || (!areMany && (await terminalFor(context, "an id")).ok);
    return isOne
      ? lapseOne(context, vault, reference, action ?? options.action)
      : lapseAll(context, vault, options);
  });
