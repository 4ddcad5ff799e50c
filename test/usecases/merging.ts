/** Four people in a vault, two of whom become one, and all that is said of each. */
import type { Day } from "../../src/domain/day.ts";
import type { Person, PersonId } from "../../src/domain/people/person.ts";
import { ok } from "../../src/domain/result.ts";
import type { Vault } from "../../src/domain/vault/vault.ts";
import { personOf } from "../support/whole-people.ts";
import type { Whole } from "../support/whole-people.ts";

export const today = "2026-11-22" as Day;
export const [kept, other, third, fourth] = [
  "kept",
  "other",
  "third",
  "fourth",
] as readonly string[] as [PersonId, PersonId, PersonId, PersonId];

const put = (vault: Vault, id: PersonId, one: Whole, more: Partial<Person> = {}): void => {
  vault.people.add({ ...personOf(one, id), ...more });
  for (const pledge of one.history) vault.pledges.put({ ...pledge, person: id });
  for (const assessment of one.assessments) vault.people.assess(id, assessment);
  for (const signature of one.signed) vault.letters.sign({ ...signature, person: id });
};

export const stateOf = (vault: Vault, id: PersonId) => ({
  person: vault.people.byId(id),
  pledges: vault.pledges.of(id),
  history: vault.pledges.history(id),
  assessments: vault.people.assessments(id),
  signatures: vault.letters.signaturesOf(id),
});

export type State = ReturnType<typeof stateOf>;

export const nobody: Whole = { members: {}, history: [], assessments: [], signed: [] };

/** Four people; the third is covered by the other one, whom the fourth was told apart from. All of them are gone afterwards. */
export const withFour = (
  vault: Vault,
  [one, two, background]: readonly [Whole, Whole, Whole],
  look: () => void,
): void => {
  vault.transaction(() => {
    put(vault, kept, one);
    put(vault, other, two);
    put(vault, third, background, { coveredBy: other });
    put(vault, fourth, nobody);
    vault.duplicates.keepApart(fourth, other);
    return ok(undefined);
  });
  try {
    look();
  } finally {
    vault.transaction(() => {
      for (const id of [kept, other, third, fourth]) vault.people.remove(id);
      return ok(undefined);
    });
  }
};
