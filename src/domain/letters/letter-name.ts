import { isKey } from "../input/read.ts";
import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";
import type { LetterFailure } from "./failures.ts";
import type { LetterName } from "./letter.ts";

const longest = 40;

type Malformed = Extract<LetterFailure, { readonly type: "letter-name-malformed" }>;

/** The name as it was typed, if it is one: lower-case letters, digits and inner hyphens, at most 40. */
export const parseLetterName = (text: string): Result<LetterName, Malformed> =>
  isKey(text, longest) ? ok(text as LetterName) : fail({ type: "letter-name-malformed" });

/** The template's own id, or that with `-2`, `-3` ... when letters of those names are there. */
export const freeLetterName = (template: string, taken: readonly LetterName[]): LetterName => {
  const names = new Set<string>(taken);
  if (!names.has(template)) return template as LetterName;
  let number = 2;
  while (names.has(`${template}-${number}`)) number += 1;
  return `${template}-${number}` as LetterName;
};
