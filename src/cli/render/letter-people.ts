/**
 * People who must be asked about a text, one a line, by id. With their names only on a screen: what
 * goes into a file or a pipe is kept somewhere.
 */
import { collationOf } from "../../domain/letters/collation.ts";
import type { Person, PersonId } from "../../domain/people/person.ts";
import { showable } from "../../domain/text/clean.ts";

/** Ordered by name where names are shown, else as given. */
export const peopleToAskText = (
  ids: readonly PersonId[],
  shown: {
    readonly names: boolean;
    readonly person: (id: PersonId) => Person | undefined;
  },
): string => {
  if (!shown.names) return ids.join("\n");
  const collate = collationOf("en");
  return ids
    .map((id) => ({ id, name: showable(shown.person(id)?.name ?? "") }))
    .toSorted((a, b) => collate(a.name, b.name))
    .map(({ id, name }) => `${id}  ${name}`.trimEnd())
    .join("\n");
};
