/** Values that JSON can carry, texts that are nearly JSON, and what is said about those that are not. */
import * as fc from "fast-check";

import type { JsonFault, StrictJson } from "../../../src/domain/files/ports.ts";

const hasProto = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  (Object.hasOwn(value, "__proto__") || Object.values(value).some(hasProto));

/** Without `__proto__`; -0 is 0, as JSON.stringify writes it. */
export const values = fc
  .jsonValue({ maxDepth: 6 })
  .map((value) => JSON.parse(JSON.stringify(value)) as unknown)
  .filter((value) => !hasProto(value));

const marks = "[ ] { } : , \" \\ / u 0 1 2 9 e E + - . ' x é".split(" ");
const spaces = [" ", "\n", "\t", "\r", "\u0000", "\u001F", "\u00A0"];
const words =
  '"a" "b" "\\u0061" "\\ud800" true false null nul 1e400 -0 1.5e3 {"a":1} [1] "__proto__"'.split(
    " ",
  );

export const nearlyJson = fc
  .array(fc.constantFrom(...marks, ...spaces, ...words), { maxLength: 14 })
  .map((parts) => parts.join(""));

/** "1:5 a clause", the way a person would be told. Throws when the text is accepted. */
export const toldBy = (
  read: StrictJson["parse"] | StrictJson["parseMany"],
  text: string,
): string => {
  const outcome: { ok: true } | { ok: false; failure: JsonFault } = read(text);
  if (outcome.ok) throw new Error(`accepted: ${text.slice(0, 80)}`);
  const { line, column, what } = outcome.failure;
  return `${line}:${column} ${what}`;
};
