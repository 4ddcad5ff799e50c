/**
 * Conditions as they are counted: rounded up to a few round numbers, because an exact "at least
 * 237" is a fingerprint of one person. Our own people are counted the same way, so that everybody
 * who merged the same files sees the same numbers, and never too high.
 */
import type { Condition } from "./pledge.ts";

const steps = [2, 5, 10, 25, 50, 75, 100, 150, 200, 300, 500, 750, 1000];

const roundUpPeople = (people: number): number => {
  const small = steps.find((step) => step >= people);
  if (small !== undefined) return small;
  // Above 1,000 the last steps repeat, ten times as large: 1500, 2000, 3000, 5000, 7500, 10000 ...
  for (let scale = 10; ; scale *= 10) {
    const large = [150, 200, 300, 500, 750, 1000].find((step) => step * scale >= people);
    if (large !== undefined) return large * scale;
  }
};

/** The condition as it goes into a count: people to the next step, percentages to the next five. */
export const roundedUp = (condition: Condition): Condition => {
  switch (condition.kind) {
    case "none":
      return condition;
    case "at-least":
    case "at-least-in-team":
      return { ...condition, people: roundUpPeople(condition.people) };
    case "at-least-percent":
      return { ...condition, percent: Math.ceil(condition.percent / 5) * 5 };
    default:
      return condition satisfies never;
  }
};
