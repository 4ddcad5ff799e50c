/** What a row of assessments says today: whether the last one is still worth something, and which way it goes. */
import { defaultStaleAfterDays } from "../campaign/campaign.ts";
import type { Campaign } from "../campaign/campaign.ts";
import { daysBetween } from "../age.ts";
import type { Day } from "../day.ts";
import type { Assessment } from "./person.ts";

type Settled = Pick<Campaign, "settings">;

export const staleAfterDays = ({ settings }: Settled): number =>
  settings.staleAfterDays ?? defaultStaleAfterDays;

/** People change their minds: what was noted too long ago is asked about again. */
export const isStale = (campaign: Settled, { day }: Pick<Assessment, "day">, today: Day): boolean =>
  daysBetween(day, today) > staleAfterDays(campaign);

/** Of the people who count: with an assessment, with one that is too old, and with none. Stale ones are assessed. */
export interface AssessedCounts {
  readonly assessed: number;
  readonly stale: number;
  readonly unassessed: number;
}

export const assessedCounts = (
  campaign: Settled,
  byDay: readonly { readonly day?: Day; readonly people: number }[],
  today: Day,
): AssessedCounts => {
  const sum = (of: (day: Day | undefined) => boolean): number =>
    byDay.reduce((total, { day, people }) => total + (of(day) ? people : 0), 0);
  return {
    assessed: sum((day) => day !== undefined),
    stale: sum((day) => day !== undefined && isStale(campaign, { day }, today)),
    unassessed: sum((day) => day === undefined),
  };
};

/** By the last two assessments, oldest first; nothing where there is one or none. */
export const trendOf = (
  assessments: readonly Assessment[],
): "closer" | "same" | "further" | undefined => {
  const [before, latest] = assessments.slice(-2);
  if (before === undefined || latest === undefined) return undefined;
  if (latest.level === before.level) return "same";
  return latest.level < before.level ? "closer" : "further";
};
