/**
 * A letter as a file that Word, LibreOffice and others open and people edit (ECMA-376, transitional). The same
 * letter gives the same bytes. No author, no program, no time: neither in a part nor in the ZIP around them.
 */
import { createRequire } from "node:module";
import type * as Fflate from "fflate";
import { firstDirection } from "../direction.ts";
import type { Direction } from "../direction.ts";
import type { Block, Inline } from "../model.ts";
import { piecesOfLetter } from "./blocks.ts";
import type { Piece } from "./blocks.ts";
import { createNumbering } from "./numbering.ts";
import { sectionXml } from "./page.ts";
import { paragraphXml } from "./paragraph.ts";
import { fixedParts, relationshipsNamespace } from "./parts.ts";
import { plainText } from "./runs.ts";
import { stylesPart } from "./styles.ts";
import { w, wordPart } from "./xml.ts";
import type { Xml } from "./xml.ts";

export interface Letter {
  /** BCP 47. */
  readonly language: string;
  /** `auto` is that of the text's first letter, as in HTML. */
  readonly direction: Direction | "auto";
  readonly blocks: readonly Block[];
}

const wordsIn = (block: Block): string => {
  const text = (all: readonly (readonly Inline[])[]): string => all.map(plainText).join("\n");
  switch (block.type) {
    case "paragraph":
    case "heading":
      return plainText(block.inlines);
    case "list":
      return block.items.flatMap((item) => item.blocks.map(wordsIn)).join("\n");
    case "quote":
      return block.blocks.map(wordsIn).join("\n");
    case "table":
      return text([block.header, ...block.rows].flat());
    default:
      return "";
  }
};

const body = (pieces: readonly Piece[], direction: Direction): readonly Xml[] => {
  let first = true;
  const section = (columns: number): Xml => {
    const xml = sectionXml({ columns, direction, first });
    first = false;
    return xml;
  };
  const written = pieces.map((piece) => {
    if ("table" in piece) return piece.table;
    const { endsSection } = piece;
    return paragraphXml(
      piece,
      direction,
      endsSection === undefined ? undefined : section(endsSection),
    );
  });
  return [...written, section(1)];
};

/** The ZIP's own time for every part. It is taken for local time, so that no time zone shows: the first day that a ZIP can name. */
const noTime = (): Date => new Date(1980, 0, 1, 12);

/** The whole file. */
export const writeDocx = ({ language, direction, blocks }: Letter): Uint8Array => {
  const around =
    direction === "auto" ? firstDirection(blocks.map(wordsIn).join("\n"), "ltr") : direction;
  const numbering = createNumbering();
  const pieces = piecesOfLetter(blocks, { direction: around, numbering });
  const parts = {
    ...fixedParts,
    "word/document.xml": wordPart("document", [w("body", {}, body(pieces, around))], {
      "xmlns:r": relationshipsNamespace,
    }),
    "word/styles.xml": stylesPart(language, around),
    "word/numbering.xml": numbering.part(),
  };
  // Only here: whoever writes text needs no ZIP.
  const { strToU8, zipSync } = createRequire(import.meta.url)("fflate") as typeof Fflate;
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, strToU8(content)])),
    { level: 9, mtime: noTime() },
  );
};
