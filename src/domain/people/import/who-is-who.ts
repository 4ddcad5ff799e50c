/**
 * Whom of the vault a row of a list is about. Sure signs only: our own id or code, what the other system calls her,
 * or a way to reach her together with her name. A name alone is a sign only where a row has no way to reach
 * anybody and one person of that team bears it: two coworkers may share a name.
 */
import { folded } from "../../text/folded.ts";
import { nameKey } from "../duplicates/name-key.ts";
import type { PersonInput } from "../person-input.ts";
import { contactKey } from "./contact-key.ts";

/** The words in any order, without accents and punctuation; a name of nothing else is itself. */
const sameName = (one: string, other: string): boolean => {
  const [a, b] = [nameKey(one).key, nameKey(other).key];
  return a === "" && b === "" ? one === other : a === b;
};

/** A name alone is a weak sign, so it must be the same but for capitals and accents. A tab stands in no cleaned text, so that keys cannot run together. */
const nameInTeam = (name: string, team: string | null | undefined): string =>
  `${folded(name)}\t${team ?? ""}`;

/** By what somebody is known. */
interface Signs {
  /** Our id, the code, what other systems call them: each is one person's. */
  readonly sure: readonly string[];
  /** Ways to reach them, which a family or a desk may share. */
  readonly reach: readonly string[];
  readonly name: string;
  readonly team: string | null | undefined;
}

/** The signs of a row, or of somebody in the vault. */
export const signsOf = ({
  id,
  code,
  name = "",
  team,
  contacts = [],
  elsewhere = [],
}: Pick<PersonInput, "id" | "code" | "name" | "team" | "contacts" | "elsewhere">): Signs => {
  const sure = elsewhere.map((other) => `elsewhere\t${other}`);
  if (id !== undefined) sure.push(`id\t${id}`);
  if (code !== undefined) sure.push(`code\t${code}`);
  return { sure, reach: contacts.map(contactKey), name, team };
};

export interface WhoIsWho<T> {
  /** Lays in somebody; who was there first under a sign keeps it. By the name alone only where that may be asked about. */
  readonly add: (one: T, signs: Signs, byName?: boolean) => void;
  readonly find: (signs: Signs) => T | undefined;
}

/** Two bear the name: it tells nobody. */
const more = Symbol("more than one");

export const whoIsWho = <T>(): WhoIsWho<T> => {
  const sure = new Map<string, T>();
  const reached = new Map<string, { readonly one: T; readonly name: string }[]>();
  const named = new Map<string, T | typeof more>();
  const add = (one: T, signs: Signs, byName = true): void => {
    for (const key of signs.sure) if (!sure.has(key)) sure.set(key, one);
    const { name, team } = signs;
    for (const key of signs.reach) {
      const there = reached.get(key);
      if (there === undefined) reached.set(key, [{ one, name }]);
      else there.push({ one, name });
    }
    if (!byName || name === "") return;
    const key = nameInTeam(name, team);
    named.set(key, named.has(key) ? more : one);
  };
  const byReach = ({ name, reach }: Signs): T | undefined => {
    for (const key of reach) {
      const same = reached.get(key)?.find((other) => sameName(other.name, name));
      if (same !== undefined) return same.one;
    }
    return undefined;
  };
  const byNameOf = ({ name, team }: Signs): T | undefined => {
    const there = named.get(nameInTeam(name, team));
    return there === more ? undefined : there;
  };
  return {
    add,
    find: (signs) => {
      const key = signs.sure.find((one) => sure.has(one));
      if (key !== undefined) return sure.get(key);
      if (signs.name === "") return undefined;
      if (signs.reach.length > 0) return byReach(signs);
      return signs.sure.length > 0 ? undefined : byNameOf(signs);
    },
  };
};
