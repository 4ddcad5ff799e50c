/** Fixes the text that people sign, once it can be signed: nothing missing, and people behind each step that it announces. */
import type { LetterBeyondFormat } from "../../domain/committee/failures.ts";
import type { Day } from "../../domain/day.ts";
import { announcedSteps } from "../../domain/letters/answers.ts";
import type { AnnouncedStep } from "../../domain/letters/answers.ts";
import type { LetterFailure } from "../../domain/letters/failures.ts";
import { fixText } from "../../domain/letters/frozen-text.ts";
import { sharedTextFault } from "../../domain/letters/shared-text.ts";
import type { FrozenText, Letter } from "../../domain/letters/letter.ts";
import type { TemplateFault } from "../../domain/letters/ports.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { Sha256 } from "../../domain/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { draftText } from "./draft-text.ts";
import type { FoundLetter, Deps } from "./find-letter.ts";
import { sharedText } from "./shared-letters.ts";

/** The steps that the letter announces and that nobody has pledged. */
export const unbackedSteps = (
  vault: Vault,
  { letter, template }: FoundLetter,
): readonly AnnouncedStep[] =>
  announcedSteps(template, letter.answers).filter(({ action }) => vault.pledges.live(action) === 0);

/** The text that freezing would fix, or why it cannot be fixed yet. Changes nothing. */
export const textToFreeze = (
  deps: Deps & { readonly sha256: Sha256; readonly today: Day },
  found: FoundLetter,
): Result<FrozenText, LetterFailure | TemplateFault | LetterBeyondFormat> => {
  const { letter, template } = found;
  if (letter.frozen !== undefined)
    return fail({ type: "letter-already-frozen", name: letter.name });
  const text = draftText(deps, template, letter);
  if (!text.ok) return text;
  const [step] = unbackedSteps(deps.vault, found);
  if (step !== undefined) return fail({ type: "escalation-unbacked", name: letter.name, ...step });
  const fixed = fixText(text.value, deps.sha256, deps.today);
  // Found now, while it can be changed, and not when a committee is founded years later.
  const what = sharedTextFault(sharedText(letter, fixed, letter.name, template.title));
  if (what !== undefined) return fail({ type: "letter-beyond-format", letter: letter.name, what });
  return ok(fixed);
};

/** Keeps the text for good. Returns who must be asked about it: whoever pledged to sign and has not signed this text. */
export const freezeLetter = (
  vault: Vault,
  { name }: Pick<Letter, "name">,
  text: FrozenText,
): readonly PersonId[] => {
  vault.transaction(() => {
    vault.letters.freeze(name, text);
    return ok(undefined);
  });
  return vault.letters.toAsk(text.hash);
};
