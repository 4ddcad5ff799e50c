/** The members of an exported file, before what they say is looked at; those that `add --from` has are `person-shape.ts`. */
import * as v from "valibot";

import { list, people, percent } from "../../input/shapes.ts";

export const head = v.strictObject({
  v: v.number(),
  type: v.string(),
  campaign: v.string(),
  people: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

const pledge = v.strictObject({
  action: v.string(),
  atLeast: v.optional(people),
  atLeastPercent: v.optional(percent),
  atLeastInTeam: v.optional(people),
  display: v.picklist(["named", "role", "counted"]),
  state: v.picklist(["pledged", "confirmed", "done", "lapsed", "withdrawn"]),
  since: v.string(),
});

const assessment = v.strictObject({
  level: v.picklist([1, 2, 3, 4, 5]),
  basis: v.picklist(["conversation", "action", "hearsay"]),
  day: v.string(),
});

const signature = v.strictObject({ text: v.string(), signedOn: v.string() });

/** More than anybody's life in a campaign has; bounds what a hostile line costs. */
const most = 10_000;

export const lists = v.strictObject({
  assessments: list(assessment, most),
  pledges: list(pledge, most),
  changes: list(pledge, most),
  signatures: list(signature, most),
});

export type Lists = v.InferOutput<typeof lists>;

/** The members of ours at a path. */
export const knownLists = (path: string): readonly string[] => {
  const nested = {
    assessments: assessment,
    pledges: pledge,
    changes: pledge,
    signatures: signature,
  };
  const inside = Object.entries(nested).find(([name]) => path.startsWith(name))?.[1];
  return Object.keys((inside ?? lists).entries);
};
