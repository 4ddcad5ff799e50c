/** A person of the vault as the JSON that `parsePerson` reads: what goes out can come back in. */
import type { ActionKey } from "../campaign/campaign.ts";
import { conditionToMembers } from "../pledges/condition.ts";
import { isLive } from "../pledges/pledge.ts";
import type { Display, Pledge } from "../pledges/pledge.ts";
import type { Json } from "../text/canonical-json.ts";
import type { PersonSummary } from "./store.ts";

const leastRevealing: readonly Display[] = ["counted", "role", "named"];

/** The display that goes for all of them: where they differ, the one that gives away the least. */
export const displayOf = (pledges: readonly Pledge[]): Display | undefined =>
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
    ...(person.site === undefined ? {} : { site: person.site }),
    ...(person.shift === undefined ? {} : { shift: person.shift }),
    ...(person.employment === undefined ? {} : { employment: person.employment }),
    ...(person.language === undefined ? {} : { language: person.language }),
    ...(person.pronouns === undefined ? {} : { pronouns: person.pronouns }),
    contacts: person.contacts.map(({ kind, value, atWork }) => ({
      kind,
      value,
      ...(atWork === true ? { atWork } : {}),
    })),
    ...(person.doNotContact ? { doNotContact: true } : {}),
    ...(person.leader === undefined ? {} : { leader: person.leader }),
    ...(person.coveredBy === undefined ? {} : { coveredBy: person.coveredBy }),
    ...(assessment === undefined ? {} : { assessment }),
    actions: live.map(actionToInput),
    ...(display === undefined ? {} : { display }),
    supporter: person.supporter,
    supervisor: person.supervisor,
    code: person.code,
    ...(person.issues.length === 0 ? {} : { issues: person.issues }),
    ...(person.note === undefined ? {} : { note: person.note }),
    ...(person.sharedNote === undefined ? {} : { sharedNote: person.sharedNote }),
    ...(person.source === undefined ? {} : { source: person.source }),
    ...(person.consents.length === 0
      ? {}
      : { consents: person.consents.map(({ to, on }) => ({ to, on })) }),
    ...(person.elsewhere.length === 0 ? {} : { elsewhere: person.elsewhere }),
    date: person.addedOn,
  };
};
