/** Some of the people, as `pledge list` is asked for them, in the order that it is asked for. */
import type { ActionKey, Campaign, TeamKey } from "../campaign/campaign.ts";
import type { Day } from "../day.ts";
import { isLive } from "../pledges/pledge.ts";
import type { Pledge, PledgeState } from "../pledges/pledge.ts";
import { isStale } from "./standing.ts";
import type { PeopleOrder } from "./people-order.ts";
import type { Level } from "./person.ts";
import { isSought } from "./sought.ts";
import type { SoughtWord } from "./sought.ts";
import type { ListedPerson } from "./store.ts";

/** Whoever fits all that is named. */
export interface PeopleChoice {
  /** `none`: in no team, or in one that the campaign does not have. */
  readonly team?: TeamKey | "none";
  /** Has pledged it and stands by it, or with `state` has it in that state. */
  readonly action?: ActionKey;
  /** Of any pledge where no action is named. */
  readonly state?: PledgeState;
  /** By the last assessment; `none`: never assessed. */
  readonly level?: Level | "none";
  /** Assessed, but too long ago. */
  readonly stale?: boolean;
  /** Nobody keeps in touch with them. */
  readonly uncovered?: boolean;
  /** Each occurs in what a search looks through. */
  readonly words?: readonly SoughtWord[];
}

type Known = Pick<Campaign, "settings" | "teams">;

const inTeam = (campaign: Known, { person }: ListedPerson, team: TeamKey | "none"): boolean =>
  team === "none" ? !campaign.teams.some(({ key }) => key === person.team) : person.team === team;

const hasPledged = (
  pledges: readonly Pledge[],
  action: ActionKey | undefined,
  state: PledgeState | undefined,
): boolean =>
  pledges.some(
    (pledge) =>
      (action === undefined || pledge.action === action) &&
      (state === undefined ? isLive(pledge.state) : pledge.state === state),
  );

const fits = (campaign: Known, one: ListedPerson, choice: PeopleChoice, today: Day): boolean => {
  const { team, action, state, level, stale = false, uncovered = false, words = [] } = choice;
  const { assessment, assessedOn, person, pledges } = one;
  return (
    (team === undefined || inTeam(campaign, one, team)) &&
    ((action === undefined && state === undefined) || hasPledged(pledges, action, state)) &&
    (level === undefined || (assessment ?? "none") === level) &&
    (!stale || (assessedOn !== undefined && isStale(campaign, { day: assessedOn }, today))) &&
    (!uncovered || person.coveredBy === undefined) &&
    isSought(one.sought, words)
  );
};

const compared = <T extends string | number>(a: T, b: T): number => Number(a > b) - Number(a < b);

/** Whoever has none stands last; the order of names, in which people come, decides the rest. */
const placeOf: Readonly<
  Record<Exclude<PeopleOrder, "name">, (one: ListedPerson, campaign: Known) => string>
> = {
  team: ({ person }, { teams }) =>
    String(teams.findIndex(({ key }) => key === person.team) + 1 || 999).padStart(3, "0"),
  stand: ({ assessment }) => String(assessment ?? 9),
  added: ({ person }) => person.addedOn,
};

/** `people` in the order of their names. */
export const choosePeople = (
  campaign: Known,
  people: readonly ListedPerson[],
  { order = "name", ...choice }: PeopleChoice & { readonly order?: PeopleOrder },
  today: Day,
): readonly ListedPerson[] => {
  const chosen = people.filter((one) => fits(campaign, one, choice, today));
  if (order === "name") return chosen;
  const place = placeOf[order];
  return chosen.toSorted((a, b) => compared(place(a, campaign), place(b, campaign)));
};
