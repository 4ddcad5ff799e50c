import type { PersonInput } from "./person-input.ts";
import type { Person, PersonId } from "./person.ts";

/** Members that a person has or has not, and that `null` takes away. */
const erasable = [
  "alias",
  "team",
  "role",
  "site",
  "shift",
  "employment",
  "language",
  "pronouns",
  "leader",
  "note",
  "sharedNote",
  "source",
] as const;

/** Members that every person has. */
const lasting = [
  "name",
  "contacts",
  "doNotContact",
  "supervisor",
  "supporter",
  "issues",
  "consents",
  "elsewhere",
] as const;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const put = <K extends keyof Person>(to: Mutable<Person>, member: K, value: Person[K]): void => {
  to[member] = value;
};

/**
 * The person once this was said of her: what was not said stays, `null` takes away. `coveredBy` is whom the input's own
 * reference stands for. Never her id, her code or the day on which she was added.
 */
export const changedPerson = (
  before: Person,
  input: PersonInput,
  coveredBy: PersonId | null | undefined,
): Person => {
  const person: Mutable<Person> = { ...before };
  for (const member of lasting) {
    const said = input[member];
    if (said !== undefined) put(person, member, said);
  }
  for (const member of erasable) {
    const said = input[member];
    if (said === null) delete person[member];
    else if (said !== undefined) put(person, member, said);
  }
  if (coveredBy === null) delete person.coveredBy;
  else if (coveredBy !== undefined) person.coveredBy = coveredBy;
  return person;
};
