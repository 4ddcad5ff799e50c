/**
 * Cells that a spreadsheet would calculate, made text by an apostrophe in front: whoever writes a name, a note or a
 * phone number is not to run anything on the machine of whoever opens the table.
 *
 * A formula begins with `=`, `+`, `-` or `@`, also in their full-width forms, which some spreadsheets take for the
 * same, and behind white space or quotes, which they trim; a tab or CR may begin a cell of its own. An apostrophe
 * counts among the quotes, so that what was neutralised can be told from what stood there.
 */
const calculated = /^[\s"'＂＇]*[\t\r=+\-@＝＋－＠]/u;

/** The text of a cell, with nothing in it that a spreadsheet calculates. */
export const neutralised = (text: string): string => (calculated.test(text) ? `'${text}` : text);

/** The text that was neutralised. */
export const restored = (cell: string): string =>
  cell.startsWith("'") && calculated.test(cell.slice(1)) ? cell.slice(1) : cell;
