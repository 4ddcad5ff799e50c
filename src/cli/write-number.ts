/** A number of the committee file that the vault has kept already, in use or waiting for signatures, on its way to a file. */
import type { Fingerprint } from "../domain/sealing/certificate.ts";
import type { Json } from "../domain/text/canonical-json.ts";
import { counted, listed } from "../domain/text/words.ts";
import type { MadeNumber } from "../usecases/committee/make-number.ts";
import { shortProposal } from "../usecases/committee/proposals.ts";
import type { Context } from "./context.ts";
import { exitCodes } from "./exit-codes.ts";
import type { ExitCode } from "./exit-codes.ts";
import { wrapped } from "./render/columns.ts";
import { nameOfFile } from "./render/for-others.ts";
import { tell } from "./tell.ts";
import { answerWritten, writeOutput } from "./write-output.ts";
import type { OutputOptions } from "./write-output.ts";

/** How the number gets to the others when there is no file of it yet. */
const exportNote = ({ reference: { number, hash }, missing }: MadeNumber): string =>
  missing === 0
    ? `Number ${number} of the committee file is kept in the vault. Write it for the others with "pledge committee export -o FILE", or let "pledge exchange DIR" carry it.`
    : `The proposal is kept in the vault. Write it for the others with "pledge committee propose ${shortProposal(hash)} -o FILE", or let "pledge exchange DIR" carry it.`;

interface Answer {
  readonly json: { readonly [name: string]: Json };
  /** `file` is nothing where none was written: not asked for, or on standard output. */
  readonly text: (file: string | undefined) => string;
}

const write = async (
  context: Context,
  options: OutputOptions,
  made: MadeNumber,
  { json, text }: Answer,
): Promise<ExitCode> => {
  const { talk } = context;
  if (options.output === undefined) {
    talk.answer(json, () => text(undefined));
    if (made.readers.length > 1) await tell(context, [exportNote(made)]);
    return exitCodes.done;
  }
  const written = await writeOutput(context, options, { kind: "message", bytes: made.file });
  if (!written.ok) {
    const code = await talk.fail(written.failure);
    await tell(context, [exportNote(made)]);
    return code;
  }
  const { value } = written;
  answerWritten(context, value, json, () => text("file" in value ? value.file : undefined));
  return exitCodes.done;
};

/** Who has to sign it still, of those for whom the file is, and how. */
export interface Signing {
  /** Our own key. */
  readonly self: Fingerprint;
  /** Whether we have signed it. */
  readonly signed: boolean;
}

/** The same of a number that waits for signatures. JSON: `{"v":1,"proposed":{"number","hash"},"missing","file"|"content"}`. */
export const writeProposal = async (
  context: Context,
  options: OutputOptions,
  made: MadeNumber,
  { self, signed }: Signing,
): Promise<ExitCode> => {
  const { number, hash } = made.reference;
  const screen = { columns: context.talk.columns, width: await context.world.textWidth() };
  const others = made.readers
    .filter(({ fingerprint }) => fingerprint !== self)
    .map(({ handle }) => handle);
  return write(context, options, made, {
    json: { v: 1, proposed: { number, hash }, missing: made.missing },
    text: (file) => {
      const name = nameOfFile(file);
      return [
        ...wrapped(
          `Nothing is changed yet. This is proposal ${shortProposal(hash)} for number ${number} of the committee file${signed ? ", and you have signed it" : ""}; ${counted(made.missing, "more member has", "more members have")} to.`,
          screen.columns,
          screen.width,
        ),
        ...(file === undefined
          ? []
          : [
              ...wrapped(
                `Send ${name} to ${listed(others)}. Whoever agrees signs it with:`,
                screen.columns,
                screen.width,
              ),
              `  pledge committee sign ${name} -o signed.pledge`,
            ]),
      ].join("\n");
    },
  });
};

/**
 * Writes the file where one was asked for, and answers; of a number that waits for signatures that it does, whichever command proposed it.
 * What is kept stays kept when the file cannot be written.
 */
export const writeNumber = (
  context: Context,
  options: OutputOptions,
  made: MadeNumber,
  { self, ...answer }: Answer & Pick<Signing, "self">,
): Promise<ExitCode> =>
  made.missing === 0
    ? write(context, options, made, answer)
    : writeProposal(context, options, made, { self, signed: true });
