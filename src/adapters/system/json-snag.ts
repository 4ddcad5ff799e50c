/**
 * What is wrong with a JSON text and where, in plain clauses. Never quotes the text: what stands in
 * the wrong place may be a name or a passphrase. Member names are quoted when they are our formats'.
 */
import type { JsonFault } from "../../domain/files/ports.ts";

/** A fault at an offset, in UTF-16 code units from the start of the text it was looked for in. */
export interface Snag {
  readonly offset: number;
  /** A clause. */
  readonly what: string;
}

// The members of design section 5's formats. One that is missing here is only not quoted.
const members = new Set(
  (
    "action actions addressee alias asOf assessment atLeast atLeastInTeam atLeastPercent basis campaign " +
    "code contacts date day demands display employer key kind level name note organizer role size source " +
    "state supervisor supporter team teams thresholds title unit v value"
  ).split(" "),
);

/** The clause for a member that an object has twice. */
export const twice = (name: string): string =>
  members.has(name) ? `the member "${name}" stands twice` : "a member stands twice";

/** The fault in the file's own lines and columns, both 1-based; only a line feed begins a line. */
export const faultAt = (text: string, { offset, what }: Snag): JsonFault => {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) {
    line += 1;
    start = at + 1;
  }
  return { type: "json-malformed", line, column: offset - start + 1, what };
};

const curly = "\u201C\u201D\u201E\u201F\u2018\u2019\u201A\u00AB\u00BB";

/**
 * The clause for the place at which the parser gave up. By what stands there rather than by the
 * parser's message, which quotes the text.
 */
export const unexpectedAt = (text: string, offset: number): string => {
  if (offset >= text.length) return "it ends too early";
  if (/\\u?[\da-f]{0,3}$/iu.test(text.slice(Math.max(0, offset - 4), offset + 1))) {
    return "a backslash stands before something that JSON does not know";
  }
  const found = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  if (found === "}" || found === "]") {
    return `"${found}" is not expected here (a comma too many before it, or a value missing?)`;
  }
  if (found === "," || found === ":") return `"${found}" is not expected here`;
  if (/^(?:[{["]|(?:true|false|null)\b)/u.test(text.slice(offset, offset + 6))) {
    return "another value is not expected here (a comma or a colon missing before it?)";
  }
  if (found === "'") return "a text stands in single quotes instead of double ones";
  if (curly.includes(found)) return 'a curly quotation mark stands where a straight one (") should';
  if (/[-+.\d]/u.test(found)) return "a number is not expected here, or not written as JSON has it";
  if (found === "/" || found === "#") return "JSON has no comments";
  if (/[\p{L}_$]/u.test(found)) return "a word stands here without double quotes";
  return "a character stands here that is not expected outside a text";
};
