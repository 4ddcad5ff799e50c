/**
 * Starts a letter from a template: first everything that can be refused without an answer, so that
 * nobody answers ten questions for nothing; then, with the answers, the letter itself.
 */
import type { DemandKey } from "../../domain/campaign/campaign.ts";
import { withAnswers } from "../../domain/letters/answers.ts";
import type { Given } from "../../domain/letters/answers.ts";
import type { FactKey } from "../../domain/letters/fact.ts";
import type { LetterFailure } from "../../domain/letters/failures.ts";
import type { Letter, LetterName, Template } from "../../domain/letters/letter.ts";
import { freeLetterName, parseLetterName } from "../../domain/letters/letter-name.ts";
import type { TemplateFault } from "../../domain/letters/ports.ts";
import type { Day } from "../../domain/day.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { checkDemands } from "../check-demands.ts";
import { draftText } from "./draft-text.ts";
import type { Deps } from "./find-letter.ts";
import { chosenTemplate } from "./find-template.ts";
import type { ChosenTemplate } from "./find-template.ts";

export interface PreparedLetter {
  readonly name: LetterName;
  readonly template: Template;
}

const chosenName = (
  { vault }: Deps,
  template: string,
  wanted: string | undefined,
): Result<LetterName, LetterFailure> => {
  if (wanted === undefined) {
    return ok(
      freeLetterName(
        template,
        vault.letters.all().map(({ name }) => name),
      ),
    );
  }
  const name = parseLetterName(wanted);
  if (!name.ok) return name;
  return vault.letters.byName(name.value) === undefined
    ? name
    : fail({ type: "letter-exists", name: name.value });
};

/** Those of the campaign, or those that the template was written for. */
const demandsFor = ({ vault }: Deps, { demands }: Template): readonly DemandKey[] =>
  demands === "campaign" ? vault.campaign.get().demands : demands;

/**
 * The template, and the name of the letter to be: the one that is `wanted`, else the template's id
 * with a number where that is taken. Refuses a campaign without demands, or with unknown ones.
 */
export const prepareLetter = (
  deps: Deps,
  from: ChosenTemplate & { readonly wanted?: string },
): Result<PreparedLetter, LetterFailure | TemplateFault> => {
  const template = chosenTemplate(deps, from);
  if (!template.ok) return template;
  const { about } = template.value;
  if (about !== undefined) return fail({ type: "letter-about-nothing", about });
  const name = chosenName(deps, template.value.id, from.wanted);
  if (!name.ok) return name;
  const demands = demandsFor(deps, template.value);
  if (demands.length === 0 && template.value.demands.length > 0)
    return fail({ type: "demands-missing" });
  const known = checkDemands(deps, demands);
  return known.ok ? ok({ name: name.value, template: template.value }) : known;
};

/** Keeps the letter. Returns `template-missing`, and keeps nothing, when an answer that it needs is not there. */
export const startLetter = (
  deps: Deps,
  { name, template, facts = [] }: PreparedLetter & { readonly facts?: readonly FactKey[] },
  given: Given,
  today: Day,
): Result<Letter, LetterFailure | TemplateFault> => {
  const letter: Letter = {
    name,
    template: template.id,
    ...(template.source === undefined ? {} : { source: template.source }),
    language: template.language,
    answers: withAnswers({}, given),
    demands: demandsFor(deps, template),
    facts,
    startedOn: today,
  };
  const text = draftText(deps, template, letter);
  if (!text.ok) return text;
  return deps.vault.transaction(() => {
    deps.vault.letters.save(letter);
    return ok(letter);
  });
};
