/** The blocks of a letter as paragraphs and tables, in order; what is inside something else stands further in. */
import type { Direction } from "../direction.ts";
import type { Block, Inline, ListItem } from "../model.ts";
import { deepestLevel, highestNumber } from "./numbering.ts";
import type { Marker, Numbering } from "./numbering.ts";
import { indented, wordsParagraph } from "./paragraph.ts";
import type { Paragraph } from "./paragraph.ts";
import { runsOf } from "./runs.ts";
import { signatureParagraphs } from "./signatures.ts";
import { step } from "./styles.ts";
import { tableXml } from "./table.ts";
import type { Xml } from "./xml.ts";

type Of<Type extends Block["type"]> = Extract<Block, { readonly type: Type }>;

export type Piece = Paragraph | { readonly table: Xml };

/** The document that blocks are written for. */
export interface Sheet {
  /** Which way it runs. */
  readonly direction: Direction;
  readonly numbering: Numbering;
}

/** Where blocks stand. */
interface Place {
  /** Of a paragraph that is nothing in particular. */
  readonly style: "Normal" | "Quote" | "ListContinue";
  /** From the edge of the page's text to where lines begin. */
  readonly left: number;
  /** How many lists are around them. */
  readonly level: number;
  /** Whether a list closely followed by more of its own list is around them. */
  readonly close: boolean;
}

const page: Place = { style: "Normal", left: 0, level: 0, close: false };

/** No text inside other text is pushed off the page. */
const furthest = 12 * step;

const inward = (place: Place): number => Math.min(furthest, place.left + step);

const paragraphStyles = { date: "Date", note: "Note" } as const;

const paragraphPiece = (block: Of<"paragraph">, place: Place, sheet: Sheet): Piece => {
  const style = block.role === undefined ? place.style : paragraphStyles[block.role];
  return indented(wordsParagraph(style, block.inlines, sheet.direction), place.left);
};

const listStyles: Readonly<Record<Marker, string>> = {
  number: "ListNumber",
  bullet: "ListBullet",
  box: "ListBox",
  ticked: "ListBox",
};

interface Bullet {
  readonly marker: Marker;
  /** The list of the document that it is an item of. */
  readonly id: number;
  /** What a list of Word has no way to show. */
  readonly prefix: string;
}

/** What stands before each item of that list. */
const bulletsOf = (
  block: Of<"list">,
  level: number,
  sheet: Sheet,
): ((item: ListItem, index: number) => Bullet) => {
  const { start } = block;
  const boxed = (item: ListItem): string =>
    item.ticked === undefined ? "" : item.ticked ? "☑ " : "☐ ";
  const bullet = (marker: Exclude<Marker, "number">, prefix = ""): Bullet => ({
    marker,
    id: sheet.numbering.unnumbered(marker),
    prefix,
  });
  if (start === undefined) {
    return ({ ticked }) => bullet(ticked === undefined ? "bullet" : ticked ? "ticked" : "box");
  }
  if (start + block.items.length > highestNumber) {
    return (item, index) => bullet("bullet", `${start + index}. ${boxed(item)}`);
  }
  const id = sheet.numbering.numbered(level, start);
  return (item) => ({ marker: "number", id, prefix: boxed(item) });
};

const itemPieces = (
  item: ListItem,
  bullet: Bullet,
  apart: boolean,
  place: Place,
  sheet: Sheet,
): readonly Piece[] => {
  const [first, ...others] = item.blocks;
  const opens = first?.type === "paragraph";
  const rest = opens ? others : item.blocks;
  const left = inward(place);
  const level = Math.min(place.level, deepestLevel);
  const prefix: readonly Inline[] =
    bullet.prefix === "" ? [] : [{ type: "text", text: bullet.prefix }];
  const style = `${listStyles[bullet.marker]}${apart ? "Apart" : ""}`;
  const words = wordsParagraph(
    style,
    [...prefix, ...(opens ? first.inlines : [])],
    sheet.direction,
  );
  // The list of the document has an indent for each level, which is right unless something else is around the list.
  const asListed = left === (level + 1) * step;
  const inside: Place = { style: "ListContinue", left, level: place.level + 1, close: !apart };
  return [
    {
      ...words,
      list: { id: bullet.id, level },
      ...(asListed ? {} : { indent: { left, hanging: step } }),
    },
    ...piecesIn(rest, inside, sheet),
  ];
};

const listPieces = (block: Of<"list">, place: Place, sheet: Sheet): readonly Piece[] => {
  const bulletOf = bulletsOf(block, Math.min(place.level, deepestLevel), sheet);
  const last = block.items.length - 1;
  return block.items.flatMap((item, index) => {
    // A list that is the end of an item is followed by the next one as closely as that item is.
    const ends = index === last && !place.close;
    const alone = item.blocks.length <= 1;
    return itemPieces(item, bulletOf(item, index), block.loose || (ends && alone), place, sheet);
  });
};

const codePiece = (block: Of<"code">, place: Place): Piece => {
  const lines = block.lines.flatMap((text, index): readonly Inline[] =>
    index === 0 ? [{ type: "text", text }] : [{ type: "break" }, { type: "text", text }],
  );
  const code: Paragraph = { style: "Code", direction: "ltr", content: runsOf(lines, "ltr") };
  return indented(code, place.left + step);
};

const piecesOf = (block: Block, place: Place, sheet: Sheet): readonly Piece[] => {
  const { direction } = sheet;
  switch (block.type) {
    case "paragraph":
      return [paragraphPiece(block, place, sheet)];
    case "heading":
      return [
        indented(wordsParagraph(`Heading${block.level}`, block.inlines, direction), place.left),
      ];
    case "list":
      return listPieces(block, place, sheet);
    case "quote":
      return piecesIn(block.blocks, { ...place, style: "Quote", left: inward(place) }, sheet);
    case "code":
      return [codePiece(block, place)];
    case "table":
      // Word takes a table that follows a table for more of it, and wants a paragraph at the end.
      return [
        { table: tableXml(block, place.left, direction) },
        { style: "TableEnd", content: [] },
      ];
    case "rule":
      return [indented({ style: "Rule", content: [] }, place.left)];
    case "signatures":
      return signatureParagraphs(block, direction);
  }
};

const piecesIn = (blocks: readonly Block[], place: Place, sheet: Sheet): readonly Piece[] =>
  blocks.flatMap((block) => piecesOf(block, place, sheet));

/** The whole letter; `sheet` has its lists afterwards. */
export const piecesOfLetter = (blocks: readonly Block[], sheet: Sheet): readonly Piece[] =>
  piecesIn(blocks, page, sheet);
