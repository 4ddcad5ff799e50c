/**
 * Text that a person typed or a file brought, made safe to keep: what carries no meaning is
 * cleaned away, what could rewrite a screen or a line of text is refused rather than guessed at.
 *
 * Cleaned: NFC; tabs, line breaks and U+2028/9 become one space in a line (line breaks stay in a
 * note); U+200E, U+200F, U+061C and U+FEFF go (address books paste them along); white space at
 * the ends goes. Zero-width joiners stay: emoji and Persian need them.
 *
 * Refused: lone surrogates (no UTF-8 form), C0 and C1 controls (a terminal obeys them), the
 * bidirectional embeddings, overrides and isolates U+202A-202E and U+2066-2069 (they make a line
 * read as something else).
 */
import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";

export type TextFault =
  | { readonly type: "text-empty" }
  | { readonly type: "text-too-long"; readonly limit: number }
  | { readonly type: "text-not-unicode" }
  | { readonly type: "text-control"; readonly codePoint: number };

// oxlint-disable-next-line no-control-regex -- the controls are what is looked for
const obeyed = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u;
const invisible = /[\u200E\u200F\u061C\uFEFF]/gu;

interface TextRule {
  /** In UTF-16 code units, before cleaning: a 10 MB name is refused before anything walks over it. */
  readonly limit: number;
  readonly lines: boolean;
}

/** Nothing to clean and nothing to refuse: most of a list of 100,000 people, in a tenth of the time. */
const plain = /^[!-~](?:[ -~]*[!-~])?$/u;

const cleanText = (text: string, rule: TextRule): Result<string, TextFault> => {
  if (text.length > rule.limit) return fail({ type: "text-too-long", limit: rule.limit });
  if (plain.test(text)) return ok(text);
  if (!text.isWellFormed()) return fail({ type: "text-not-unicode" });
  const spaced = rule.lines
    ? text.replaceAll(/\r\n?|[\u2028\u2029]/gu, "\n").replaceAll("\t", " ")
    : text.replaceAll(/[\t\r\n\u2028\u2029]+/gu, " ");
  const found = obeyed.exec(rule.lines ? spaced.replaceAll("\n", " ") : spaced);
  if (found !== null)
    return fail({ type: "text-control", codePoint: found[0].codePointAt(0) ?? 0 });
  const cleaned = spaced.replaceAll(invisible, "").normalize("NFC").trim();
  return cleaned === "" ? fail({ type: "text-empty" }) : ok(cleaned);
};

/** One line: a name, a role, a title. At most 200 UTF-16 code units. */
export const cleanLine = (text: string): Result<string, TextFault> =>
  cleanText(text, { limit: 200, lines: false });

/** Some sentences on one line: what a demand asks, what a fact claims. At most 1,000 UTF-16 code units. */
export const cleanPassage = (text: string): Result<string, TextFault> =>
  cleanText(text, { limit: 1000, lines: false });

/** In UTF-16 code units: the longest text of several lines. */
export const longestLines = 4000;

/** Several lines: a note, an answer for a letter. At most `longestLines`. */
export const cleanLines = (text: string): Result<string, TextFault> =>
  cleanText(text, { limit: longestLines, lines: true });

const everyObeyed = new RegExp(obeyed.source, "gu");

/**
 * For a screen, whatever the text went through before: controls and bidirectional controls show
 * as U+FFFD, so that nothing stored can move a cursor or turn a line around.
 */
export const showable = (text: string): string =>
  text.toWellFormed().replaceAll(everyObeyed, "\uFFFD");
