/**
 * For one action, people who share one fate: they act or wait together. For `low` those with the same needs
 * in the same team, for `high` likewise; who claims them is a number then.
 */
import type { ActionKey, TeamKey } from "../campaign/campaign.ts";
import { needOf } from "../pledges/need.ts";
import type { Need } from "../pledges/need.ts";
import type { Claimed } from "./low.ts";
import type { United } from "./unite.ts";

/** People for whom both needs must hold: the highest that anybody has heard of each kind. 0 is none. */
export interface LowFate extends Claimed {
  readonly everybody: number;
  readonly inTeam: number;
}

/** People for whom either need is enough: the lowest that anybody has heard of each kind. `Infinity` is none. */
export interface HighFate {
  readonly everybody: number;
  readonly inTeam: number;
  /** Every team that somebody gives for them. */
  readonly teams: readonly TeamKey[];
  readonly people: number;
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

/** The fates for one action, without supporters. */
export const fatesFor = (
  { signers, cohorts }: United,
  action: ActionKey,
  unitSize: number,
): Fates => {
  const low = new Map<
    string,
    LowFate & { readonly anywhere: number[]; readonly inTurf: number[] }
  >();
  const high = new Map<string, HighFate & { people: number }>();
  for (const { people, team, teams, supporter, actions } of cohorts) {
    const said = actions.find((one) => one.action === action);
    if (supporter || said?.live !== true) continue;
    const needs = said.conditions.map((condition) => needOf(condition, unitSize));
    const least = pick(needs, Math.min, Infinity);
    const highKey = `${least.everybody} ${least.inTeam} ${teams.join(" ")}`;
    const highFate = high.get(highKey) ?? { ...least, teams, people: 0 };
    high.set(highKey, highFate);
    highFate.people += people;
    if (said.withdrawn || said.sure.length === 0) continue;
    const most = pick(needs, Math.max, 0);
    const lowKey = `${most.everybody} ${most.inTeam} ${team ?? ""}`;
    const lowFate = low.get(lowKey) ?? {
      ...most,
      ...(team === undefined ? {} : { team }),
      anywhere: signers.map(() => 0),
      inTurf: signers.map(() => 0),
    };
    low.set(lowKey, lowFate);
    for (const { signer, inTurf } of said.sure) {
      lowFate.anywhere[signer] = (lowFate.anywhere[signer] ?? 0) + people;
      if (inTurf) lowFate.inTurf[signer] = (lowFate.inTurf[signer] ?? 0) + people;
    }
  }
  return { low: [...low.values()], high: [...high.values()] };
};
