/** Block 10: what happens otherwise, with people behind it and no number of them. */
import { withoutDates } from "./dates.ts";
import { consequences, stepsNamed } from "./places.ts";
import type { Rule } from "./rule.ts";
import { byAnswering, byChanging, unless } from "./rule.ts";

export const escalation: readonly Rule[] = [
  {
    name: "missing-consequence",
    about: 'A letter to an employer says what follows otherwise: "if ... we will ...".',
    kinds: ["employer"],
    check: (letter) =>
      letter.phrases === undefined
        ? []
        : unless(
            consequences(letter).length > 0,
            letter.text.lastLine,
            "nothing is said of what happens if the answer is no",
            byAnswering(letter, "otherwise", "name a step that people have pledged"),
          ),
  },
  {
    name: "step-without-pledges",
    about: "A step is announced only when somebody has pledged it.",
    kinds: "every",
    check: (letter) =>
      stepsNamed(letter)
        .filter(({ action }) => !letter.isPledged(action))
        .map(({ action, line, variable }) => ({
          line,
          what: `it announces ${action}, and nobody has pledged that`,
          wayOut:
            variable === undefined || letter.shared
              ? byChanging(letter, "leave the step out until people have pledged it")
              : `Record who will do it ("pledge add"), or leave it out: "pledge letter edit ${letter.name} --set ${variable}=".`,
        })),
  },
  {
    name: "step-with-count",
    about: "A letter names the step, and never how many will take it.",
    kinds: "every",
    check: (letter) =>
      consequences(letter)
        .filter(({ text }) => letter.phrases?.people.test(withoutDates(text)) === true)
        .map(({ line }) => ({
          line,
          what: "it says how many will take the step",
          wayOut: byChanging(letter, "name the step without a number"),
        })),
  },
];
