/** A published count as the one JSON document that it can be: RFC 8785 and a line break. */
import { canonicalJson } from "../text/canonical-json.ts";
import type { PublishedCount } from "./count.ts";
import { countType, countVersion } from "./count-shape.ts";

const byAction = (a: { readonly action: string }, b: { readonly action: string }): number =>
  a.action < b.action ? -1 : 1;

export const writeCount = (count: PublishedCount): string => {
  const { name, size, asOf } = count.unit;
  const json = canonicalJson({
    type: countType,
    v: countVersion,
    campaign: count.campaign,
    name: count.name,
    employer: count.employer,
    unit: { name, size, asOf },
    number: count.number,
    after: count.after ?? null,
    on: count.on,
    shown: count.shown.toSorted(byAction).map(({ action, atLeast, teams }) => ({
      action,
      atLeast,
      teams: teams.map((one) => ({ ...one })),
    })),
    last: count.last.map(({ action, atLeast, teams, byLetter }) => ({
      action,
      atLeast,
      teams: teams.map((one) => ({ team: one.team, atLeast: one.atLeast })),
      ...(byLetter ? { byLetter } : {}),
    })),
    receipts: count.receipts ?? null,
  });
  return `${json}\n`;
};
