/** A rule of the lint, what it looks at, and what it says. Pure: no rule reads a clock, a vault or a file. */
import type { ActionKey, Campaign } from "../../campaign/campaign.ts";
import type { Day } from "../../day.ts";
import type { Fact } from "../fact.ts";
import type { Answers, Demand, Template, TemplateVariable } from "../letter.ts";
import type { LetterKind } from "./kinds.ts";
import type { LetterText } from "./letter-text.ts";
import type { Phrases } from "./phrases.ts";

/** What is known of a letter when it is looked at. */
export interface LintInput {
  readonly name: string;
  /** The text as people sign it: NFC, LF, outside blocks as marker lines. */
  readonly markdown: string;
  readonly template: Pick<Template, "kind" | "language" | "variables">;
  /** Empty for a text that came with the committee file. */
  readonly answers: Answers;
  readonly demands: readonly Demand[];
  /** All of the campaign's; one is in the letter when its claim stands in the text. */
  readonly facts: readonly Fact[];
  readonly campaign: Pick<Campaign, "employer" | "addressee" | "actions">;
  readonly today: Day;
  /** The letter that it goes back to: when that went out, by when an answer to it is due, and when one came. */
  readonly before?: { readonly on: Day; readonly answerBy?: Day; readonly answeredOn?: Day };
  /** Whether anybody stands behind the step with a live pledge. */
  readonly isPledged: (action: ActionKey) => boolean;
  /** Whether its text was written elsewhere, so that nobody can change it here. */
  readonly shared: boolean;
}

/** The same, read. */
export interface ReadLetter extends LintInput {
  readonly text: LetterText;
  /** Nothing for a language in which no rule knows words. */
  readonly phrases: Phrases | undefined;
}

export interface Finding {
  /** 1-based line of the Markdown; of what is missing, the line near which it would stand. */
  readonly line: number;
  /** A clause: "no date by which an answer is due". */
  readonly what: string;
  /** A sentence with the next thing to type. */
  readonly wayOut: string;
}

export interface Rule {
  /** Kebab-case, never renamed. */
  readonly name: string;
  /** One sentence: what the letter must do, and how the rule sees it. */
  readonly about: string;
  readonly kinds: readonly LetterKind[] | "every";
  readonly check: (letter: ReadLetter) => readonly Finding[];
}

/** One thing wrong, in the words of the rule that found it. */
export interface Fault extends Finding {
  readonly rule: string;
}

/** The template's question of that name. */
const questionOf = (
  { template }: Pick<LintInput, "template">,
  name: string,
): TemplateVariable | undefined => template.variables.find((one) => one.name === name);

/** How to change the text: `doing` says what, without a full stop. */
export const byChanging = ({ name, shared }: LintInput, doing: string): string =>
  shared
    ? `Ask whoever wrote the text to ${doing}; then "pledge letter lint ${name}".`
    : `To ${doing}, change an answer ("pledge letter edit ${name}") or the template's own words.`;

/** The same where a question of the template may be what puts it there. */
export const byAnswering = (letter: LintInput, variable: string, doing: string): string =>
  letter.shared || questionOf(letter, variable) === undefined
    ? byChanging(letter, doing)
    : `To ${doing}, answer ${variable}: "pledge letter edit ${letter.name}".`;

/** The same where facts of the campaign would do it. */
export const byFacts = (letter: LintInput, doing: string): string =>
  letter.shared
    ? byChanging(letter, doing)
    : `To ${doing}, record it with "pledge fact add" and choose it with "pledge letter edit ${letter.name}".`;

/** One finding where something does not hold. */
export const unless = (
  holds: boolean,
  line: number,
  what: string,
  wayOut: string,
): readonly Finding[] => (holds ? [] : [{ line, what, wayOut }]);
