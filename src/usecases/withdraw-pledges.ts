/** A person takes back what she said. The pledge stays as withdrawn, so that others can hear of it. */
import { SIGN } from "../domain/campaign/campaign.ts";
import type { ActionKey } from "../domain/campaign/campaign.ts";
import type { Day } from "../domain/day.ts";
import type { PersonId } from "../domain/people/person.ts";
import type { PledgeFailure } from "../domain/pledges/failures.ts";
import { isLive } from "../domain/pledges/pledge.ts";
import type { Pledge } from "../domain/pledges/pledge.ts";
import { fail, ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import type { Vault } from "../domain/vault/vault.ts";

interface Deps {
  readonly vault: Vault;
  readonly today: Day;
}

/** Takes back these pledges, inside a transaction of the caller; with `sign`, the signatures go too. */
export const takeBack = ({ vault, today }: Deps, pledges: readonly Pledge[]): void => {
  for (const pledge of pledges) {
    vault.pledges.put({ ...pledge, state: "withdrawn", since: today });
    if (pledge.action === SIGN) vault.letters.unsign(pledge.person);
  }
};

/** A person's pledges, or the one for `action`, as far as `isMeant`; `pledge-absent` where there is none. */
const pledgesOf = (
  vault: Vault,
  person: PersonId,
  action: string | undefined,
  isMeant: (pledge: Pledge) => boolean,
): Result<readonly Pledge[], PledgeFailure> => {
  const { actions } = vault.campaign.get();
  const known = actions.find((one) => one === action);
  if (action !== undefined && known === undefined)
    return fail({ type: "action-unknown", known: actions });
  const pledges = vault.pledges
    .of(person)
    .filter((pledge) => isMeant(pledge) && (known === undefined || pledge.action === known));
  if (pledges.length > 0) return ok(pledges);
  return fail({ type: "pledge-absent", ...(known === undefined ? {} : { action: known }) });
};

/** Those that stand. */
export const standingPledges = (
  vault: Vault,
  person: PersonId,
  action?: string,
): Result<readonly Pledge[], PledgeFailure> =>
  pledgesOf(vault, person, action, ({ state }) => isLive(state));

/** Those that a withdrawal would be about: what has lapsed can be taken back too. */
export const pledgesToWithdraw = (
  vault: Vault,
  person: PersonId,
  action?: string,
): Result<readonly Pledge[], PledgeFailure> =>
  pledgesOf(vault, person, action, ({ state }) => state !== "withdrawn");

/** Withdraws what `pledgesToWithdraw` finds; gives the actions, or the same failure. */
export const withdrawPledges = (
  deps: Deps,
  person: PersonId,
  action?: string,
): Result<readonly ActionKey[], PledgeFailure> =>
  deps.vault.transaction(() => {
    const pledges = pledgesToWithdraw(deps.vault, person, action);
    if (!pledges.ok) return pledges;
    takeBack(deps, pledges.value);
    return ok(pledges.value.map((pledge) => pledge.action));
  });
