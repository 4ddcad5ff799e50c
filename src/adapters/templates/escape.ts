/**
 * What becomes of a value on its way into the text: escaped for Markdown, and kept apart from the
 * template's own words by noncharacters until `seams.ts` has looked at where the two meet. No text
 * from outside may hold those characters: `withoutSeams` takes them out of values and templates.
 */
import type { OutsideBlock } from "../../domain/letters/outside.ts";
import { escapeMarkdown } from "../../domain/text/markdown.ts";

// U+FDD0 to U+FDEF are noncharacters: Unicode leaves them to a program's inside.
export const valueStart = "\uFDD0";
export const valueEnd = "\uFDD1";
export const blockStart = "\uFDD2";
export const blockEnd = "\uFDD3";

/** The text without our inner signs, well-formed and NFC. */
export const withoutSeams = (text: string): string =>
  // NFC first of all: it turns U+1FEF into a backtick, which must then be escaped as one.
  text
    .toWellFormed()
    .replaceAll(/[\uFDD0-\uFDEF]/gu, "\uFFFD")
    .normalize("NFC");

/** A value that is no text but the place of an outside block; only the helper `outside` makes one. */
export class OutsidePlace {
  readonly block: OutsideBlock;
  constructor(block: OutsideBlock) {
    this.block = block;
  }
}

/**
 * One value as it goes into the text. Throws on anything but a text or a number: the check of the
 * template has let through what it should not have, and a hole in a letter would go unseen.
 */
export const asText = (value: unknown): string => {
  if (value instanceof OutsidePlace) return `\n\n${blockStart}${value.block}${blockEnd}\n\n`;
  // A number of ours ("1." before a demand) may make a list; digits in somebody's text may not.
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return `${valueStart}${escapeMarkdown(value)}${valueEnd}`;
  throw new TypeError(`a template printed a value of the type ${typeof value}`);
};
