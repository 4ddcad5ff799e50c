/**
 * Text in columns of a terminal. How wide a text is, the `Width` that is handed in knows: a CJK
 * character takes two columns, a combining mark none.
 */
import { showable } from "../../domain/text/clean.ts";
import { isolated } from "../../domain/text/right-to-left.ts";

export type Width = (text: string) => number;

let clusters: Intl.Segmenter | undefined;

/** The text in at most `columns` columns; where something is cut off, it ends in "…". */
export const cut = (text: string, columns: number, width: Width): string => {
  if (width(text) <= columns) return text;
  // Made at the first text that does not fit: it takes longer than a list of those that do.
  clusters ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  let kept = "";
  for (const { segment } of clusters.segment(text)) {
    if (width(kept + segment) > columns - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
};

/** A name of the vault in at most `columns` columns, which what stands behind it cannot be turned around by. */
export const nameCell = (name: string, columns: number, width: Width): string =>
  isolated(cut(showable(name), columns, width));

/** The text and spaces up to `columns`. */
export const padded = (text: string, columns: number, width: Width): string =>
  `${text}${" ".repeat(Math.max(0, columns - width(text)))}`;

/** The text in lines of at most `columns` columns, broken between words; a longer word stands alone. */
export const wrapped = (text: string, columns: number, width: Width): readonly string[] => {
  if (width(text) <= columns) return [text];
  const lines: string[] = [];
  let line: string | undefined;
  for (const word of text.split(" ")) {
    const longer: string = line === undefined ? word : `${line} ${word}`;
    if (line === undefined || width(longer) <= columns) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line ?? ""];
};

/** Wrapped, with every line but the first moved in by `indent` columns, which the first has used already. */
export const hanging = (text: string, indent: number, columns: number, width: Width): string =>
  wrapped(text, Math.max(10, columns - indent), width).join(`\n${" ".repeat(indent)}`);

/** "label    text" with the text in a block of its own, line breaks in it kept. */
export const labelled = (
  label: string,
  text: string,
  settings: { readonly indent: number; readonly columns: number; readonly width: Width },
): string => {
  const { indent, columns, width } = settings;
  const lines = text.split("\n").map((line) => hanging(line, indent, columns, width));
  return `${padded(label, indent, width)}${lines.join(`\n${" ".repeat(indent)}`)}`;
};

/** Lines one below the other, each broken where the screen ends, what is left of it moved in. */
export const hangingLines = (
  lines: readonly string[],
  { columns, width }: { readonly columns: number; readonly width: Width },
): string => lines.map((line) => hanging(line, 2, columns, width)).join("\n");
