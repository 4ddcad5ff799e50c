/**
 * Lines of plain text no wider than a number of columns, as a terminal or a mail program shows
 * them. A word that is wider by itself stands alone and is never cut: it may be an address.
 */
import { createRequire } from "node:module";
import type StringWidth from "string-width";

import { closeIsolate, openIsolate } from "../../domain/text/right-to-left.ts";

/** One column a unit: Latin, Greek and Cyrillic without combining marks and the soft hyphen. A test asks the library. */
const narrow = /^[\u0020-\u007E\u00A1-\u00AC\u00AE-\u024F\u0370-\u0482\u048A-\u052F]*$/u;

let loaded: typeof StringWidth | undefined;

/** Columns that a text takes. The library brings Unicode's tables, which take longer to load than a letter to write. */
export const widthOf = (text: string): number => {
  if (narrow.test(text)) return text.length;
  loaded ??= (
    createRequire(import.meta.url)("string-width") as { readonly default: typeof StringWidth }
  ).default;
  return loaded(text);
};

/** An isolate ends with its line, so one that was cut is closed there and opened again on the next. */
const mendIsolates = (lines: readonly string[]): readonly string[] => {
  let open = false;
  return lines.map((line) => {
    const opened = open ? `${openIsolate}${line}` : line;
    open = opened.lastIndexOf(openIsolate) > opened.lastIndexOf(closeIsolate);
    return open ? `${opened}${closeIsolate}` : opened;
  });
};

/** Breaks at spaces (never at U+00A0) and at every line break that the text has. At least one line. */
export const wrapped = (text: string, width: number): readonly string[] =>
  mendIsolates(
    text.split("\n").flatMap((line) => {
      const lines: string[] = [];
      let current = "";
      let taken = 0;
      for (const word of line.split(" ").filter((part) => part !== "")) {
        // Each word once: to measure the line again for each would take minutes for one of somebody else's making.
        const needed = widthOf(word);
        if (current !== "" && taken + 1 + needed > width) {
          lines.push(current);
          current = "";
        }
        taken = current === "" ? needed : taken + 1 + needed;
        current = current === "" ? word : `${current} ${word}`;
      }
      return [...lines, current];
    }),
  );

/** The text and as many spaces as it lacks. */
export const padded = (text: string, width: number): string =>
  text + " ".repeat(Math.max(0, width - widthOf(text)));

/** The width of the widest line. */
export const widest = (lines: readonly string[]): number =>
  lines.reduce((width, line) => Math.max(width, widthOf(line)), 0);
