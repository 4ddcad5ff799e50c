/**
 * Reads back what a file says outside its text: guesses it from the words we write there, writes the letter again and
 * takes the guess only where that gives the same file. So nothing in the file is left unread.
 */
import type { Day } from "../../domain/day.ts";
import { markerOf } from "../../domain/letters/outside.ts";
import type { LetterSource } from "../../domain/letters/ports.ts";
import type { Others, SignatoryLine, SignatoryList } from "../../domain/letters/signatories.ts";
import type { Inline } from "./model.ts";
import { date, outsideContent } from "./outside-content.ts";
import { entryFormats, namedIn, numbersIn, rolesIn } from "./read-entries.ts";
import { textOf } from "./text.ts";
import { markdownOf } from "./markdown.ts";
import type { Phrases } from "./words.ts";

type Format = "md" | "txt";

export type Write = (source: LetterSource, format: Format) => string;

/** Each of these is tried with each other: no letter has more of them, and a made-up one costs no more time. */
const mostNumbers = 4;
const mostDays = 8;

const nobody: Others = { people: 0, moreThan: false };

const headingOf = (known: LetterSource, phrases: Phrases, format: Format): string => {
  const supporters = { named: [{ name: "-" }], others: nobody };
  const signatories = { named: [], roles: [], others: nobody, supporters };
  const nodes = outsideContent("signatories", { ...known.outside, signatories }, phrases);
  const [block] = nodes.flatMap((node) => (node.type === "signatures" ? [node] : []));
  const heading: readonly Inline[] = block?.heading ?? [];
  return format === "md" ? `**${markdownOf(heading)}**` : textOf(heading);
};

/** Up to the supporters, and from them on. */
const halves = (file: string, heading: string): readonly [string, string] => {
  const at = file.lastIndexOf(`\n${heading}\n`);
  return at === -1 ? [file, ""] : [file.slice(0, at), file.slice(at)];
};

/** All names that were found, or all but one that reads like a number of others: it may be that number. */
const readings = (
  named: readonly SignatoryLine[],
  phrases: Phrases,
): readonly (readonly SignatoryLine[])[] => [
  named,
  ...named
    .flatMap(({ name }, at) => (numbersIn(name, phrases).length > 0 ? [at] : []))
    .slice(-mostNumbers)
    .map((at) => named.toSpliced(at, 1)),
];

/** A name may look like a number of others, and none may be there at all. */
const othersIn = (region: string, phrases: Phrases): readonly Others[] => [
  ...numbersIn(region, phrases)
    .slice(-mostNumbers)
    .map((people) => ({ people, moreThan: true })),
  nobody,
  { people: 0, moreThan: true },
];

const guessesIn = (
  file: string,
  known: LetterSource,
  phrases: Phrases,
  format: Format,
): readonly SignatoryList[] => {
  const { named, roles, supporters } = known.outside.signatories;
  const entries = entryFormats[format];
  // A list in the text is none of signatories.
  const region = file.slice(Math.max(0, file.indexOf(markerOf("signatories"))));
  const [workers, outsiders] = halves(region, headingOf(known, phrases, format));
  const byRole = rolesIn(workers, roles, phrases, entries);
  const ours = readings(namedIn(workers, named, phrases, entries), phrases).flatMap((lines) =>
    othersIn(workers, phrases).map((others) => ({ named: lines, roles: byRole, others })),
  );
  const theirs = readings(namedIn(outsiders, supporters.named, phrases, entries), phrases).flatMap(
    (lines) => othersIn(outsiders, phrases).map((others) => ({ named: lines, others })),
  );
  return ours.flatMap((one) => theirs.map((other) => ({ ...one, supporters: other })));
};

const daysIn = (file: string, days: readonly Day[], phrases: Phrases): readonly Day[] => {
  const flat = file.replaceAll(/[ \n]+/gu, " ");
  return days.filter((day) => flat.includes(textOf([date(phrases, day)]))).slice(-mostDays);
};

/** `phrases` are those of the letter's language; without them a file is the text alone. */
export const readOutside = (
  file: string,
  known: LetterSource,
  days: readonly Day[],
  { phrases, write }: { readonly phrases: Phrases | undefined; readonly write: Write },
): LetterSource | undefined => {
  const silent = { ...known.outside.signatories, named: [], roles: [], others: nobody };
  const nothing = { ...silent, supporters: { named: [], others: nobody } };
  for (const format of ["md", "txt"] as const) {
    const guesses = phrases === undefined ? [nothing] : guessesIn(file, known, phrases, format);
    const on = phrases === undefined ? [known.outside.day] : daysIn(file, days, phrases);
    // A letter without a place for the day has none to be found.
    for (const day of on.length === 0 ? [known.outside.day] : on) {
      for (const signatories of guesses) {
        const source = { ...known, outside: { ...known.outside, day, signatories } };
        if (write(source, format) === file) return source;
      }
    }
  }
  return undefined;
};

/** By paragraphs, since what stands around the text stands between them. */
export const hasText = (file: string, known: LetterSource, write: Write): boolean =>
  (["md", "txt"] as const).some((format) => {
    let at = 0;
    return write({ ...known, shown: [] }, format)
      .trim()
      .split(/\n{2,}/u)
      .every((paragraph) => {
        const found = file.indexOf(paragraph, at);
        at = found + paragraph.length;
        return found !== -1;
      });
  });
