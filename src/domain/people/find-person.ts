import type { TeamKey } from "../campaign/campaign.ts";
import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";
import type { Person, PersonId } from "./person.ts";
import type { PeopleStore } from "./store.ts";

export type PersonNotFound =
  /** The reference is not repeated: somebody may have typed a name. */
  | { readonly type: "person-not-found" }
  | { readonly type: "person-ambiguous"; readonly ids: readonly PersonId[] };

/** The campaign has no team of that key. */
export interface TeamUnknown {
  readonly type: "team-unknown";
  readonly known: readonly TeamKey[];
}

/** The one person whom a prefix of an id or an alias names. */
export const findPerson = (
  people: PeopleStore,
  reference: string,
): Result<Person, PersonNotFound> => {
  const found = people.named(reference.trim().toLowerCase());
  const [first] = found;
  if (first === undefined) return fail({ type: "person-not-found" });
  if (found.length > 1) return fail({ type: "person-ambiguous", ids: found.map(({ id }) => id) });
  return ok(first);
};
