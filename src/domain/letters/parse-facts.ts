/** Facts in JSON: one or several for `fact add --from`, and the keys under `facts` of a file of answers. */
import * as v from "valibot";

import type { Day } from "../day.ts";
import { faultsOfIssues } from "../input/fault.ts";
import type { InputFault, InputRefused } from "../input/fault.ts";
import { isObject } from "../input/is-object.ts";
import { createReader } from "../input/read.ts";
import { list, object } from "../input/shapes.ts";
import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";
import type { Fact, FactKey } from "./fact.ts";

/** A fact as somebody said it. Whether it may be said is nothing that a file decides. */
export type GivenFact = Omit<Fact, "key" | "letThrough"> & {
  /** Only where one was said. */
  readonly key?: FactKey;
};

const shape = v.strictObject({
  key: v.optional(v.string()),
  claim: v.string(),
  source: v.string(),
  date: v.string(),
  known: v.picklist(["public", "work"]),
});

const longestKey = 40;

/** Reads one fact or a list of them. Returns every fault at once; throws nothing. */
export const parseFacts = (
  input: unknown,
  today: Day,
): Result<readonly GivenFact[], InputRefused> => {
  const refuse = (faults: readonly InputFault[]): Result<readonly GivenFact[], InputRefused> =>
    fail({ type: "input-refused", source: "facts", faults });
  const several = Array.isArray(input);
  const checked = v.safeParse(list(shape, 500), several ? input.map(object) : [object(input)]);
  const known = Object.keys(shape.entries);
  if (!checked.success) {
    const faults = faultsOfIssues(checked.issues, known);
    return refuse(
      several ? faults : faults.map((one) => ({ ...one, path: one.path.replace(/^0\.?/u, "") })),
    );
  }
  const reader = createReader();
  const facts = checked.output.flatMap((said, index): GivenFact[] => {
    const at = (member: string): string => (several ? `${index}.${member}` : member);
    const key =
      said.key === undefined ? undefined : reader.key<FactKey>(at("key"), said.key, longestKey);
    const claim = reader.passage(at("claim"), said.claim);
    const source = reader.line(at("source"), said.source);
    const date = reader.day(at("date"), said.date);
    if (date !== undefined && date > today) reader.refuse(at("date"), { type: "day-ahead" });
    if (claim === undefined || source === undefined || date === undefined) return [];
    return [{ ...(key === undefined ? {} : { key }), claim, source, date, known: said.known }];
  });
  return reader.faults.length > 0 ? refuse(reader.faults) : ok(facts);
};

/**
 * Takes the keys of facts out of a file of answers, where `facts` is a list; text under that name is an
 * answer to a template's question and stays. No keys where there is no list.
 */
export const splitFacts = (
  input: unknown,
): Result<{ readonly answers: unknown; readonly facts?: readonly FactKey[] }, InputRefused> => {
  if (!isObject(input) || !("facts" in input)) return ok({ answers: input });
  const { facts, ...answers } = input;
  if (!Array.isArray(facts)) return ok({ answers: input });
  const checked = v.safeParse(list(v.string(), 100), facts);
  if (!checked.success) {
    const faults = faultsOfIssues(checked.issues, []).map((one) => ({
      ...one,
      path: one.path === "" ? "facts" : `facts.${one.path}`,
    }));
    return fail({ type: "input-refused", source: "answers", faults });
  }
  // Sound: whoever takes them looks each up; one that is no key is not found.
  return ok({ answers, facts: [...new Set(checked.output)] as readonly string[] as FactKey[] });
};
