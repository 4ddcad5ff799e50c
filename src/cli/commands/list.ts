/** `pledge list`: everybody, or some of them, with what they will do. */
import type { Campaign } from "../../domain/campaign/campaign.ts";
import type { PeopleChoice } from "../../domain/people/choose-people.ts";
import type { PeopleOrder } from "../../domain/people/people-order.ts";
import { levels } from "../../domain/people/person.ts";
import type { PledgeState } from "../../domain/pledges/pledge.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { chosenPeople } from "../../usecases/chosen-people.ts";
import type { Failure } from "../failure.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { withVault } from "../unlock.ts";

interface Options {
  readonly team?: string;
  readonly action?: string;
  readonly state?: PledgeState;
  readonly assessment?: string;
  readonly stale: boolean;
  readonly uncovered: boolean;
  readonly sort: PeopleOrder;
}

type Asked = PeopleChoice & { readonly order: PeopleOrder };

/** The options with the campaign's own keys in them. */
const choiceOf = (
  { teams, actions }: Campaign,
  { team, action, state, assessment, stale, uncovered, sort }: Options,
): Result<Asked, Failure> => {
  const inTeam = team === "none" ? team : teams.find(({ key }) => key === team)?.key;
  if (team !== undefined && inTeam === undefined)
    return fail({ type: "team-unknown", known: teams.map(({ key }) => key) });
  const pledged = actions.find((one) => one === action);
  if (action !== undefined && pledged === undefined)
    return fail({ type: "action-unknown", known: actions });
  const level =
    assessment === "none" ? assessment : levels.find((one) => String(one) === assessment);
  return ok({
    order: sort,
    stale,
    uncovered,
    ...(inTeam === undefined ? {} : { team: inTeam }),
    ...(pledged === undefined ? {} : { action: pledged }),
    ...(state === undefined ? {} : { state }),
    ...(level === undefined ? {} : { level }),
  });
};

/** JSON: see `answerPeople`. Fails with `team-unknown` or `action-unknown`. */
export const list = (context: Context, options: Options): Promise<ExitCode> => {
  const { world, talk } = context;
  // Loaded while the passphrase is hashed.
  const answering = import("../answer-people.ts");
  return withVault(context, async (vault) => {
    const { answerPeople } = await answering;
    const campaign = vault.campaign.get();
    const choice = choiceOf(campaign, options);
    if (!choice.ok) return talk.fail(choice.failure);
    const people = chosenPeople(vault, choice.value, world.clock.today());
    const none =
      people.length > 0 || vault.people.count() > 0
        ? 'Nobody fits that. Everybody: "pledge list".'
        : 'Nobody is recorded yet: begin with "pledge add".';
    await answerPeople(context, campaign, people, none);
    return exitCodes.done;
  });
};
