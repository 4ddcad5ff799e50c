/**
 * Where a value and the template's own words meet, something can arise that neither holds alone:
 * "info@" and "example.org", a backslash and the `*` that was to be escaped, "2026" and ". We" at
 * the start of a line. This looks at every such seam of the written text and keeps it plain. What
 * the template says without a value is left as it is.
 */
import { valueEnd, valueStart } from "./escape.ts";
import { picture, tagOfHtml } from "./prose.ts";

const signs = /[\uFDD0\uFDD1]/gu;

const bare = (text: string): string => text.replaceAll(signs, "");

/** The marks that open a line: quotes, list items and their numbers. */
const lineMarks = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/u;

/** What a further line of a value must begin with to stay in the list item or quote it began in. */
const continuation = (head: string): string =>
  (lineMarks.exec(head)?.[0] ?? "").replaceAll(/[^>\s]/gu, " ");

/** Whether the line can hold no line break: a heading, a row of a table. */
const singleLine = (head: string): boolean => /^[ \t>]*(?:#{1,6}[ \t]|\|)/u.test(head);

const spread = (value: string, head: string): string => {
  if (!value.includes("\n")) return `${valueStart}${value}${valueEnd}`;
  if (singleLine(head)) return `${valueStart}${value.replaceAll(/\n+/gu, " ")}${valueEnd}`;
  const prefix = continuation(head);
  const paragraphs = value.split("\n\n").map((paragraph) =>
    paragraph
      .split("\n")
      .map((line) => `${valueStart}${line}${valueEnd}`)
      .join(`\\\n${prefix}`),
  );
  return paragraphs.join(`\n${prefix.trimEnd()}\n${prefix}`);
};

/** Line breaks within values as Markdown has them. */
const spreadValues = (text: string): string => {
  let written = "";
  let from = 0;
  for (const match of text.matchAll(/\uFDD0([^\uFDD1]*)\uFDD1/gu)) {
    written += text.slice(from, match.index);
    const head = bare(written.slice(written.lastIndexOf("\n") + 1));
    written += spread(match[1] ?? "", head);
    from = match.index + match[0].length;
  }
  return written + text.slice(from);
};

/** Backslashes of the template right before a value: an odd one would undo the value's first escape. */
const evenBackslashes = (text: string): string =>
  text.replaceAll(/(?<!\\)(\\+)(?=\uFDD0)/gu, (slashes: string) =>
    slashes.length % 2 === 0 ? slashes : `${slashes}\\`,
  );

/** Digits of a value at the start of a line, and the template's "." or ")" after them: no list. */
const plainNumber = (line: string): string => {
  const marks = lineMarks.exec(line)?.[0] ?? "";
  const rest = line.slice(marks.length);
  const number = /^[\d\uFDD0\uFDD1]*(?=[.)](?:\s|$))/u.exec(rest)?.[0] ?? "";
  const ofValue = number.includes(valueStart) && /\d/u.test(number);
  return ofValue ? `${marks}${number}\\${rest.slice(number.length)}` : line;
};

/** A run of characters that a value is part of: no address, link or entity may come of it. */
const plainRun = (run: string): string => {
  const glued = bare(run);
  if (glued.length === run.length) return glued;
  return glued.replaceAll(/(?<=www)(?<!\\)\.|(?<!\\)(?::(?=\/\/)|@|&(?=[#\p{L}]))/giu, "\\$&");
};

/** The text with its values in place and their inner signs gone. */
export const closeSeams = (text: string): string =>
  evenBackslashes(spreadValues(text))
    .split("\n")
    .map((line) => plainNumber(line).split(/(\s+)/u).map(plainRun).join(""))
    .join("\n")
    // A mark of a block outside the text comes from the helper alone.
    .replaceAll(/(?<!\\)<!--/gu, "\\<!--")
    // Where a block between the two signs was left out.
    .replaceAll(picture, "\\![")
    .replaceAll(tagOfHtml, "\\<");
