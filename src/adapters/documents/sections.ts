/**
 * Cuts a text at the lines that mark what is outside it. Every format starts from the same cut, so
 * that none can take a line for a marker that another takes for text. The first line that
 * marks a block is its place; a later one for the same block is text like any other.
 */
import { blockMarkedBy } from "../../domain/letters/outside.ts";
import type { OutsideBlock } from "../../domain/letters/outside.ts";

export type Section =
  | { readonly type: "text"; readonly lines: readonly string[] }
  /** `line` is the marker's line as it stands, white space at its ends included. */
  | { readonly type: "outside"; readonly block: OutsideBlock; readonly line: string };

/** The lines of the text (cut at LF), in order: joined again by LF they are the text. */
export const sectionsOf = (markdown: string): readonly Section[] => {
  const seen = new Set<OutsideBlock>();
  const sections: Section[] = [];
  let lines: string[] = [];
  for (const line of markdown.split("\n")) {
    const block = blockMarkedBy(line);
    if (block === undefined || seen.has(block)) {
      lines.push(line);
      continue;
    }
    seen.add(block);
    sections.push({ type: "text", lines }, { type: "outside", block, line });
    lines = [];
  }
  return [...sections, { type: "text", lines }];
};
