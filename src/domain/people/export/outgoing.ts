/** People as other programs take them: rows of our table, and cards. Both say less than `exported.ts`. */
import { isLive } from "../../pledges/pledge.ts";
import { headerOfOurs, rowOf } from "../import/our-table.ts";
import type { PersonInput } from "../person-input.ts";
import { displayOf } from "../person-to-input.ts";
import type { Contact } from "../person.ts";
import type { PersonSummary } from "../store.ts";
import type { OutgoingCard } from "./address-book-writer.ts";

/** The person as `add --from` would be told of her; what she took back is left out. */
export const inputOf = ({ person, assessment, pledges }: PersonSummary): PersonInput => {
  const { addedOn, ...members } = person;
  const live = pledges.filter(({ state }) => isLive(state));
  const display = displayOf(live);
  return {
    ...members,
    actions: live.map(({ action, condition }) => ({ action, condition })),
    ...(assessment === undefined ? {} : { assessment }),
    ...(display === undefined ? {} : { display }),
    day: addedOn,
  };
};

/** A header and a row a person, as `our-table.ts` has them, with every formula made text. */
export const tableOf = (people: readonly PersonSummary[]): readonly (readonly string[])[] => [
  headerOfOurs,
  ...people.map((one) => rowOf(inputOf(one))),
];

/**
 * A URI (RFC 3986) of a messenger: a web page is none, an address or a number would have a property of its own.
 * Without commas, which programs disagree on whether to escape.
 */
const messenger =
  /^(?!https?:|mailto:|tel:|signal:)[a-z][a-z0-9+.-]*:[a-z0-9\-._~:/?#[\]@!$&'()*+;=%]+$/iu;

const hasProperty = ({ kind, value }: Contact): boolean =>
  kind !== "other" || messenger.test(value);

/**
 * The card of a person: never what she pledged, how she was assessed, a note, her team or the pledge code, since
 * address books are carried to clouds. Who asked that nobody write or call has no contacts on it.
 */
export const cardOf = ({ person }: PersonSummary): OutgoingCard => ({
  name: person.name,
  contacts: person.doNotContact ? [] : person.contacts.filter(hasProperty),
  ...(person.role === undefined ? {} : { role: person.role }),
  ...(person.language === undefined ? {} : { language: person.language }),
});
