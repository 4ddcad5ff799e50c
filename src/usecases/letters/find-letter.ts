import type { LetterFailure } from "../../domain/letters/failures.ts";
import type { Letter, Template } from "../../domain/letters/letter.ts";
import { parseLetterName } from "../../domain/letters/letter-name.ts";
import type { TemplateFault, Templates } from "../../domain/letters/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { keptNumbers } from "../committee/committee-in-use.ts";
import { findTemplate } from "./find-template.ts";

export interface Deps {
  readonly vault: Vault;
  readonly templates: Templates;
}

export interface FoundLetter {
  readonly letter: Letter;
  readonly template: Template;
}

/** The letter of that name, or `letter-not-found` with the names that there are. */
export const findLetter = (vault: Vault, name: string): Result<Letter, LetterFailure> => {
  const parsed = parseLetterName(name);
  const letter = parsed.ok ? vault.letters.byName(parsed.value) : undefined;
  return letter === undefined
    ? fail({ type: "letter-not-found", known: vault.letters.all().map((one) => one.name) })
    : ok(letter);
};

/**
 * What stands for the template of a letter whose text came with the committee file: its title, and no question,
 * because the answers stayed with the writer.
 */
const sharedTemplate = (vault: Vault, { template, language, frozen }: Letter): Template => {
  const texts = keptNumbers(vault).flatMap(({ committee }) => committee.texts);
  const text = texts.find(({ markdown }) => markdown === frozen?.markdown);
  // The employer's name for a title, as for a letter whose template is gone.
  const title = text?.title ?? vault.campaign.get().employer;
  return {
    id: template,
    title,
    kind: "letter",
    country: "",
    language,
    demands: [],
    variables: [],
  };
};

/** The same, with the template that it was started from. */
export const findWithTemplate = (
  { vault, templates }: Deps,
  name: string,
): Result<FoundLetter, LetterFailure | TemplateFault> => {
  const letter = findLetter(vault, name);
  if (!letter.ok) return letter;
  if (vault.letters.isShared(letter.value.name))
    return ok({ letter: letter.value, template: sharedTemplate(vault, letter.value) });
  const template = findTemplate({ templates }, letter.value);
  return template.ok ? ok({ letter: letter.value, template: template.value }) : template;
};
