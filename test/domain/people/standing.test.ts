import { describe, expect, it } from "vitest";

import type { Day } from "../../../src/domain/day.ts";
import type { Assessment, Level } from "../../../src/domain/people/person.ts";
import { isStale, staleAfterDays, trendOf } from "../../../src/domain/people/standing.ts";
import { sample } from "../../support/campaigns.ts";

const assessed = (level: Level, day = "2026-11-20"): Assessment => ({
  level,
  basis: "conversation",
  day: day as Day,
});

describe("where somebody stands", () => {
  it("is stale after thirty days, or after as many as the campaign says", () => {
    const today = "2026-12-20" as Day;
    const stricter = { settings: { ...sample.settings, staleAfterDays: 7 } };
    expect(staleAfterDays(sample)).toBe(30);
    expect(isStale(sample, assessed(2, "2026-11-20"), today)).toBe(false);
    expect(isStale(sample, assessed(2, "2026-11-19"), today)).toBe(true);
    expect(isStale(stricter, assessed(2, "2026-12-13"), today)).toBe(false);
    expect(isStale(stricter, assessed(2, "2026-12-12"), today)).toBe(true);
  });

  it("goes one way or the other by the last two assessments", () => {
    expect(trendOf([])).toBeUndefined();
    expect(trendOf([assessed(3)])).toBeUndefined();
    expect(trendOf([assessed(1), assessed(3), assessed(2)])).toBe("closer");
    expect(trendOf([assessed(1), assessed(4)])).toBe("further");
    expect(trendOf([assessed(5), assessed(4), assessed(4)])).toBe("same");
  });
});
