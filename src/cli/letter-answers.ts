/** Answers for a letter that come with the command: from a file, and from --set. */
import type { Campaign } from "../domain/campaign/campaign.ts";
import { answersFromAssignments, answersFromJson } from "../domain/letters/answers.ts";
import type { Given } from "../domain/letters/answers.ts";
import type { FactKey } from "../domain/letters/fact.ts";
import type { Template } from "../domain/letters/letter.ts";
import { splitFacts } from "../domain/letters/parse-facts.ts";
import { ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import type { Context } from "./context.ts";
import type { Failure } from "./failure.ts";
import { readJson } from "./read-json.ts";

export interface AnswerOptions {
  /** A JSON file: one flat object of strings, and perhaps a list of facts: `{"answerBy":"2026-12-15","facts":["minutes-2026"]}`. */
  readonly from?: string;
  /** `NAME=VALUE`, each; they win over the file. */
  readonly set?: readonly string[];
}

export interface GivenContent {
  readonly given: Given;
  /** The facts that the file names in a list; without one, nothing was said of them. */
  readonly facts?: readonly FactKey[];
}

/** What the options answer. Refuses unknown names, values of the wrong kind, and a person's value in --set. */
export const givenAnswers = async (
  context: Context,
  { from, set = [] }: AnswerOptions,
  { template, campaign }: { readonly template: Template; readonly campaign: Campaign },
): Promise<Result<GivenContent, Failure>> => {
  // First what needs no file: a value that should never have been typed there is said at once.
  const assigned = answersFromAssignments(template, set, campaign);
  if (!assigned.ok) return assigned;
  if (from === undefined) return ok({ given: assigned.value });
  const json = await readJson(context, from);
  if (!json.ok) return json;
  const split = splitFacts(json.value);
  if (!split.ok) return split;
  const { answers, ...facts } = split.value;
  const filed = answersFromJson(template, answers, campaign);
  return filed.ok ? ok({ given: { ...filed.value, ...assigned.value }, ...facts }) : filed;
};
