/** Blocks 8 and 9: the policy, and by when who answers. */
import { parseDay } from "../../day.ts";
import type { Day } from "../../day.ts";
import { datesIn } from "./dates.ts";
import type { ReadLetter, Rule } from "./rule.ts";
import { byAnswering, byChanging, unless } from "./rule.ts";
import { demandItems } from "./places.ts";

interface Due {
  readonly day: Day;
  readonly line: number;
  /** The question that was answered with it. */
  readonly variable?: string;
}

/** Days by which something is asked for, by the template's questions. */
const dueByAnswers = ({ template, answers, text, phrases }: ReadLetter): readonly Due[] =>
  template.variables.flatMap(({ name, kind, defaultInDays }): Due[] => {
    if (kind !== "day" || (name !== "answerBy" && defaultInDays === undefined)) return [];
    const day = Object.hasOwn(answers, name) ? parseDay(answers[name] ?? "") : undefined;
    if (day === undefined) return [];
    const sentence = text.sentences.find((one) =>
      datesIn(one.text).some((date) => date.day === day),
    );
    // In a language whose dates we cannot read, the answer is taken at its word.
    if (sentence === undefined && phrases !== undefined) return [];
    return [{ day, line: sentence?.line ?? text.lastLine, variable: name }];
  });

/** Days in sentences that ask for an answer. */
const dueInWords = (letter: ReadLetter): readonly Due[] => {
  const items = new Set(demandItems(letter).flatMap(({ sentences }) => sentences));
  return letter.text.sentences
    .filter((one) => !items.has(one) && letter.phrases?.answer.test(one.folded) === true)
    .flatMap(({ text, line }) =>
      datesIn(text)
        .filter(({ precision }) => precision === "day")
        .map(({ day }) => ({ day, line })),
    );
};

export const answer: readonly Rule[] = [
  {
    name: "missing-policy",
    about: "A letter to an employer asks for a policy that is published or enforced.",
    kinds: ["employer"],
    check: (letter) => {
      const { phrases, text } = letter;
      if (phrases === undefined) return [];
      return unless(
        text.sentences.some(
          ({ folded }) => phrases.policy.test(folded) && phrases.enforced.test(folded),
        ),
        text.lastLine,
        "no sentence that makes it the company's policy",
        byChanging(letter, "ask for a policy that is published and enforced"),
      );
    },
  },
  {
    name: "missing-answer-date",
    about: "A letter to an employer says by what day it wants an answer.",
    kinds: ["employer", "follow-up"],
    check: (letter) =>
      unless(
        (letter.phrases === undefined && dueByAnswers(letter).length > 0) ||
          dueByAnswers(letter).length + dueInWords(letter).length > 0,
        letter.text.lastLine,
        "no day by which an answer is due",
        byAnswering(letter, "answerBy", "set a day"),
      ),
  },
  {
    name: "answer-still-due",
    about:
      "A second letter goes out once the day has passed by which the first one wanted an answer.",
    kinds: ["follow-up"],
    check: ({ before, today, text, name }) =>
      unless(
        before?.answerBy === undefined || before.answerBy < today,
        text.lastLine,
        `the answer to the first letter is due by ${before?.answerBy ?? ""}, and the text says that this day has passed`,
        `Wait for that day, then "pledge letter lint ${name}".`,
      ),
  },
  {
    name: "answer-date-passed",
    about: "A day by which something is asked for lies ahead.",
    kinds: "every",
    check: (letter) => {
      const asked = dueByAnswers(letter);
      // A follow-up tells of the day that has passed.
      const due =
        asked.length > 0 || letter.template.kind !== "employer" ? asked : dueInWords(letter);
      return due
        .filter(({ day }) => day <= letter.today)
        .map(({ day, line, variable }) => ({
          line,
          what: `an answer is due by ${day}, and that day has come`,
          wayOut: byAnswering(letter, variable ?? "answerBy", "set a later day"),
        }));
    },
  },
];
