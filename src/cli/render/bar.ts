/** How far an action is, in plain characters; digits beside it say the same. */
import type { ActionReadiness } from "../../domain/pledges/readiness.ts";

/** Where the mark stands while fewer people than that have pledged. */
const markAt = 0.75;

/**
 * `####----|...`, `cells` characters long: `#` would act now, `-` waits until more are in, `|` is
 * where enough would be, so the marks of several bars stand below each other. Cells are rounded
 * down: a bar reaches past its mark when the threshold is met, and never before.
 */
export const bar = (readiness: ActionReadiness, unitSize: number, cells: number): string => {
  const { pledged, active, threshold, met } = readiness;
  const whole = Math.max(pledged.low, threshold === undefined ? unitSize : threshold / markAt, 1);
  const cellsFor = (people: number): number => Math.floor((people / whole) * cells);
  const mark = threshold === undefined ? undefined : Math.min(cellsFor(threshold), cells - 1);
  const reached = cellsFor(active.low);
  const filled = mark !== undefined && met ? Math.max(reached, mark + 1) : reached;
  const waiting = Math.max(filled, cellsFor(pledged.low));
  return Array.from({ length: cells }, (_, cell) => {
    if (cell === mark) return "|";
    if (cell < filled) return "#";
    return cell < waiting ? "-" : ".";
  }).join("");
};
