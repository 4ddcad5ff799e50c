/**
 * Looking for people by what one remembers of them: a part of a name, a role, the end of a phone number. Without accents,
 * capitals and compatibility forms; the notes are never looked through.
 */
import { folded } from "../text/folded.ts";
import type { Person } from "./person.ts";

/** A word that was typed, in every form that it may have in what is looked through: one of them is enough. */
export type SoughtWord = readonly string[];

const plain = (text: string): string => folded(text.normalize("NFKC")).trim();

const digitsOf = (text: string): string => text.replaceAll(/\D/gu, "");

/**
 * What is looked through: a line each for name, alias, role and contacts, and one for the digits of a phone number,
 * however it is written. Begins with the name, so that people stand in the order of names by it.
 */
export const soughtOf = ({
  name,
  alias,
  role,
  contacts,
}: Pick<Person, "name" | "alias" | "role" | "contacts">): string =>
  [
    name,
    alias,
    role,
    ...contacts.flatMap(({ kind, value }) =>
      kind === "signal" || kind === "phone" ? [value, digitsOf(value)] : [value],
    ),
  ]
    .filter((text) => text !== undefined)
    .map(plain)
    .filter((text) => text !== "")
    .join("\n");

/** Fewer digits than these stand in every number. */
const leastDigits = 3;

/** "0170-55" is looked for as it is, and as the 17055 that stands behind another country's prefix. */
const formsOf = (word: string): SoughtWord => {
  const digits = /^[+()\-./\d]+$/u.test(word) ? digitsOf(word).replace(/^0+/u, "") : "";
  return digits.length < leastDigits || digits === word ? [word] : [word, digits];
};

/** The words of what was typed; none where there is nothing but space. */
export const soughtWords = (text: string): readonly SoughtWord[] =>
  plain(text)
    .split(" ")
    .filter((word) => word !== "")
    .map(formsOf);

/** Whether every word occurs. */
export const isSought = (sought: string, words: readonly SoughtWord[]): boolean =>
  words.every((forms) => forms.some((form) => sought.includes(form)));
