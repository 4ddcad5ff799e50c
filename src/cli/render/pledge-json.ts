/** People and pledges in the JSON that commands print: design of the formats in the README, "Files". */
import type { ListedPerson } from "../../domain/people/store.ts";
import { conditionToMembers } from "../../domain/pledges/condition.ts";
import type { Pledge } from "../../domain/pledges/pledge.ts";
import type { Json } from "../../domain/text/canonical-json.ts";

/** A member of the format that says nothing is there as `null`. */
export const pledgeJson = ({ action, state, condition, display }: Pledge) => ({
  action,
  state,
  atLeast: null as number | null,
  ...conditionToMembers(condition),
  display,
});

/** One entry of `list`. */
export const listedJson = ({ person, assessment, pledges, handedOver }: ListedPerson): Json => ({
  id: person.id,
  name: person.name,
  alias: person.alias ?? null,
  team: person.team ?? null,
  role: person.role ?? null,
  assessment: assessment ?? null,
  pledges: pledges.map(pledgeJson),
  ...(handedOver === undefined ? {} : { handedOver: { ...handedOver } }),
});
