/** `pledge list`: everybody, or some of them, with what they will do. */
import type { Campaign } from "../../domain/campaign/campaign.ts";
import { choosePeople } from "../../domain/people/choose-people.ts";
import type { PeopleChoice } from "../../domain/people/choose-people.ts";
import type { PeopleOrder } from "../../domain/people/people-order.ts";
import { levels } from "../../domain/people/person.ts";
import type { PersonSummary } from "../../domain/people/store.ts";
import type { PledgeState } from "../../domain/pledges/pledge.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { counted, grouped } from "../../domain/text/words.ts";
import type { Failure } from "../failure.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { withVault } from "../unlock.ts";

/** What stands in the list besides words of ours. */
const textsOf = (campaign: Campaign, people: readonly PersonSummary[]): readonly string[] => [
  ...campaign.teams.map(({ name }) => name),
  ...people.map(({ person }) => person.name),
];

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

/** JSON: `{"v":1,"people":[...]}`, each as `show --json` has the first members. Fails with `team-unknown` or `action-unknown`. */
export const list = (context: Context, options: Options): Promise<ExitCode> => {
  const { world, talk, globals } = context;
  // Loaded while the passphrase is hashed.
  const rendering = Promise.all([
    import("../render/people-list.ts"),
    import("../render/pledge-json.ts"),
  ]);
  return withVault(context, async (vault) => {
    const [{ peopleList }, { summaryJson }] = await rendering;
    const campaign = vault.campaign.get();
    const choice = choiceOf(campaign, options);
    if (!choice.ok) return talk.fail(choice.failure);
    const everybody = vault.people.summaries();
    const people = choosePeople(campaign, everybody, choice.value, world.clock.today());
    // A screen of JSON needs no width of anything.
    const width = globals.json ? () => 0 : await world.textWidth(textsOf(campaign, people));
    talk.answer({ v: 1, people: globals.json ? people.map(summaryJson) : [] }, () =>
      people.length === 0 && everybody.length > 0
        ? 'Nobody fits that. Everybody: "pledge list".'
        : peopleList(campaign, people, { columns: talk.columns, width, paint: talk.paint }),
    );
    if (people.length > 0) {
      const all = counted(everybody.length, "person", "people");
      const shown =
        people.length === everybody.length ? all : `${grouped(people.length)} of ${all}`;
      talk.note(`${shown}. All about one of them: pledge show ID`);
    }
    return exitCodes.done;
  });
};
