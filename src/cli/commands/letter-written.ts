/** Inside the open vault, `pledge letter write NAME`: the letter put together, made into a file, and what should be known about it. */
import type { LetterFormat } from "../../domain/letters/formats.ts";
import { shortHash } from "../../domain/letters/frozen-text.ts";
import type { FrozenText, Letter, Template } from "../../domain/letters/letter.ts";
import type { Fault } from "../../domain/letters/lint/rule.ts";
import { paperOf } from "../../domain/letters/printing.ts";
import { seedLength } from "../../domain/letters/shuffle.ts";
import type { PersonId } from "../../domain/people/person.ts";
import { counted } from "../../domain/text/words.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { composeLetter } from "../../usecases/letters/compose-letter.ts";
import type { Composed } from "../../usecases/letters/compose-letter.ts";
import { findLetter, findWithTemplate } from "../../usecases/letters/find-letter.ts";
import { makeFile } from "../../usecases/letters/make-file.ts";
import { recordPublication } from "../../usecases/letters/record-publication.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { faultsOf } from "../lint-faults.ts";
import { signatoriesJson } from "../render/letter-json.ts";
import { fontNotes, shownText, textAloneNotes, waitingNotes } from "../render/letter-notes.ts";
import { lintNotes } from "../render/letter-lint.ts";
import { peopleToAskText } from "../render/letter-people.ts";
import { organizersJson, sourceNotes, tookBackNotes } from "../render/letter-signers.ts";
import { tell } from "../tell.ts";
import type { Output } from "../world.ts";

export interface Options {
  readonly format?: LetterFormat;
  /** A path, or `-` for standard output, which it is when left out. */
  readonly output?: string;
  readonly force: boolean;
  readonly reask: boolean;
  /** Signatories in an order of chance, another one each time. */
  readonly shuffle: boolean;
}

interface Signed {
  readonly letter: Letter;
  readonly text: FrozenText;
  readonly toAsk: readonly PersonId[];
  readonly faults: readonly Fault[];
  /** Unless it is gone. */
  readonly template?: Template;
}

/** Under --reask without a format: only who must be asked, an id a line, so that a script can read it. */
const listToAsk = async (
  context: Context,
  vault: Vault,
  signed: Omit<Signed, "faults">,
): Promise<ExitCode> => {
  const { world, talk, globals } = context;
  const { letter, text, toAsk } = signed;
  if (toAsk.length === 0 && !globals.json) {
    await tell(context, [
      `Everybody who pledged to sign has signed this text (${shortHash(text.hash)}).`,
    ]);
    return exitCodes.done;
  }
  talk.answer({ v: 1, name: letter.name, text: text.hash, ask: toAsk }, () =>
    peopleToAskText(toAsk, { names: world.stdout.isTerminal, person: vault.people.byId }),
  );
  const who = counted(toAsk.length, "person", "people");
  await tell(context, [
    `${who} must be asked about this text (${shortHash(text.hash)}); once they have said yes: "pledge confirm ID".`,
  ]);
  return exitCodes.done;
};

/** What should be known before the letter goes out: who has not signed, and what is wrong with it. */
const notesFor = ({ letter, toAsk, faults }: Signed, composed: Composed): readonly string[] => [
  ...sourceNotes(composed.gathered),
  ...tookBackNotes(composed.tookBack),
  ...(toAsk.length === 0
    ? []
    : [
        `${counted(toAsk.length, "person", "people")} pledged to sign and did not sign this text, so the letter leaves them out: "pledge letter write ${letter.name} --reask".`,
      ]),
  ...lintNotes(letter.name, faults),
];

/** The letter itself is on standard output, or in its file; the list of who must be asked is beside it. */
const writeOut = async (
  { world, talk, globals }: Context,
  vault: Vault,
  signed: Signed,
  composed: Composed,
  options: Options & { readonly format: LetterFormat },
): Promise<ExitCode> => {
  const { format, output = "-", force, reask } = options;
  const documents = await world.documents();
  // What we write ourselves is there before a bar would be loaded.
  const isSlow = format === "pdf" || format === "eml";
  const progress =
    isSlow && !globals.quiet && !globals.json ? { progress: await world.progress() } : {};
  const made = await makeFile(
    { documents, printer: world.printer, mails: world.mails, ...progress },
    composed.source,
    format,
    { paper: paperOf(signed.template?.country), name: signed.letter.name },
  );
  if (!made.ok) return talk.fail(made.failure);
  const content = made.value;
  const textAlone = !documents.hasWordsIn(composed.source.language);
  const { signatories } = composed.source.outside;
  const { name } = signed.letter;
  const toAsk = (screen: Output): string =>
    reask && signed.toAsk.length > 0
      ? `Must still be asked about this text:\n${peopleToAskText(signed.toAsk, { names: screen.isTerminal, person: vault.people.byId })}`
      : "";
  const json = {
    v: 1,
    name,
    format,
    text: signed.text.hash,
    textAlone,
    signatories: signatoriesJson(signatories),
    organizers: organizersJson(composed.gathered),
    tookBack: composed.tookBack,
    waiting: { ...composed.waiting },
    faults: signed.faults.map((fault) => ({ ...fault })),
    ...(reask ? { ask: signed.toAsk } : {}),
  };
  // What can be sent counts as sent; what is on a screen is looked at, as in a preview.
  const isLookedAt = output === "-" && world.stdout.isTerminal;
  const record = (): void => {
    if (textAlone || isLookedAt) return;
    recordPublication(vault, signed.text.hash, composed, composed.source.outside.day);
  };
  if (output === "-") {
    if (globals.json) talk.answer({ ...json, content: String(content) }, () => "");
    else world.stdout.write(content);
    record();
    const list = toAsk(world.stderr);
    if (list !== "") talk.note(list);
    return exitCodes.done;
  }
  const written = await world.files.write(output, content, force);
  if (!written.ok) return talk.fail(written.failure);
  record();
  const shown = textAlone ? "the text alone" : shownText(signatories);
  talk.answer({ ...json, file: output }, () => `${output}: ${shown}.\n${toAsk(world.stdout)}`);
  return exitCodes.done;
};

/** As `letterWrite` says. */
export const writeLetter = async (
  context: Context,
  vault: Vault,
  name: string,
  options: Options,
): Promise<ExitCode> => {
  const { talk, world } = context;
  const { format, shuffle } = options;
  const found = findLetter(vault, name);
  if (!found.ok) return talk.fail(found.failure);
  const letter = found.value;
  const text = letter.frozen;
  if (text === undefined) return talk.fail({ type: "letter-not-frozen", name: letter.name });
  const toAsk = vault.letters.toAsk(text.hash);
  if (format === undefined) return listToAsk(context, vault, { letter, text, toAsk });
  const known = await findWithTemplate({ vault, templates: await world.templates() }, name);
  const template = known.ok ? known.value.template : undefined;
  const today = world.clock.today();
  // A template that is gone leaves the employer's name for a title.
  const title = template?.title ?? vault.campaign.get().employer;
  const shown = { title, today, ...(shuffle ? { shuffle: world.random.bytes(seedLength) } : {}) };
  const composed = await composeLetter({ vault, hashes: world.hashes }, letter, text, shown);
  const linted = await faultsOf(context, vault, letter);
  if (!linted.ok) return talk.fail(linted.failure);
  const faults = linted.value;
  const signed = { letter, text, toAsk, faults, ...(template === undefined ? {} : { template }) };
  const code = await writeOut(context, vault, signed, composed, { ...options, format });
  if (code !== exitCodes.done) return code;
  const hasWords = (await world.documents()).hasWordsIn(letter.language);
  await tell(context, [
    ...(hasWords ? [] : textAloneNotes(letter.language)),
    ...(format === "pdf" || format === "eml" ? fontNotes(composed.source.outside.signatories) : []),
    ...(hasWords ? waitingNotes(composed) : []),
    ...notesFor(signed, composed),
  ]);
  return code;
};
