/** How many days lie between two days: for saying how old what another vault has sent is. */
import type { Day } from "./day.ts";

/** Days since 1 March of year 0 (proleptic Gregorian): with the leap day last, each year is a fixed sum. */
const dayNumber = (day: Day): number => {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const shifted = month > 2 ? { year, month: month - 3 } : { year: year - 1, month: month + 9 };
  const leapDays =
    Math.floor(shifted.year / 4) - Math.floor(shifted.year / 100) + Math.floor(shifted.year / 400);
  return 365 * shifted.year + leapDays + Math.floor((153 * shifted.month + 2) / 5) + date;
};

/** Days from one to the other; below 0 where the other comes first. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);
