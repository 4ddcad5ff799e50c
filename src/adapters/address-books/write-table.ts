/** Rows as CSV that every spreadsheet opens: the byte order mark tells Excel that it is UTF-8. */
import Papa from "papaparse";

export const writeTable = (rows: readonly (readonly string[])[]): string =>
  // Our own guard stands in the cells already: the library's does not see past white space, and cannot be taken back.
  `\uFEFF${Papa.unparse(rows as string[][], { newline: "\r\n", escapeFormulae: false })}\r\n`;
