/**
 * A CSV file as rows of cells. The library reads bytes, so nothing is decoded but the cells; it throws
 * for a quotation mark that stays open and for nothing else that can happen here.
 */
import { CsvError, parse } from "csv-parse/sync";
import type { Options } from "csv-parse/sync";

import type {
  AddressBookFault,
  RowFault,
  Table,
  TableRow,
} from "../../domain/people/address-books.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { bookText } from "./book-text.ts";

type Separator = Table["separator"];

/** More columns than any address book has, and few enough to be looked at one by one. */
const widest = 500;

/** Lines: the library takes some 20 microseconds for one that has not as many cells as the first. */
const longest = 120_000;

/** LinkedIn puts two notes and an empty line before its header; a header further down is none. */
const headerWithin = 10;

/** Bytes in which the separator is looked for. */
const lookedAt = 1_000_000;

const optionsFor = (separator: Separator): Options => ({
  delimiter: separator,
  // All three from the start: the library would go by the first one that it meets.
  record_delimiter: ["\r\n", "\n", "\r"],
  relax_column_count: true,
  // A mark inside of a cell is part of it: Ana "Heron" Gómez.
  relax_quotes: true,
});

/** Breaks inside of a cell: what makes a row longer than a line. */
const breaksIn = (cells: readonly string[]): number => {
  let breaks = 0;
  for (const cell of cells)
    if (cell.includes("\n") || cell.includes("\r")) breaks += cell.split(/\r\n|\n|\r/u).length - 1;
  return breaks;
};

/** Numbers the rows; the library keeps every line break that stands in a cell, so that they can be counted. */
const numbered = (records: readonly (readonly string[])[], first: number): readonly TableRow[] => {
  let line = first;
  return records.map((cells) => {
    const row = { line, cells };
    line += 1 + breaksIn(cells);
    return row;
  });
};

const openQuote = (error: unknown): boolean =>
  error instanceof CsvError && error.code === "CSV_QUOTE_NOT_CLOSED";

/** Row by row, as far as they can be told apart: slower by a third than all at once. */
const rowByRow = (
  text: Buffer,
  separator: Separator,
  rows: number,
  take: (cells: readonly string[]) => void,
): void => {
  const on_record = (cells: readonly string[]): null => {
    take(cells);
    return null;
  };
  try {
    parse(text, { ...optionsFor(separator), to: rows, on_record });
  } catch (error) {
    if (!openQuote(error)) throw error;
  }
};

/** The line on which the row with the open quotation mark begins: all rows before it were read. */
const lineOfOpenQuote = (text: Buffer, separator: Separator, first: number): number => {
  let line = first;
  rowByRow(text, separator, longest + 1, (cells) => {
    line += 1 + breaksIn(cells);
  });
  return line;
};

const rowsOf = (
  text: Buffer,
  separator: Separator,
  first: number,
): Result<readonly TableRow[], AddressBookFault> => {
  try {
    const records = parse(text, { ...optionsFor(separator), to: longest + 1 });
    return records.length > longest
      ? fail({ type: "table-too-long", limit: longest })
      : ok(numbered(records, first));
  } catch (error) {
    if (!openQuote(error)) throw error;
    return fail({
      type: "table-quote-open",
      line: lineOfOpenQuote(text, separator, first),
    });
  }
};

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");

const isEmptyLine = (cells: readonly string[]): boolean => cells.length === 1 && isBlank(cells);

/** Where the header stands among the first rows: the first line with something on it, or what follows notes and an empty line. */
const headerAt = (rows: readonly TableRow[]): number => {
  const first = rows.findIndex(({ cells }) => !isEmptyLine(cells));
  const gap = rows.findIndex(({ cells }, at) => at > first && isEmptyLine(cells));
  const below = rows.findIndex(({ cells }, at) => at > gap && !isEmptyLine(cells));
  const notes = rows.slice(first, gap).every(({ cells }) => cells.length === 1);
  return gap > 0 && notes && (rows[below]?.cells.length ?? 0) > 1 ? below : first;
};

/** The first rows alone, up to one in which a quotation mark stays open. */
const firstRows = (text: Buffer, separator: Separator): readonly TableRow[] => {
  const records: (readonly string[])[] = [];
  rowByRow(text.subarray(0, lookedAt), separator, headerWithin, (cells) => records.push(cells));
  return numbered(records, 1);
};

const separators: readonly Separator[] = [",", ";", "\t"];

/**
 * The separator that makes the most of the first row, or of a header below notes where it makes
 * nothing of that; a comma where none makes a difference.
 */
const separatorOf = (text: Buffer): Separator => {
  const tried = separators.map((separator) => {
    const rows = firstRows(text, separator);
    const first = rows.find(({ cells }) => !isEmptyLine(cells))?.cells.length ?? 0;
    return { separator, first, below: rows[headerAt(rows)]?.cells.length ?? 0 };
  });
  const by = tried.some(({ first }) => first > 1) ? "first" : "below";
  return tried.reduce((best, one) => (one[by] > best[by] ? one : best)).separator;
};

/** The line by which a spreadsheet tells itself the separator: `sep=;`. */
const told = /^"?sep=([,;\t])"?(?:\r\n|\n|\r)/iu;

/** A header names things; an address in it is somebody's, and the file has no header. */
const namesColumns = (header: readonly string[]): boolean =>
  !isBlank(header) && !header.some((cell) => /^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/u.test(cell));

/**
 * 100,000 rows of 12 columns, 16 MB: 0.8 to 1.0 s, 20 MB a second, nearly all of it the library's
 * (Node 20, four cores shared with others). Its `info`, `on_record` and `max_record_size` cost a third more each, so lines are counted here.
 */
export const readTable = (bytes: Uint8Array): Result<Table, AddressBookFault> => {
  const text = bookText(bytes);
  if (!text.ok) return text;
  const hint = told.exec(text.value.toString("utf8", 0, 16));
  const body = text.value.subarray(hint?.[0].length ?? 0);
  const separator = (hint?.[1] as Separator | undefined) ?? separatorOf(body);
  const read = rowsOf(body, separator, hint === null ? 1 : 2);
  if (!read.ok) return read;
  const start = headerAt(read.value.slice(0, headerWithin));
  const header = read.value[start]?.cells;
  if (header === undefined || !namesColumns(header)) return fail({ type: "table-header-missing" });
  const columns = header.length;
  if (columns > widest) return fail({ type: "table-too-wide", limit: widest });
  const rows: TableRow[] = [];
  const faults: RowFault[] = [];
  for (const row of read.value.slice(start + 1)) {
    const { line, cells } = row;
    if (isBlank(cells)) continue;
    if (cells.length === columns) rows.push(row);
    else {
      const type = cells.length < columns ? "cells-missing" : "cells-extra";
      faults.push({ type, line, cells: cells.length, columns });
    }
  }
  return ok({ separator, header, rows, faults });
};
