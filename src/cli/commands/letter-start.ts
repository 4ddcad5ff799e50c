/** `pledge letter start TEMPLATE`: a letter, with every answer that it needs. */
import {
  answerTo,
  deadlinesPassed,
  defaultAnswer,
  unanswered,
} from "../../domain/letters/answers.ts";
import type { Letter, Template, TemplateVariable } from "../../domain/letters/letter.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { isTemplatePath } from "../../domain/letters/template-file.ts";
import { counted } from "../../domain/text/words.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { factsFor } from "../../usecases/letters/campaign-facts.ts";
import { untranslated } from "../../usecases/letters/find-demand.ts";
import { unbackedSteps } from "../../usecases/letters/freeze-letter.ts";
import {
  checkDemandsFor,
  prepareLetter,
  startLetter,
} from "../../usecases/letters/start-letter.ts";
import type { Beginning, PreparedLetter } from "../../usecases/letters/start-letter.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { givenAnswers } from "../letter-answers.ts";
import type { AnswerOptions, GivenContent } from "../letter-answers.ts";
import type { Failure } from "../failure.ts";
import { askFacts } from "../questions/facts.ts";
import { askAnswers, settingOf } from "../questions/letter.ts";
import { terminalFor } from "../questions/terminal.ts";
import { ownTemplate } from "../own-template.ts";
import { faultNotes, untranslatedNotes } from "../render/letter-notes.ts";
import { tell } from "../tell.ts";
import { withVault } from "../unlock.ts";
import { whichDelivery } from "../which-delivery.ts";

interface Options extends AnswerOptions {
  readonly name?: string;
  readonly language?: string;
  /** The number of the delivery that the letter goes back to. */
  readonly delivery?: string;
}

/** What the letter goes back to: chosen before the first question, since its demands come from there. */
const chosenBefore = async (
  context: Context,
  { template, before }: PreparedLetter,
  { delivery: given }: Options,
): Promise<Result<Beginning, Failure>> => {
  if (template.about === undefined) {
    if (given === undefined) return ok({ template });
    const message = `${template.id} goes back to no letter before it, so --delivery says nothing`;
    return fail({ type: "usage", message, hint: "leave --delivery out" });
  }
  const question = {
    delivery: "Which letter does it follow?",
    response: "To which letter did the company answer?",
  }[template.about];
  const about = await whichDelivery(context, before, { given, question });
  return about.ok ? ok({ template, about: about.value }) : about;
};

/** Asks what was not given; where nobody can be asked, the defaults are taken. */
const completed = async (
  context: Context,
  vault: Vault,
  template: Template,
  { given, facts }: GivenContent,
): Promise<GivenContent> => {
  const today = context.world.clock.today();
  const guessOf = (variable: TemplateVariable): string | undefined =>
    defaultAnswer(variable, today);
  const open = template.variables.filter((variable) => answerTo(given, variable) === undefined);
  const terminal = open.length === 0 ? undefined : await terminalFor(context, "--from FILE");
  if (terminal?.ok !== true) {
    const defaults = open.flatMap((variable): [string, string][] => {
      const guess = guessOf(variable);
      return guess === undefined ? [] : [[variable.name, guess]];
    });
    return {
      given: { ...Object.fromEntries(defaults), ...given },
      ...(facts === undefined ? {} : { facts }),
    };
  }
  const ask = terminal.value;
  ask.say(
    `${template.title}: at most ${counted(open.length, "question", "questions")}.\nEnter takes what is offered, or leaves it out. All can be changed later.`,
  );
  const setting = await settingOf(context, vault);
  const chosen = facts ?? (await askFacts(ask, vault, []));
  const answers = await askAnswers(ask, template.variables, setting, { given, guessOf });
  return { given: answers, facts: chosen };
};

const startedJson = (letter: Letter, template: Template) => ({
  name: letter.name,
  template: letter.template,
  ownTemplate: letter.source !== undefined,
  language: letter.language,
  startedOn: letter.startedOn,
  demands: letter.demands,
  ...(letter.about === undefined ? {} : { about: letter.about }),
  facts: letter.facts,
  answers: letter.answers,
  leftOut: unanswered(template, letter.answers).map(({ name }) => name),
});

/**
 * JSON: `{"v":1,"letter":{"name","template","ownTemplate","language","startedOn","demands":[],"about","facts":[],"answers":{},"leftOut":[]}}`;
 * `about` is the number of the delivery that it goes back to, `leftOut` are the values without an answer. Keeps nothing when it fails, or when a question is not answered.
 */
export const letterStart = (context: Context, id: string, options: Options): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const deps = { vault, templates: await world.templates() };
    const { name: wanted, language } = options;
    const chosen = isTemplatePath(id)
      ? await ownTemplate(context, id, language)
      : ok({ template: id, ...(language === undefined ? {} : { language }) });
    if (!chosen.ok) return talk.fail(chosen.failure);
    const prepared = prepareLetter(deps, {
      ...chosen.value,
      ...(wanted === undefined ? {} : { wanted }),
    });
    if (!prepared.ok) return talk.fail(prepared.failure);
    const { template } = prepared.value;
    const beginning = await chosenBefore(context, prepared.value, options);
    if (!beginning.ok) return talk.fail(beginning.failure);
    const demands = checkDemandsFor(deps, beginning.value);
    if (!demands.ok) return talk.fail(demands.failure);
    const given = await givenAnswers(context, options, {
      template,
      campaign: vault.campaign.get(),
    });
    if (!given.ok) return talk.fail(given.failure);
    // Before the first question: nobody answers ten of them to hear that a fact is not there.
    const shown = factsFor(vault, given.value.facts ?? []);
    if (!shown.ok) return talk.fail(shown.failure);
    const { given: answers, facts = [] } = await completed(context, vault, template, given.value);
    const { name } = prepared.value;
    const today = world.clock.today();
    const started = startLetter(deps, { name, ...beginning.value, facts }, answers, today);
    if (!started.ok) return talk.fail(started.failure);
    const letter = started.value;
    talk.answer(
      { v: 1, letter: startedJson(letter, template) },
      () =>
        `${letter.name} is started, with ${counted(letter.demands.length, "demand", "demands")}.`,
    );
    const notes = faultNotes(letter, {
      missing: [],
      unbacked: unbackedSteps(vault, { letter, template }),
      passed: deadlinesPassed(template, letter.answers, today),
    });
    const next = `Read it with "pledge letter preview ${letter.name}"; change it with "pledge letter edit ${letter.name}".`;
    await tell(context, [...untranslatedNotes(letter, untranslated(deps, letter)), ...notes, next]);
    return exitCodes.done;
  });
