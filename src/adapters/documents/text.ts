/**
 * A letter as plain text: no markup to read around, no line wider than it may be (a single word
 * apart). A list hangs, addresses stand beside their words, names of any script keep their order.
 */
import { isolated } from "../../domain/text/right-to-left.ts";
import { entryLines, inColumns } from "./columns.ts";
import type { Block, Inline, ListItem, Signatures } from "./model.ts";
import { padded, widest, wrapped } from "./wrap.ts";

type Cells = readonly (readonly Inline[])[];
type Of<Type extends Block["type"]> = Extract<Block, { readonly type: Type }>;

const columnGap = 3;
const roomToWrite = 12;

const inlineText = (inline: Inline): string => {
  switch (inline.type) {
    case "text":
    case "code":
      return inline.text;
    case "value":
      return isolated(inline.text);
    case "strong":
    case "emphasis":
      return textOf(inline.inlines);
    case "link":
      return `${textOf(inline.inlines)} <${inline.address}>`;
    case "break":
      return "\n";
  }
};

/** Not wrapped yet. */
export const textOf = (inlines: readonly Inline[]): string => inlines.map(inlineText).join("");

/** A name alone on its line needs nothing around it. */
export const lineOf = (inlines: readonly Inline[]): string => {
  const [first] = inlines;
  return inlines.length === 1 && first?.type === "value" ? first.text : textOf(inlines);
};

const hung = (marker: string, lines: readonly string[]): readonly string[] => {
  const indent = " ".repeat(marker.length);
  return (lines.length === 0 ? [""] : lines).map((line, index) =>
    `${index === 0 ? marker : indent}${line}`.trimEnd(),
  );
};

const narrowed = (width: number, by: number): number => Math.max(1, width - by);

const underlined = (inlines: readonly Inline[], width: number, line: string): readonly string[] => {
  const lines = wrapped(textOf(inlines), width);
  return [...lines, line.repeat(Math.min(width, widest(lines)))];
};

const headingLines = (block: Of<"heading">, width: number): readonly string[] => {
  const line = { 1: "=", 2: "-" }[block.level];
  return line === undefined
    ? wrapped(textOf(block.inlines), width)
    : underlined(block.inlines, width, line);
};

const listLines = (block: Of<"list">, width: number): readonly string[] => {
  const last = (block.start ?? 0) + block.items.length - 1;
  const markerOf = (item: ListItem, index: number): string => {
    const box = item.ticked === undefined ? "" : item.ticked ? "[x] " : "[ ] ";
    if (block.start === undefined) return box === "" ? "- " : box;
    return `${`${block.start + index}.`.padStart(`${last}.`.length)} ${box}`;
  };
  return block.items.flatMap((item, index) => {
    const marker = markerOf(item, index);
    const inside = narrowed(width, marker.length);
    const lines = block.loose
      ? blocksLines(item.blocks, inside)
      : item.blocks.flatMap((part) => blockLines(part, inside));
    return [...(block.loose && index > 0 ? [""] : []), ...hung(marker, lines)];
  });
};

/** A line that fits stands as it was typed; one that does not keeps its indent. */
const codeLines = (block: Of<"code">, width: number): readonly string[] =>
  block.lines.flatMap((line) => {
    const inside = narrowed(width, 4);
    if (widest([line]) <= inside) return [`    ${line}`.trimEnd()];
    const indent = /^ */u.exec(line)?.[0] ?? "";
    return wrapped(line, narrowed(inside, indent.length)).map((part) => `    ${indent}${part}`);
  });

/** In columns if they fit; else each row as lines of "heading: cell". */
const tableLines = (block: Of<"table">, width: number): readonly string[] => {
  const row = (cells: Cells): readonly string[] =>
    cells.map((cell) => textOf(cell).replaceAll("\n", " "));
  const header = row(block.header);
  const rows = block.rows.map(row);
  const widths = header.map((title, column) => {
    const cells = rows.map((cells) => cells[column] ?? "");
    return Math.max(widest([title, ...cells]), cells.includes("") ? roomToWrite : 0);
  });
  const cellText = (cell: string, column: number): string =>
    cell === "" ? "_".repeat(widths[column] ?? roomToWrite) : cell;
  const total = widths.reduce((sum, one) => sum + one + columnGap, -columnGap);
  if (total > width) {
    const rowLines = (cells: readonly string[]): readonly string[] =>
      header.flatMap((title, column) => {
        const cell = cells[column] ?? "";
        return wrapped(`${title}: ${cell === "" ? "_".repeat(roomToWrite) : cell}`, width);
      });
    return rows.flatMap((cells, index) => [...(index > 0 ? [""] : []), ...rowLines(cells)]);
  }
  const gap = " ".repeat(columnGap);
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => padded(cell, widths[column] ?? 0))
      .join(gap)
      .trimEnd();
  return [
    line(header),
    line(widths.map((one) => "-".repeat(one))),
    ...rows.map((cells) => line(cells.map(cellText))),
  ];
};

/** In columns where they fit; else one below the other. */
const nameLines = (lines: Cells, width: number): readonly string[] =>
  inColumns(lines.map(textOf), width) ?? lines.flatMap((line) => entryLines(lineOf(line), width));

const signaturesLines = (block: Signatures, width: number): readonly string[] => [
  ...underlined(block.heading, width, "-"),
  ...(block.lines.length === 0 ? [] : ["", ...nameLines(block.lines, width)]),
  ...(block.others === undefined ? [] : ["", ...wrapped(textOf(block.others), width)]),
];

const blockLines = (block: Block, width: number): readonly string[] => {
  switch (block.type) {
    case "paragraph":
      return wrapped(lineOf(block.inlines), width);
    case "heading":
      return headingLines(block, width);
    case "list":
      return listLines(block, width);
    case "quote":
      return hung("    ", blocksLines(block.blocks, narrowed(width, 4)));
    case "code":
      return codeLines(block, width);
    case "table":
      return tableLines(block, width);
    case "rule":
      return ["-".repeat(width)];
    case "signatures":
      return signaturesLines(block, width);
  }
};

const blocksLines = (blocks: readonly Block[], width: number): readonly string[] =>
  blocks.flatMap((block, index) => [...(index > 0 ? [""] : []), ...blockLines(block, width)]);

/** The whole letter, ending in a line break; `width` in columns. */
export const writeText = (blocks: readonly Block[], width: number): string =>
  `${blocksLines(blocks, width).join("\n")}\n`;
