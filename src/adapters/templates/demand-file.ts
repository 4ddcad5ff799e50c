/** A file of `templates/demands`: one demand, under the key that is its file's name. */
import * as v from "valibot";

import type { DemandKey } from "../../domain/campaign/campaign.ts";
import { parseDay } from "../../domain/day.ts";
import type { Day } from "../../domain/day.ts";
import { demandShape } from "../../domain/letters/demand-shape.ts";
import type { Demand } from "../../domain/letters/letter.ts";
import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { JsonFault } from "./json-text.ts";
import { readJson } from "./json-text.ts";

const line = v.pipe(v.string(), v.regex(/^\S(?:[^\n]*\S)?$/u));

const day = v.pipe(
  v.string(),
  v.check((text) => parseDay(text) !== undefined, "a day is written YYYY-MM-DD"),
  v.transform((text) => text as Day),
);

const demand = demandShape(line, day);

/** The demand, or the first thing wrong with its file. */
export const readDemandFile = (key: string, text: string): Result<Demand, JsonFault> => {
  const json = readJson(text, demand);
  return json.ok ? ok({ key: key as DemandKey, ...json.value.value }) : json;
};
