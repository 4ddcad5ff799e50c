/** The one way to a template, whether it comes with the package or is a file of the organizer's. */
import type { Letter, Template } from "../../domain/letters/letter.ts";
import type { TemplateFault, Templates } from "../../domain/letters/ports.ts";
import { languageShape } from "../../domain/letters/shared-text.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";

interface Deps {
  readonly templates: Templates;
}

/** The template of a letter. */
export const findTemplate = (
  { templates }: Deps,
  { template, language, source }: Pick<Letter, "template" | "language" | "source">,
): Result<Template, TemplateFault> =>
  source === undefined
    ? templates.find(template, language)
    : templates.read(template, language, source);

/** What a letter is to be started from. */
export interface ChosenTemplate {
  readonly template: string;
  /** Unless it is left open. */
  readonly language?: string;
  /** The text of the file, for a template of the organizer's own. */
  readonly source?: string;
}

const english = "en";

/** Of a file any; of a template of the package the one that is asked for, else its only one, else English. */
const languageOf = (
  { templates }: Deps,
  { template, language, source }: ChosenTemplate,
): Result<string, TemplateFault> => {
  if (source !== undefined) {
    const written = language ?? english;
    return languageShape.test(written)
      ? ok(written)
      : fail({ type: "language-unknown", known: [] });
  }
  const known = templates.languages(template);
  const [only, ...more] = known;
  const wanted = (language ?? (more.length === 0 ? only : undefined) ?? english).toLowerCase();
  const found = known.find((one) => one.toLowerCase() === wanted);
  // Of no template at all, `find` says so.
  if (found === undefined && known.length > 0) return fail({ type: "language-unknown", known });
  return ok(found ?? english);
};

/** The template that was chosen, or `language-unknown` with the languages that there are. */
export const chosenTemplate = (
  deps: Deps,
  chosen: ChosenTemplate,
): Result<Template, TemplateFault> => {
  const language = languageOf(deps, chosen);
  return language.ok ? findTemplate(deps, { ...chosen, language: language.value }) : language;
};
