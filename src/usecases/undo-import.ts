/** Takes the last import back, whatever was noted since. */
import { SIGN } from "../domain/campaign/campaign.ts";
import type { NoImport, VaultMovedOn } from "../domain/people/import/failures.ts";
import { takenBack } from "../domain/people/import/taken-back.ts";
import type { TakenBack } from "../domain/people/import/taken-back.ts";
import type { LastImport } from "../domain/people/import/store.ts";
import type { Person, PersonId } from "../domain/people/person.ts";
import { fail, ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import type { Vault } from "../domain/vault/vault.ts";
import { blankTraces, tracesOf } from "./retention/traces.ts";
import type { Traces } from "./retention/traces.ts";

export interface PlannedUndo {
  readonly last: LastImport;
  readonly putBack: readonly (TakenBack & { readonly id: PersonId })[];
  /** Whom it changed and of whom something else was said since: that stays. */
  readonly keepLater: readonly Person[];
  readonly generation: number;
}

/** Looks only. */
export const planUndo = (vault: Vault): Result<PlannedUndo, NoImport> => {
  const generation = vault.generation();
  const last = vault.imports.last();
  if (last === undefined) return fail({ type: "import-absent" });
  const putBack = last.changed.flatMap((change) => {
    const { id } = change.was.person;
    const person = vault.people.byId(id);
    if (person === undefined) return [];
    return [{ id, ...takenBack(change, { person, pledges: vault.pledges.of(id) }, SIGN) }];
  });
  return ok({
    last,
    putBack,
    keepLater: putBack.filter(({ kept }) => kept.length > 0).map(({ person }) => person),
    generation,
  });
};

/** Gives what names whoever was taken out, elsewhere: what was written about others stays as it was before the import. */
export const undoImport = (
  vault: Vault,
  { putBack, generation }: PlannedUndo,
): Result<Traces, VaultMovedOn> => {
  const done = vault.transaction((): Result<Traces, VaultMovedOn> => {
    if (vault.generation() !== generation) return fail({ type: "vault-moved-on" });
    const traces = tracesOf(vault, vault.imports.added(), (place) => place.in === "columns");
    for (const { person, pledges, dropped, unsigns } of putBack) {
      vault.imports.putBack({ person, pledges }, dropped);
      if (unsigns) vault.letters.unsign(person.id);
    }
    vault.imports.removeAdded();
    vault.imports.clear();
    blankTraces(vault, traces);
    return ok(traces);
  });
  // Whoever was taken out is erased, as after "forget".
  if (done.ok) vault.scrub();
  return done;
};
