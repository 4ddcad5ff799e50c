/**
 * Walks over the brackets of a JSON text that lie outside its strings, in one pass and constant
 * space, before a parser sees the text: a million brackets deep would overflow the parser's stack.
 * Decides nothing else; what it lets through may still be malformed.
 */
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Snag } from "./json-snag.ts";

/** A fault, and how far the walk had come: up to `seen`, no bracket is too deep. */
export interface BracketSnag extends Snag {
  readonly seen: number;
}

/** In open brackets and braces. */
const deepest = 64;

const quote = 34;
const backslash = 92;
const comma = 44;
const [openBracket, closeBracket] = [91, 93];
const [openBrace, closeBrace] = [123, 125];
const lineFeed = 10;
const carriageReturn = 13;

/** The offset after the string that opens at `start`. */
const afterString = (text: string, start: number, end: number): Result<number, BracketSnag> => {
  for (let at = start + 1; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === quote) return ok(at + 1);
    if (unit === backslash) at += 1;
    else if (unit === lineFeed || unit === carriageReturn) break;
    else if (unit < 0x20) {
      const what = "a control character stands in a text (write it as \\t or \\u001f)";
      return fail({ offset: at, seen: start, what });
    }
  }
  const what = "the text that begins here is not closed on its line";
  return fail({ offset: start, seen: start, what });
};

/**
 * Goes from `start` to `end`, or to the first comma or closing bracket outside every bracket that
 * was opened on the way; gives the offset reached. `around` brackets are open already.
 */
export const nextBoundary = (
  text: string,
  start: number,
  end: number,
  around: number,
): Result<number, BracketSnag> => {
  const opened: number[] = [];
  let at = start;
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (unit === quote) {
      const after = afterString(text, at, end);
      if (!after.ok) return after;
      at = after.value;
      continue;
    }
    if (unit === openBracket || unit === openBrace) {
      if (opened.length + around >= deepest) {
        return fail({
          offset: at,
          seen: at,
          what: `it is nested more than ${deepest} levels deep`,
        });
      }
      opened.push(at);
    } else if (unit === closeBracket || unit === closeBrace) {
      const opener = opened.pop();
      if (opener === undefined) return ok(at);
      // In ASCII each closing bracket stands two after its opening one.
      if (text.charCodeAt(opener) !== unit - 2) {
        const what = `"${text[at]}" stands where the "${text[opener]}" before it should be closed`;
        return fail({ offset: at, seen: at, what });
      }
    } else if (unit === comma && opened.length === 0) {
      return ok(at);
    }
    at += 1;
  }
  const unclosed = opened.at(-1);
  if (unclosed === undefined) return ok(end);
  return fail({
    offset: unclosed,
    seen: end,
    what: `the "${text[unclosed]}" that stands here is not closed`,
  });
};
