/** A number of the committee file that the vault has kept already, on its way to a file. */
import type { Json } from "../domain/text/canonical-json.ts";
import type { MadeNumber } from "../usecases/committee/make-number.ts";
import type { Context } from "./context.ts";
import { exitCodes } from "./exit-codes.ts";
import type { ExitCode } from "./exit-codes.ts";
import { tell } from "./tell.ts";
import { answerWritten, writeOutput } from "./write-output.ts";
import type { OutputOptions } from "./write-output.ts";

/** How the number gets to the others when there is no file of it yet. */
const exportNote = (number: number): string =>
  `Number ${number} of the committee file is kept in the vault. Write it for the others with "pledge committee export -o FILE", or let "pledge exchange DIR" carry it.`;

interface Answer {
  readonly json: { readonly [name: string]: Json };
  /** `file` is nothing where none was written: not asked for, or on standard output. */
  readonly text: (file: string | undefined) => string;
}

/** Writes the file where one was asked for, and answers. What is kept stays kept when the file cannot be written. */
export const writeNumber = async (
  context: Context,
  options: OutputOptions,
  { committee, reference, file: bytes }: MadeNumber,
  { json, text }: Answer,
): Promise<ExitCode> => {
  const { talk } = context;
  if (options.output === undefined) {
    talk.answer(json, () => text(undefined));
    if (committee.members.length > 1) await tell(context, [exportNote(reference.number)]);
    return exitCodes.done;
  }
  const written = await writeOutput(context, options, { kind: "message", bytes });
  if (!written.ok) {
    const code = await talk.fail(written.failure);
    await tell(context, [exportNote(reference.number)]);
    return code;
  }
  const { value } = written;
  answerWritten(context, value, json, () => text("file" in value ? value.file : undefined));
  return exitCodes.done;
};
