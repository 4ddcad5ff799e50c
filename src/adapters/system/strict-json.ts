/**
 * JSON as outside data: one value, an array taken apart, or one value a line. Each value is cut out
 * by its brackets and parsed alone, so that memory follows the largest value and not the file.
 */
import type { JsonDocument, JsonFault, StrictJson } from "../../domain/files/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { nextBoundary } from "./json-brackets.ts";
import { faultAt, unexpectedAt } from "./json-snag.ts";
import type { Snag } from "./json-snag.ts";
import { createReadValue, stumble } from "./json-value.ts";
import type { ReadValue } from "./json-value.ts";

type Read<T> = Result<T, Snag>;

const solid = /[^ \t\r\n]/gu;

/** The offset of what is not white space, from `start`; the text's length when there is nothing. */
const skipSpace = (text: string, start: number): number => {
  solid.lastIndex = start;
  return solid.exec(text)?.index ?? text.length;
};

/** Counts lines on the way from one offset to a later one. */
const createLineCounter = (text: string): ((offset: number) => number) => {
  let line = 1;
  let next = text.indexOf("\n");
  return (offset) => {
    while (next !== -1 && next < offset) {
      line += 1;
      next = text.indexOf("\n", next + 1);
    }
    return line;
  };
};

/** The next boundary, or the first fault on the way to it. */
const boundaryAfter = (text: string, start: number, end: number, around: number): Read<number> => {
  const boundary = nextBoundary(text, start, end, around);
  if (boundary.ok) return boundary;
  return fail(stumble(text, start, boundary.failure.seen) ?? boundary.failure);
};

/** The one value between `start` and `end`. */
const readOne = (text: string, start: number, end: number, read: ReadValue): Read<unknown> => {
  const boundary = boundaryAfter(text, start, end, 0);
  if (!boundary.ok) return boundary;
  if (boundary.value < end) {
    return fail({ offset: boundary.value, what: unexpectedAt(text, boundary.value) });
  }
  return read(text, start, end);
};

const readArray = (text: string, open: number, read: ReadValue): Read<readonly JsonDocument[]> => {
  const documents: JsonDocument[] = [];
  const lineAt = createLineCounter(text);
  for (let start = open + 1; ;) {
    const boundary = boundaryAfter(text, start, text.length, 1);
    if (!boundary.ok) return boundary;
    const end = boundary.value;
    if (end === text.length)
      return fail({ offset: open, what: 'the "[" that stands here is not closed' });
    const first = skipSpace(text, start);
    const last = text[end] === "]";
    // Nothing between the brackets is an empty array; nothing beside a comma is a value missing.
    const isEmpty = first === end && last && documents.length === 0;
    if (text[end] === "}" || (first === end && !isEmpty)) {
      return fail({ offset: end, what: unexpectedAt(text, end) });
    }
    if (!isEmpty) {
      const value = read(text, first, end);
      if (!value.ok) return value;
      documents.push({ value: value.value, line: lineAt(first) });
    }
    if (last) {
      const rest = skipSpace(text, end + 1);
      return rest === text.length
        ? ok(documents)
        : fail({ offset: rest, what: "something follows the end of the array" });
    }
    start = end + 1;
  }
};

const readLines = (text: string, first: number, read: ReadValue): Read<readonly JsonDocument[]> => {
  const documents: JsonDocument[] = [];
  const lineAt = createLineCounter(text);
  for (let start = first; start < text.length;) {
    const lineFeed = text.indexOf("\n", start);
    const end = lineFeed === -1 ? text.length : lineFeed;
    const value = readOne(text, start, end, read);
    if (!value.ok) return value;
    documents.push({ value: value.value, line: lineAt(start) });
    start = skipSpace(text, end);
  }
  return ok(documents);
};

/** Whether a value ends on the line it begins on and something follows on later ones. */
const isLines = (text: string, first: number): boolean => {
  const lineFeed = text.indexOf("\n", first);
  if (lineFeed === -1 || skipSpace(text, lineFeed) === text.length) return false;
  return nextBoundary(text, first, lineFeed, 0).ok;
};

const readMany = (text: string): Read<readonly JsonDocument[]> => {
  const read = createReadValue();
  const first = skipSpace(text, 0);
  if (first === text.length) return ok([]);
  if (text[first] === "[") return readArray(text, first, read);
  if (isLines(text, first)) return readLines(text, first, read);
  const value = readOne(text, first, text.length, read);
  return value.ok ? ok([{ value: value.value, line: createLineCounter(text)(first) }]) : value;
};

const readSingle = (text: string): Read<unknown> => {
  const first = skipSpace(text, 0);
  if (first === text.length) return fail({ offset: 0, what: "there is nothing in it" });
  return readOne(text, first, text.length, createReadValue());
};

const withPlace = <T>(text: string, read: Read<T>): Result<T, JsonFault> =>
  read.ok ? read : fail(faultAt(text, read.failure));

/**
 * The reader of outside JSON. Besides what the port names it refuses a number that is not finite, a
 * single value of more than a million characters and more than a million values in all, so that
 * no file can exhaust the memory. Lone surrogates (`"\ud800"`) come through; the domain refuses them.
 */
export const createStrictJson = (): StrictJson => ({
  parse: (text) => withPlace(text, readSingle(text)),
  parseMany: (text) => withPlace(text, readMany(text)),
});
