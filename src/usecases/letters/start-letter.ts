/**
 * Starts a letter from a template: first everything that can be refused without an answer, so that
 * nobody answers ten questions for nothing; then, with the answers, the letter itself.
 */
import type { DemandKey } from "../../domain/campaign/campaign.ts";
import { withAnswers } from "../../domain/letters/answers.ts";
import type { Given } from "../../domain/letters/answers.ts";
import type { Delivery } from "../../domain/letters/delivery.ts";
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
import { deliveriesBefore, demandsBefore } from "./letter-before.ts";

export interface PreparedLetter {
  readonly name: LetterName;
  readonly template: Template;
  /** What it can go back to, the likeliest first; empty for a template that goes back to nothing. */
  readonly before: readonly Delivery[];
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

/** The deliveries that a letter from this template can go back to; none where it goes back to nothing. */
const goesBackTo = (
  { vault }: Deps,
  { about }: Template,
): Result<readonly Delivery[], LetterFailure> =>
  about === undefined ? ok([]) : deliveriesBefore(vault, about);

export interface Beginning {
  readonly template: Template;
  /** The delivery that it goes back to. */
  readonly about?: Delivery;
}

/** Those of the letter that it goes back to, those of the campaign, or those that the template was written for. */
const demandsFor = (
  { vault }: Deps,
  { template: { demands }, about }: Beginning,
): readonly DemandKey[] => {
  if (demands !== "campaign") return demands;
  return about === undefined ? vault.campaign.get().demands : demandsBefore(vault, about);
};

/** Whether what it would ask for can be asked for: `demands-missing` where that is nothing, and a demand that nobody knows. */
export const checkDemandsFor = (
  deps: Deps,
  beginning: Beginning,
): Result<void, LetterFailure | TemplateFault> => {
  const demands = demandsFor(deps, beginning);
  if (demands.length === 0 && beginning.template.demands.length > 0)
    return fail({ type: "demands-missing" });
  return checkDemands(deps, demands);
};

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
  const before = goesBackTo(deps, template.value);
  if (!before.ok) return before;
  const name = chosenName(deps, template.value.id, from.wanted);
  if (!name.ok) return name;
  const prepared = { name: name.value, template: template.value, before: before.value };
  // Those of a letter that came before are known once it is chosen.
  const known = before.value.length > 0 ? ok(undefined) : checkDemandsFor(deps, prepared);
  return known.ok ? ok(prepared) : known;
};

/** Keeps the letter. Returns `template-missing`, and keeps nothing, when an answer that it needs is not there. */
export const startLetter = (
  deps: Deps,
  {
    name,
    template,
    about,
    facts = [],
  }: Beginning & { readonly name: LetterName; readonly facts?: readonly FactKey[] },
  given: Given,
  today: Day,
): Result<Letter, LetterFailure | TemplateFault> => {
  const letter: Letter = {
    name,
    template: template.id,
    ...(template.source === undefined ? {} : { source: template.source }),
    language: template.language,
    answers: withAnswers({}, given),
    demands: demandsFor(deps, about === undefined ? { template } : { template, about }),
    facts,
    ...(about === undefined ? {} : { about: about.number }),
    startedOn: today,
  };
  const text = draftText(deps, template, letter);
  if (!text.ok) return text;
  return deps.vault.transaction(() => {
    deps.vault.letters.save(letter);
    return ok(letter);
  });
};
