import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { daysBetween } from "../../src/domain/age.ts";
import { addDays } from "../../src/domain/day.ts";
import type { Day } from "../../src/domain/day.ts";
import { day } from "../support/campaigns.ts";

describe("the days between two days", () => {
  it("are as many as must be added to come from one to the other", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -40_000, max: 40_000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });

  it.each([
    ["2026-11-22", "2026-11-22", 0],
    ["2026-11-22", "2026-11-21", -1],
    ["2026-02-28", "2026-03-01", 1],
    ["2024-02-28", "2024-03-01", 2],
    ["2026-12-31", "2027-01-01", 1],
    ["1900-02-28", "1900-03-01", 1],
    ["2000-01-01", "2026-11-22", 9822],
  ])("are, from %s to %s, %i", (from, to, days) => {
    expect(daysBetween(from as Day, to as Day)).toBe(days);
  });
});
