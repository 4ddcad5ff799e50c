/**
 * A card of an address book as a person. What a card of ours says beyond vCard stands in properties
 * `X-PLEDGE-` and the name of a column of `our-table.ts`, words apart by hyphens or not
 * (`X-PLEDGE-DO-NOT-CONTACT`), with the text of its cell; these go before what the rest of the card says.
 */
import type { InputFault } from "../../input/fault.ts";
import type { Result } from "../../result.ts";
import type { Card, TypedValue } from "../address-books.ts";
import type { Contact } from "../person.ts";
import { addContact, createDraft, fillList, fillMember, finishDraft, isBlank } from "./draft.ts";
import type { PersonInput } from "../person-input.ts";
import type { Draft, Known } from "./draft.ts";
import { plainHeader } from "./mapping.ts";
import { headerOfOurs } from "./our-table.ts";

const ours = new Map(headerOfOurs.map((member) => [plainHeader(member), member]));

/** The property of ours that carries a member: `X-PLEDGE-SHARED-NOTE`. */
export const propertyOfOurs = (member: (typeof headerOfOurs)[number]): string =>
  `X-PLEDGE-${member.replaceAll(/[A-Z]/gu, "-$&").toUpperCase()}`;

const addAll = (
  draft: Draft,
  property: string,
  values: readonly TypedValue[],
  read: (value: string) => Pick<Contact, "kind" | "value">,
): void => {
  for (const [at, { value, types }] of values.entries()) {
    const atWork = types.includes("work") ? ({ atWork: true } as const) : {};
    addContact(draft, { ...read(value), ...atWork }, `${property} ${at + 1}`);
  }
};

const withoutScheme = (value: string, scheme: string): string =>
  value.toLowerCase().startsWith(scheme) ? value.slice(scheme.length) : value;

/** A URI escapes what is not ASCII (RFC 3986 section 2.1); what is escaped wrongly stays as it is. */
const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** `signal:+15550100` is Signal; another messenger keeps its scheme, so that it is known which. */
const messenger = (value: string): Pick<Contact, "kind" | "value"> => {
  const bare = withoutScheme(value, "signal:");
  return bare === value ? { kind: "other", value } : { kind: "signal", value: unescaped(bare) };
};

const nameOf = ({ formattedName, name }: Card): readonly [text: string, where: string] => {
  if (formattedName !== undefined && !isBlank(formattedName)) return [formattedName, "FN"];
  const parts = [name?.first, name?.middle, name?.last].filter(
    (part) => part !== undefined && !isBlank(part),
  );
  return [parts.join(" "), "N"];
};

/**
 * The person of a card. A fault names the card's line and the property, `TEL 2` being the second, and
 * never what stands there. Categories and nicknames are left alone: they sort an address book.
 */
export const cardToInput = (
  card: Card,
  known: Known,
): Result<PersonInput, readonly InputFault[]> => {
  const draft = createDraft(card.line, known);
  fillMember(draft, "name", ...nameOf(card));
  const [role, where] = card.title === undefined ? [card.role, "ROLE"] : [card.title, "TITLE"];
  fillMember(draft, "role", role ?? "", where);
  fillMember(draft, "note", card.note ?? "", "NOTE");
  fillMember(draft, "language", card.languages[0] ?? "", "LANG");
  addAll(draft, "EMAIL", card.emails, (value) => ({
    kind: "email",
    value: withoutScheme(value, "mailto:"),
  }));
  addAll(draft, "TEL", card.phones, (value) => ({
    kind: "phone",
    value: withoutScheme(value, "tel:"),
  }));
  addAll(draft, "IMPP", card.messengers, messenger);
  if (card.uid !== undefined && !isBlank(card.uid))
    fillList(draft, "elsewhere", [`vcard:${card.uid.trim()}`], "UID");
  for (const [name, text] of card.ours) {
    const member = ours.get(plainHeader(name));
    // The name of a property that we do not know may be anything, so it is not repeated.
    if (member === undefined)
      draft.faults.push({
        line: card.line,
        path: "X-PLEDGE",
        fault: { type: "member-unknown", known: headerOfOurs.map(propertyOfOurs) },
      });
    else fillMember(draft, member, text, propertyOfOurs(member));
  }
  return finishDraft(draft);
};
