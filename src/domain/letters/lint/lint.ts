/** Everything that is wrong with a letter before it goes out. Pure; the letter's text is never changed. */
import { answer } from "./answer.ts";
import { closing } from "./closing.ts";
import { demands } from "./demands.ts";
import { escalation } from "./escalation.ts";
import { facts } from "./facts.ts";
import { readLetterText } from "./letter-text.ts";
import { opening } from "./opening.ts";
import { otherKinds } from "./other-kinds.ts";
import { phrasesIn } from "./phrases.ts";
import type { Fault, LintInput, ReadLetter, Rule } from "./rule.ts";
import { wording } from "./wording.ts";

/** Every rule, in the order of a letter's blocks. */
export const lintRules: readonly Rule[] = [
  ...opening,
  ...facts,
  ...demands,
  ...answer,
  ...escalation,
  ...closing,
  ...wording,
  ...otherKinds,
];

const isFor = ({ kinds }: Rule, kind: string): boolean =>
  kinds === "every" || kinds.some((one) => one === kind);

/** The faults by line, and of one line in the order of the rules. */
export const lintText = (input: LintInput): readonly Fault[] => {
  const letter: ReadLetter = {
    ...input,
    text: readLetterText(input.markdown),
    phrases: phrasesIn(input.template.language),
  };
  return lintRules
    .filter((rule) => isFor(rule, input.template.kind))
    .flatMap((rule) => rule.check(letter).map((finding) => ({ rule: rule.name, ...finding })))
    .toSorted((a, b) => a.line - b.line);
};
