/**
 * A frozen text that somebody else fixed: checked before it is kept, because it will be shown on screens, typeset,
 * and signed by people.
 */
import type { SharedText } from "../committee/committee.ts";
import { isKey } from "../input/read.ts";
import { cleanLine, showable } from "../text/clean.ts";
import { parseLetterName } from "./letter-name.ts";
import { exceedsBounds } from "./markdown-bounds.ts";
import { blockMarkedBy } from "./outside.ts";

/** Of the text, in bytes of UTF-8. */
const longestText = 64 * 1024;

/** BCP 47 with the parts that tell written languages apart: `en`, `es-MX`, `zh-Hant-TW`, `ca-valencia`. */
export const languageShape =
  /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))?$/u;

const isCleanLine = (text: string): boolean => {
  const cleaned = cleanLine(text);
  return cleaned.ok && cleaned.value === text;
};

/** Line breaks are LF alone: what other programs take for one too is a control. */
const hasControls = (markdown: string): boolean => {
  const bare = markdown.replaceAll("\n", " ");
  return showable(bare) !== bare || /[\u2028\u2029]/u.test(bare);
};

const marksTwice = (markdown: string): boolean => {
  const marked = markdown.split("\n").flatMap((line) => blockMarkedBy(line) ?? []);
  return new Set(marked).size < marked.length;
};

const markdownFault = (markdown: string): string | undefined => {
  // The units first: they are counted already.
  if (markdown.length > longestText || new TextEncoder().encode(markdown).length > longestText)
    return "the text is too long";
  if (markdown.trim() === "") return "the text is empty";
  if (hasControls(markdown)) return "the text holds control characters";
  if (markdown !== markdown.normalize("NFC")) return "the text is not in NFC";
  if (marksTwice(markdown)) return "the text marks a place outside it twice";
  return exceedsBounds(markdown) ? "the text holds more markup than a letter needs" : undefined;
};

/** What is wrong with the text, as a clause that repeats nothing of it; nothing when it can be kept. */
export const sharedTextFault = (text: SharedText): string | undefined => {
  if (!parseLetterName(text.letter).ok) return 'its "letter" is no name of a letter';
  if (!isKey(text.template, 60)) return 'its "template" is no name of a template';
  if (!isCleanLine(text.title)) return 'its "title" is not one clean line';
  if (text.place !== undefined && !isCleanLine(text.place))
    return 'its "place" is not one clean line';
  if (!languageShape.test(text.language)) return 'its "language" is no language';
  return markdownFault(text.markdown);
};
