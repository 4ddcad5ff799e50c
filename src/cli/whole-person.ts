/** All that the vault holds of one person, for the screens that show it. */
import type { Day } from "../domain/day.ts";
import type { Person } from "../domain/people/person.ts";
import type { Vault } from "../domain/vault/vault.ts";
import type { WholePerson } from "./render/person.ts";

export const wholePersonOf = (vault: Vault, person: Person, today: Day): WholePerson => {
  const assessments = vault.people.assessments(person.id);
  const latest = assessments.at(-1)?.level;
  const letters = vault.letters.all();
  const coverer = person.coveredBy === undefined ? undefined : vault.people.byId(person.coveredBy);
  const handedOver = vault.handovers.goneTo(person.id);
  return {
    person,
    today,
    ...(handedOver === undefined ? {} : { handedOver }),
    ...(coverer === undefined ? {} : { coverer }),
    assessments,
    changes: vault.pledges.history(person.id),
    ...(latest === undefined ? {} : { assessment: latest }),
    pledges: vault.pledges.of(person.id),
    signatures: vault.letters.signaturesOf(person.id).map((signature) => {
      const letter = letters.find(({ frozen }) => frozen?.hash === signature.text);
      return { ...signature, ...(letter === undefined ? {} : { letter: letter.name }) };
    }),
  };
};
