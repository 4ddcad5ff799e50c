import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { bar } from "../../../src/cli/render/bar.ts";
import type { ActionKey } from "../../../src/domain/campaign/campaign.ts";
import type { ActionReadiness } from "../../../src/domain/pledges/readiness.ts";

const ready = (pledged: number, active: number, threshold?: number): ActionReadiness => ({
  action: "sign" as ActionKey,
  pledged: { low: pledged, high: pledged },
  active: { low: active, high: active },
  withinSizes: active,
  ...(threshold === undefined ? {} : { threshold }),
  met: threshold !== undefined && active >= threshold,
  away: Math.max(0, (threshold ?? 0) - active),
});

describe("a bar", () => {
  it.each([
    [ready(18, 14, 20), "##########---..|...."],
    [ready(20, 20, 20), "###############|...."],
    [ready(19, 19, 20), "##############.|...."],
    [ready(0, 0, 20), "...............|...."],
    [ready(60, 40, 20), "######|######-------"],
    [ready(30, 15), "#####-----.........."],
  ])("is drawn from left to right", (readiness, drawn) => {
    const cells = bar(readiness, 60, 20);
    expect(cells).toHaveLength(20);
    expect(cells.replaceAll("|", "")).toHaveLength(readiness.threshold === undefined ? 20 : 19);
    expect(cells).toBe(drawn);
  });

  it("reaches past its mark exactly when the threshold is met, and is as long as it is asked to be", () => {
    const people = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(
        people,
        people,
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 8, max: 60 }),
        (one, other, threshold, cells) => {
          const readiness = ready(Math.max(one, other), Math.min(one, other), threshold);
          const drawn = bar(readiness, 10_000, cells);
          expect(drawn).toHaveLength(cells);
          expect(drawn).toMatch(readiness.met ? /^#*\|[#\-.]*$/u : /^#*-*\.*\|[-.]*$/u);
          expect(drawn.slice(drawn.indexOf("|")).includes("#") && !readiness.met).toBe(false);
        },
      ),
    );
  });
});
