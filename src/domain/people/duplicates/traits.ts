/** What of a person is compared, worked out once a person. */
import type { TeamKey } from "../../campaign/campaign.ts";
import type { Contact, Person } from "../person.ts";
import type { Alike, CountryCode } from "./alike.ts";
import { nameKey } from "./name-key.ts";
import type { NameKey } from "./name-key.ts";

/** As much of a person as is compared; somebody new has no id yet. */
export type Comparable = Pick<Person, "name" | "alias" | "team" | "contacts"> &
  Partial<Pick<Person, "id">>;

export interface Traits {
  readonly name: NameKey;
  readonly alias: string | undefined;
  readonly team: TeamKey | undefined;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly handles: readonly string[];
}

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;

/** Too few digits are a room or an extension. */
const fewestDigits = 7;

/** Without a country a number stands for itself, so that two equal ones are still seen. */
const phoneOf = (typed: string, alike: Alike, country: CountryCode | undefined) => {
  const known = alike.phone(typed, country);
  if (known !== undefined) return known;
  const digits = typed.replaceAll(/[\s()./-]/gu, "");
  return /^\+?\d+$/u.test(digits) && digits.length >= fewestDigits ? digits : undefined;
};

interface Told {
  readonly as: "emails" | "phones" | "handles";
  readonly value: string;
}

const told = (contact: Contact, alike: Alike, country: CountryCode | undefined): Told => {
  const value = contact.value.normalize("NFKC").trim().toLowerCase();
  if (contact.kind === "email" || address.test(value)) return { as: "emails", value };
  // Signal knows people by a number or by a name; elsewhere digits alone may be the number of anything.
  const mayCall = contact.kind !== "other" || value.startsWith("+");
  const phone = mayCall ? phoneOf(value, alike, country) : undefined;
  if (phone !== undefined) return { as: "phones", value: phone };
  return { as: "handles", value: `${contact.kind} ${value.replace(/^@/u, "")}` };
};

export const traitsOf = (
  person: Comparable,
  alike: Alike,
  country: CountryCode | undefined,
): Traits => {
  const contacts = person.contacts.map((contact) => told(contact, alike, country));
  const all = (as: Told["as"]): readonly string[] => [
    ...new Set(contacts.filter((one) => one.as === as).map(({ value }) => value)),
  ];
  return {
    name: nameKey(person.name),
    alias: person.alias,
    team: person.team,
    emails: all("emails"),
    phones: all("phones"),
    handles: all("handles"),
  };
};
