/**
 * Cards as vCard 4.0 (RFC 6350). The whole name stands in one part of N, in the one that is shown as it is: which word
 * is the family's cannot be known.
 */
import ICAL from "ical.js";

import type { OutgoingCard } from "../../domain/people/export/address-book-writer.ts";
import { contactKey } from "../../domain/people/import/contact-key.ts";
import type { Contact } from "../../domain/people/person.ts";

/** As jCard has it (RFC 7095): name, parameters, type, values. */
type Property = readonly [
  name: string,
  parameters: Readonly<Record<string, string>>,
  type: string,
  ...values: readonly (string | readonly string[])[],
];

/** In octets; the library does not count the space that a folded line begins with, and RFC 6350 §3.2 does. */
const foldLength = 74;

/** What stands in a URI for itself; a number as people write it, without what is there for the eye. */
const inUri = (value: string): string => {
  const key = contactKey({ value });
  if (/^\+?\d+$/u.test(key) && key !== value) return key;
  return encodeURIComponent(value).replaceAll("%2B", "+").replaceAll("%40", "@");
};

const contactProperty = ({ kind, value, atWork }: Contact): Property => {
  const parameters: Readonly<Record<string, string>> = atWork === true ? { type: "work" } : {};
  switch (kind) {
    case "email":
      return ["email", parameters, "text", value];
    case "phone":
      return ["tel", parameters, "text", value];
    case "signal":
      return ["impp", parameters, "uri", `signal:${inUri(value)}`];
    case "other":
      return ["impp", parameters, "uri", value];
    default:
      return kind satisfies never;
  }
};

const perhaps = (name: string, text: string | undefined): readonly Property[] =>
  text === undefined ? [] : [[name, {}, "text", text]];

const propertiesOf = (card: OutgoingCard): readonly Property[] => [
  ["version", {}, "text", "4.0"],
  ["fn", {}, "text", card.name],
  ["n", {}, "text", ["", card.name, "", "", ""]],
  ...card.contacts.map(contactProperty),
  ...perhaps("title", card.role),
  ...(card.language === undefined ? [] : [["lang", {}, "language-tag", card.language] as const]),
];

export const writeCards = (cards: readonly OutgoingCard[]): string => {
  ICAL.foldLength = foldLength;
  return cards.map((card) => ICAL.stringify(["vcard", propertiesOf(card), []])).join("");
};
