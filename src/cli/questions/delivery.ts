/** The questions about a letter that went out, and about what came back. */
import type { Ask } from "../../domain/asking/ask.ts";
import { parseDay } from "../../domain/day.ts";
import type { Day } from "../../domain/day.ts";
import type { DemandKey } from "../../domain/campaign/campaign.ts";
import type { Delivery, DemandAnswer } from "../../domain/letters/delivery.ts";
import type { DemandState } from "../../domain/letters/demand-state.ts";
import { dayFault } from "../../domain/letters/parse-delivery.ts";
import type { GivenDelivery, GivenResponse, Span } from "../../domain/letters/parse-delivery.ts";
import { cleanLines, showable } from "../../domain/text/clean.ts";
import { explainValue } from "../explain/input.ts";
import { deliveryText } from "../render/deliveries.ts";
import { askText } from "./text.ts";

const dayBetween =
  (span: Span) =>
  (typed: string): true | string => {
    const day = parseDay(typed.trim());
    const fault = day === undefined ? ({ type: "day-malformed" } as const) : dayFault(day, span);
    return fault === undefined || `It ${explainValue(fault)}.`;
  };

const askPast = async (ask: Ask, message: string, offered: Day, span: Span): Promise<Day> => {
  const typed = await ask.line({ message, offered, check: dayBetween(span) });
  // Sound: the check lets nothing else through.
  return typed.trim() as Day;
};

const askDue = async (ask: Ask, on: Day, offered: Day | undefined): Promise<Day | undefined> => {
  const none = "none";
  const typed = await ask.line({
    message: `By what day is an answer due? (YYYY-MM-DD, or ${none})`,
    offered: offered ?? none,
    check: (text) => {
      if (text.trim().toLowerCase() === none) return true;
      const day = parseDay(text.trim());
      if (day === undefined) return `It should be a day such as 2026-12-15, or ${none}.`;
      return day >= on || "That is before the letter went out.";
    },
  });
  return parseDay(typed.trim());
};

/** Four questions, each with something that Enter takes where there is anything to offer. */
export const askDelivery = async (
  ask: Ask,
  offered: Partial<GivenDelivery>,
  span: Span,
): Promise<GivenDelivery> => {
  const { addressee: to } = offered;
  const addressee = await askText(ask, {
    message: "To whom did it go?",
    ...(to === undefined ? {} : { offered: showable(to) }),
    optional: false,
  });
  const way = await askText(ask, {
    message: "How? (by hand, by post, by e-mail ...)",
    offered: offered.way ?? "by hand",
    optional: false,
  });
  const on = await askPast(ask, "On which day? (YYYY-MM-DD)", offered.on ?? span.today, span);
  const due = offered.answerBy;
  const answerBy = await askDue(ask, on, due !== undefined && due >= on ? due : undefined);
  return { addressee, way, on, ...(answerBy === undefined ? {} : { answerBy }) };
};

/** Which of several deliveries is meant; the first one is offered. */
export const askWhichDelivery = (
  ask: Ask,
  message: string,
  deliveries: readonly Delivery[],
): Promise<Delivery> =>
  ask.one({
    message,
    choices: deliveries.map((delivery) => ({ value: delivery, label: deliveryText(delivery) })),
  });

/** A demand of the letter, in words for whoever is asked about it. */
export interface DemandAsked {
  readonly key: DemandKey;
  readonly title: string;
}

const stateChoices: readonly { readonly value: DemandState; readonly label: string }[] = [
  { value: "open", label: "not a word about it" },
  { value: "refused", label: "refused" },
  { value: "partly-met", label: "met in part" },
  { value: "met", label: "met" },
];

/** The day, and of each demand how the company answered it, and in what words. */
export const askResponse = async (
  ask: Ask,
  demands: readonly DemandAsked[],
  span: Span,
): Promise<GivenResponse> => {
  const message = "On which day did the answer come? (YYYY-MM-DD)";
  const on = await askPast(ask, message, span.today, span);
  const answers: DemandAnswer[] = [];
  for (const [index, { key, title }] of demands.entries()) {
    ask.say(`\n${index + 1} of ${demands.length}: ${showable(title)}`);
    const state = await ask.one({
      message: "What did the company answer?",
      choices: stateChoices,
    });
    const words =
      state === "open"
        ? ""
        : await askText(ask, {
            message: "In what words? (Enter leaves them out)",
            optional: true,
            clean: cleanLines,
          });
    answers.push({ demand: key, state, ...(words === "" ? {} : { words }) });
  }
  return { on, answers };
};
