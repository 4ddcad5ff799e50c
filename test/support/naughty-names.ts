/**
 * 500 signatories whose names try everything, for every format that a letter is written in. Two parts, both
 * invented: strings of the public Big List of Naughty Strings as names and roles, and names MADE UP by combining
 * parts of several scripts, which are nobody's.
 *
 * - `naughtySignatories`: as a vault holds them, cleaned at the door (`cleanLine`), each name once.
 * - `naughtyList`: the same as what a letter shows, some of them as roles and supporters; `entriesOf` it is what
 *   a reader must find, in that order.
 * - `harmlessTwin`: a list of the same shape without anything that a format could take for markup, and the
 *   way back. Two files made from the two may differ in those texts alone.
 * - `uncleanList`: strings as no vault of ours holds them, controls and all. A format shows them with `showable`.
 */
import naughtyStrings from "big-list-of-naughty-strings" with { type: "json" };

import type { SignatoryLine, SignatoryList } from "../../src/domain/letters/signatories.ts";
import { cleanLine } from "../../src/domain/text/clean.ts";

const strings: readonly string[] = [...new Set<string>(naughtyStrings)];

const cleaned = (texts: readonly string[]): readonly string[] => [
  ...new Set(
    texts.flatMap((text) => {
      const line = cleanLine(text);
      return line.ok ? [line.value] : [];
    }),
  ),
];

/** Made up: what could be first names and last names, by script, and emoji that people put beside theirs. */
const parts: readonly (readonly [first: readonly string[], last: readonly string[]])[] = [
  [
    ["Zoë", "Þóra", "Łukasz", "Çağla", "Siôn", "Nguyê\u0303n"],
    ["O'Ny-Ström", "Ďurčová", "İnanır", "d’Après", "Ōkami-Ruíz"],
  ],
  [
    ["نور", "سليم", "هالة", "ريان"],
    ["النجمي", "بن وردة", "الحقل\u200Cزاد"],
  ],
  [
    ["נועם", "שירה", "אורי"],
    ["בן־הר", "כוכבי", "ד״ר גל"],
  ],
  [
    ["林", "雪", "欧阳"],
    ["云山", "小溪", "𠮷野"],
  ],
  [
    ["さくら", "カケル", "ﾕｷ"],
    ["山川", "ヶ丘", "々木"],
  ],
  [
    ["하늘", "봄이", "가람"],
    ["별", "숲", "나\u1102\u1161"],
  ],
  [
    ["क्षितिज", "ज्योत्स्ना", "ऋतु"],
    ["नदी", "श्रीवन", "पर्वतीय"],
  ],
  [
    ["👩🏽‍💻 Ash", "🏳️‍🌈", "👨‍👩‍👧‍👦"],
    ["Ember 🧵", "❤️‍🔥", "🇺🇳 Fern"],
  ],
];

const madeUp: readonly string[] = parts.flatMap(([first, last]) =>
  last.flatMap((surname) => first.map((name) => `${name} ${surname}`)),
);

const people = 500;

/** Every made-up name, and of the strings first those that are more than a word of letters. */
const names: readonly string[] = (() => {
  const isWord = (text: string): boolean => /^[A-Za-z ]*$/u.test(text);
  const all = cleaned([
    ...madeUp,
    ...strings.filter((text) => !isWord(text)),
    ...strings.filter(isWord),
  ]).slice(0, people);
  // 7 and 500 share no factor: each comes once, and scripts and strings stand between one another.
  return all.map((_, index) => all[(index * 7) % all.length] ?? "");
})();

/** 500, each name once; every third has a role, which is another of the strings. */
export const naughtySignatories: readonly SignatoryLine[] = names.map((name, index) =>
  index % 3 === 0 ? { name, role: names.at(-1 - index) ?? "" } : { name },
);

const named = naughtySignatories.slice(0, 400);
const outside = naughtySignatories.slice(450);

export const naughtyList: SignatoryList = {
  named,
  roles: naughtySignatories.slice(400, 450).map(({ name }) => name),
  others: { people: 140, moreThan: true },
  supporters: { named: outside, others: { people: 5, moreThan: true } },
};

/** What stands in a letter for each person or role of the list, in its order. */
export const entriesOf = ({ named, roles, supporters }: SignatoryList): readonly string[] => {
  const entry = ({ name, role }: SignatoryLine): string =>
    role === undefined ? name : `${name}, ${role}`;
  return [...named.map(entry), ...new Set(roles), ...supporters.named.map(entry)];
};

/** A stand-in for each text of the list; `originals` puts the texts back into what was read. */
export const harmlessTwin = (
  list: SignatoryList,
): { readonly list: SignatoryList; readonly originals: (text: string) => string } => {
  const texts: string[] = [];
  const standIn = (text: string): string => `Q${String(texts.push(text) - 1).padStart(5, "0")}q`;
  const line = ({ name, role }: SignatoryLine): SignatoryLine =>
    role === undefined ? { name: standIn(name) } : { name: standIn(name), role: standIn(role) };
  return {
    list: {
      ...list,
      named: list.named.map(line),
      roles: list.roles.map(standIn),
      supporters: { ...list.supporters, named: list.supporters.named.map(line) },
    },
    originals: (text) =>
      text.replaceAll(/Q(\d{5})q/gu, (_, index: string) => texts[Number(index)] ?? ""),
  };
};

/** Not cleaned, but for blank ones: nobody's name can be nothing. */
const uncleanStrings: readonly string[] = [
  ...strings,
  ...["\u0000", "\u0007", "\u001B[2J", "\u009B31m", "\u0085", "\r\n", "\t", "\f"].map(
    (control) => `Made${control}Up`,
  ),
  ...["\u202E", "\u2066", "\u2069", "\u200F", "\uFEFF", "\u2028", "\u2029", "\uFFFE"].map(
    (control) => `Made${control}Up`,
  ),
  "Made\uD800Up",
].filter((text) => text.trim() !== "");

/** The same as signatories, each with itself for a role. */
export const uncleanList: SignatoryList = {
  named: uncleanStrings.map((name) => ({ name, role: name })),
  roles: [],
  others: { people: 0, moreThan: false },
  supporters: { named: [], others: { people: 0, moreThan: false } },
};
