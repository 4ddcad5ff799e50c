/** A demand in JSON: a file of `templates/demands`, and what `demand add --from` takes. One shape for both. */
import * as v from "valibot";

import type { DemandKey } from "../campaign/campaign.ts";
import type { Day } from "../day.ts";
import { faultsOfIssues } from "../input/fault.ts";
import type { InputFault, InputRefused } from "../input/fault.ts";
import { isObject } from "../input/is-object.ts";
import { createReader } from "../input/read.ts";
import { object } from "../input/shapes.ts";
import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";
import type { DemandChange, DemandState } from "./demand-state.ts";
import type { Demand } from "./letter.ts";

export type DemandText = Omit<Demand, "key">;

/** Days after the answer is due: ten years at most. */
export const longestWithin = 3650;

/** The shape, with the schemas of a text and of a day: the package's are checked as they stand, others are cleaned first. */
export const demandShape = <
  Text extends v.GenericSchema<string, unknown>,
  When extends v.GenericSchema<string, unknown>,
>(
  text: Text,
  day: When,
) =>
  v.strictObject({
    title: text,
    ask: text,
    satisfiedBy: text,
    withinDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(longestWithin)),
    why: text,
    objection: v.strictObject({ expect: text, answer: text }),
    sources: v.array(v.strictObject({ claim: text, source: text, date: day })),
  });

const shape = demandShape(v.string(), v.string());

/** An own demand may go without sources. */
const given = v.strictObject({
  ...shape.entries,
  key: v.optional(v.string()),
  sources: v.optional(v.pipe(shape.entries.sources, v.maxLength(20)), []),
});

const knownMembers = (path: string): readonly string[] => {
  const [member] = path.split(".");
  if (member === "objection") return Object.keys(shape.entries.objection.entries);
  if (member === "sources") return Object.keys(shape.entries.sources.item.entries);
  return Object.keys(given.entries);
};

export interface GivenDemand {
  /** Only where one was said. */
  readonly key?: DemandKey;
  readonly text: DemandText;
}

/** Reads a demand. Returns every fault at once; throws nothing. */
export const parseDemand = (input: unknown): Result<GivenDemand, InputRefused> => {
  const checked = v.safeParse(given, object(input));
  if (!checked.success) {
    const faults = faultsOfIssues(checked.issues, knownMembers);
    return fail({ type: "input-refused", source: "demand", faults });
  }
  const { withinDays, objection, sources, ...said } = checked.output;
  const reader = createReader();
  const passage = (path: string, text: string): string => reader.passage(path, text) ?? "";
  const key = said.key === undefined ? undefined : reader.key<DemandKey>("key", said.key, 40);
  const text = {
    title: reader.line("title", said.title) ?? "",
    ask: passage("ask", said.ask),
    satisfiedBy: passage("satisfiedBy", said.satisfiedBy),
    withinDays,
    why: passage("why", said.why),
    objection: {
      expect: passage("objection.expect", objection.expect),
      answer: passage("objection.answer", objection.answer),
    },
    sources: sources.flatMap(({ claim, source, date }, index) => {
      const at = `sources.${index}`;
      const day = reader.day(`${at}.date`, date);
      const read = {
        claim: passage(`${at}.claim`, claim),
        source: passage(`${at}.source`, source),
      };
      return day === undefined ? [] : [{ ...read, date: day }];
    }),
  };
  const { faults } = reader;
  if (faults.length > 0) return fail({ type: "input-refused", source: "demand", faults });
  return ok({ ...(key === undefined ? {} : { key }), text });
};

/** What `parseDemand` reads once these members stand in the place of the demand's; what is no object is given back as it is. */
export const mergeDemand = ({ key: _, ...present }: Demand, changes: unknown): unknown => {
  if (!isObject(changes)) return changes;
  const { objection } = changes;
  return {
    ...present,
    ...changes,
    ...(isObject(objection) ? { objection: { ...present.objection, ...objection } } : {}),
  };
};

const change = v.strictObject({ since: v.optional(v.string()), words: v.optional(v.string()) });

/** Reads `demand state --from`: the company's own words, and since when; today unless it says. */
export const parseDemandChange = (
  input: unknown,
  state: DemandState,
  today: Day,
): Result<DemandChange, InputRefused> => {
  const refuse = (faults: readonly InputFault[]): Result<DemandChange, InputRefused> =>
    fail({ type: "input-refused", source: "demand", faults });
  const checked = v.safeParse(change, object(input));
  if (!checked.success) return refuse(faultsOfIssues(checked.issues, Object.keys(change.entries)));
  const reader = createReader();
  const { since, words } = checked.output;
  const day = since === undefined ? today : reader.day("since", since);
  if (day !== undefined && day > today) reader.refuse("since", { type: "day-ahead" });
  const said = words === undefined ? undefined : reader.lines("words", words);
  if (reader.faults.length > 0 || day === undefined) return refuse(reader.faults);
  return ok({ state, since: day, ...(said === undefined ? {} : { words: said }) });
};
