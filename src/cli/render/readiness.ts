/** How ready one action is, in a line: what `add` says after each person and `status` under its bars. */
import { grouped } from "../../domain/text/words.ts";
import type { ActionReadiness, Range } from "../../domain/pledges/readiness.ts";

/** "123", or "123-140" where the two are not the same. */
export const rangeWords = ({ low, high }: Range): string =>
  low === high ? grouped(low) : `${grouped(low)}-${grouped(high)}`;

/** "9 more bring in 60 who wait", "7 wait", or nothing when nobody does. */
export const waitingWords = ({ pledged, active, tipping }: ActionReadiness): string => {
  const waiting = pledged.low - active.low;
  if (waiting <= 0) return "";
  if (tipping === undefined) return waiting === 1 ? "1 waits" : `${grouped(waiting)} wait`;
  const bring = tipping.more === 1 ? "1 more brings in" : `${grouped(tipping.more)} more bring in`;
  return `${bring} ${tipping.people === 1 ? "1 who waits" : `${grouped(tipping.people)} who wait`}`;
};

/** "sign 123 of 400; 9 more bring in 60 who wait": how many would act by now, of how many are needed. */
export const readinessLine = (readiness: ActionReadiness): string => {
  const { action, active, threshold } = readiness;
  const count =
    threshold === undefined
      ? grouped(active.low)
      : `${grouped(active.low)} of ${grouped(threshold)}`;
  const waiting = waitingWords(readiness);
  return `${action} ${count}${waiting === "" ? "" : `; ${waiting}`}`;
};
