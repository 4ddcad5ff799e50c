import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { withoutSeniority } from "../../../src/domain/letters/seniority.ts";

describe("a role without its seniority", () => {
  it.each([
    ["Senior Software Engineer", "Software Engineer"],
    ["senior software engineer", "Software engineer"],
    ["Sr. Staff Engineer", "Engineer"],
    ["Principal Engineer", "Engineer"],
    ["Engineer, Senior", "Engineer"],
    ["Mid-level  Designer", "Designer"],
    ["Ingeniera sénior de redes", "Ingeniera de redes"],
    ["Técnico de redes júnior", "Técnico de redes"],
    ["Lead Ingeniera senior", "Ingeniera"],
  ])("%s is %s", (role, coarser) => {
    // The first letter of a role is large, so that one that began with a seniority meets one that did not.
    expect(withoutSeniority(role)).toBe(coarser);
  });

  it.each([
    "Software Engineer",
    "software  engineer",
    "Senior",
    "Principal",
    "Lead of Design",
    "Sénior de redes",
    "Chief of Staff",
    "School Principal",
    "Tech Lead",
    "Director of Senior Care",
    "Associate Director",
    "Seniority Clerk",
    "高级工程师",
    "",
  ])("is as it was where there is none to take away: %s", (role) => {
    expect(withoutSeniority(role)).toBe(role);
  });

  it("is made of words of the role, in their order, and has none left to take away", () => {
    const word = fc.constantFrom(
      "Senior",
      "sénior",
      "Jr.",
      "Lead",
      "Staff",
      "Principal",
      "of",
      "de",
      "Engineer",
      "Data",
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const coarser = withoutSeniority(words.join(" "));
        expect(coarser).not.toBe("");
        let from = 0;
        for (const one of coarser.toLowerCase().split(" ")) {
          from =
            words.findIndex((other, index) => index >= from && other.toLowerCase() === one) + 1;
          expect(from).toBeGreaterThan(0);
        }
        expect(withoutSeniority(coarser)).toBe(coarser);
      }),
      { numRuns: 2000 },
    );
  });
});
