import type { LetterFailure } from "../../domain/letters/failures.ts";
import type { Letter, Template } from "../../domain/letters/letter.ts";
import { parseLetterName } from "../../domain/letters/letter-name.ts";
import type { TemplateFault, Templates } from "../../domain/letters/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Vault } from "../../domain/vault/vault.ts";

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

/** The same, with the template that it was started from. */
export const findWithTemplate = (
  { vault, templates }: Deps,
  name: string,
): Result<FoundLetter, LetterFailure | TemplateFault> => {
  const letter = findLetter(vault, name);
  if (!letter.ok) return letter;
  const template = templates.find(letter.value.template, letter.value.language);
  return template.ok ? ok({ letter: letter.value, template: template.value }) : template;
};
