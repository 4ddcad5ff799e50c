/** One paragraph: its style, and what no style can know of it (its list, its depth, which way it runs). */
import { paragraphDirection } from "../direction.ts";
import type { Direction } from "../direction.ts";
import type { Inline } from "../model.ts";
import { plainText, runsOf } from "./runs.ts";
import { indentOf, isBold } from "./styles.ts";
import { w, wrapper } from "./xml.ts";
import type { Xml } from "./xml.ts";

export interface Paragraph {
  readonly style: string;
  readonly content: readonly Xml[];
  /** As the document does unless it is said. */
  readonly direction?: Direction;
  readonly keepNext?: boolean;
  readonly list?: { readonly id: number; readonly level: number };
  /** From the edge of the page's text to the paragraph's lines, where the style says otherwise. */
  readonly indent?: { readonly left: number; readonly hanging?: number };
  /** In how many columns the section stands that ends with it. */
  readonly endsSection?: number;
}

/** In the order of CT_PPr. `section` is of the section that ends with it. */
export const paragraphXml = (paragraph: Paragraph, around: Direction, section?: Xml): Xml => {
  const { style, content, direction = around, keepNext, list, indent } = paragraph;
  return w("p", {}, [
    ...wrapper("pPr", [
      ...(style === "Normal" ? [] : [w("pStyle", { val: style })]),
      ...(keepNext === true ? [w("keepNext")] : []),
      ...(list === undefined
        ? []
        : [w("numPr", {}, [w("ilvl", { val: list.level }), w("numId", { val: list.id })])]),
      ...(direction === around ? [] : [w("bidi", { val: direction === "rtl" ? 1 : 0 })]),
      ...(indent === undefined ? [] : [w("ind", { ...indent })]),
      ...(section === undefined ? [] : [section]),
    ]),
    ...content,
  ]);
};

/** Words that were written: they run the way that their letters do. */
export const wordsParagraph = (
  style: string,
  inlines: readonly Inline[],
  around: Direction,
): Paragraph => {
  // Somebody's name says nothing about the sentence that it stands in.
  const own = inlines.filter((inline) => inline.type !== "value");
  const direction = paragraphDirection(plainText(own), around);
  return {
    style,
    direction,
    content: runsOf(inlines, direction, isBold(style)),
  };
};

/** With its lines beginning that far from the edge of the page's text. */
export const indented = (paragraph: Paragraph, left: number): Paragraph =>
  left === indentOf(paragraph.style) ? paragraph : { ...paragraph, indent: { left } };
