import { describe, expect, it, vi } from "vitest";

import { createClock } from "../../../src/adapters/system/clock.ts";
import { parseDay } from "../../../src/domain/day.ts";

const todayAt = (
  instant: string,
  zone: string,
  which: "today" | "universalDay" = "today",
): string => {
  vi.stubEnv("TZ", zone);
  vi.useFakeTimers({ now: new Date(instant) });
  try {
    return createClock()[which]();
  } finally {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  }
};

describe("the clock", () => {
  it("gives the day of the calendar on the wall, not of Greenwich", () => {
    expect(todayAt("2026-11-22T04:30:00Z", "America/Los_Angeles")).toBe("2026-11-21");
    expect(todayAt("2026-11-22T04:30:00Z", "UTC")).toBe("2026-11-22");
    expect(todayAt("2026-11-22T14:30:00Z", "Pacific/Auckland")).toBe("2026-11-23");
  });

  it("gives the same universal day on every wall", () => {
    for (const zone of ["America/Los_Angeles", "UTC", "Pacific/Auckland"]) {
      expect(todayAt("2026-11-22T04:30:00Z", zone, "universalDay")).toBe("2026-11-22");
    }
  });

  it("pads months and days, and gives what the domain reads as a day", () => {
    expect(todayAt("2026-01-05T12:00:00Z", "UTC")).toBe("2026-01-05");
    expect(parseDay(createClock().today())).toBeDefined();
  });
});
