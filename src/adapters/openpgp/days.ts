/** Days of ours and moments of OpenPGP, which knows seconds: we write 00:00 UTC and read the day in UTC. */
import type { Day } from "../../domain/day.ts";

export const startOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);

export const dayOf = (moment: Date): Day => moment.toISOString().slice(0, 10) as Day;

export const later = (a: Date, b: Date): Date => (a > b ? a : b);

/** What another clock may be ahead of ours: a time zone that somebody set wrongly. */
export const plusADay = (moment: Date): Date => new Date(moment.getTime() + 86_400_000);
