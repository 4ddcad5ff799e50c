/**
 * Records that a fixed letter went out. One in which lint finds something does not go out, and nobody answers questions
 * for nothing: what is wrong on any day is said before the first one, what is wrong on the day of delivery after it.
 */
import type { Day } from "../../domain/day.ts";
import type { Delivery } from "../../domain/letters/delivery.ts";
import type { LetterFailure } from "../../domain/letters/failures.ts";
import type { FrozenText, Letter } from "../../domain/letters/letter.ts";
import type { Fault } from "../../domain/letters/lint/rule.ts";
import type { TemplateFault } from "../../domain/letters/ports.ts";
import type { GivenDelivery } from "../../domain/letters/parse-delivery.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { findLetter } from "./find-letter.ts";
import type { Deps } from "./find-letter.ts";
import { lintLetter } from "./lint-letter.ts";

/** A letter that can go out. */
export interface Deliverable {
  readonly letter: Letter;
  readonly text: FrozenText;
}

const unlessFaulty = (letter: Letter, faults: readonly Fault[]): Result<void, LetterFailure> =>
  faults.length === 0 ? ok(undefined) : fail({ type: "letter-faulty", name: letter.name, faults });

/** Whether lint lets the letter go out on that day. */
export const checkDelivery = (
  deps: Deps,
  letter: Letter,
  on: Day,
): Result<void, LetterFailure | TemplateFault> => {
  const faults = lintLetter({ ...deps, today: on }, letter);
  return faults.ok ? unlessFaulty(letter, faults.value) : faults;
};

/** Whether there may be a day between the two on which lint lets it go out: what comes with time stays, and what goes with it is gone for good. */
const checkDays = (
  deps: Deps,
  letter: Letter,
  [first, last]: readonly [Day, Day],
): Result<void, LetterFailure | TemplateFault> => {
  const early = lintLetter({ ...deps, today: first }, letter);
  const late = lintLetter({ ...deps, today: last }, letter);
  if (!early.ok) return early;
  if (!late.ok) return late;
  const always = early.value.filter(({ rule, line }) =>
    late.value.some((one) => one.rule === rule && one.line === line),
  );
  return unlessFaulty(letter, always);
};

/**
 * The letter of that name with its fixed text. Fails with `letter-not-frozen` for a draft, and with `letter-faulty` when
 * no day would make it right, unless `despite` says that it went out all the same.
 */
export const letterToDeliver = (
  deps: Deps & { readonly today: Day },
  name: string,
  despite: boolean,
): Result<Deliverable, LetterFailure | TemplateFault> => {
  const found = findLetter(deps.vault, name);
  if (!found.ok) return found;
  const letter = found.value;
  const text = letter.frozen;
  if (text === undefined) return fail({ type: "letter-not-frozen", name: letter.name });
  const checked = despite ? ok(undefined) : checkDays(deps, letter, [text.frozenOn, deps.today]);
  return checked.ok ? ok({ letter, text }) : checked;
};

/** Keeps a delivery. With the number of one that was recorded before it takes that one's place. */
export const recordDelivery = (
  vault: Vault,
  { letter, text }: Deliverable,
  given: GivenDelivery,
  number?: number,
): Delivery => {
  const said = { letter: letter.name, text: text.hash, ...given };
  let kept = number ?? 0;
  vault.transaction(() => {
    if (number === undefined) kept = vault.deliveries.add(said);
    else vault.deliveries.correct({ number, ...said });
    return ok(undefined);
  });
  return { number: kept, ...said };
};
