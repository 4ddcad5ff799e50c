/** Dates in running text, in English and Spanish: what a person would point at and call a date. */
import { addDays, parseDay } from "../../day.ts";
import type { Day } from "../../day.ts";
import { folded } from "../../text/folded.ts";

export interface FoundDate {
  /** The last day that it can mean: of "March 2026" the 31st, of "2026" New Year's Eve. */
  readonly day: Day;
  readonly precision: "day" | "month" | "year";
}

const months = [
  "jan(?:uary)?|enero",
  "feb(?:ruary)?|febrero",
  "mar(?:ch)?|marzo",
  "apr(?:il)?|abril",
  "may|mayo",
  "june?|junio",
  "july?|julio",
  "aug(?:ust)?|agosto",
  "sept?(?:ember)?|septiembre|setiembre",
  "oct(?:ober)?|octubre",
  "nov(?:ember)?|noviembre",
  "dec(?:ember)?|diciembre",
] as const;

const month = `(?<month>${months.join("|")})\\.?`;
const year = "(?<year>(?:19|20)\\d{2})(?!\\d)";
const dayOf = "(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th|º)?";

const patterns = [
  `(?<!\\d)(?<iso>\\d{4}-\\d{2}-\\d{2})(?!\\d)`,
  `${dayOf} (?:of |de )?${month},? (?:of |del? )?${year}`,
  `\\b${month} ${dayOf},? ${year}`,
  `\\b${month},? (?:of |del? )?${year}`,
  `(?<!\\d)${year}`,
].map((source) => new RegExp(source, "gu"));

const two = (n: number): string => String(n).padStart(2, "0");

const monthNumber = (name: string): number =>
  months.findIndex((names) => new RegExp(`^(?:${names})$`, "u").test(name)) + 1;

/** The day before the next month begins. */
const endOfMonth = (of: string, number: number): Day | undefined => {
  const first = parseDay(`${of}-${two(number)}-01`);
  if (first === undefined) return undefined;
  const next = addDays(first, 31);
  return addDays(next, -Number(next.slice(8)));
};

const dateOf = (groups: Readonly<Record<string, string | undefined>>): FoundDate | undefined => {
  const { iso, year: of = "", month: name, day } = groups;
  const exact = (text: string): FoundDate | undefined => {
    const found = parseDay(text);
    return found === undefined ? undefined : { day: found, precision: "day" };
  };
  if (iso !== undefined) return exact(iso);
  if (name === undefined) return { day: `${of}-12-31` as Day, precision: "year" };
  const number = monthNumber(name);
  if (day !== undefined) return exact(`${of}-${two(number)}-${two(Number(day))}`);
  const last = endOfMonth(of, number);
  return last === undefined ? undefined : { day: last, precision: "month" };
};

const read = (text: string): { readonly dates: readonly FoundDate[]; readonly rest: string } => {
  let rest = folded(text);
  const dates = patterns.flatMap((pattern) => {
    const found: FoundDate[] = [];
    rest = rest.replaceAll(pattern, (...match: unknown[]) => {
      const date = dateOf(match.at(-1) as Readonly<Record<string, string | undefined>>);
      if (date === undefined) return String(match[0]);
      found.push(date);
      return " ; ";
    });
    return found;
  });
  return { dates, rest };
};

/** Whether there is anything to look for: most sentences have no digit, and several rules ask each of them. */
const hasDigit = (text: string): boolean => /\d/u.test(text);

/** Every date, the exact ones first. A year that is part of a longer date is not told again. */
export const datesIn = (text: string): readonly FoundDate[] =>
  hasDigit(text) ? read(text).dates : [];

/** The folded text with a sign in place of each date, so that no year is taken for a number of something. */
export const withoutDates = (text: string): string =>
  hasDigit(text) ? read(text).rest : folded(text);

/** What stands in brackets and holds a date: "(Riverton city council, minutes of 3 March 2026)". */
export const datedSources = (
  text: string,
): readonly { readonly text: string; readonly day: Day }[] =>
  [...text.matchAll(/\(([^()]*)\)/gu)].flatMap(([, inside = ""]) => {
    const days = datesIn(inside).map(({ day }) => day);
    const latest = days.toSorted().at(-1);
    // A date and nothing else says when, and not who.
    return latest === undefined || !/\p{L}{3}/u.test(inside) ? [] : [{ text: inside, day: latest }];
  });
