/** What is wrong with a letter of the vault: its fixed text, or the one that freezing would fix. Changes nothing. */
import type { Day } from "../../domain/day.ts";
import type { LetterFailure } from "../../domain/letters/failures.ts";
import type { Demand, Letter, Template } from "../../domain/letters/letter.ts";
import { lintText } from "../../domain/letters/lint/lint.ts";
import type { Fault, LintInput } from "../../domain/letters/lint/rule.ts";
import type { TemplateFault } from "../../domain/letters/ports.ts";
import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { draftText } from "./draft-text.ts";
import { findDemand } from "./find-demand.ts";
import type { Deps } from "./find-letter.ts";
import { whatCameBefore } from "./letter-before.ts";
import { findTemplate } from "./find-template.ts";

export interface LintDeps extends Deps {
  readonly today: Day;
}

/** What stands for a template that is gone: no kind, so the rules for every kind hold and no other. */
const withoutTemplate = ({ template, language }: Letter): Template => ({
  id: template,
  title: "",
  kind: "",
  country: "",
  language,
  demands: [],
  variables: [],
});

/** Those of the letter's demands that there still are: a fixed text is read without the rest. */
const demandsOf = (deps: Deps, { demands, language }: Letter): readonly Demand[] =>
  demands.flatMap((key) => {
    const demand = findDemand(deps, key, language);
    return demand.ok ? [demand.value] : [];
  });

/** The days of the letter that it goes back to. */
const lettersBefore = (vault: Vault, letter: Letter): LintInput["before"] => {
  const { delivery, response } = whatCameBefore(vault, letter);
  if (delivery === undefined) return undefined;
  const { on, answerBy } = delivery;
  return {
    on,
    ...(answerBy === undefined ? {} : { answerBy }),
    ...(response === undefined ? {} : { answeredOn: response.on }),
  };
};

/**
 * The faults, by line. Fails as `draftText` does where a draft has no text yet: an answer that it needs is missing, or
 * its template cannot be read. A fixed text is looked at without its template too.
 */
export const lintLetter = (
  deps: LintDeps,
  letter: Letter,
): Result<readonly Fault[], LetterFailure | TemplateFault> => {
  const { vault, today } = deps;
  const found = findTemplate(deps, letter);
  if (!found.ok && letter.frozen === undefined) return found;
  const template = found.ok ? found.value : withoutTemplate(letter);
  const text =
    letter.frozen === undefined
      ? draftText(deps, template, letter)
      : ok<string>(letter.frozen.markdown);
  if (!text.ok) return text;
  const before = lettersBefore(vault, letter);
  return ok(
    lintText({
      name: letter.name,
      markdown: text.value,
      template,
      answers: letter.answers,
      demands: demandsOf(deps, letter),
      facts: vault.facts.all(),
      campaign: vault.campaign.get(),
      today,
      ...(before === undefined ? {} : { before }),
      isPledged: (action) => vault.pledges.live(action) > 0,
      shared: vault.letters.isShared(letter.name),
    }),
  );
};
