/** People as a file that leaves the vault in plain text. */
import { writeExported } from "../domain/people/export/exported.ts";
import { cardOf, tableOf } from "../domain/people/export/outgoing.ts";
import type { AddressBookWriter } from "../domain/people/export/address-book-writer.ts";
import type { ExportFormat } from "../domain/people/export/contents.ts";
import type { PersonSummary } from "../domain/people/store.ts";
import type { Vault } from "../domain/vault/vault.ts";

/** The private note is for this organizer alone: it goes only where that was asked for. */
export const peopleToExport = (
  vault: Vault,
  withPrivateNotes: boolean,
): readonly PersonSummary[] => {
  const people = vault.people.summaries();
  if (withPrivateNotes) return people;
  return people.map((one) => {
    const { note: _, ...person } = one.person;
    return { ...one, person };
  });
};

export const exportedText = (
  vault: Vault,
  people: readonly PersonSummary[],
  format: ExportFormat,
  writer: AddressBookWriter,
): string => {
  switch (format) {
    case "csv":
      return writer.table(tableOf(people));
    case "vcard":
      return writer.cards(people.map(cardOf));
    case "json":
      return writeExported({
        campaign: vault.campaign.get().id,
        people: people.map(({ person, pledges }) => ({
          person,
          assessments: vault.people.assessments(person.id),
          pledges,
          changes: vault.pledges.history(person.id),
          signatures: vault.letters.signaturesOf(person.id),
        })),
      });
    default:
      return format satisfies never;
  }
};
