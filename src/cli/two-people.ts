/** The two different people whom a command line names. */
import { findPerson } from "../domain/people/find-person.ts";
import type { PersonNotFound } from "../domain/people/find-person.ts";
import type { Person } from "../domain/people/person.ts";
import type { PeopleStore } from "../domain/people/store.ts";
import { fail, ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import type { UsageFailure } from "./failure.ts";

export const twoPeople = (
  people: PeopleStore,
  one: string,
  other: string,
): Result<readonly [Person, Person], PersonNotFound | UsageFailure> => {
  const first = findPerson(people, one);
  if (!first.ok) return first;
  const second = findPerson(people, other);
  if (!second.ok) return second;
  return first.value.id === second.value.id
    ? fail({
        type: "usage",
        message: "both name the same record",
        hint: 'name two; see the ids with "pledge duplicates" or "pledge list"',
      })
    : ok([first.value, second.value]);
};
