/** A table, across the page; an empty cell in it is a place to write in. */
import type { Direction } from "../direction.ts";
import type { Block, Inline } from "../model.ts";
import { widest } from "../wrap.ts";
import { textWidth } from "./page.ts";
import { paragraphXml, wordsParagraph } from "./paragraph.ts";
import { plainText } from "./runs.ts";
import { w } from "./xml.ts";
import type { Xml } from "./xml.ts";

type Cells = readonly (readonly Inline[])[];
type Table = Extract<Block, { readonly type: "table" }>;

/** 9 mm: a hand needs that much. */
const rowToWrite = 510;
/** In letters: what a column to write in has room for, and how far one long cell may push the others. */
const roomToWrite = 18;
const widestColumn = 36;
const narrowestColumn = 4;

/** The page's width, or what is left of it, by what the columns hold. */
const widthsOf = (block: Table, width: number): readonly number[] => {
  const needs = block.header.map((title, column) => {
    const cells = block.rows.map((row) => plainText(row[column] ?? []));
    const held = widest([plainText(title), ...cells].flatMap((cell) => cell.split("\n")));
    const needed = cells.includes("") ? Math.max(held, roomToWrite) : held;
    return Math.min(widestColumn, Math.max(narrowestColumn, needed));
  });
  const total = needs.reduce((sum, need) => sum + need, 0);
  return needs.map((need) => Math.floor((need / total) * width));
};

/** The table starts that far from the edge of the page's text. */
export const tableXml = (block: Table, left: number, around: Direction): Xml => {
  const widths = widthsOf(block, textWidth - left);
  const cell = (inlines: readonly Inline[], column: number, style: string): Xml =>
    w("tc", {}, [
      w("tcPr", {}, [w("tcW", { w: widths[column] ?? 0, type: "dxa" })]),
      paragraphXml(wordsParagraph(style, inlines, around), around),
    ]);
  const row = (cells: Cells, style: string, properties: readonly Xml[]): Xml =>
    w("tr", {}, [
      w("trPr", {}, [w("cantSplit"), ...properties]),
      ...widths.map((_, column) => cell(cells[column] ?? [], column, style)),
    ]);
  const height = w("trHeight", { val: rowToWrite, hRule: "atLeast" });
  return w("tbl", {}, [
    w("tblPr", {}, [
      w("tblStyle", { val: "LetterTable" }),
      ...(around === "rtl" ? [w("bidiVisual")] : []),
      w("tblW", { w: widths.reduce((sum, one) => sum + one, 0), type: "dxa" }),
      ...(left === 0 ? [] : [w("tblInd", { w: left, type: "dxa" })]),
      w("tblLayout", { type: "fixed" }),
    ]),
    w(
      "tblGrid",
      {},
      widths.map((width) => w("gridCol", { w: width })),
    ),
    row(block.header, "TableHeading", [w("tblHeader")]),
    ...block.rows.map((cells) =>
      row(cells, "TableText", cells.some((inlines) => plainText(inlines) === "") ? [height] : []),
    ),
  ]);
};
