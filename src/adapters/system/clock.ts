/** The only place that reads the wall clock; it gives a day and drops the time of day at once. */
import type { Clock, Day } from "../../domain/day.ts";

/** A clock in the time zone of the person at the keyboard: an evening's pledge belongs to that evening. */
export const createClock = (): Clock => ({
  today: () => {
    const now = new Date();
    const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    const two = (n: number): string => String(n).padStart(2, "0");
    return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}` as Day;
  },
  universalDay: () => new Date().toISOString().slice(0, 10) as Day,
});
