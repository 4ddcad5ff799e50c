/**
 * vCard 3.0 and 4.0 as cards. Lines are told apart here, so that a fault has one; what a line says is
 * read by the library, property by property, so that no card can stop another.
 */
import ICAL from "ical.js";

import type {
  AddressBookFault,
  Card,
  CardFault,
  Cards,
  TypedValue,
} from "../../domain/people/address-books.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { bookText } from "./book-text.ts";

interface Line {
  readonly line: number;
  readonly text: string;
}

/** A property as jCard has it (RFC 7095): name, parameters, and its values. */
interface Property {
  readonly name: string;
  readonly types: readonly string[];
  readonly values: readonly (string | readonly string[])[];
}

/** Longer than any line that says something of a person; a photo in base64 is longer. */
const longestLine = 20_000;

/** What is looked at; the rest, photos and keys among them, is passed over unread. */
const wanted =
  /^(?:[a-z0-9-]+\.)?(?:fn|n|nickname|email|tel|impp|x-signal|org|title|role|note|categories|lang|uid|x-pledge-[a-z-]+)[;:]/iu;

/** The lines without their folds (RFC 6350 §3.2), each with the number of its first. */
const unfolded = (text: string): readonly Line[] => {
  const lines: { line: number; parts: string[] }[] = [];
  for (const [at, part] of text.split(/\r\n|\n|\r/u).entries()) {
    const last = lines.at(-1);
    if (/^[ \t]/u.test(part) && last !== undefined) last.parts.push(part.slice(1));
    else lines.push({ line: at + 1, parts: [part] });
  }
  return lines.map(({ line, parts }) => ({ line, text: parts.join("") }));
};

/** Escapes undone (RFC 6350 §3.4). */
const unescaped = (text: string): string =>
  text.replaceAll(/\\(.)/gu, (_, one: string) => (one.toLowerCase() === "n" ? "\n" : one));

const asTexts = (value: unknown): string | readonly string[] =>
  Array.isArray(value) ? value.map((one: unknown) => String(one)) : String(value);

const plain = (value: string | readonly string[]): string | readonly string[] =>
  typeof value === "string" ? unescaped(value) : value.map(unescaped);

/**
 * The library's rules for the properties that have parts; all other values it leaves as they stand, since it
 * splits a note at a comma that nobody escaped and keeps the `\\` of an escaped semicolon.
 */
const designOf = (name: string) => {
  const design = ICAL.design.getDesignSet(name);
  const { n, org, nickname, categories } = design.property as Readonly<Record<string, object>>;
  return { ...design, value: {}, property: { n, org, nickname, categories } };
};

const designs = new Map([
  ["3.0", designOf("vcard3")],
  ["4.0", designOf("vcard")],
]);

/** The property of a line, or nothing for a line that is none. */
const propertyOf = (text: string, version: string): Property | undefined => {
  try {
    const read = ICAL.parse.property(text, designs.get(version)) as readonly unknown[];
    const [name, parameters, , ...values] = read;
    const given: unknown = Object.entries(parameters as object).find(
      ([key]) => key === "type",
    )?.[1];
    const types = [asTexts(given ?? [])].flat().map((one) => one.toLowerCase());
    // Structured values arrive as one list of their parts, each of them a text or a list.
    const parts: readonly unknown[] = name === "n" || name === "org" ? [values[0]].flat() : values;
    return {
      name: String(name),
      types,
      values: parts.map(asTexts).map(plain),
    };
  } catch (error) {
    // Its ParserError repeats the line, which may be anybody's: nothing of it goes on.
    if (error instanceof Error) return undefined;
    throw error;
  }
};

const joined = (value: string | readonly string[] | undefined): string =>
  value === undefined || typeof value === "string" ? (value ?? "") : value.join(" ");

const whole = ({ values }: Property): string => values.flat().join("");

const nameOf = ({ values }: Property): NonNullable<Card["name"]> => ({
  last: joined(values[0]),
  first: joined(values[1]),
  middle: joined(values[2]),
});

const cardOf = (line: number, properties: readonly Property[]): Card => {
  const all = (name: string): readonly Property[] => properties.filter((one) => one.name === name);
  const texts = (name: string): readonly string[] =>
    all(name).flatMap(({ values }) => values.flat());
  const typed = (name: string, before = ""): readonly TypedValue[] =>
    all(name).map((one) => ({ value: `${before}${whole(one)}`, types: one.types }));
  const one = (name: string, member: string): object => {
    const [first] = all(name);
    return first === undefined ? {} : { [member]: whole(first) };
  };
  const [name] = all("n");
  return {
    line,
    ...one("fn", "formattedName"),
    ...(name === undefined ? {} : { name: nameOf(name) }),
    nicknames: texts("nickname"),
    emails: typed("email"),
    phones: typed("tel"),
    messengers: [...typed("impp"), ...typed("x-signal", "signal:")],
    organization: texts("org"),
    ...one("title", "title"),
    ...one("role", "role"),
    ...one("note", "note"),
    categories: texts("categories"),
    languages: texts("lang"),
    ...one("uid", "uid"),
    ours: new Map(
      properties
        .filter((property) => property.name.startsWith("x-pledge-"))
        .map((property) => [property.name.slice(9).toUpperCase(), whole(property)]),
    ),
  };
};

const isMark = (text: string, mark: string): boolean => text.trim().toUpperCase() === mark;

const readCard = (lines: readonly Line[]): Result<Card, CardFault> => {
  const [begin, ...rest] = lines;
  const line = begin?.line ?? 0;
  const versions = rest.filter(({ text }) => /^version[;:]/iu.test(text));
  const version = versions[0]?.text.split(":").at(-1)?.trim() ?? "";
  if (versions.length !== 1 || !designs.has(version))
    return fail({ type: "card-version-unknown", line: versions[0]?.line ?? line });
  const properties: Property[] = [];
  for (const each of rest) {
    if (each.text.trim() === "") continue;
    if (!/^[^:]*:/u.test(each.text)) return fail({ type: "card-malformed", line: each.line });
    if (!wanted.test(each.text)) continue;
    const property = each.text.length > longestLine ? undefined : propertyOf(each.text, version);
    if (property === undefined) return fail({ type: "card-malformed", line: each.line });
    properties.push(property);
  }
  return ok(cardOf(line, properties));
};

export const readCards = (bytes: Uint8Array): Result<Cards, AddressBookFault> => {
  const text = bookText(bytes);
  if (!text.ok) return text;
  const cards: Card[] = [];
  const faults: CardFault[] = [];
  let open: Line[] | undefined;
  let begun = false;
  let strayed = false;
  const close = (read: Result<Card, CardFault>): void => {
    if (read.ok) cards.push(read.value);
    else faults.push(read.failure);
    open = undefined;
  };
  for (const one of unfolded(text.value.toString("utf8"))) {
    if (isMark(one.text, "BEGIN:VCARD")) {
      if (open !== undefined)
        close(fail({ type: "card-malformed", line: open[0]?.line ?? one.line }));
      open = [one];
      strayed = false;
      begun = true;
    } else if (isMark(one.text, "END:VCARD") && open !== undefined) close(readCard(open));
    else if (open !== undefined) open.push(one);
    else if (one.text.trim() !== "" && !strayed) {
      // What follows a card without its beginning is one fault, however long it is.
      strayed = true;
      faults.push({ type: "card-malformed", line: one.line });
    }
  }
  if (open !== undefined) close(fail({ type: "card-malformed", line: open[0]?.line ?? 1 }));
  return begun ? ok({ cards, faults }) : fail({ type: "cards-missing" });
};
