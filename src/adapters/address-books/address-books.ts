/** The address books and lists of other programs, read with a library each. */
import type { AddressBooks } from "../../domain/people/address-books.ts";
import type { AddressBookWriter } from "../../domain/people/export/address-book-writer.ts";
import { readCards } from "./read-cards.ts";
import { readTable } from "./read-table.ts";
import { writeCards } from "./write-cards.ts";
import { writeTable } from "./write-table.ts";

export const createAddressBooks = (): AddressBooks => ({ readTable, readCards });

export const createAddressBookWriter = (): AddressBookWriter => ({
  table: writeTable,
  cards: writeCards,
});
