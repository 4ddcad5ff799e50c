/**
 * Names in columns of plain text, read downwards. An entry is never split over two columns; one that is too
 * wide for its column goes on below, under an indent.
 */
import { padded, widest, wrapped } from "./wrap.ts";

const gap = 3;
const most = 3;
/** Fewer names than this read better one below the other. */
const fewest = 8;
/** Columns in which more than one entry of so many goes on below are too narrow. */
const oneIn = 4;

type Entry = readonly string[];

/** The entry's lines, none wider than the width unless a word is. */
export const entryLines = (entry: string, width: number): Entry => {
  if (widest([entry]) <= width) return [entry];
  const [first = "", ...rest] = wrapped(entry, Math.max(1, width - 2));
  return [first, ...rest.map((line) => `  ${line}`)];
};

/** Fills one column after the other up to a height, entry by entry. */
const filled = (entries: readonly Entry[], height: number): readonly (readonly string[])[] => {
  const columns: string[][] = [[]];
  for (const lines of entries) {
    const last = columns.at(-1) ?? [];
    if (last.length > 0 && last.length + lines.length > height) columns.push([...lines]);
    else last.push(...lines);
  }
  return columns;
};

/** The least height at which the entries take no more than so many columns. */
const balanced = (entries: readonly Entry[], count: number): readonly (readonly string[])[] => {
  const total = entries.reduce((sum, lines) => sum + lines.length, 0);
  for (let height = Math.ceil(total / count); ; height += 1) {
    const columns = filled(entries, height);
    if (columns.length <= count) return columns;
  }
};

/** The lines of two or three columns; nothing where the entries are few, or the width has no room for them. */
export const inColumns = (
  entries: readonly string[],
  width: number,
): readonly string[] | undefined => {
  if (entries.length < fewest) return undefined;
  for (let count = most; count > 1; count -= 1) {
    const cell = Math.floor((width + gap) / count) - gap;
    const cells = entries.map((entry) => entryLines(entry, cell));
    const taken = widest(cells.flat());
    const goingOn = cells.filter((lines) => lines.length > 1).length;
    if (taken > cell || goingOn * oneIn > cells.length) continue;
    const columns = balanced(cells, count);
    // A column may end early, where the next entry has more lines than are left: any may be the longest.
    const rows = columns.reduce((height, lines) => Math.max(height, lines.length), 0);
    return Array.from({ length: rows }, (_, row) =>
      columns
        .map((lines) => padded(lines[row] ?? "", taken + gap))
        .join("")
        .trimEnd(),
    );
  }
  return undefined;
};
