/**
 * A template's questions on the terminal, by the kind of answer that each takes. Enter takes what is
 * offered, or leaves the answer out where the letter can do without it.
 */
import type { Ask, Check } from "../../domain/asking/ask.ts";
import type { ActionKey, Campaign } from "../../domain/campaign/campaign.ts";
import type { Day } from "../../domain/day.ts";
import { answerTo, readAnswer, stepsOf } from "../../domain/letters/answers.ts";
import type { Given } from "../../domain/letters/answers.ts";
import type { TemplateVariable } from "../../domain/letters/letter.ts";
import { showable } from "../../domain/text/clean.ts";
import { counted } from "../../domain/text/words.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { Context } from "../context.ts";
import { explainValue } from "../explain/input.ts";
import { wrapped } from "../render/columns.ts";
import type { Width } from "../render/columns.ts";
import { takeAway } from "./text.ts";

interface Setting {
  readonly campaign: Campaign;
  readonly today: Day;
  /** How many stand behind an action. */
  readonly pledged: (action: ActionKey) => number;
  readonly columns: number;
  readonly width: Width;
}

/** What the questions need to know besides the letter. */
export const settingOf = async ({ world, talk }: Context, vault: Vault): Promise<Setting> => ({
  campaign: vault.campaign.get(),
  today: world.clock.today(),
  pledged: vault.pledges.live,
  columns: talk.columns,
  width: await world.textWidth(),
});

/** What an answer is for, above its question: a question is drawn anew with every key, so it is short. */
const sayWhatFor = (ask: Ask, variable: TemplateVariable, { columns, width }: Setting): void => {
  const example = variable.kind === "action" ? [] : [`For example: ${variable.example}`];
  const text = [variable.ask, ...example].flatMap((line) => wrapped(line, columns, width));
  ask.say(`\n${text.join("\n")}`);
};

const checkOf =
  (variable: TemplateVariable, { campaign, today }: Setting, before: string): Check =>
  (typed) => {
    const text = before === "" || typed.trim() !== takeAway ? typed : "";
    const answer = readAnswer(variable, text, campaign);
    if (!answer.ok) return `It ${explainValue(answer.failure)}.`;
    if (answer.value === "") return !variable.required || "The letter cannot do without it.";
    const late = variable.defaultInDays !== undefined && answer.value <= today;
    return !late || "That day has come already; choose a later one.";
  };

const read = (variable: TemplateVariable, { campaign }: Setting, text: string): string => {
  const answer = readAnswer(variable, text, campaign);
  if (!answer.ok) throw new Error("an answer was taken that its check refuses");
  return answer.value;
};

const messageOf = ({ name, required }: TemplateVariable, before: string): string => {
  if (required) return name;
  return before === ""
    ? `${name} (Enter leaves it out)`
    : `${name} (Enter keeps the answer, ${takeAway} takes it away)`;
};

const askLine = async (
  ask: Ask,
  variable: TemplateVariable,
  setting: Setting,
  before: string,
  offered = before,
): Promise<string> => {
  const typed = await ask.line({
    message: messageOf(variable, before),
    ...(offered === "" ? {} : { offered }),
    check: checkOf(variable, setting, before),
  });
  return before !== "" && typed.trim() === takeAway ? "" : read(variable, setting, typed);
};

/** A paragraph a question, since Enter ends what is typed on a terminal. */
const askParagraphs = async (
  ask: Ask,
  variable: TemplateVariable,
  setting: Setting,
): Promise<string> => {
  let text = await askLine(ask, variable, setting, "");
  while (text !== "") {
    const so = text;
    const more = await ask.line({
      message: "Another paragraph? (Enter for none)",
      check: (typed) => checkOf(variable, setting, "")(`${so}\n\n${typed}`),
    });
    if (more.trim() === "") break;
    text = read(variable, setting, `${so}\n\n${more}`);
  }
  return text;
};

const askLines = async (
  ask: Ask,
  variable: TemplateVariable,
  setting: Setting,
  before: string,
): Promise<string> => {
  if (before === "") return askParagraphs(ask, variable, setting);
  if (!before.includes("\n")) return askLine(ask, variable, setting, before);
  for (const line of before.split("\n")) ask.say(`  ${showable(line)}`);
  const what = await ask.one({
    message: variable.name,
    choices: [
      { value: "keep", label: "keep this" },
      { value: "anew", label: "write it anew" },
      ...(variable.required ? [] : [{ value: "none", label: "take it away" }]),
    ],
    offered: "keep",
  });
  if (what === "keep") return before;
  return what === "none" ? "" : askParagraphs(ask, variable, setting);
};

const askStep = async (
  ask: Ask,
  variable: TemplateVariable,
  { campaign, pledged }: Setting,
  before: string,
  taken: readonly string[],
): Promise<string> => {
  const steps = stepsOf(campaign).filter((step) => pledged(step) > 0 && !taken.includes(step));
  if (steps.length === 0 && before === "") {
    ask.say("Nobody has pledged such a step yet, so the letter announces none.");
    return "";
  }
  return ask.one<string>({
    message: variable.name,
    choices: [
      ...steps.map((step) => ({
        value: step,
        label: `${step}: ${counted(pledged(step), "person has", "people have")} pledged it`,
      })),
      { value: "", label: "none" },
    ],
    offered: steps.some((step) => step === before) ? before : "",
  });
};

/** One answer: the present one is offered, or what is guessed where there is none; "" is no answer. */
export const askAnswer = async (
  ask: Ask,
  variable: TemplateVariable,
  setting: Setting,
  so: { readonly answers: Given; readonly guess?: string; readonly taken: readonly string[] },
): Promise<string> => {
  const before = answerTo(so.answers, variable) ?? "";
  sayWhatFor(ask, variable, setting);
  switch (variable.kind) {
    case "line":
    case "day":
      return askLine(ask, variable, setting, before, before === "" ? so.guess : before);
    case "lines":
      return askLines(ask, variable, setting, before);
    case "action":
      return askStep(ask, variable, setting, before, so.taken);
    default:
      return variable.kind satisfies never;
  }
};

/** Every question that has no answer yet, in the template's order. A further step is asked for only after a first one. */
export const askAnswers = async (
  ask: Ask,
  variables: readonly TemplateVariable[],
  setting: Setting,
  so: {
    readonly given: Given;
    readonly guessOf: (variable: TemplateVariable) => string | undefined;
  },
): Promise<Given> => {
  const answers: Record<string, string> = { ...so.given };
  const steps: string[] = [];
  for (const variable of variables) {
    const known = answerTo(answers, variable);
    const idle = variable.kind === "action" && steps.includes("");
    const guess = so.guessOf(variable);
    const answer =
      known ??
      (idle
        ? ""
        : await askAnswer(ask, variable, setting, {
            answers,
            ...(guess === undefined ? {} : { guess }),
            taken: steps,
          }));
    answers[variable.name] = answer;
    if (variable.kind === "action") steps.push(answer);
  }
  return answers;
};
