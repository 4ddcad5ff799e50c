import { rightToLeft } from "../../domain/text/right-to-left.ts";

/** Which way a text runs, by the letters in it. */
export type Direction = "ltr" | "rtl";

const letter = /\p{L}/gu;

/** That of the first letter; of none, `otherwise`. */
export const firstDirection = (text: string, otherwise: Direction): Direction => {
  const [first] = text.match(/\p{L}/u) ?? [];
  if (first === undefined) return otherwise;
  return rightToLeft.test(first) ? "rtl" : "ltr";
};

/**
 * That of a whole paragraph: `around` unless the first letter and most of the others say otherwise.
 * A name of another script, at the beginning or in great length, does not turn a sentence around.
 */
export const paragraphDirection = (text: string, around: Direction): Direction => {
  const first = firstDirection(text, around);
  if (first === around) return around;
  const letters = text.match(letter) ?? [];
  const same = letters.filter((one) => firstDirection(one, around) === first).length;
  return same * 2 > letters.length ? first : around;
};
