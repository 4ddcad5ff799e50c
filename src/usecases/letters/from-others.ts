/** What other organizers have to say on who signed a text: whom they add, and who took it back with them. */
import type { TextHash } from "../../domain/letters/letter.ts";
import type { PersonId } from "../../domain/people/person.ts";
import { gatherSigners } from "./gather-signers.ts";
import type { GatheredSigners } from "./gather-signers.ts";
import { withdrawnElsewhere, withdrawnSignatories } from "./withdrawn-elsewhere.ts";
import type { WithdrawnDeps } from "./withdrawn-elsewhere.ts";

export interface FromOthers {
  /** Our own people who took it back with somebody else. */
  readonly withdrawn: ReadonlySet<PersonId>;
  /** Those of them who would be signatories; sorted. */
  readonly tookBack: readonly PersonId[];
  /** Nothing while our own vault is all there is. */
  readonly gathered?: GatheredSigners;
}

export const fromOthers = (deps: WithdrawnDeps, text: TextHash): FromOthers => {
  const { vault } = deps;
  const withdrawn = withdrawnElsewhere(deps);
  const gathered = gatherSigners(vault, text, withdrawn);
  return {
    withdrawn,
    tookBack: withdrawnSignatories(vault, text, withdrawn),
    ...(gathered === undefined ? {} : { gathered }),
  };
};
