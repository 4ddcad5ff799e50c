/**
 * Finds the lines of signatories in a file that `write` may have written: which of the known ones stand there, in
 * which order, and with which numbers. A guess, which whoever asks must hold against the file by writing it again.
 */
import type { SignatoryLine } from "../../domain/letters/signatories.ts";
import { entryLines } from "./columns.ts";
import { markdownOf } from "./markdown.ts";
import type { Inline } from "./model.ts";
import { namedLines, roleLines } from "./outside-content.ts";
import { lineOf, textOf } from "./text.ts";
import type { Phrases } from "./words.ts";
import { widthOf } from "./wrap.ts";

/** How a line of signatories looks in a format, and where one can begin and end. */
export interface EntryFormat {
  /** The ways in which the first line of an entry may stand there. */
  readonly firstLines: (inlines: readonly Inline[]) => readonly string[];
  readonly before: string;
  readonly after: string;
}

/** Of plain text: one, two or three columns in 72. */
const widths: readonly number[] = [72, 34, 22];

export const entryFormats: Readonly<Record<"md" | "txt", EntryFormat>> = {
  md: {
    firstLines: (inlines) => [markdownOf(inlines)],
    before: "(?<=^- )",
    after: "(?=$)",
  },
  txt: {
    firstLines: (inlines) => {
      // In columns and in a list of its own: a name that runs the other way is set apart in one of them alone.
      const entries = [textOf(inlines), lineOf(inlines)];
      const firstLines = entries.flatMap((entry) =>
        widths.map((width) => entryLines(entry, width)[0] ?? entry),
      );
      return [...new Set([...entries, ...firstLines])];
    },
    before: "(?<=^| {3})",
    after: "(?= {3}|$)",
  },
};

/** Down the first column, then down the next. */
interface Spot {
  readonly column: number;
  readonly row: number;
}

const byPlace = (a: Spot, b: Spot): number => a.column - b.column || a.row - b.row;

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, "\\$&");

const spotsOf = (
  region: string,
  patterns: readonly string[],
  { before, after }: EntryFormat,
): readonly (Spot & { readonly match: RegExpExecArray })[] => {
  const pattern = new RegExp(`${before}(?:${patterns.join("|")})${after}`, "gmu");
  return [...region.matchAll(pattern)].map((match) => {
    const from = region.lastIndexOf("\n", match.index - 1) + 1;
    return {
      column: widthOf(region.slice(from, match.index)),
      row: region.slice(0, from).split("\n").length,
      match,
    };
  });
};

/** Those of the lines that stand there, as often as they do, in the order in which they are read. */
export const namedIn = (
  region: string,
  known: readonly SignatoryLine[],
  phrases: Phrases,
  format: EntryFormat,
): readonly SignatoryLine[] => {
  const seen = new Set<string>();
  const found = known.flatMap((line) => {
    const [inlines = []] = namedLines([line], phrases);
    const firstLines = format.firstLines(inlines);
    const [whole = ""] = firstLines;
    // Two people of one name and role are two places of one line.
    if (seen.has(whole)) return [];
    seen.add(whole);
    return spotsOf(region, firstLines.map(escaped), format).map((spot) => ({ ...spot, line }));
  });
  return found.toSorted(byPlace).map(({ line }) => line);
};

const digits = "[\\d.,\\u202f\\u00a0]+";

/** The number that somebody wrote with groups of digits. */
const numberFrom = (text: string): number => Number(text.replaceAll(/\D/gu, ""));

/** An entry goes on below, under an indent, in at most so many lines. */
const mostBelow = 4;

/** The number at the end of an entry that was too wide for its column. */
const numberBelow = (region: string, { column, row }: Spot): string | undefined => {
  const lines = region.split("\n").slice(row, row + mostBelow);
  for (const line of lines) {
    const cell = [...line.matchAll(/(?<=^| {3}) {0,2}\S+(?: \S+)*/gu)].find(
      ({ index }) => widthOf(line.slice(0, index)) === column,
    );
    const found = new RegExp(`\\((${digits})\\)$`, "u").exec(cell?.[0] ?? "");
    if (found !== null) return found[1];
  }
  return undefined;
};

/** More people than any letter has, and few enough to be written out again. */
const mostPeople = 100_000;

/** The known roles that stand there, each as often as the number beside it says. */
export const rolesIn = (
  region: string,
  known: readonly string[],
  phrases: Phrases,
  format: EntryFormat,
): readonly string[] => {
  const found = [...new Set(known)].flatMap((role) => {
    // 55 stands for a number here, and nothing of a role looks like it at that place: the last one.
    const [inlines = []] = roleLines(
      Array.from({ length: 55 }, () => role),
      phrases,
    );
    const patterns = format.firstLines(inlines).map((line) => {
      const at = line.lastIndexOf("55");
      return at === -1
        ? escaped(line)
        : `${escaped(line.slice(0, at))}(${digits})${escaped(line.slice(at + 2))}`;
    });
    return spotsOf(region, patterns, format).flatMap((spot) => {
      const beside = spot.match.slice(1).find((group) => group !== undefined);
      const people = numberFrom(beside ?? numberBelow(region, spot) ?? "");
      return people > 0 && people <= mostPeople ? [{ ...spot, role, people }] : [];
    });
  });
  return found
    .toSorted(byPlace)
    .flatMap(({ role, people }) => Array.from({ length: people }, () => role));
};

/** The numbers of people without names that a file may state: those that stand where our words for it have one. */
export const numbersIn = (file: string, phrases: Phrases): readonly number[] => {
  const flat = file.replaceAll(/[ \n]+/gu, " ");
  const forms = [phrases.othersMoreThan, phrases.onlyOthersMoreThan].flatMap((plural) =>
    Object.values(plural),
  );
  const found = forms.flatMap((form) => {
    const [before = "", after = ""] = form.split("{people}");
    const pattern = new RegExp(`${escaped(before)}(${digits})${escaped(after)}`, "gu");
    return [...flat.matchAll(pattern)].map((match) => numberFrom(match[1] ?? ""));
  });
  return [...new Set(found)].filter((people) => people > 0 && Number.isSafeInteger(people));
};
