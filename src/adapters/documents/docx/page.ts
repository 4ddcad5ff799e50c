/**
 * Paper and sections. The size is A4, and everything stands where a sheet of US Letter has room for it too: a
 * letter says what language it is in, not what paper its reader has, and either prints it whole at its own size.
 */
import type { Direction } from "../direction.ts";
import { element, w } from "./xml.ts";
import type { Xml } from "./xml.ts";

const a4 = { width: 11_906, height: 16_838 };
const usLetterHeight = 15_840;
const edge = 1134;

/** How wide a line is: 162 mm. */
export const textWidth = 9184;

const side = (a4.width - textWidth) / 2;
/** What a sheet of US Letter lacks, and the edge that it has too. */
const bottom = a4.height - usLetterHeight + edge;

export const columnGap = 360;

interface Section {
  readonly columns: number;
  readonly direction: Direction;
  /** The first has the footer, which the others take over, and leaves it off its first page. */
  readonly first: boolean;
}

/** By what `parts.ts` calls the footer. */
const footerId = "footer";

const footerReference = element("w:footerReference", { "w:type": "default", "r:id": footerId });

/** In the order of CT_SectPr. */
export const sectionXml = ({ columns, direction, first }: Section): Xml =>
  w("sectPr", {}, [
    ...(first ? [footerReference] : []),
    ...(first ? [] : [w("type", { val: "continuous" })]),
    w("pgSz", { w: a4.width, h: a4.height }),
    w("pgMar", {
      top: edge,
      right: side,
      bottom,
      left: side,
      header: 567,
      footer: bottom - 730,
      gutter: 0,
    }),
    w("cols", columns === 1 ? { space: columnGap } : { num: columns, space: columnGap }),
    ...(first ? [w("titlePg")] : []),
    ...(direction === "rtl" ? [w("bidi")] : []),
  ]);
