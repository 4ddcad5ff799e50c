/** How a pledge ends: it was kept, or its day came and went. Whoever takes one back says so (`withdraw-pledges.ts`). */
import type { ActionKey } from "../domain/campaign/campaign.ts";
import type { Day } from "../domain/day.ts";
import type { PersonId } from "../domain/people/person.ts";
import type { PledgeFailure } from "../domain/pledges/failures.ts";
import type { Pledge } from "../domain/pledges/pledge.ts";
import { fail, ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import type { Vault } from "../domain/vault/vault.ts";
import { standingPledges } from "./withdraw-pledges.ts";

interface Deps {
  readonly vault: Vault;
  readonly today: Day;
}

/** `done` counts as before; what lapsed counts no more, until it is confirmed again. */
export type Settled = "done" | "lapsed";

const settle = ({ vault, today }: Deps, pledges: readonly Pledge[], state: Settled): void => {
  for (const pledge of pledges) vault.pledges.put({ ...pledge, state, since: today });
};

/** Settles a person's pledge for `action`, or the only one that stands; gives the action. */
export const settlePledge = (
  deps: Deps,
  person: PersonId,
  action: string | undefined,
  state: Settled,
): Result<ActionKey, PledgeFailure> =>
  deps.vault.transaction(() => {
    const found = standingPledges(deps.vault, person, action);
    if (!found.ok) return found;
    const [first, ...others] = found.value;
    if (first === undefined) throw new Error("pledges that stand are none");
    if (others.length > 0)
      return fail({ type: "action-open", known: found.value.map((one) => one.action) });
    settle(deps, [first], state);
    return ok(first.action);
  });

/** Pledges for `action` that stand and were last said before that day, confirmed or not; done is done. */
export const olderPledges = (vault: Vault, action: ActionKey, before: Day): readonly Pledge[] =>
  vault.people
    .pledging()
    .filter(({ pledges }) => pledges.some((pledge) => pledge.action === action))
    .flatMap(({ person }) => vault.pledges.of(person.id))
    .filter(
      (pledge) =>
        pledge.action === action &&
        (pledge.state === "pledged" || pledge.state === "confirmed") &&
        pledge.since < before,
    );

/** Lets all of `olderPledges` lapse; gives them as they were. */
export const lapseOlder = (
  deps: Deps,
  action: ActionKey,
  before: Day,
): Result<readonly Pledge[], never> =>
  deps.vault.transaction(() => {
    const pledges = olderPledges(deps.vault, action, before);
    settle(deps, pledges, "lapsed");
    return ok(pledges);
  });
