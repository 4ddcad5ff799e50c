/**
 * Records people and what they will do: all of a list or nothing of it. Nothing here looks at the
 * whole vault, so that one person more costs the same among a hundred and among a hundred thousand.
 */
import { REFUSE } from "../domain/campaign/campaign.ts";
import { employerLabel } from "../domain/campaign/employer-host.ts";
import type { Day } from "../domain/day.ts";
import type { InputFault, InputRefused } from "../domain/input/fault.ts";
import { unmarkedAtWork } from "../domain/people/person-faults.ts";
import type { PersonInput } from "../domain/people/person-input.ts";
import type { PersonId } from "../domain/people/person.ts";
import type { PledgeCode } from "../domain/pledges/code.ts";
import type { Progress, Randomness } from "../domain/ports.ts";
import { fail, ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import type { Vault } from "../domain/vault/vault.ts";
import { recordPerson } from "./record-person.ts";

export interface Recorded {
  readonly added: readonly { readonly id: PersonId; readonly code: PledgeCode }[];
  readonly updated: readonly { readonly id: PersonId }[];
  /** Nobody stood behind refusing a part of the work before, and now somebody may. */
  readonly firstRefusal: boolean;
}

interface Deps {
  readonly vault: Vault;
  readonly random: Randomness;
  readonly today: Day;
  readonly progress?: Progress;
}

/** Whether these are the first to refuse a part of the work; looks at the vault only when one of them does. */
export const isFirstRefusal = (vault: Vault, inputs: readonly PersonInput[]): boolean =>
  inputs.some(({ actions }) => actions?.some(({ action }) => action === REFUSE)) &&
  !vault.pledges.isKnown(REFUSE);

const recordAll = (deps: Deps, inputs: readonly PersonInput[], faults: InputFault[]): Recorded => {
  const { vault, progress } = deps;
  const isUnmarkedAtWork = unmarkedAtWork(employerLabel(vault.campaign.get().employer));
  const recording = { ...deps, isUnmarkedAtWork, text: vault.letters.current()?.frozen };
  const firstRefusal = isFirstRefusal(vault, inputs);
  const added: { id: PersonId; code: PledgeCode }[] = [];
  const updated: { id: PersonId }[] = [];
  for (const [index, input] of inputs.entries()) {
    const recorded = recordPerson(recording, input);
    if (!recorded.ok) faults.push(...recorded.failure);
    else if (recorded.value.code === undefined) updated.push({ id: recorded.value.id });
    else added.push({ id: recorded.value.id, code: recorded.value.code });
    progress?.step(index + 1);
  }
  return { added, updated, firstRefusal };
};

const byLine = (a: InputFault, b: InputFault): number => (a.line ?? 0) - (b.line ?? 0);

/**
 * Records everybody of the list in one transaction. Returns every fault at once, those that were
 * `found` while the list was read included, and then keeps nothing.
 */
export const recordPeople = (
  deps: Deps,
  inputs: readonly PersonInput[],
  found: readonly InputFault[] = [],
): Result<Recorded, InputRefused> =>
  deps.vault.transaction(() => {
    const faults = [...found];
    deps.progress?.start("people", inputs.length);
    try {
      const recorded = recordAll(deps, inputs, faults);
      if (faults.length === 0) return ok(recorded);
      return fail({ type: "input-refused", source: "people", faults: faults.toSorted(byLine) });
    } finally {
      deps.progress?.stop();
    }
  });
