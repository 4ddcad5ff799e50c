/**
 * The counts over the tallies of many. `low` can be shown: nobody who was taken back, everybody once,
 * each condition as the strictest has heard it. `high` may be true: everybody whom anybody claims. Neither is more than
 * there are by our own committee file.
 */
import type { ActionKey, TeamKey } from "../campaign/campaign.ts";
import { greatestSet, tippingBy } from "../pledges/active-set.ts";
import type { Standing } from "../pledges/active-set.ts";
import type { ActionCount, Counted } from "../pledges/readiness.ts";
import { aboveSizes, isPartOf } from "./above-sizes.ts";
import type { AboveSize } from "./above-sizes.ts";
import { fatesFor } from "./fates.ts";
import type { HighFate, LowFate } from "./fates.ts";
import { highStanding } from "./high.ts";
import { lowStanding } from "./low.ts";
import { roomIn } from "./sizes.ts";
import type { Sizes } from "./sizes.ts";
import type { United } from "./unite.ts";

/** What is counted, and by what. */
interface Counting {
  readonly united: United;
  readonly sizes: Sizes;
  readonly above: readonly AboveSize[];
}

/** How many act beside so many more without a condition, by what can be shown. */
const activeLow =
  (low: readonly LowFate[], { united, sizes }: Counting) =>
  (more: number): number =>
    greatestSet(
      low,
      (together) => lowStanding(together, { ...united, sizes }),
      ({ everybody, inTeam, team }, standing) =>
        standing.everybody + more >= everybody &&
        (inTeam === 0 || (team !== undefined && standing.inTeam(team) >= inTeam)),
    ).people;

const activeHigh = (high: readonly HighFate[], { united, sizes }: Counting): number =>
  greatestSet(
    high,
    (together) => highStanding(together, united.signers, sizes),
    ({ everybody, inTeam, teams }, standing) =>
      standing.everybody >= everybody || teams.some((team) => standing.inTeam(team) >= inTeam),
  ).people;

/** What low rests on without the claims of those who claim more people than there are. */
const fatesWithin = ({ united, sizes, above }: Counting, action: ActionKey): readonly LowFate[] => {
  const isPart = isPartOf(above, united.signers);
  return fatesFor(united, action, sizes.unit, (claim) => !isPart(claim)).low;
};

/** The same as active low, without those claims. */
const withinSizes = (counting: Counting, action: ActionKey, active: number): number =>
  counting.above.length === 0 ? active : activeLow(fatesWithin(counting, action), counting)(0);

const countAction = (counting: Counting, action: ActionKey): ActionCount => {
  const { united, sizes } = counting;
  const { low, high } = fatesFor(united, action, sizes.unit);
  const beside = activeLow(low, counting);
  const tip = tippingBy(beside, sizes.unit);
  const active = { low: beside(0), high: activeHigh(high, counting) };
  return {
    pledged: {
      low: lowStanding(low, { ...united, sizes }).everybody,
      high: highStanding(high, united.signers, sizes).everybody,
    },
    active,
    withinSizes: withinSizes(counting, action, active.low),
    ...(tip === undefined ? {} : { tipping: tip }),
  };
};

const countTeams = (
  { signers, sets, cohorts }: United,
  sizes: Sizes,
): Pick<Counted, "team" | "supporters"> => {
  const nobody = signers.map(() => 0);
  const supporters = [...nobody];
  const low = new Map<TeamKey, number[]>();
  const compared = sets.map(() => 0);
  const high = new Map<TeamKey, number>();
  for (const cohort of cohorts) {
    const { people, team, teams, supporter, actions } = cohort;
    const live = actions.some((one) => one.live);
    // Whoever stands behind any action that nobody says was taken back, each once.
    const sure = new Set(actions.flatMap((one) => (one.withdrawn ? [] : one.sure)));
    if (live && !supporter) for (const one of teams) high.set(one, (high.get(one) ?? 0) + people);
    if (team === undefined && !supporter) continue;
    const counted = supporter || team === undefined ? supporters : (low.get(team) ?? [...nobody]);
    if (!supporter && team !== undefined) low.set(team, counted);
    for (const { signer } of sure) counted[signer] = (counted[signer] ?? 0) + people;
    for (const set of new Set([...sure].flatMap((claim) => claim.sets)))
      if (!supporter && sets[set]?.team === team) compared[set] = (compared[set] ?? 0) + people;
  }
  const comparedIn = (team: TeamKey): readonly number[] =>
    compared.filter((_, set) => sets[set]?.team === team);
  return {
    team: (team) => {
      const room = roomIn(sizes, team);
      return {
        low: Math.min(room, Math.max(0, ...(low.get(team) ?? []), ...comparedIn(team))),
        high: Math.min(room, high.get(team) ?? 0),
      };
    },
    // Somebody outside the unit is in no team and no turf, so those show nothing about who is who, and no size is known.
    supporters: Math.max(0, ...supporters),
  };
};

/** What was counted over many, and who claims more people than there are. */
export interface CountedUnited extends Counted {
  readonly above: readonly AboveSize[];
  /** How many have pledged an action without those claims, in the unit and in a team: what may be published. */
  readonly publishable: (action: ActionKey) => Standing;
}

/** Counts what was united. `sizes` are our own committee file's. An action is counted when it is asked for, and once. */
export const countUnited = (united: United, sizes: Sizes): CountedUnited => {
  const above = aboveSizes(united, sizes);
  const counting = { united, sizes, above };
  const counted = new Map<ActionKey, ActionCount>();
  return {
    action: (action) => {
      const count = counted.get(action) ?? countAction(counting, action);
      counted.set(action, count);
      return count;
    },
    ...countTeams(united, sizes),
    above,
    publishable: (action) => lowStanding(fatesWithin(counting, action), { ...united, sizes }),
  };
};
