/** Answers for a letter that come with the command: from a file, and from --set. */
import type { Campaign } from "../domain/campaign/campaign.ts";
import { answersFromAssignments, answersFromJson } from "../domain/letters/answers.ts";
import type { Given } from "../domain/letters/answers.ts";
import type { Template } from "../domain/letters/letter.ts";
import { ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import type { Context } from "./context.ts";
import type { Failure } from "./failure.ts";
import { readJson } from "./read-json.ts";

export interface AnswerOptions {
  /** A JSON file: one flat object of strings, `{"answerBy":"2026-12-15"}`. */
  readonly from?: string;
  /** `NAME=VALUE`, each; they win over the file. */
  readonly set?: readonly string[];
}

/** What the options answer. Refuses unknown names, values of the wrong kind, and a person's value in --set. */
export const givenAnswers = async (
  context: Context,
  { from, set = [] }: AnswerOptions,
  { template, campaign }: { readonly template: Template; readonly campaign: Campaign },
): Promise<Result<Given, Failure>> => {
  // First what needs no file: a value that should never have been typed there is said at once.
  const assigned = answersFromAssignments(template, set, campaign);
  if (!assigned.ok || from === undefined) return assigned;
  const json = await readJson(context, from);
  if (!json.ok) return json;
  const filed = answersFromJson(template, json.value, campaign);
  return filed.ok ? ok({ ...filed.value, ...assigned.value }) : filed;
};
