/** How a person can be reached, in the menu of `pledge edit`. */
import type { Contact, Person } from "../../domain/people/person.ts";
import { contactWords } from "../render/words.ts";
import type { Asking } from "./new-person.ts";
import { askContact } from "./person.ts";
import { withInput } from "./pledge-changes.ts";
import type { Draft, Item } from "./pledge-changes.ts";

const contactsOf = ({ input }: Draft, person: Person): readonly Contact[] =>
  input.contacts ?? person.contacts;

/** The contacts: one more, or one less. */
export const contactItem = ({ ask, campaign }: Asking, person: Person): Item => ({
  label: (draft) => `contacts: ${contactsOf(draft, person).map(contactWords).join(", ") || "none"}`,
  change: async (draft) => {
    const contacts = contactsOf(draft, person);
    const gone =
      contacts.length === 0
        ? undefined
        : await ask.one<Contact | undefined>({
            message: "Contacts",
            choices: [
              { value: undefined, label: "add one" },
              ...contacts.map((contact) => ({
                value: contact,
                label: `take away ${contactWords(contact)}`,
              })),
            ],
          });
    if (gone !== undefined)
      return withInput(draft, { contacts: contacts.filter((one) => one !== gone) });
    const contact = await askContact(ask, campaign.employer);
    return contact === undefined ? draft : withInput(draft, { contacts: [...contacts, contact] });
  },
});
