/**
 * For one action, people who share one fate: they act or wait together. For `low` those with the same needs
 * in the same team, for `high` likewise; who claims them is a number then.
 */
import type { ActionKey } from "../campaign/campaign.ts";
import { needOf } from "../pledges/need.ts";
import type { Need } from "../pledges/need.ts";
import type { Claim } from "./claims.ts";
import type { HighClaimed } from "./high.ts";
import type { LowClaimed } from "./low.ts";
import type { Cohort, United, UnitedAction } from "./unite.ts";

/** People for whom both needs must hold: the highest that anybody has heard of each kind. 0 is none. */
export interface LowFate extends LowClaimed {
  readonly everybody: number;
  readonly inTeam: number;
}

/** People for whom either need is enough: the lowest that anybody has heard of each kind. `Infinity` is none. */
export interface HighFate extends HighClaimed {
  readonly everybody: number;
  readonly inTeam: number;
}

export interface Fates {
  readonly low: readonly LowFate[];
  readonly high: readonly HighFate[];
}

/** The most or the least of each kind of need; `none` where there is no need of that kind. */
const pick = (
  needs: readonly Need[],
  choose: (a: number, b: number) => number,
  none: number,
): Pick<LowFate, "everybody" | "inTeam"> => {
  const among = (of: Need["of"]): number =>
    needs.reduce((found, need) => (need.of === of ? choose(found, need.people) : found), none);
  return { everybody: among("everybody"), inTeam: among("own-team") };
};

/** Those whom anybody has live for the action, with what is said of it. */
const living = (
  cohorts: United["cohorts"],
  action: ActionKey,
): readonly (readonly [Cohort, UnitedAction])[] =>
  cohorts.flatMap((cohort) => {
    const said = cohort.actions.find((one) => one.action === action);
    return cohort.supporter || said?.live !== true ? [] : [[cohort, said] as const];
  });

/** What `high` goes by, but for how many they are. */
const highOf = (
  { team, teams, claims }: Cohort,
  action: ActionKey,
): Omit<HighClaimed, "people"> => {
  const speaking = claims.filter((claim) =>
    claim.actions.some((said) => said.action === action && said.live),
  );
  const [first] = speaking;
  return {
    teams,
    ...(team === undefined ? {} : { team }),
    ...(first === undefined || speaking.length > 1
      ? {}
      : { alone: { signer: first.signer, inTurf: first.inTurf } }),
  };
};

const highFates = (
  { cohorts }: United,
  action: ActionKey,
  unitSize: number,
): readonly HighFate[] => {
  const fates = new Map<string, HighFate & { people: number }>();
  for (const [cohort, said] of living(cohorts, action)) {
    const needs = said.conditions.map((condition) => needOf(condition, unitSize));
    const least = pick(needs, Math.min, Infinity);
    const high = highOf(cohort, action);
    const { team = "", teams, alone } = high;
    const by = alone === undefined ? "" : `${alone.signer}${alone.inTurf ? "!" : ""}`;
    const key = `${least.everybody} ${least.inTeam} ${team} ${by} ${teams.join(" ")}`;
    const fate = fates.get(key) ?? { ...least, ...high, people: 0 };
    fates.set(key, fate);
    fate.people += cohort.people;
  }
  return [...fates.values()];
};

/** Everybody once in each set in whose compared lists one of these claims has her. */
const addInSets = (sums: number[], claims: readonly Claim[], people: number): void => {
  for (const set of new Set(claims.flatMap(({ sets }) => sets)))
    sums[set] = (sums[set] ?? 0) + people;
};

const lowFates = (
  { signers, cohorts, sets }: United,
  action: ActionKey,
  unitSize: number,
  isCounted: (claim: Claim) => boolean,
): readonly LowFate[] => {
  const fates = new Map<
    string,
    LowFate & {
      readonly anywhere: number[];
      readonly inTurf: number[];
      readonly sets: number[];
      readonly setsInTurf: number[];
    }
  >();
  for (const [{ people, team }, said] of living(cohorts, action)) {
    const sure = said.sure.filter((claim) => isCounted(claim));
    if (said.withdrawn || sure.length === 0) continue;
    const needs = said.conditions.map((condition) => needOf(condition, unitSize));
    const most = pick(needs, Math.max, 0);
    const key = `${most.everybody} ${most.inTeam} ${team ?? ""}`;
    const fate = fates.get(key) ?? {
      ...most,
      ...(team === undefined ? {} : { team }),
      anywhere: signers.map(() => 0),
      inTurf: signers.map(() => 0),
      sets: sets.map(() => 0),
      setsInTurf: sets.map(() => 0),
    };
    fates.set(key, fate);
    for (const { signer, inTurf } of sure) {
      fate.anywhere[signer] = (fate.anywhere[signer] ?? 0) + people;
      if (inTurf) fate.inTurf[signer] = (fate.inTurf[signer] ?? 0) + people;
    }
    addInSets(fate.sets, sure, people);
    addInSets(
      fate.setsInTurf,
      sure.filter(({ inTurf }) => inTurf),
      people,
    );
  }
  return [...fates.values()];
};

/** The fates for one action, without supporters; `isCounted` says which claims low may rest on. */
export const fatesFor = (
  united: United,
  action: ActionKey,
  unitSize: number,
  isCounted: (claim: Claim) => boolean = () => true,
): Fates => ({
  low: lowFates(united, action, unitSize, isCounted),
  high: highFates(united, action, unitSize),
});
