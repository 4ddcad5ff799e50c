/** A template of the organizer's own, from its file. Its text is kept with the letter, so the file may go. */
import type { TemplateFault } from "../domain/letters/ports.ts";
import { largestTemplateFile, templateFileName } from "../domain/letters/template-file.ts";
import { fail, ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import type { ChosenTemplate } from "../usecases/letters/find-template.ts";
import type { Context } from "./context.ts";
import type { Failure } from "./failure.ts";

type OwnTemplate = ChosenTemplate & { readonly source: string };

/** Of a file as long as this there is no more to say. */
const tooLarge = (id: string): TemplateFault => ({
  type: "template-malformed",
  id,
  place: { line: 1, column: 1 },
  what: `is larger than ${largestTemplateFile / 1024} KiB`,
});

/**
 * The file's text, and what its name says. A language in the name holds: fails with `language-unknown` where another
 * one is wanted.
 */
export const ownTemplate = async (
  { world }: Context,
  path: string,
  language: string | undefined,
): Promise<Result<OwnTemplate, Failure>> => {
  const { id, language: named } = templateFileName(path);
  if (
    named !== undefined &&
    language !== undefined &&
    named.toLowerCase() !== language.toLowerCase()
  )
    return fail({ type: "language-unknown", known: [named] });
  const text = await world.files.read(path, largestTemplateFile);
  if (!text.ok) return text.failure.type === "file-too-large" ? fail(tooLarge(id)) : text;
  const written = named ?? language;
  return ok({
    template: id,
    source: text.value,
    ...(written === undefined ? {} : { language: written }),
  });
};
