/** A delivery and an answer to one in JSON: what `letter deliver --from` and `letter respond --from` take. */
import * as v from "valibot";

import type { DemandKey } from "../campaign/campaign.ts";
import type { Day } from "../day.ts";
import { faultsOfIssues } from "../input/fault.ts";
import type { InputFault, InputRefused, ValueFault } from "../input/fault.ts";
import { createReader } from "../input/read.ts";
import type { Reader } from "../input/read.ts";
import { list, object } from "../input/shapes.ts";
import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";
import type { DemandAnswer } from "./delivery.ts";
import { demandStates } from "./demand-state.ts";

/** What somebody said of a delivery. */
export interface GivenDelivery {
  readonly addressee: string;
  readonly way: string;
  readonly on: Day;
  readonly answerBy?: Day;
}

/** Days between which something happened, all included. */
export interface Span {
  readonly first: Day;
  /** The day of what came of it, if it is known. */
  readonly last?: Day;
  readonly today: Day;
}

/** What is wrong with such a day, if anything. */
export const dayFault = (day: Day, { first, last, today }: Span): ValueFault | undefined => {
  if (day > today) return { type: "day-ahead" };
  if (day < first) return { type: "day-before", first };
  return last !== undefined && day > last ? { type: "day-after", last } : undefined;
};

/** The day as it was said, or today; its fault is noted. */
const readDay = (reader: Reader, said: string | undefined, span: Span): Day | undefined => {
  const day = said === undefined ? span.today : reader.day("on", said);
  const fault = day === undefined ? undefined : dayFault(day, span);
  return fault === undefined ? day : reader.refuse("on", fault);
};

const delivery = v.strictObject({
  addressee: v.string(),
  way: v.string(),
  on: v.optional(v.string()),
  answerBy: v.optional(v.string()),
});

/** Reads a delivery; today unless it says when. Returns every fault at once; throws nothing. */
export const parseDelivery = (input: unknown, span: Span): Result<GivenDelivery, InputRefused> => {
  const refuse = (faults: readonly InputFault[]): Result<GivenDelivery, InputRefused> =>
    fail({ type: "input-refused", source: "delivery", faults });
  const checked = v.safeParse(delivery, object(input));
  if (!checked.success)
    return refuse(faultsOfIssues(checked.issues, Object.keys(delivery.entries)));
  const said = checked.output;
  const reader = createReader();
  const addressee = reader.line("addressee", said.addressee) ?? "";
  const way = reader.line("way", said.way) ?? "";
  const on = readDay(reader, said.on, span);
  const answerBy = said.answerBy === undefined ? undefined : reader.day("answerBy", said.answerBy);
  if (on !== undefined && answerBy !== undefined && answerBy < on)
    reader.refuse("answerBy", { type: "day-before", first: on });
  if (reader.faults.length > 0 || on === undefined) return refuse(reader.faults);
  return ok({ addressee, way, on, ...(answerBy === undefined ? {} : { answerBy }) });
};

/** What somebody said of what came back: of each demand of the letter, in its order. */
export interface GivenResponse {
  readonly on: Day;
  readonly answers: readonly DemandAnswer[];
}

const answer = v.strictObject({
  demand: v.string(),
  state: v.picklist(demandStates),
  words: v.optional(v.string()),
});

const response = v.strictObject({
  on: v.optional(v.string()),
  answers: list(answer, 100),
});

const knownMembers = (path: string): readonly string[] =>
  Object.keys((path === "" ? response : answer).entries);

/**
 * Reads an answer; today unless it says when. A demand that it does not name was not answered: `open`. Returns every
 * fault at once; throws nothing.
 */
export const parseResponse = (
  input: unknown,
  demands: readonly DemandKey[],
  span: Span,
): Result<GivenResponse, InputRefused> => {
  const refuse = (faults: readonly InputFault[]): Result<GivenResponse, InputRefused> =>
    fail({ type: "input-refused", source: "response", faults });
  const checked = v.safeParse(response, object(input));
  if (!checked.success) return refuse(faultsOfIssues(checked.issues, knownMembers));
  const said = checked.output;
  const reader = createReader();
  const on = readDay(reader, said.on, span);
  const answered = new Map<DemandKey, DemandAnswer>();
  for (const [index, { demand: key, state, words }] of said.answers.entries()) {
    const at = `answers.${index}`;
    const demand = demands.find((one) => one === key);
    if (demand === undefined) {
      reader.refuse(`${at}.demand`, { type: "not-one-of", known: demands });
      continue;
    }
    if (answered.has(demand)) reader.refuse(`${at}.demand`, { type: "key-twice" });
    const quoted = words === undefined ? undefined : reader.lines(`${at}.words`, words);
    answered.set(demand, { demand, state, ...(quoted === undefined ? {} : { words: quoted }) });
  }
  if (reader.faults.length > 0 || on === undefined) return refuse(reader.faults);
  return ok({
    on,
    answers: demands.map((demand) => answered.get(demand) ?? { demand, state: "open" }),
  });
};
