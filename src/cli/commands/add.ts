/** `pledge add`: people and what they will do, from the terminal or from a file. */
import type { Campaign } from "../../domain/campaign/campaign.ts";
import type { JsonDocument } from "../../domain/files/ports.ts";
import type { InputFault } from "../../domain/input/fault.ts";
import { parsePerson } from "../../domain/people/parse-person.ts";
import type { PersonInput } from "../../domain/people/parse-person.ts";
import type { Result } from "../../domain/result.ts";
import { counted } from "../../domain/text/words.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { recordPeople } from "../../usecases/record-people.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import type { Round } from "../questions/people-round.ts";
import { terminalFor } from "../questions/terminal.ts";
import { refusalNote } from "../render/notes.ts";
import { withVault } from "../unlock.ts";

interface Options {
  readonly from?: string;
}

const answerRound = ({ talk }: Context, { added, updated }: Round): ExitCode => {
  talk.answer({ v: 1, added, updated }, () => {
    const changed =
      updated.length === 0 ? "" : `, ${counted(updated.length, "person", "people")} updated`;
    return `${counted(added.length, "person", "people")} added${changed}.`;
  });
  return exitCodes.done;
};

const readDocuments = async (
  { world }: Context,
  path: string,
): Promise<Result<readonly JsonDocument[], Failure>> => {
  const text = await world.files.read(path);
  return text.ok ? (await world.json()).parseMany(text.value) : text;
};

const readPeople = (
  documents: readonly JsonDocument[],
  campaign: Campaign,
): { readonly inputs: readonly PersonInput[]; readonly faults: readonly InputFault[] } => {
  const inputs: PersonInput[] = [];
  const faults: InputFault[] = [];
  for (const { value, line } of documents) {
    const person = parsePerson(value, campaign, line);
    if (person.ok) inputs.push(person.value);
    else faults.push(...person.failure);
  }
  return { inputs, faults };
};

/** All of the file or nothing of it. */
const addDocuments = async (
  { world, globals, talk }: Context,
  vault: Vault,
  documents: readonly JsonDocument[],
): Promise<Result<Round, Failure>> => {
  const { inputs, faults } = readPeople(documents, vault.campaign.get());
  const progress = globals.quiet || globals.json ? {} : { progress: await world.progress() };
  const deps = { vault, random: world.random, today: world.clock.today(), ...progress };
  const recorded = recordPeople(deps, inputs, faults);
  if (recorded.ok && recorded.value.firstRefusal) talk.note(refusalNote);
  return recorded;
};

const addAtTerminal = async (context: Context, vault: Vault): Promise<Result<Round, Failure>> => {
  const { world, globals } = context;
  const ask = await terminalFor(context, "--from FILE");
  if (!ask.ok) return ask;
  const deps = { vault, random: world.random, today: world.clock.today() };
  const { askPeople } = await import("../questions/people-round.ts");
  return askPeople(deps, {
    ask: ask.value,
    vault,
    campaign: vault.campaign.get(),
    yes: globals.yes,
  });
};

export const add = async (context: Context, { from }: Options): Promise<ExitCode> => {
  // The file first: nobody should type a passphrase for one that cannot be used.
  const documents = from === undefined ? undefined : await readDocuments(context, from);
  if (documents?.ok === false) return context.talk.fail(documents.failure);
  return withVault(context, async (vault) => {
    const round =
      documents === undefined
        ? await addAtTerminal(context, vault)
        : await addDocuments(context, vault, documents.value);
    return round.ok ? answerRound(context, round.value) : context.talk.fail(round.failure);
  });
};
