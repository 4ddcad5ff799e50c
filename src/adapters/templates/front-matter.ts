/** The head of a template file: what the template is and what it asks, as one JSON object between two lines `---`. */
import * as v from "valibot";

import type { DemandKey } from "../../domain/campaign/campaign.ts";
import { isKey } from "../../domain/input/read.ts";
import type { Template, TemplateVariable } from "../../domain/letters/letter.ts";
import type { Place } from "../../domain/letters/ports.ts";
import { cleanLine, cleanPassage } from "../../domain/text/clean.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { helperNames } from "./calls.ts";
import { takenNames } from "./context.ts";
import type { JsonFault } from "./json-text.ts";
import { readJson } from "./json-text.ts";
import type { TemplateBody } from "./walk.ts";

/** Shown on screens, before the template is trusted with anything: no control characters, no end of it. */
const clean = (reader: typeof cleanLine, what: string) =>
  v.pipe(
    v.string(),
    v.check((text) => {
      const cleaned = reader(text);
      return cleaned.ok && cleaned.value === text;
    }, what),
  );

const line = clean(cleanLine, "one clean line of at most 200 characters");
const passage = clean(cleanPassage, "one clean line of at most 1,000 characters");

export const mostVariables = 40;
export const mostDemands = 40;
/** Of the head, in UTF-16 code units. */
export const longestHead = 64 * 1024;

export const variable = v.strictObject({
  name: v.pipe(
    v.string(),
    v.regex(/^[a-z][A-Za-z0-9]{0,39}$/u, "a small letter, then letters and digits, at most 40"),
  ),
  kind: v.picklist(["line", "lines", "day", "action"]),
  ask: passage,
  example: v.union([v.literal(""), passage]),
  required: v.boolean(),
  defaultInDays: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3650))),
  personal: v.boolean(),
});

const demandKey = v.pipe(
  v.string(),
  v.check((text) => isKey(text, 60), "a demand has a key as its file has a name"),
  v.transform((text) => text as DemandKey),
);

export const head = v.strictObject({
  title: line,
  kind: v.pipe(
    v.string(),
    v.check((text) => isKey(text, 40), "small letters, digits and hyphens, at most 40"),
  ),
  // ISO 3166-1, two letters.
  country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/u, "two capital letters")),
  demands: v.exactOptional(
    v.union([v.literal("campaign"), v.pipe(v.array(demandKey), v.maxLength(mostDemands))]),
    "campaign",
  ),
  about: v.exactOptional(v.picklist(["delivery", "response"])),
  variables: v.pipe(v.array(variable), v.maxLength(mostVariables)),
});

export interface TemplateFile {
  readonly title: string;
  readonly kind: string;
  readonly country: string;
  readonly demands: Template["demands"];
  readonly about?: "delivery" | "response";
  readonly variables: readonly TemplateVariable[];
  /** Where the file declares its n-th variable. */
  readonly declaredAt: (index: number) => Place;
  readonly body: TemplateBody;
}

// What handlebars reads as something else than a name, and what every object in JavaScript has.
const meaningless = [
  "this",
  "true",
  "false",
  "null",
  "undefined",
  "else",
  "as",
  "constructor",
  "prototype",
];
const unusable: readonly string[] = [...takenNames, ...helperNames, ...meaningless];

const nameFault = (
  variables: readonly TemplateVariable[],
): { readonly index: number; readonly what: string } | undefined => {
  for (const [index, { name, kind, defaultInDays }] of variables.entries()) {
    if (unusable.includes(name))
      return { index, what: `has a variable ${name}, a name that means something else` };
    if (variables.findIndex((other) => other.name === name) < index)
      return { index, what: `has two variables ${name}` };
    if (defaultInDays !== undefined && kind !== "day") {
      return {
        index,
        what: `has a variable ${name} with defaultInDays, which only a day can have`,
      };
    }
  }
  return undefined;
};

const below = ({ line: at, column }: Place): Place => ({ line: at + 1, column });

/** The head and the body of a file, LF and NFC; or the first thing wrong with the head, at its place in the file. */
export const readTemplateFile = (text: string): Result<TemplateFile, JsonFault> => {
  const lines = text.split("\n");
  if (lines[0] !== "---") {
    return fail({ place: { line: 1, column: 1 }, what: "does not begin with a line ---" });
  }
  const end = lines.indexOf("---", 1);
  if (end === -1) {
    return fail({
      place: { line: lines.length, column: 1 },
      what: "has no second line --- to end its head",
    });
  }
  if (lines.slice(1, end).join("\n").length > longestHead)
    return fail({ place: { line: 1, column: 1 }, what: "has a head longer than 64 KiB" });
  const json = readJson(lines.slice(1, end).join("\n"), head);
  if (!json.ok) return fail({ ...json.failure, place: below(json.failure.place) });
  const { value, placeOf } = json.value;
  const declaredAt = (index: number): Place => below(placeOf(["variables", index]));
  const fault = nameFault(value.variables);
  if (fault !== undefined) return fail({ place: declaredAt(fault.index), what: fault.what });
  return ok({
    ...value,
    declaredAt,
    body: { text: lines.slice(end + 1).join("\n"), firstLine: end + 2 },
  });
};
