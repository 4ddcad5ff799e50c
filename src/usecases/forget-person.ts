/** Erases a person, what names her in what was written about others, and then whatever the file still holds of the rows that she had. */
import type { Person } from "../domain/people/person.ts";
import { ok } from "../domain/result.ts";
import type { Vault } from "../domain/vault/vault.ts";
import { blankTraces, tracesOf } from "./retention/traces.ts";
import type { Traces } from "./retention/traces.ts";

/** Returns when nothing of her is left in the vault's file but what cannot be changed; gives what was found elsewhere. */
export const forgetPerson = (vault: Vault, person: Person): Traces => {
  const traces = vault.transaction(() => {
    const found = tracesOf(vault, [person]);
    blankTraces(vault, found);
    vault.people.remove(person.id);
    return ok(found);
  });
  vault.scrub();
  if (!traces.ok) throw new Error("erasing fails in no other way than by throwing");
  return traces.value;
};
