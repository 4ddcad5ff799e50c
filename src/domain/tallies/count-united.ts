/**
 * The counts over the tallies of many. `low` can be shown: nobody who was taken back, everybody once,
 * each condition as the strictest has heard it. `high` may be true: everybody whom anybody claims.
 */
import type { ActionKey, TeamKey } from "../campaign/campaign.ts";
import { greatestSet, tippingBy } from "../pledges/active-set.ts";
import type { Standing } from "../pledges/active-set.ts";
import type { ActionCount, Counted } from "../pledges/readiness.ts";
import { fatesFor } from "./fates.ts";
import type { Fates, HighFate } from "./fates.ts";
import { lowStanding } from "./low.ts";
import type { United } from "./unite.ts";

/** Every token is somebody else, in every team that anybody gives for her. */
const highStanding = (fates: readonly HighFate[]): Standing => {
  let everybody = 0;
  const byTeam = new Map<TeamKey, number>();
  for (const { teams, people } of fates) {
    everybody += people;
    for (const team of teams) byTeam.set(team, (byTeam.get(team) ?? 0) + people);
  }
  return { everybody, inTeam: (team) => byTeam.get(team) ?? 0 };
};

/** How many act beside so many more without a condition, by what can be shown. */
const activeLow =
  ({ low }: Fates, groups: United["groups"]) =>
  (more: number): number =>
    greatestSet(
      low,
      (together) => lowStanding(together, groups),
      ({ everybody, inTeam, team }, standing) =>
        standing.everybody + more >= everybody &&
        (inTeam === 0 || (team !== undefined && standing.inTeam(team) >= inTeam)),
    ).people;

const activeHigh = ({ high }: Fates): number =>
  greatestSet(
    high,
    highStanding,
    ({ everybody, inTeam, teams }, standing) =>
      standing.everybody >= everybody || teams.some((team) => standing.inTeam(team) >= inTeam),
  ).people;

/** How many different people have pledged the action, as far as it can be shown: in the unit, and in a team. */
export const lowCount = (united: United, action: ActionKey, unitSize: number): Standing =>
  lowStanding(fatesFor(united, action, unitSize).low, united.groups);

const countAction = (united: United, action: ActionKey, unitSize: number): ActionCount => {
  const fates = fatesFor(united, action, unitSize);
  const beside = activeLow(fates, united.groups);
  const tip = tippingBy(beside, unitSize);
  return {
    pledged: {
      low: lowStanding(fates.low, united.groups).everybody,
      high: highStanding(fates.high).everybody,
    },
    active: { low: beside(0), high: activeHigh(fates) },
    ...(tip === undefined ? {} : { tipping: tip }),
  };
};

const countTeams = ({ signers, cohorts }: United): Pick<Counted, "team" | "supporters"> => {
  const nobody = signers.map(() => 0);
  const supporters = [...nobody];
  const low = new Map<TeamKey, number[]>();
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
  }
  return {
    team: (team) => ({ low: Math.max(0, ...(low.get(team) ?? [])), high: high.get(team) ?? 0 }),
    // Somebody outside the unit is in no team and no turf, so those show nothing about who is who.
    supporters: Math.max(0, ...supporters),
  };
};

/** Counts what was united. `unitSize` is our own committee file's. An action is counted when it is asked for, and once. */
export const countUnited = (united: United, unitSize: number): Counted => {
  const counted = new Map<ActionKey, ActionCount>();
  return {
    action: (action) => {
      const count = counted.get(action) ?? countAction(united, action, unitSize);
      counted.set(action, count);
      return count;
    },
    ...countTeams(united),
  };
};
