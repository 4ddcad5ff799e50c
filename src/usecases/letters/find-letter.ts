import type { LetterFailure } from "../../domain/letters/failures.ts";
import type { Letter, Template } from "../../domain/letters/letter.ts";
import { parseLetterName } from "../../domain/letters/letter-name.ts";
import type { TemplateFault, Templates } from "../../domain/letters/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Vault } from "../../domain/vault/vault.ts";
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

/** The same, with the template that it was started from. */
export const findWithTemplate = async (
  { vault, templates }: Deps,
  name: string,
): Promise<Result<FoundLetter, LetterFailure | TemplateFault>> => {
  const letter = findLetter(vault, name);
  if (!letter.ok) return letter;
  if (vault.letters.isShared(letter.value.name)) {
    // Only then: it reads the committee's files.
    const { sharedTemplate } = await import("./shared-template.ts");
    return ok({ letter: letter.value, template: sharedTemplate(vault, letter.value) });
  }
  const template = findTemplate({ templates }, letter.value);
  return template.ok ? ok({ letter: letter.value, template: template.value }) : template;
};
