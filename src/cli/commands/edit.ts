/** `pledge edit`: changes a person, at the terminal or from a file. */
import { parsePerson } from "../../domain/people/parse-person.ts";
import type { Person } from "../../domain/people/person.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { showable } from "../../domain/text/clean.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { editPerson } from "../../usecases/edit-person.ts";
import type { PersonChange } from "../../usecases/edit-person.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { terminalFor } from "../questions/terminal.ts";
import { refusalNote } from "../render/notes.ts";
import { readJson } from "../read-json.ts";
import { withVault } from "../unlock.ts";
import { whichPerson } from "../which-person.ts";

interface Options {
  readonly from?: string;
}

const changesFrom = (vault: Vault, value: unknown): Result<PersonChange, Failure> => {
  const input = parsePerson(value, vault.campaign.get());
  return input.ok
    ? ok({ input: input.value, withdrawn: [] })
    : fail({ type: "input-refused", source: "people", faults: input.failure });
};

const askAtTerminal = async (
  context: Context,
  vault: Vault,
  person: Person,
): Promise<Result<PersonChange | undefined, Failure>> => {
  const ask = await terminalFor(context, "--from FILE");
  if (!ask.ok) return ask;
  const asking = {
    ask: ask.value,
    vault,
    campaign: vault.campaign.get(),
    today: context.world.clock.today(),
    yes: context.globals.yes,
  };
  const { askChanges } = await import("../questions/person-changes.ts");
  return ok(await askChanges(asking, person));
};

export const edit = async (
  context: Context,
  reference: string | undefined,
  { from }: Options,
): Promise<ExitCode> => {
  const { world, talk } = context;
  const value = from === undefined ? undefined : await readJson(context, from);
  if (value?.ok === false) return talk.fail(value.failure);
  return withVault(context, async (vault) => {
    const person = await whichPerson(context, vault, reference);
    if (!person.ok) return talk.fail(person.failure);
    const change =
      value === undefined
        ? await askAtTerminal(context, vault, person.value)
        : changesFrom(vault, value.value);
    if (!change.ok) return talk.fail(change.failure);
    const { id, name } = person.value;
    if (change.value === undefined) {
      talk.answer({ v: 1, updated: [] }, () => "Nothing was changed.");
      return exitCodes.done;
    }
    const deps = { vault, random: world.random, today: world.clock.today() };
    const edited = editPerson(deps, person.value, change.value);
    if (!edited.ok) return talk.fail(edited.failure);
    talk.answer(
      { v: 1, updated: [{ id }] },
      () => `${showable(change.value?.input.name ?? name)} is changed.`,
    );
    if (edited.value.firstRefusal) talk.note(refusalNote);
    return exitCodes.done;
  });
};
