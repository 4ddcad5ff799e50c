/** `pledge add`: people and what they will do, from the terminal or from a file. */
import type { JsonDocument } from "../../domain/files/ports.ts";
import { parsePerson } from "../../domain/people/parse-person.ts";
import type { Counted } from "../../domain/pledges/readiness.ts";
import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { counted } from "../../domain/text/words.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { blockIn } from "../../usecases/open-told.ts";
import { recordPeople } from "../../usecases/record-people.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import type { Round } from "../questions/people-round.ts";
import { terminalFor } from "../questions/terminal.ts";
import { readEach } from "../read-people.ts";
import { refusalNote } from "../render/notes.ts";
import { withVault } from "../unlock.ts";

interface Options {
  readonly from?: string;
  /** The file of an organizer's certificate: what is answered goes to her and not into a vault. */
  readonly to?: string;
}

const answerRound = ({ talk }: Context, round: Round | undefined): ExitCode => {
  if (round === undefined) {
    talk.answer({ v: 1, added: [], updated: [] }, () => "Nothing was taken in.");
    return exitCodes.no;
  }
  const { added, updated } = round;
  talk.answer({ v: 1, added, updated }, () => {
    const changed =
      updated.length === 0 ? "" : `, ${counted(updated.length, "person", "people")} updated`;
    return `${counted(added.length, "person", "people")} added${changed}.`;
  });
  return exitCodes.done;
};

/** What a file of --from holds: people as JSON, or a block that somebody without a vault made. */
type Given =
  | { readonly kind: "people"; readonly documents: readonly JsonDocument[] }
  | { readonly kind: "block"; readonly block: string };

const readGiven = async ({ world }: Context, path: string): Promise<Result<Given, Failure>> => {
  const text = await world.files.read(path);
  if (!text.ok) return text;
  const block = blockIn(text.value);
  if (block !== undefined) return ok({ kind: "block", block });
  const documents = (await world.json()).parseMany(text.value);
  return documents.ok ? ok({ kind: "people", documents: documents.value }) : documents;
};

/** All of the file or nothing of it. */
const addDocuments = async (
  { world, globals, talk }: Context,
  vault: Vault,
  documents: readonly JsonDocument[],
): Promise<Result<Round, Failure>> => {
  const campaign = vault.campaign.get();
  const { people, faults } = readEach(documents, (value, line) =>
    parsePerson(value, campaign, line),
  );
  const progress = globals.quiet || globals.json ? {} : { progress: await world.progress() };
  const deps = { vault, random: world.random, today: world.clock.today(), ...progress };
  const recorded = recordPeople(deps, people, faults);
  if (recorded.ok && recorded.value.firstRefusal) talk.note(refusalNote);
  return recorded;
};

/** What counts over a committee; without one all that is about others stays unloaded. */
const counterFor = async (
  { world }: Context,
  vault: Vault,
): Promise<(() => Counted) | undefined> => {
  if (vault.identity.get() === undefined) return undefined;
  return (await import("../count-together.ts")).recountTogether(world, vault);
};

const addAtTerminal = async (context: Context, vault: Vault): Promise<Result<Round, Failure>> => {
  const { world, globals } = context;
  const ask = await terminalFor(context, "--from FILE");
  if (!ask.ok) return ask;
  const counted = await counterFor(context, vault);
  const deps = {
    vault,
    random: world.random,
    today: world.clock.today(),
    ...(counted === undefined ? {} : { counted }),
  };
  const { askPeople } = await import("../questions/people-round.ts");
  return askPeople(deps, {
    ask: ask.value,
    vault,
    campaign: vault.campaign.get(),
    today: world.clock.today(),
    yes: globals.yes,
  });
};

const addGiven = async (
  context: Context,
  vault: Vault,
  given: Given,
): Promise<Result<Round | undefined, Failure>> => {
  if (given.kind === "people") return addDocuments(context, vault, given.documents);
  return (await import("./add-block.ts")).addBlock(context, vault, given.block);
};

export const add = async (context: Context, { from, to }: Options): Promise<ExitCode> => {
  if (to !== undefined) {
    const { addTo } = await import("./add-to.ts");
    return addTo(context, { to, ...(from === undefined ? {} : { from }) });
  }
  // The file first: nobody should type a passphrase for one that cannot be used.
  const given = from === undefined ? undefined : await readGiven(context, from);
  if (given?.ok === false) return context.talk.fail(given.failure);
  return withVault(context, async (vault) => {
    const round =
      given === undefined
        ? await addAtTerminal(context, vault)
        : await addGiven(context, vault, given.value);
    return round.ok ? answerRound(context, round.value) : context.talk.fail(round.failure);
  });
};
