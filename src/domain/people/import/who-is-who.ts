/**
 * Whom of the vault a row of a list is about. Sure signs only: our own id or code, what the other system calls her,
 * or a way to reach her together with her name. A name alone is a sign only where a row has no way to reach
 * anybody and one person of that team bears it: two coworkers may share a name.
 */
import { nameKey } from "../duplicates/name-key.ts";
import type { PersonInput } from "../person-input.ts";
import type { Contact, Person, PersonId } from "../person.ts";

/** Digits are a number however it is written; anything else is compared without case. */
const contactKey = ({ value }: Contact): string => {
  const digits = value.replaceAll(/[\s()./-]/gu, "");
  return /^\+?\d{5,}$/u.test(digits) ? digits : value.trim().toLowerCase();
};

/** A tab stands in no cleaned text, so that keys cannot run together. */
const nameInTeam = (name: string, team: string | null | undefined): string =>
  `${nameKey(name).key}\t${team ?? ""}`;

export interface WhoIsWho<T> {
  /** Lays in somebody; who was there first under a sign keeps it. By the name alone only where that may be asked about. */
  readonly add: (one: T, person: Signs, byName?: boolean) => void;
  readonly find: (input: PersonInput) => T | undefined;
}

type Signs = Partial<Pick<Person, "id" | "code" | "team">> &
  Pick<Person, "name" | "contacts" | "elsewhere">;

/** The signs of a row, as far as it has them. */
export const signsOf = ({
  id,
  code,
  name = "",
  team,
  contacts = [],
  elsewhere = [],
}: PersonInput): Signs => ({
  name,
  contacts,
  elsewhere,
  ...(id === undefined ? {} : { id: id as PersonId }),
  ...(code === undefined ? {} : { code }),
  ...(team === undefined || team === null ? {} : { team }),
});

/** Two bear the name: it tells nobody. */
const more = Symbol("more than one");

export const whoIsWho = <T>(): WhoIsWho<T> => {
  const sure = new Map<string, T>();
  const reached = new Map<string, { readonly one: T; readonly name: string }[]>();
  const named = new Map<string, T | typeof more>();
  const sureKeys = ({ id, code, elsewhere }: Signs): readonly string[] => [
    ...(id === undefined ? [] : [`id\t${id}`]),
    ...(code === undefined ? [] : [`code\t${code}`]),
    ...elsewhere.map((name) => `elsewhere\t${name}`),
  ];
  const add = (one: T, person: Signs, isNamed = true): void => {
    for (const key of sureKeys(person)) if (!sure.has(key)) sure.set(key, one);
    const entry = { one, name: person.name };
    for (const contact of person.contacts) {
      const key = contactKey(contact);
      const there = reached.get(key);
      if (there === undefined) reached.set(key, [entry]);
      else there.push(entry);
    }
    if (!isNamed || person.name === "") return;
    const key = nameInTeam(person.name, person.team);
    named.set(key, named.has(key) ? more : one);
  };
  const byContact = (name: string, contacts: readonly Contact[]): T | undefined => {
    for (const contact of contacts) {
      const there = reached.get(contactKey(contact));
      if (there === undefined) continue;
      const key = nameKey(name).key;
      const same = there.find((other) => nameKey(other.name).key === key);
      if (same !== undefined) return same.one;
    }
    return undefined;
  };
  const byName = (name: string, team: PersonInput["team"]): T | undefined => {
    const there = named.get(nameInTeam(name, team));
    return there === more ? undefined : there;
  };
  return {
    add,
    find: (input) => {
      const signs = signsOf(input);
      const keys = sureKeys(signs);
      const key = keys.find((one) => sure.has(one));
      if (key !== undefined) return sure.get(key);
      const { name, contacts } = signs;
      if (name === "") return undefined;
      if (contacts.length > 0) return byContact(name, contacts);
      return keys.length > 0 ? undefined : byName(name, input.team);
    },
  };
};
