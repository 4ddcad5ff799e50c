/** The members of `status --json` that are there with a committee or without one. */
import type { AssessedCounts } from "../../domain/people/standing.ts";
import type { ActionStates, Range, Readiness } from "../../domain/pledges/readiness.ts";
import type { ActionKey } from "../../domain/campaign/campaign.ts";
import type { Json } from "../../domain/text/canonical-json.ts";

const rangeJson = ({ low, high }: Range): Json => ({ low, high });

/** `confirmed`, `done` and `assessments` are of this vault alone. */
export const statusJson = (
  { asOf, unit, actions, teams }: Readiness,
  states: ReadonlyMap<ActionKey, ActionStates>,
  { assessed, stale, unassessed }: AssessedCounts,
): { readonly [name: string]: Json } => ({
  v: 1,
  asOf,
  unit: { size: unit.size, asOf: unit.asOf },
  actions: actions.map(({ action, pledged, active, withinSizes, threshold, met, away }) => ({
    action,
    pledged: rangeJson(pledged),
    confirmed: states.get(action)?.confirmed ?? 0,
    done: states.get(action)?.done ?? 0,
    active: rangeJson(active),
    withinSizes,
    threshold: threshold ?? null,
    met,
    away,
  })),
  teams: teams.map(({ team, size, people }) => ({
    team,
    size: size ?? null,
    people: rangeJson(people),
  })),
  assessments: { assessed, stale, unassessed },
});
