/**
 * Records one person inside a transaction of the caller. Somebody is updated only when an id or a
 * code names her, or the caller knows her; the same name is never taken for the same person here,
 * since two coworkers may share one (the terminal asks instead).
 */
import { SIGN } from "../domain/campaign/campaign.ts";
import type { Day } from "../domain/day.ts";
import type { InputFault } from "../domain/input/fault.ts";
import type { FrozenText } from "../domain/letters/letter.ts";
import { findPerson } from "../domain/people/find-person.ts";
import { personFaults } from "../domain/people/person-faults.ts";
import type { MemberFault, Standards } from "../domain/people/person-faults.ts";
import type { PersonInput, PledgedAction } from "../domain/people/person-input.ts";
import { blankPerson } from "../domain/people/blank-person.ts";
import { changedPerson } from "../domain/people/changed-person.ts";
import { newPersonId } from "../domain/people/person.ts";
import type { Person, PersonId } from "../domain/people/person.ts";
import { newPledgeCode } from "../domain/pledges/code.ts";
import type { PledgeCode } from "../domain/pledges/code.ts";
import { sameCondition } from "../domain/pledges/condition.ts";
import { isLive } from "../domain/pledges/pledge.ts";
import type { Pledge } from "../domain/pledges/pledge.ts";
import type { Randomness } from "../domain/ports.ts";
import { fail, ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import type { Vault } from "../domain/vault/vault.ts";

export interface RecordDeps {
  readonly vault: Vault;
  readonly random: Randomness;
  readonly today: Day;
  readonly isUnmarkedAtWork: Standards["isUnmarkedAtWork"];
  /** The text that is fixed now, to which a new yes is a signature. */
  readonly text: FrozenText | undefined;
}

/** `code` is there when the person is new. */
export interface RecordedPerson {
  readonly id: PersonId;
  readonly code?: PledgeCode;
}

/** An unused id. Ids are short for the sake of those who type them, so a clash is looked for. */
const unusedId = ({ vault, random }: RecordDeps): PersonId => {
  for (;;) {
    const id = newPersonId(random);
    if (vault.people.byId(id) === undefined) return id;
  }
};

/** Who is meant: somebody in the vault, or nobody yet. */
const find = (
  { vault }: RecordDeps,
  input: PersonInput,
): Result<Person | undefined, MemberFault> => {
  if (input.id !== undefined) {
    const found = findPerson(vault.people, input.id);
    return found.ok ? found : fail({ path: "id", fault: { type: "person-unknown" } });
  }
  return ok(input.code === undefined ? undefined : vault.people.byCode(input.code));
};

/** Whoever was two records has more than one code: any of them is hers, and the one that she has now stays. */
const withOwnCode = ({ vault }: RecordDeps, input: PersonInput, known?: Person): PersonInput =>
  known !== undefined &&
  input.code !== undefined &&
  vault.people.byCode(input.code)?.id === known.id
    ? { ...input, code: known.code }
    : input;

/** Who the input says keeps in touch: an id, `null` for nobody any more, nothing where it says nothing. */
const coverOf = (
  { vault }: RecordDeps,
  { coveredBy }: PersonInput,
  known: Person | undefined,
): Result<PersonId | null | undefined, MemberFault> => {
  if (coveredBy === undefined || coveredBy === null) return ok(coveredBy);
  const found = findPerson(vault.people, coveredBy);
  if (!found.ok) return fail({ path: "coveredBy", fault: { type: "person-unknown" } });
  return found.value.id === known?.id
    ? fail({ path: "coveredBy", fault: { type: "value-wrong", expected: "somebody else" } })
    : ok(found.value.id);
};

const recordPledge = (
  deps: RecordDeps,
  person: PersonId,
  input: PersonInput,
  { action, condition }: PledgedAction,
  before: Pledge | undefined,
): void => {
  const { vault, text } = deps;
  const display = input.display ?? before?.display ?? "counted";
  const stands = before !== undefined && isLive(before.state);
  if (stands && sameCondition(before.condition, condition)) {
    // Nothing new was said: a list that is read in again must not undo what was confirmed since.
    if (display !== before.display) vault.pledges.put({ ...before, display });
    return;
  }
  const since = input.day ?? deps.today;
  vault.pledges.put({ person, action, condition, display, state: "pledged", since });
  // Whoever says yes while a text is fixed says yes to that text. But not a day before it was, and
  // not who said yes before: whether she stands by it under this text, only `confirm` can tell.
  if (action === SIGN && !stands && text !== undefined && since >= text.frozenOn) {
    vault.letters.sign({ person, text: text.hash, signedOn: since });
  }
};

const recordPledges = (
  deps: RecordDeps,
  person: PersonId,
  input: PersonInput,
  isNew: boolean,
): void => {
  if (input.actions === undefined && input.display === undefined) return;
  const before = isNew ? [] : deps.vault.pledges.of(person);
  for (const said of input.actions ?? []) {
    recordPledge(
      deps,
      person,
      input,
      said,
      before.find(({ action }) => action === said.action),
    );
  }
  if (input.actions !== undefined || input.display === undefined) return;
  for (const pledge of before) deps.vault.pledges.put({ ...pledge, display: input.display });
};

/** Judgements are kept in a row; the same one twice on one day is a list that was read in again. */
const recordAssessment = (
  { vault, today }: RecordDeps,
  person: PersonId,
  input: PersonInput,
): void => {
  if (input.assessment === undefined) return;
  const day = input.day ?? today;
  const last = vault.people.assessments(person).at(-1);
  if (last?.level === input.assessment && last.day === day) return;
  vault.people.assess(person, { level: input.assessment, basis: "conversation", day });
};

/** What was said of somebody besides her record: a judgement, and what she will do. */
export const recordSaid = (
  deps: RecordDeps,
  person: PersonId,
  input: PersonInput,
  isNew: boolean,
): void => {
  recordAssessment(deps, person, input);
  recordPledges(deps, person, input, isNew);
};

/**
 * Records the person, or gives every fault. After a fault the transaction must fail. `known` is
 * whom the caller means already; then the input's own id is not looked at.
 */
export const recordPerson = (
  deps: RecordDeps,
  input: PersonInput,
  known?: Person,
): Result<RecordedPerson, readonly InputFault[]> => {
  const at = input.line === undefined ? {} : { line: input.line };
  const found = known === undefined ? find(deps, input) : ok(known);
  if (!found.ok) return fail([{ ...at, ...found.failure }]);
  const before = found.value;
  const cover = coverOf(deps, input, before);
  const { aliasTaken } = deps.vault.people;
  const faults = [
    ...personFaults({ ...deps, aliasTaken }, withOwnCode(deps, input, before), before),
    ...(cover.ok ? [] : [cover.failure]),
  ];
  if (faults.length > 0 || !cover.ok) return fail(faults.map((fault) => ({ ...at, ...fault })));
  const day = input.day ?? deps.today;
  const blank = (): Person =>
    blankPerson(unusedId(deps), input.code ?? newPledgeCode(deps.random), day);
  const person = changedPerson(before ?? blank(), input, cover.value);
  if (before === undefined) deps.vault.people.add(person);
  else deps.vault.people.update(person);
  recordSaid(deps, person.id, input, before === undefined);
  return ok(before === undefined ? { id: person.id, code: person.code } : { id: person.id });
};
