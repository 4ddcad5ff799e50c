/** The text of a template file before anything else is read in it. */
import type { Place } from "../../domain/letters/ports.ts";
import { withoutSeams } from "./escape.ts";

/** LF, NFC, a space for a tab, without a byte order mark and without our inner signs. */
export const plainLines = (text: string): string =>
  withoutSeams(
    text
      .replace(/^\uFEFF/u, "")
      .replaceAll(/\r\n?/gu, "\n")
      .replaceAll("\t", " "),
  );

// A text with them could not be fixed later, and a terminal or a reader would obey them before that.
const obeyed =
  // oxlint-disable-next-line no-control-regex -- the controls are what is looked for
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200E\u200F\u061C\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/u;

const codePoint = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** The first character that no template may hold, in a text with plain lines. */
export const characterFault = (
  text: string,
): { readonly place: Place; readonly what: string } | undefined => {
  for (const [index, line] of text.split("\n").entries()) {
    const found = obeyed.exec(line);
    if (found === null) continue;
    return {
      place: { line: index + 1, column: found.index + 1 },
      what: `holds the character ${codePoint(found[0])}, which no text may`,
    };
  }
  return undefined;
};
