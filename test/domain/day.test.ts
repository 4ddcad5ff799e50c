import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { addDays, parseDay } from "../../src/domain/day.ts";
import type { Day } from "../../src/domain/day.ts";
import { anyText, day } from "../support/campaigns.ts";

const fromDate = (date: Date): string => date.toISOString().slice(0, 10);

describe("a day", () => {
  it("is read exactly when the calendar has it", () => {
    const parts = fc.tuple(fc.integer({ min: 1900, max: 2300 }), fc.nat(15), fc.nat(40));
    fc.assert(
      fc.property(parts, ([year, month, date]) => {
        const two = (n: number): string => String(n).padStart(2, "0");
        const text = `${year}-${two(month)}-${two(date)}`;
        const exists = fromDate(new Date(Date.UTC(year, month - 1, date))) === text;
        expect(parseDay(text)).toBe(exists ? text : undefined);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    "2026-02-29",
    "1900-02-29",
    "2026-11-22T10:00:00Z",
    "22.11.2026",
    "2026-1-2",
    "1899-12-31",
    "２０２６-11-22",
    "",
  ])("is not %j", (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  it("is nothing else, and nothing else makes the reader throw", () => {
    fc.assert(
      fc.property(anyText(30), (text) => {
        const read = parseDay(text);
        if (read !== undefined) expect(read).toBe(text);
      }),
    );
  });
});

describe("days from a day", () => {
  it("are those of the calendar, backwards too", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -800, max: 800 }), (from, days) => {
        const there = addDays(from, days);
        expect(there).toBe(fromDate(new Date(Date.parse(from) + days * 86_400_000)));
        expect(addDays(there, -days)).toBe(from);
      }),
    );
  });

  it("go over the end of February in a leap year and in none", () => {
    expect(addDays("2028-02-28" as Day, 1)).toBe("2028-02-29");
    expect(addDays("2026-02-28" as Day, 1)).toBe("2026-03-01");
  });
});
