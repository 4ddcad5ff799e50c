/** The formats of a letter's file. */

/** Formats that are text. */
export type TextFormat = "md" | "txt" | "html";

/** `eml` is a text too: every part of it is in ASCII. */
export type LetterFormat = TextFormat | "docx" | "pdf" | "eml";

const binaryFormats: ReadonlySet<LetterFormat> = new Set(["docx", "pdf"] as const);

/** Whether a file of that format is bytes that no terminal may be shown. */
export const isBinary = (format: LetterFormat): boolean => binaryFormats.has(format);
