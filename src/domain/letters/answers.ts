/**
 * Answers to a template's questions: checked by the kind of the question, wherever they come from.
 * An answer that is left out is absent, never an empty string.
 */
import { SIGN } from "../campaign/campaign.ts";
import type { ActionKey, Campaign } from "../campaign/campaign.ts";
import { addDays, parseDay } from "../day.ts";
import type { Day } from "../day.ts";
import type { InputFault, InputRefused, ValueFault } from "../input/fault.ts";
import { isObject } from "../input/is-object.ts";
import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";
import { cleanLine, cleanLines } from "../text/clean.ts";
import type { LetterFailure } from "./failures.ts";
import type { Answers, Template, TemplateVariable } from "./letter.ts";

/** The one answer that stands beside the date, outside the text that people sign. */
export const placeVariable = "place";

/** What was given for some of the questions; an empty string takes the answer away. */
export type Given = Readonly<Record<string, string>>;

/** The steps that a letter may announce: every action but the signature that it already is. */
export const stepsOf = (campaign: Campaign): readonly ActionKey[] =>
  campaign.actions.filter((action) => action !== SIGN);

/**
 * One answer as it is kept, or what is wrong with it. White space alone is no answer: the empty
 * string, whatever the kind.
 */
export const readAnswer = (
  variable: TemplateVariable,
  text: string,
  campaign: Campaign,
): Result<string, ValueFault> => {
  const trimmed = text.trim();
  if (trimmed === "") return ok("");
  switch (variable.kind) {
    case "line":
      return cleanLine(text);
    case "lines":
      return cleanLines(text);
    case "day":
      return parseDay(trimmed) === undefined ? fail({ type: "day-malformed" }) : ok(trimmed);
    case "action": {
      const known = stepsOf(campaign);
      return known.some((action) => action === trimmed)
        ? ok(trimmed)
        : fail({ type: "not-one-of", known });
    }
    default:
      return variable.kind satisfies never;
  }
};

/** The answer to a question, if there is one. */
export const answerTo = (
  answers: Given,
  { name }: Pick<TemplateVariable, "name">,
): string | undefined => (Object.hasOwn(answers, name) ? answers[name] : undefined);

const readAll = (
  template: Template,
  given: Given,
  campaign: Campaign,
): Result<Given, InputRefused> => {
  const faults: InputFault[] = [];
  const read = template.variables.flatMap((variable): [string, string][] => {
    const text = answerTo(given, variable);
    if (text === undefined) return [];
    const answer = readAnswer(variable, text, campaign);
    if (answer.ok) return [[variable.name, answer.value]];
    faults.push({ path: variable.name, fault: answer.failure });
    return [];
  });
  return faults.length > 0
    ? fail({ type: "input-refused", source: "answers", faults })
    : ok(Object.fromEntries(read));
};

/** Reads `--from`: one flat object of strings, its members variables of the template. Names every fault. */
export const answersFromJson = (
  template: Template,
  value: unknown,
  campaign: Campaign,
): Result<Given, InputRefused> => {
  const refuse = (faults: readonly InputFault[]): Result<Given, InputRefused> =>
    fail({ type: "input-refused", source: "answers", faults });
  const wrong = (path: string, expected: string): InputFault => ({
    path,
    fault: { type: "value-wrong", expected },
  });
  if (!isObject(value)) return refuse([wrong("", "an object in braces")]);
  const known = template.variables.map(({ name }) => name);
  const members = Object.keys(value);
  const faults: readonly InputFault[] = [
    ...(members.every((name) => known.includes(name))
      ? []
      : [{ path: "", fault: { type: "member-unknown", known } } as const]),
    ...known
      .filter((name) => Object.hasOwn(value, name) && typeof value[name] !== "string")
      .map((name) => wrong(name, "text in double quotes")),
  ];
  return faults.length > 0 ? refuse(faults) : readAll(template, value as Given, campaign);
};

/**
 * Reads every `--set NAME=VALUE`; of two for one name the later holds. Refuses what is no variable
 * of the template, and what may hold somebody's name: a command line is kept by shells.
 */
export const answersFromAssignments = (
  template: Template,
  assignments: readonly string[],
  campaign: Campaign,
): Result<Given, InputRefused | LetterFailure> => {
  const given = new Map<string, string>();
  for (const assignment of assignments) {
    const at = assignment.indexOf("=");
    if (at < 1) return fail({ type: "assignment-malformed" });
    const name = assignment.slice(0, at);
    const variable = template.variables.find((one) => one.name === name);
    if (variable === undefined) {
      const known = template.variables.filter((one) => !one.personal).map((one) => one.name);
      return fail({ type: "variable-unknown", known });
    }
    if (variable.personal) return fail({ type: "variable-personal", name: variable.name });
    given.set(variable.name, assignment.slice(at + 1));
  }
  return readAll(template, Object.fromEntries(given), campaign);
};

/** What is offered for a question that nobody answered yet; nothing where nothing can be guessed. */
export const defaultAnswer = (variable: TemplateVariable, today: Day): string | undefined =>
  variable.defaultInDays === undefined ? undefined : addDays(today, variable.defaultInDays);

/** The answers with some of them replaced, added or, where an empty string is given, taken away. */
export const withAnswers = (answers: Answers, given: Given): Answers =>
  Object.fromEntries(
    Object.entries({ ...answers, ...given }).filter(([, answer]) => answer !== ""),
  );

/** A step that a letter says will follow. */
export interface AnnouncedStep {
  readonly variable: string;
  readonly action: ActionKey;
}

/** The steps that the letter announces, in the order of the template's questions. */
export const announcedSteps = (template: Template, answers: Answers): readonly AnnouncedStep[] =>
  template.variables
    .filter(({ kind }) => kind === "action")
    .flatMap((variable) => {
      const action = answerTo(answers, variable) as ActionKey | undefined;
      return action === undefined ? [] : [{ variable: variable.name, action }];
    });

/** The questions that have no answer. */
export const unanswered = (template: Template, answers: Answers): readonly TemplateVariable[] =>
  template.variables.filter((variable) => answerTo(answers, variable) === undefined);

/** Days by which something is asked for and that are not after today, by variable. */
export const deadlinesPassed = (
  template: Template,
  answers: Answers,
  today: Day,
): readonly TemplateVariable[] =>
  template.variables.filter((variable) => {
    const day = answerTo(answers, variable);
    return variable.defaultInDays !== undefined && day !== undefined && day <= today;
  });
