/**
 * Address books and lists that other programs wrote, as they stand in the file: cells and properties,
 * nothing of which was understood yet. A fault says where, never what stood there.
 */
import type { Result } from "../result.ts";

/** Why nothing of a file can be read. `line` is 1-based. */
export type AddressBookFault =
  | { readonly type: "book-empty" }
  /** Two bytes a character, as "Unicode text" of a spreadsheet has it. */
  | { readonly type: "book-utf16" }
  | { readonly type: "book-not-utf8" }
  | { readonly type: "book-nul" }
  | { readonly type: "table-header-missing" }
  | { readonly type: "table-too-wide"; readonly limit: number }
  | { readonly type: "table-too-long"; readonly limit: number }
  /** A quotation mark that opens a cell and is never closed; the row begins on `line`. */
  | { readonly type: "table-quote-open"; readonly line: number }
  | { readonly type: "cards-missing" };

/** A row that does not have a cell for each column. */
export interface RowFault {
  readonly type: "cells-missing" | "cells-extra";
  readonly line: number;
  readonly cells: number;
  readonly columns: number;
}

export interface TableRow {
  /** The 1-based line of the file on which the row begins. */
  readonly line: number;
  /** As many as the header has. */
  readonly cells: readonly string[];
}

export interface Table {
  readonly separator: "," | ";" | "\t";
  readonly header: readonly string[];
  /** Without rows in which every cell is empty. */
  readonly rows: readonly TableRow[];
  readonly faults: readonly RowFault[];
}

/** A value of a card with the types it was given, in lower case: "work", "cell". */
export interface TypedValue {
  readonly value: string;
  readonly types: readonly string[];
}

/** What of a vCard (RFC 2426, RFC 6350) says something about a coworker. */
export interface Card {
  /** The 1-based line of its BEGIN. */
  readonly line: number;
  readonly formattedName?: string;
  readonly name?: {
    readonly first: string;
    readonly middle: string;
    readonly last: string;
  };
  readonly nicknames: readonly string[];
  readonly emails: readonly TypedValue[];
  readonly phones: readonly TypedValue[];
  /** IMPP as the URI that it is, X-SIGNAL as `signal:` and its value. */
  readonly messengers: readonly TypedValue[];
  readonly organization: readonly string[];
  readonly title?: string;
  readonly role?: string;
  readonly note?: string;
  readonly categories: readonly string[];
  readonly languages: readonly string[];
  readonly uid?: string;
  /** What stands behind `X-PLEDGE-`, in upper case, with its value. */
  readonly ours: ReadonlyMap<string, string>;
}

export interface CardFault {
  /** A line that is no property, a card inside a card or without its end; a version other than 3.0 and 4.0. */
  readonly type: "card-malformed" | "card-version-unknown";
  readonly line: number;
}

export interface Cards {
  readonly cards: readonly Card[];
  /** One a card at most: that card is left out and no other. */
  readonly faults: readonly CardFault[];
}

export interface AddressBooks {
  /** CSV with commas, semicolons or tabs, in UTF-8. */
  readonly readTable: (bytes: Uint8Array) => Result<Table, AddressBookFault>;
  /** vCard 3.0 and 4.0, in UTF-8. */
  readonly readCards: (bytes: Uint8Array) => Result<Cards, AddressBookFault>;
}
