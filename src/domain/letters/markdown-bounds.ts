/**
 * How far a Markdown text may go that somebody else wrote. A reader of Markdown calls itself for every quote, list and
 * emphasis inside another, and looks from every sign to the end of its paragraph: a text that is made for that
 * overflows the stack or keeps the machine busy for minutes. What letters need stays far below these bounds; with
 * them 64 KiB take less than a second (test/faults/letter-texts.test.ts).
 */
const mostLineBreaks = 1000;
const mostSpaces = 64;
/** An address may be long; in one long word the reader looks for an e-mail address from each character on. */
const longestWord = 1000;
/** Marks of quotes and lists with which one line begins. */
const mostMarks = 8;
const mostSignsInParagraph = 256;
const mostSigns = 2048;
const mostEscapes = 2048;
/** In plain text a narrow page repeats a table's heads in every row. */
const longestHeads = 200;
const mostColumns = 16;

/** Quotes, lists and the indentation between them (CommonMark 5). */
const lineStart = /^(?: |>|(?:[-+*]|\d{1,9}[.)])(?= |$))*/u;

const countOf = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

/** What can open an emphasis, a link, a picture, code or HTML. */
const signsIn = (line: string): number => countOf(line.replaceAll(/\\[^\n]/gu, ""), /[*_[`~<!]/gu);

/** The line under the heads of a table, quoted and in lists too. */
const isUnderHeads = (line: string): boolean =>
  /^[ >*+\d.):|-]+$/u.test(line) && line.includes("-") && /[:|]/u.test(line);

const isWideTable = (heads: string, line: string): boolean =>
  isUnderHeads(line) && (heads.length > longestHeads || countOf(line, /\|/gu) > mostColumns);

const isLong = (markdown: string): boolean =>
  countOf(markdown, /\n/gu) > mostLineBreaks ||
  markdown.includes(" ".repeat(mostSpaces + 1)) ||
  countOf(markdown, /\\/gu) > mostEscapes ||
  markdown.split(/[^!-~]+/u).some((word) => word.length > longestWord);

/** Lines between two empty ones: a paragraph, or lists and quotes without a gap. */
const paragraphsOf = (markdown: string): readonly (readonly string[])[] =>
  markdown
    .split(/\n(?: *\n)+/u)
    .map((paragraph) => paragraph.split("\n").filter((line) => !/^ *$/u.test(line)));

const isDeep = (lines: readonly string[]): boolean => {
  const starts = lines.map((line) => lineStart.exec(line)?.[0] ?? "");
  const quotes = starts.map((start) => countOf(start, />/gu));
  return (
    starts.some((start) => countOf(start, /[>*+-]|\d+/gu) > mostMarks) ||
    // A line that goes on in a quote without its mark is read anew with everything before it, at every level; and
    // in some lists the reader stumbles over one.
    quotes.some((count) => count !== quotes[0])
  );
};

/** Whether a reader of Markdown could fail at the text, or take long over it. */
export const exceedsBounds = (markdown: string): boolean => {
  if (isLong(markdown)) return true;
  const paragraphs = paragraphsOf(markdown);
  const signs = paragraphs.map((lines) => lines.reduce((sum, line) => sum + signsIn(line), 0));
  return (
    signs.some((count) => count > mostSignsInParagraph) ||
    signs.reduce((sum, count) => sum + count, 0) > mostSigns ||
    paragraphs.some(
      (lines) => isDeep(lines) || lines.some((line, at) => isWideTable(lines[at - 1] ?? "", line)),
    )
  );
};
