/**
 * The last look at a text: NFC, LF, hard breaks as a backslash, one empty line between paragraphs,
 * no trace of a block that was left out, one line break at the end. Then the blocks outside the
 * text get their marks.
 */
import type { OutsideBlock } from "../../domain/letters/outside.ts";
import { markerOf } from "../../domain/letters/outside.ts";
import { blockEnd, blockStart } from "./escape.ts";

const endsInBreak = (line: string): boolean =>
  (/(?<!\\)\\+$/u.exec(line)?.[0].length ?? 0) % 2 === 1;

const isHeading = (line: string): boolean => /^ {0,3}#{1,6}(?:[ \t]|$)/u.test(line);

/** A line without white space at its end; two spaces there were a hard break. */
const tidyLine = (line: string): string => {
  // The look behind keeps the time linear: a run of spaces is tried from its start only.
  const kept = line.replace(/(?<![ \t])[ \t]+$/u, "");
  const broken = line.startsWith("  ", kept.length) && kept !== "" && !isHeading(kept);
  return broken && !endsInBreak(kept) ? `${kept}\\` : kept;
};

/** A hard break before an empty line breaks nothing and would show as a backslash. */
const withoutIdleBreak = (line: string, next: string | undefined): string =>
  endsInBreak(line) && (next === undefined || next === "") ? line.slice(0, -1).trimEnd() : line;

/** The finished Markdown. */
export const tidied = (text: string): string => {
  const lines = text.replaceAll(/\r\n?/gu, "\n").normalize("NFC").split("\n").map(tidyLine);
  const folded = lines
    .map((line, index) => withoutIdleBreak(line, lines[index + 1]))
    .join("\n")
    .replaceAll(/\n{3,}/gu, "\n\n")
    .replaceAll(/^\n+|\n+$/gu, "");
  const marked = folded.replaceAll(
    new RegExp(`${blockStart}([a-z-]+)${blockEnd}`, "gu"),
    (_, block: string) => markerOf(block as OutsideBlock),
  );
  return `${marked}\n`;
};
