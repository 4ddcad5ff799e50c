/** What a committee may set otherwise than we do, from the `settings` of a campaign in JSON. */
import * as v from "valibot";

import type { Reader } from "../input/read.ts";
import { list } from "../input/shapes.ts";
import { defaultSettings } from "./campaign.ts";
import type { Settings } from "./campaign.ts";

const wholeWithin = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

export const settingsShape = v.strictObject({
  // A tally that names a team of fewer says too much of everybody in it.
  smallestTeam: v.optional(wholeWithin(5, 1000)),
  oldAfterDays: v.optional(wholeWithin(1, 3650)),
  staleAfterDays: v.optional(wholeWithin(1, 3650)),
  levels: v.optional(list(v.string(), 5)),
});

type Given = v.InferOutput<typeof settingsShape>;

/** Five names that differ: what is called the same could be taken for the same. */
const readLevels = (reader: Reader, given: readonly string[]): readonly string[] | undefined => {
  const names = given.flatMap((name, index) => reader.line(`settings.levels.${index}`, name) ?? []);
  if (names.length === given.length && new Set(names).size === 5) return names;
  const expected = "five different names, from 1 (organizes others) to 5 (opposed)";
  return reader.refuse("settings.levels", { type: "value-wrong", expected });
};

/** What is left out is as we have it, and stays left out where later versions may have it otherwise. */
export const readSettings = (reader: Reader, given: Given = {}): Settings => {
  const { staleAfterDays } = given;
  const levels = given.levels === undefined ? undefined : readLevels(reader, given.levels);
  return {
    smallestTeam: given.smallestTeam ?? defaultSettings.smallestTeam,
    oldAfterDays: given.oldAfterDays ?? defaultSettings.oldAfterDays,
    ...(staleAfterDays === undefined ? {} : { staleAfterDays }),
    ...(levels === undefined ? {} : { levels }),
  };
};
