/** Tables and cards for other programs, as text; implemented by `adapters/address-books`. */
import type { Contact } from "../person.ts";

/** What a card of an address book says of a coworker: as much as calling her takes. */
export interface OutgoingCard {
  readonly name: string;
  /** In the order in which they stand on the card; of kind "other" only URIs without a comma ("xmpp:ana@example.org"). */
  readonly contacts: readonly Contact[];
  readonly role?: string;
  /** BCP 47. */
  readonly language?: string;
}

export interface AddressBookWriter {
  /** CSV (RFC 4180) with a byte order mark, commas and CRLF. The cells go out as they are: see `neutralised.ts`. */
  readonly table: (rows: readonly (readonly string[])[]) => string;
  /** vCard 4.0 (RFC 6350), one card after another. */
  readonly cards: (cards: readonly OutgoingCard[]) => string;
}
