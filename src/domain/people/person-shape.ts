/** The members of a person in JSON, before what they say is looked at. */
import * as v from "valibot";

import { list, people, percent } from "../input/shapes.ts";

/** A list of a person has at most so many members. */
export const longestList = 20;

const contact = v.strictObject({
  kind: v.picklist(["signal", "phone", "email", "other"]),
  value: v.string(),
  atWork: v.optional(v.boolean()),
});

const consent = v.strictObject({ to: v.string(), on: v.string() });

const actionObject = v.strictObject({
  action: v.string(),
  atLeast: v.optional(people),
  atLeastPercent: v.optional(percent),
  atLeastInTeam: v.optional(people),
});

// Chosen by what is there: a union would only say that none of its shapes fits.
const pledgedAction = v.lazy((given) =>
  typeof given === "object" && given !== null ? actionObject : v.string(),
);

const erasable = v.optional(v.nullable(v.string()));

export const shape = v.strictObject({
  id: v.optional(v.string()),
  name: v.optional(v.string()),
  alias: erasable,
  team: erasable,
  role: erasable,
  site: erasable,
  shift: erasable,
  employment: v.optional(v.nullable(v.picklist(["employee", "contractor", "intern", "unsure"]))),
  language: erasable,
  pronouns: erasable,
  contacts: v.optional(list(contact, longestList)),
  doNotContact: v.optional(v.boolean()),
  leader: v.optional(v.nullable(v.picklist(["committee", "helper", "leader", "activist"]))),
  coveredBy: erasable,
  assessment: v.optional(v.picklist([1, 2, 3, 4, 5])),
  actions: v.optional(list(pledgedAction, 30)),
  display: v.optional(v.picklist(["named", "role", "counted"])),
  supporter: v.optional(v.boolean()),
  supervisor: v.optional(v.picklist(["yes", "no", "unsure"])),
  code: v.optional(v.string()),
  issues: v.optional(list(v.string(), longestList)),
  note: erasable,
  sharedNote: erasable,
  source: erasable,
  consents: v.optional(list(consent, longestList)),
  elsewhere: v.optional(list(v.string(), longestList)),
  date: v.optional(v.string()),
});

export type Given = v.InferOutput<typeof shape>;

/** The members of ours at a path. */
export const knownMembers = (path: string): readonly string[] => {
  const nested = { contacts: contact, actions: actionObject, consents: consent };
  const inside = Object.entries(nested).find(([name]) => path.startsWith(name))?.[1];
  return Object.keys((inside ?? shape).entries);
};
