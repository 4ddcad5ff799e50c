/** Structure tests: begun, noted in, and read. */
import type { Day } from "../domain/day.ts";
import { isKey } from "../domain/input/read.ts";
import { isCounted } from "../domain/people/person.ts";
import type { PersonId } from "../domain/people/person.ts";
import { fail, ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import { ratesOf } from "../domain/structure-tests/rates.ts";
import type { Counted, Rates } from "../domain/structure-tests/rates.ts";
import type {
  Step,
  StructureTest,
  StructureTestFailure,
  TestName,
} from "../domain/structure-tests/structure-test.ts";
import type { Vault } from "../domain/vault/vault.ts";

const longest = 24;

export const beginTest = (
  vault: Vault,
  name: string,
  ask: string,
  today: Day,
): Result<StructureTest, StructureTestFailure> =>
  vault.transaction((): Result<StructureTest, StructureTestFailure> => {
    if (!isKey(name, longest)) return fail({ type: "test-misnamed" });
    const test = { name: name as TestName, ask, begunOn: today };
    if (vault.structureTests.byName(test.name) !== undefined)
      return fail({ type: "test-exists", name: test.name });
    vault.structureTests.add(test);
    return ok(test);
  });

/** The test of that name, or those that there are. */
export const namedTest = (
  { structureTests }: Vault,
  name: string,
): Result<StructureTest, StructureTestFailure> => {
  // Sound: a name that was never one finds nothing.
  const found = structureTests.byName(name as TestName);
  return found === undefined
    ? fail({ type: "test-unknown", known: structureTests.all().map((one) => one.name) })
    : ok(found);
};

/** Notes one step of these people, on a day from the beginning of the test until today. */
export const noteStep = (
  vault: Vault,
  test: StructureTest,
  {
    step,
    people,
    day,
    today,
  }: {
    readonly step: Step;
    readonly people: readonly PersonId[];
    readonly day: Day;
    readonly today: Day;
  },
): Result<void, StructureTestFailure> =>
  vault.transaction((): Result<void, StructureTestFailure> => {
    if (day > today || day < test.begunOn)
      return fail({ type: "tick-misdated", first: test.begunOn, last: today });
    for (const person of people) vault.structureTests.tick(test.name, { person, step, day });
    return ok(undefined);
  });

/** Removes the test; returns when nothing of it is left in the vault's file. */
export const removeTest = (vault: Vault, { name }: StructureTest): void => {
  vault.transaction(() => {
    vault.structureTests.remove(name);
    return ok(undefined);
  });
  vault.scrub();
};

/** What the test says today. Only whoever something was noted of is looked up. */
export const ratesOfTest = (vault: Vault, { name }: StructureTest): Rates => {
  const ticks = vault.structureTests.ticks(name);
  const people = [...new Set(ticks.map(({ person }) => person))].flatMap((id): Counted[] => {
    const person = vault.people.byId(id);
    if (person === undefined || !isCounted(person)) return [];
    const assessments = vault.people.assessments(id);
    return [{ id, assessments, ...(person.team === undefined ? {} : { team: person.team }) }];
  });
  return ratesOf(vault.campaign.get(), people, ticks);
};
