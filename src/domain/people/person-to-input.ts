/** A person of the vault as the JSON that `parsePerson` reads: what goes out can come back in. */
import type { ActionKey } from "../campaign/campaign.ts";
import { conditionToMembers } from "../pledges/condition.ts";
import { isLive } from "../pledges/pledge.ts";
import type { Display, Pledge } from "../pledges/pledge.ts";
import type { Json } from "../text/canonical-json.ts";
import type { PersonSummary } from "./store.ts";

const leastRevealing: readonly Display[] = ["counted", "role", "named"];

/** The display that goes for all of them: where they differ, the one that gives away the least. */
const displayOf = (pledges: readonly Pledge[]): Display | undefined =>
  leastRevealing.find((display) => pledges.some((pledge) => pledge.display === display));

const actionToInput = ({ action, condition }: Pledge): ActionKey | Readonly<Record<string, Json>> =>
  condition.kind === "none" ? action : { action, ...conditionToMembers(condition) };

/**
 * The members of `add --from`, in the order of its documentation; a member that says nothing is
 * left out, and so is a pledge that was taken back.
 */
export const personToInput = ({ person, assessment, pledges }: PersonSummary) => {
  const live = pledges.filter(({ state }) => isLive(state));
  const display = displayOf(live);
  return {
    id: person.id,
    name: person.name,
    ...(person.alias === undefined ? {} : { alias: person.alias }),
    ...(person.team === undefined ? {} : { team: person.team }),
    ...(person.role === undefined ? {} : { role: person.role }),
    contacts: person.contacts.map(({ kind, value }) => ({ kind, value })),
    ...(assessment === undefined ? {} : { assessment }),
    actions: live.map(actionToInput),
    ...(display === undefined ? {} : { display }),
    supporter: person.supporter,
    supervisor: person.supervisor,
    code: person.code,
    ...(person.note === undefined ? {} : { note: person.note }),
    date: person.addedOn,
  };
};
