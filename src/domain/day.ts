import type { Brand } from "./brand.ts";

/**
 * A calendar day, `YYYY-MM-DD`. The vault and every file of ours know days only: a time of day
 * in a seized file is evidence of organizing during working hours.
 */
export type Day = Brand<string, "Day">;

/** Gives today; `today` is in the calendar of the person at the keyboard. */
export interface Clock {
  readonly today: () => Day;
  /** Today in UTC: the day that a file for other machines carries, so that all of them read the same one. */
  readonly universalDay: () => Day;
}

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

const daysInMonth = (year: number, month: number): number => {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
};

/** The day that the text names, or nothing when it names none (30 February, a time of day). */
export const parseDay = (text: string): Day | undefined => {
  const parts = shape.exec(text);
  if (parts === null) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year < 1900 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return text as Day;
};

/** The day that lies `days` days after `from` (proleptic Gregorian; a civil count, so no time zone can move it). */
export const addDays = (from: Day, days: number): Day => {
  let [year, month, day] = from.split("-").map(Number) as [number, number, number];
  day += days;
  while (day > daysInMonth(year, month)) {
    day -= daysInMonth(year, month);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  while (day < 1) {
    month -= 1;
    if (month < 1) [year, month] = [year - 1, 12];
    day += daysInMonth(year, month);
  }
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}` as Day;
};
