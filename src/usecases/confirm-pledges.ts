/**
 * People said it again: to the frozen text of a letter, or when the date was set. Only a signature
 * that is bound to a text is ever listed under it, so `sign` is tied to one here.
 */
import { SIGN } from "../domain/campaign/campaign.ts";
import type { ActionKey } from "../domain/campaign/campaign.ts";
import type { Day } from "../domain/day.ts";
import type { LetterFailure } from "../domain/letters/failures.ts";
import type { FrozenText, Letter, LetterName } from "../domain/letters/letter.ts";
import type { PersonId } from "../domain/people/person.ts";
import type { PledgeFailure } from "../domain/pledges/failures.ts";
import { fail, ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import type { Vault } from "../domain/vault/vault.ts";
import { findLetter } from "./letters/find-letter.ts";

interface Deps {
  readonly vault: Vault;
  readonly today: Day;
}

export interface Confirmation {
  readonly people: readonly PersonId[];
  /** As typed; it must be one of the campaign's. */
  readonly action: string;
  /** As typed; the letter frozen last where it is left out. */
  readonly letter?: string;
}

export interface Confirmed {
  readonly action: ActionKey;
  /** The letter whose text was signed; absent for another action, and where no text is fixed. */
  readonly letter?: { readonly name: LetterName; readonly text: FrozenText };
}

const frozen = ({
  name,
  frozen: text,
}: Letter): Result<NonNullable<Confirmed["letter"]>, LetterFailure> =>
  text === undefined ? fail({ type: "letter-not-frozen", name }) : ok({ name, text });

/** The text to sign; nothing where no letter was named and none is frozen. */
const textToSign = (
  vault: Vault,
  named: string | undefined,
): Result<Confirmed["letter"] | undefined, LetterFailure> => {
  if (named === undefined) {
    const current = vault.letters.current();
    return current === undefined ? ok(undefined) : frozen(current);
  }
  const letter = findLetter(vault, named);
  return letter.ok ? frozen(letter.value) : letter;
};

const confirmOne = (
  { vault, today }: Deps,
  person: PersonId,
  action: ActionKey,
  text: FrozenText | undefined,
): PledgeFailure | undefined => {
  const pledge = vault.pledges.of(person).find((one) => one.action === action);
  // Who took it back must pledge anew; what lapsed was only not heard, and now it is.
  if (pledge === undefined || pledge.state === "withdrawn")
    return { type: "pledge-absent", action, id: person };
  // Done is more than said: it stays.
  if (pledge.state === "pledged" || pledge.state === "lapsed")
    vault.pledges.put({ ...pledge, state: "confirmed", since: today });
  if (text !== undefined) vault.letters.sign({ person, text: text.hash, signedOn: today });
  return undefined;
};

/** Confirms for everybody named, or for nobody. */
export const confirmPledges = (
  deps: Deps,
  { people, action: typed, letter: named }: Confirmation,
): Result<Confirmed, PledgeFailure | LetterFailure> =>
  deps.vault.transaction((): Result<Confirmed, PledgeFailure | LetterFailure> => {
    const { actions } = deps.vault.campaign.get();
    const action = actions.find((one) => one === typed);
    if (action === undefined) return fail({ type: "action-unknown", known: actions });
    if (action !== SIGN && named !== undefined) return fail({ type: "letter-without-signature" });
    const letter = action === SIGN ? textToSign(deps.vault, named) : ok(undefined);
    if (!letter.ok) return letter;
    for (const person of people) {
      const failure = confirmOne(deps, person, action, letter.value?.text);
      if (failure !== undefined) return fail(failure);
    }
    return ok({ action, ...(letter.value === undefined ? {} : { letter: letter.value }) });
  });
