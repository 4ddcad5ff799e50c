/** What a condition comes down to in a unit of known size: so many of everybody, or so many of the own team. */
import { shareOf } from "../campaign/campaign.ts";
import type { TalliedCondition } from "../tallies/tally.ts";

export interface Need {
  readonly of: "everybody" | "own-team";
  /** Including whoever has the condition. `Infinity` where nothing can show that it is met. */
  readonly people: number;
}

/** `unitSize` is our own estimate: a share is counted of what we hold the unit to be, never of what another says. */
export const needOf = (condition: TalliedCondition, unitSize: number): Need => {
  switch (condition.kind) {
    case "none":
      return { of: "everybody", people: 0 };
    case "at-least":
      return { of: "everybody", people: condition.people };
    case "at-least-percent":
      return { of: "everybody", people: shareOf(unitSize, condition.percent) };
    case "at-least-in-team":
      return { of: "own-team", people: condition.people };
    case "waits":
      return { of: "everybody", people: Infinity };
    default:
      return condition satisfies never;
  }
};
