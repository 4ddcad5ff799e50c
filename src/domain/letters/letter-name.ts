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

/** The first of `base`, `base-2`, `base-3` ... that suits; what would be too long with its number is shortened. */
export const numberedName = <Name extends string = LetterName>(
  base: string,
  suits: (name: Name) => boolean,
): Name => {
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? "" : `-${number}`;
    const name = `${base.slice(0, longest - ending.length).replace(/-+$/u, "")}${ending}`;
    if (suits(name as Name)) return name as Name;
  }
};

/** The template's own id, or that with `-2`, `-3` ... when letters of those names are there. */
export const freeLetterName = (template: string, taken: readonly LetterName[]): LetterName => {
  const names = new Set(taken);
  return numberedName(template, (name) => !names.has(name));
};
