/** The address books and lists of other programs, read with a library each. */
import type { AddressBooks } from "../../domain/people/address-books.ts";
import { readCards } from "./read-cards.ts";
import { readTable } from "./read-table.ts";

export const createAddressBooks = (): AddressBooks => ({ readTable, readCards });
