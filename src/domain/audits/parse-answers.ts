/** Answers from a file: for whom an organizer lets the auditors ask, and the codes that people gave an auditor. */
import * as v from "valibot";

import { faultsOfIssues } from "../input/fault.ts";
import type { InputFault, InputRefused } from "../input/fault.ts";
import { createReader } from "../input/read.ts";
import { list, object } from "../input/shapes.ts";
import { parsePledgeCode } from "../pledges/code.ts";
import type { PledgeCode } from "../pledges/code.ts";
import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";
import type { Answer } from "./store.ts";

export interface GivenAnswer {
  /** A person's id. */
  readonly id: string;
  readonly answer: Answer;
  readonly reach?: string;
}

export interface GivenCode {
  /** The place of the line in the tally. */
  readonly line: number;
  readonly code: PledgeCode;
}

const refused = (faults: readonly InputFault[]): Result<never, InputRefused> =>
  fail({ type: "input-refused", source: "audit", faults });

/** What one audit can have, several times over. */
const longest = 100;

const answerShape = v.strictObject({
  id: v.string(),
  answer: v.picklist(["yes", "declined", "not-yet"]),
  reach: v.optional(v.string()),
});

const codeShape = v.strictObject({ line: v.pipe(v.number(), v.integer()), code: v.string() });

const listOf = (input: unknown): unknown => (Array.isArray(input) ? input.map(object) : input);

/** `[{"id","answer":"yes|declined|not-yet","reach"}]`; every fault at once. */
export const parseAnswers = (input: unknown): Result<readonly GivenAnswer[], InputRefused> => {
  const checked = v.safeParse(list(answerShape, longest), listOf(input));
  if (!checked.success)
    return refused(faultsOfIssues(checked.issues, Object.keys(answerShape.entries)));
  const reader = createReader();
  const answers = checked.output.map(({ id, answer, reach: said }, at): GivenAnswer => {
    const reach = said === undefined ? undefined : reader.line(`${at}.reach`, said);
    return { id, answer, ...(reach === undefined ? {} : { reach }) };
  });
  return reader.faults.length > 0 ? refused(reader.faults) : ok(answers);
};

/** `[{"line","code"}]`; every fault at once. A code is not repeated in any of them. */
export const parseCodes = (input: unknown): Result<readonly GivenCode[], InputRefused> => {
  const checked = v.safeParse(list(codeShape, longest), listOf(input));
  if (!checked.success)
    return refused(faultsOfIssues(checked.issues, Object.keys(codeShape.entries)));
  const reader = createReader();
  const codes = checked.output.flatMap(({ line, code: said }, at): readonly GivenCode[] => {
    const code = parsePledgeCode(said);
    if (code !== undefined) return [{ line, code }];
    reader.refuse(`${at}.code`, { type: "code-mistyped" });
    return [];
  });
  return reader.faults.length > 0 ? refused(reader.faults) : ok(codes);
};
