/** Who signed: a heading, and lines in columns, which are a section of their own so that they end at one height. */
import type { Direction } from "../direction.ts";
import type { Inline, Signatures } from "../model.ts";
import { widest } from "../wrap.ts";
import { columnGap, textWidth } from "./page.ts";
import { wordsParagraph } from "./paragraph.ts";
import type { Paragraph } from "./paragraph.ts";
import { plainText, runsOf } from "./runs.ts";

/** Fewer lines than this in a column look like a row that was cut. */
const fewestRows = 4;
/** Of a letter of Times at 10 points, as wide as names have them: 4.6 points. */
const letterWidth = 92;

const lettersIn = (columns: number): number =>
  Math.floor((textWidth - (columns - 1) * columnGap) / columns / letterWidth);

/** As many as leave nine of ten lines whole; a few long ones are broken and hang. */
const columnsFor = (lines: readonly string[]): number => {
  const widths = lines.map((line) => widest([line])).toSorted((one, other) => one - other);
  const usual = widths[Math.ceil(widths.length * 0.9) - 1] ?? 0;
  const enough = [4, 3, 2].filter((columns) => lines.length >= columns * fewestRows);
  return enough.find((columns) => usual <= lettersIn(columns)) ?? enough.at(-1) ?? 1;
};

const heading = (inlines: readonly Inline[], around: Direction): Paragraph => ({
  ...wordsParagraph("SignatoriesHeading", inlines, around),
  direction: around,
});

/** Every line runs as the document does, whatever the names in it do: they begin below one another. */
const lineOf = (style: string, inlines: readonly Inline[], around: Direction): Paragraph => ({
  style,
  content: runsOf(inlines, around),
});

export const signatureParagraphs = (block: Signatures, around: Direction): readonly Paragraph[] => {
  const columns = columnsFor(block.lines.map(plainText));
  const title = heading(block.heading, around);
  const lines = block.lines.map((line) => lineOf("Signatory", line, around));
  const last = lines.at(-1);
  const others =
    block.others === undefined ? [] : [lineOf("FurtherSignatories", block.others, around)];
  if (last === undefined) return [title, ...others];
  return columns === 1
    ? [title, ...lines.slice(0, -1), { ...last, keepNext: others.length > 0 }, ...others]
    : [
        { ...title, endsSection: 1 },
        ...lines.slice(0, -1),
        { ...last, endsSection: columns },
        ...others,
      ];
};
