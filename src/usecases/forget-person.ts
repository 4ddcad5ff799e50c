/** Erases a person, and then whatever the file still holds of the rows that she had. */
import type { PersonId } from "../domain/people/person.ts";
import { ok } from "../domain/result.ts";
import type { Vault } from "../domain/vault/vault.ts";

/** Returns when nothing of her is left in the vault's file. */
export const forgetPerson = (vault: Vault, person: PersonId): void => {
  vault.transaction(() => {
    vault.people.remove(person);
    return ok(undefined);
  });
  vault.scrub();
};
