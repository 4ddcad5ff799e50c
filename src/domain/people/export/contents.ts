/** What an export puts into plain text, in numbers: for whoever must decide it, and never a name. */
import { isLive } from "../../pledges/pledge.ts";
import type { PersonSummary } from "../store.ts";
import { cardOf } from "./outgoing.ts";

export const exportFormats = ["csv", "json", "vcard"] as const;

export type ExportFormat = (typeof exportFormats)[number];

export interface Contents {
  readonly people: number;
  readonly contacts: number;
  readonly privateNotes: number;
  readonly sharedNotes: number;
  /** People of whom it says how they were assessed. */
  readonly assessed: number;
  /** People of whom it says what they pledged. */
  readonly pledging: number;
  readonly codes: number;
  /** Contacts that stay behind: a card has no place for them, or their owner wants none. */
  readonly contactsLeftOut: number;
}

const contactsOf = (people: readonly { readonly contacts: readonly unknown[] }[]): number =>
  people.reduce((total, { contacts }) => total + contacts.length, 0);

/** JSON also says what was taken back; a table does not; a card says none of it. */
export const contentsOf = (people: readonly PersonSummary[], format: ExportFormat): Contents => {
  const all = people.map(({ person }) => person);
  const inVault = contactsOf(all);
  if (format === "vcard") {
    const contacts = contactsOf(people.map(cardOf));
    return {
      people: people.length,
      contacts,
      privateNotes: 0,
      sharedNotes: 0,
      assessed: 0,
      pledging: 0,
      codes: 0,
      contactsLeftOut: inVault - contacts,
    };
  }
  return {
    people: people.length,
    contacts: inVault,
    privateNotes: all.filter(({ note }) => note !== undefined).length,
    sharedNotes: all.filter(({ sharedNote }) => sharedNote !== undefined).length,
    assessed: people.filter(({ assessment }) => assessment !== undefined).length,
    pledging: people.filter(({ pledges }) =>
      pledges.some(({ state }) => format === "json" || isLive(state)),
    ).length,
    codes: people.length,
    contactsLeftOut: 0,
  };
};
