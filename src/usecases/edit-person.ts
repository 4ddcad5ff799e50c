/** Changes one person: what is said of her anew, and what she takes back; all of it or nothing. */
import { findPerson } from "../domain/people/find-person.ts";
import type { ActionKey } from "../domain/campaign/campaign.ts";
import { employerLabel } from "../domain/campaign/employer-host.ts";
import type { Day } from "../domain/day.ts";
import type { InputRefused } from "../domain/input/fault.ts";
import { unmarkedAtWork } from "../domain/people/person-faults.ts";
import type { PersonInput } from "../domain/people/person-input.ts";
import type { Person } from "../domain/people/person.ts";
import { isLive } from "../domain/pledges/pledge.ts";
import type { Randomness } from "../domain/ports.ts";
import { fail, ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import type { Vault } from "../domain/vault/vault.ts";
import { isFirstRefusal } from "./record-people.ts";
import { recordPerson } from "./record-person.ts";
import { takeBack } from "./withdraw-pledges.ts";

interface Deps {
  readonly vault: Vault;
  readonly random: Randomness;
  readonly today: Day;
}

export interface PersonChange {
  readonly input: PersonInput;
  /** Actions whose live pledge goes. */
  readonly withdrawn: readonly ActionKey[];
}

export interface Edited {
  /** Nobody stood behind refusing a part of the work before, and now somebody may. */
  readonly firstRefusal: boolean;
}

/** An id in the input must be hers; every fault is returned at once. */
export const editPerson = (
  deps: Deps,
  person: Person,
  { input, withdrawn }: PersonChange,
): Result<Edited, InputRefused> =>
  deps.vault.transaction(() => {
    const { vault } = deps;
    const refused = (faults: InputRefused["faults"]): Result<Edited, InputRefused> =>
      fail({ type: "input-refused", source: "people", faults });
    if (input.id !== undefined) {
      const found = findPerson(vault.people, input.id);
      if (!found.ok || found.value.id !== person.id) {
        return refused([{ path: "id", fault: { type: "person-other" } }]);
      }
    }
    const firstRefusal = isFirstRefusal(vault, [input]);
    const text = vault.letters.current()?.frozen;
    const isUnmarkedAtWork = unmarkedAtWork(employerLabel(vault.campaign.get().employer));
    const recorded = recordPerson({ ...deps, isUnmarkedAtWork, text }, input, person);
    if (!recorded.ok) return refused(recorded.failure);
    const gone = vault.pledges
      .of(person.id)
      .filter(({ action, state }) => isLive(state) && withdrawn.includes(action));
    takeBack(deps, gone);
    return ok({ firstRefusal });
  });
