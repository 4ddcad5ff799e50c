/**
 * A CSV file as rows of cells. The library takes a text apart and says where a quotation mark stays open; it
 * guesses nothing here, and a row that has not as many cells as the header is for us to find.
 */
import Papa from "papaparse";

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

/** Rows: more people than any list that is worth reading at once, and few enough to be held in memory. */
const longest = 120_000;

/** LinkedIn puts two notes and an empty line before its header; a header further down is none. */
const headerWithin = 10;

/** Characters in which the separator is looked for. */
const lookedAt = 1_000_000;

type Cells = readonly string[];

interface Parsed {
  readonly records: readonly Cells[];
  /** Which record has a quotation mark that is never closed, or that something follows. */
  readonly badQuote?: number;
}

/** How the first row ends; what stands in quotation marks is part of a cell. */
const lineBreakOf = (text: string): "\n" | "\r" =>
  /\r(?!\n)|\n/u.exec(text.slice(0, lookedAt).replaceAll(/"[^"]*"/gu, ""))?.[0] === "\r"
    ? "\r"
    : "\n";

/** Windows ends a row with two characters: the library is told the second, and the first may be left over. */
const withoutReturn = (cells: Cells): Cells => {
  const last = cells.at(-1);
  return last?.endsWith("\r") === true ? [...cells.slice(0, -1), last.slice(0, -1)] : cells;
};

const parsed = (text: string, separator: Separator, rows: number): Parsed => {
  const newline = lineBreakOf(text);
  const { data, errors } = Papa.parse<Cells>(text, {
    delimiter: separator,
    newline,
    preview: rows,
    header: false,
  });
  const records = newline === "\n" ? data.map(withoutReturn) : data;
  const badQuote = errors.find(({ type }) => type === "Quotes")?.row;
  return badQuote === undefined ? { records } : { records, badQuote };
};

/** Breaks inside of a cell: what makes a row longer than a line. */
const breaksIn = (cells: Cells): number => {
  let breaks = 0;
  for (const cell of cells)
    if (cell.includes("\n") || cell.includes("\r")) breaks += cell.split(/\r\n|\n|\r/u).length - 1;
  return breaks;
};

/** Numbers the rows; the library keeps every line break that stands in a cell, so that they can be counted. */
const numbered = (records: readonly Cells[], first: number): readonly TableRow[] => {
  let line = first;
  return records.map((cells) => {
    const row = { line, cells };
    line += 1 + breaksIn(cells);
    return row;
  });
};

const rowsOf = (
  text: string,
  separator: Separator,
  first: number,
): Result<readonly TableRow[], AddressBookFault> => {
  const { records, badQuote } = parsed(text, separator, longest + 2);
  const rows = numbered(records, first);
  if (badQuote !== undefined)
    return fail({ type: "table-quote-open", line: rows[badQuote]?.line ?? first });
  return records.length > longest + 1 ? fail({ type: "table-too-long", limit: longest }) : ok(rows);
};

const isBlank = (cells: Cells): boolean => cells.every((cell) => cell.trim() === "");

const isEmptyLine = (cells: Cells): boolean => cells.length === 1 && isBlank(cells);

/** Where the header stands among the first rows: the first line with something on it, or what follows notes and an empty line. */
const headerAt = (rows: readonly TableRow[]): number => {
  const first = rows.findIndex(({ cells }) => !isEmptyLine(cells));
  const gap = rows.findIndex(({ cells }, at) => at > first && isEmptyLine(cells));
  const below = rows.findIndex(({ cells }, at) => at > gap && !isEmptyLine(cells));
  const notes = rows.slice(first, gap).every(({ cells }) => cells.length === 1);
  return gap > 0 && notes && (rows[below]?.cells.length ?? 0) > 1 ? below : first;
};

/** The first rows alone. */
const firstRows = (text: string, separator: Separator): readonly TableRow[] =>
  numbered(parsed(text.slice(0, lookedAt), separator, headerWithin).records, 1);

const separators: readonly Separator[] = [",", ";", "\t"];

/**
 * The separator that makes the most of the first row, or of a header below notes where it makes
 * nothing of that; a comma where none makes a difference.
 */
const separatorOf = (text: string): Separator => {
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
const namesColumns = (header: Cells): boolean =>
  !isBlank(header) && !header.some((cell) => /^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/u.test(cell));

/** 100,000 rows of 12 columns, 19 MB: 0.2 s. */
export const readTable = (bytes: Uint8Array): Result<Table, AddressBookFault> => {
  const text = bookText(bytes);
  if (!text.ok) return text;
  const whole = text.value.toString("utf8");
  const hint = told.exec(whole.slice(0, 16));
  const body = whole.slice(hint?.[0].length ?? 0);
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
