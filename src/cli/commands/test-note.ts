/** `pledge test note NAME STEP [IDS]`: who was asked, said yes or no, or did it; several people at once. */
import { parseDay } from "../../domain/day.ts";
import { isCounted } from "../../domain/people/person.ts";
import type { PersonId } from "../../domain/people/person.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Step, StructureTest } from "../../domain/structure-tests/structure-test.ts";
import { showable } from "../../domain/text/clean.ts";
import { counted } from "../../domain/text/words.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { namedTest, noteStep } from "../../usecases/structure-tests.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { terminalFor } from "../questions/terminal.ts";
import { withVault } from "../unlock.ts";
import { whichPerson } from "../which-person.ts";

const stepWords: Readonly<Record<Step, string>> = {
  asked: "Who was asked?",
  yes: "Who said yes?",
  no: "Who said no?",
  did: "Who did it?",
};

const isCountedIn = ({ people }: Vault, id: PersonId): boolean => {
  const person = people.byId(id);
  return person !== undefined && isCounted(person);
};

/** A team first, then the people of it who have not this step yet, several at once. */
const chooseSome = async (
  context: Context,
  vault: Vault,
  { name }: StructureTest,
  step: Step,
): Promise<Result<readonly PersonId[], Failure>> => {
  const ask = await terminalFor(context, "ids after the step");
  if (!ask.ok) return ask;
  const { teams } = vault.campaign.get();
  const team =
    teams.length === 0
      ? undefined
      : await ask.value.one<string | undefined>({
          message: "Of which team?",
          choices: [
            ...teams.map(({ key, name: called }) => ({ value: key, label: showable(called) })),
            { value: undefined, label: "of all" },
          ],
        });
  const noted = new Set(
    vault.structureTests
      .ticks(name)
      .filter((tick) => tick.step === step)
      .map(({ person }) => person),
  );
  const inNumbers = new Set(
    vault.people
      .pledging()
      .filter(({ person }) => isCounted(person))
      .map(({ person }) => person.id),
  );
  const people = vault.people
    .findable()
    .filter(({ id }) => inNumbers.has(id) && !noted.has(id))
    .filter((person) => team === undefined || person.team === team);
  if (people.length === 0) {
    ask.value.say("Of everybody there that is noted already.");
    return ok([]);
  }
  return ok(
    await ask.value.several({
      message: stepWords[step],
      choices: people.map(({ id, name: called }) => ({ value: id, label: showable(called) })),
    }),
  );
};

const named = async (
  context: Context,
  vault: Vault,
  references: readonly string[],
): Promise<Result<readonly PersonId[], Failure>> => {
  const ids = new Set<PersonId>();
  for (const reference of references) {
    const person = await whichPerson(context, vault, reference);
    if (!person.ok) return person;
    ids.add(person.value.id);
  }
  return ok([...ids]);
};

/** JSON: `{"v":1,"test","step","on","noted":[{"id"}]}`. */
export const testNote = (
  context: Context,
  name: string,
  step: Step,
  references: readonly string[],
  options: { readonly on?: string },
): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const test = namedTest(vault, name);
    if (!test.ok) return talk.fail(test.failure);
    const today = world.clock.today();
    const day = options.on === undefined ? today : parseDay(options.on);
    const people =
      day === undefined
        ? fail<Failure>({ type: "tick-misdated", first: test.value.begunOn, last: today })
        : references.length === 0
          ? await chooseSome(context, vault, test.value, step)
          : await named(context, vault, references);
    if (!people.ok) return talk.fail(people.failure);
    const ids = people.value;
    const noted = noteStep(vault, test.value, { step, people: ids, day: day ?? today, today });
    if (!noted.ok) return talk.fail(noted.failure);
    talk.answer(
      { v: 1, test: test.value.name, step, on: day ?? today, noted: ids.map((id) => ({ id })) },
      () =>
        ids.length === 0
          ? "Nobody was noted."
          : `Noted of ${counted(ids.length, "person", "people")}. How it stands: pledge test show ${test.value.name}`,
    );
    const left = ids.filter((id) => !isCountedIn(vault, id)).length;
    if (left > 0)
      talk.note(
        `${counted(left, "of them is", "of them are")} in no number: a supervisor, not known to be none, or a supporter.`,
      );
    return exitCodes.done;
  });
