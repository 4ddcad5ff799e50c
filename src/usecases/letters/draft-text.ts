import type { LetterFailure } from "../../domain/letters/failures.ts";
import type { Demand, Letter, Template } from "../../domain/letters/letter.ts";
import type { TemplateFault } from "../../domain/letters/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { factsFor } from "./campaign-facts.ts";
import { findDemand } from "./find-demand.ts";
import type { Deps } from "./find-letter.ts";
import { whatCameBefore } from "./letter-before.ts";

const demandsOf = (
  deps: Deps,
  letter: Pick<Letter, "demands">,
  { demands: asked, language }: Template,
): Result<readonly Demand[], LetterFailure | TemplateFault> => {
  if (letter.demands.length === 0 && asked.length > 0) return fail({ type: "demands-missing" });
  const demands: Demand[] = [];
  for (const key of letter.demands) {
    const demand = findDemand(deps, key, language);
    if (!demand.ok) return demand;
    demands.push(demand.value);
  }
  return ok(demands);
};

/**
 * A letter's text as its answers and the campaign of today make it: Markdown with marker lines. Never
 * for a frozen letter, whose text is kept and not made again.
 */
export const draftText = (
  deps: Deps,
  template: Template,
  letter: Pick<Letter, "answers" | "demands" | "facts" | "about" | "startedOn">,
): Result<string, LetterFailure | TemplateFault> => {
  const demands = demandsOf(deps, letter, template);
  if (!demands.ok) return demands;
  const facts = factsFor(deps.vault, letter.facts);
  if (!facts.ok) return facts;
  const before = whatCameBefore(deps.vault, letter);
  const { about } = template;
  // Another template than the one it was started from may go back to more than the letter does.
  if (about !== undefined && before[about] === undefined)
    return fail({ type: "letter-about-nothing", about });
  return deps.templates.render(template, {
    campaign: deps.vault.campaign.get(),
    demands: demands.value,
    facts: facts.value,
    ...before,
    answers: letter.answers,
    startedOn: letter.startedOn,
  });
};
