/** What keeps a person from being recorded as she was told of, beyond the shape of it. */
import { isEmployersAddress } from "../campaign/employer-host.ts";
import type { Day } from "../day.ts";
import type { ValueFault } from "../input/fault.ts";
import type { PersonInput } from "./person-input.ts";
import type { Contact, Person, PersonId } from "./person.ts";

export interface Standards {
  readonly today: Day;
  /** As `unmarkedAtWork` makes it: such addresses are marked, or not kept. */
  readonly isUnmarkedAtWork: (contact: Contact) => boolean;
  readonly aliasTaken: (alias: string, by?: PersonId) => boolean;
}

export interface MemberFault {
  readonly path: string;
  readonly fault: ValueFault;
}

/**
 * Tells whether the employer with that `employerLabel` can read what goes to an address, and nobody has said that they know. A
 * list has 100,000 addresses and few hosts, so each host is looked at once.
 */
export const unmarkedAtWork = (employer: string): ((contact: Contact) => boolean) => {
  const known = new Map<string, boolean>();
  return ({ kind, value, atWork }) => {
    if (kind !== "email" || atWork === true) return false;
    const host = value.slice(value.lastIndexOf("@"));
    const found = known.get(host);
    if (found !== undefined) return found;
    const isTheirs = isEmployersAddress(value, employer);
    known.set(host, isTheirs);
    return isTheirs;
  };
};

/** Addresses at the employer are kept only where somebody said that they are. */
const contactsAtWork = (
  { isUnmarkedAtWork }: Standards,
  { contacts = [] }: PersonInput,
): readonly MemberFault[] =>
  contacts.flatMap((contact, index): readonly MemberFault[] =>
    isUnmarkedAtWork(contact)
      ? [{ path: `contacts.${index}.value`, fault: { type: "contact-at-work" } }]
      : [],
  );

/** Every fault; `known` is whom the input is about, if she is in the vault. */
export const personFaults = (
  standards: Standards,
  input: PersonInput,
  known?: Person,
): readonly MemberFault[] => {
  const faults: MemberFault[] = [...contactsAtWork(standards, input)];
  if (known === undefined && input.name === undefined) {
    faults.push({ path: "name", fault: { type: "member-missing" } });
  }
  if (typeof input.alias === "string" && standards.aliasTaken(input.alias, known?.id)) {
    faults.push({ path: "alias", fault: { type: "alias-taken" } });
  }
  if (known !== undefined && input.code !== undefined && input.code !== known.code) {
    faults.push({ path: "code", fault: { type: "code-taken" } });
  }
  if (input.day !== undefined && input.day > standards.today) {
    faults.push({ path: "date", fault: { type: "day-ahead" } });
  }
  return faults;
};
