/**
 * Somebody whom an import changed, as she is once that is taken back: what it said goes, and what stood before
 * comes again. What was said of her later stays, whatever the import had said.
 */
import type { ActionKey } from "../../campaign/campaign.ts";
import { isLive } from "../../pledges/pledge.ts";
import type { Pledge } from "../../pledges/pledge.ts";
import type { Person } from "../person.ts";
import { newsMembers } from "./news-of.ts";
import type { Changeable, ImportedChange } from "./store.ts";

export interface TakenBack {
  readonly person: Person;
  /** Pledges as they were. */
  readonly pledges: readonly Pledge[];
  /** Pledges that nobody had made before. */
  readonly dropped: readonly ActionKey[];
  /** A "yes" to signing goes, and her signature with it. */
  readonly unsigns: boolean;
  /** Members at which something else stands by now than the import had put there. */
  readonly kept: readonly (keyof Person | "actions")[];
}

/** Members of a person that a list can change; what it says of pledges and judgements is elsewhere. */
const members = newsMembers.filter(
  (member) => member !== "assessment" && member !== "actions" && member !== "display",
);

const lists: ReadonlySet<string> = new Set(["contacts", "issues", "consents", "elsewhere"]);

/** Data of ours as text: its members always stand in one order. */
const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The list of today without what the import had added to it. */
const withoutAdded = (
  was: readonly unknown[],
  became: readonly unknown[],
  now: readonly unknown[],
): readonly unknown[] => {
  const before = new Set(was.map((one) => JSON.stringify(one)));
  const added = new Set(became.map((one) => JSON.stringify(one)).filter((one) => !before.has(one)));
  return now.filter((one) => !added.has(JSON.stringify(one)));
};

export const takenBack = (
  { was, became }: ImportedChange,
  now: Changeable,
  sign: ActionKey,
): TakenBack => {
  const person: Record<string, unknown> = { ...now.person };
  const kept: (keyof Person | "actions")[] = [];
  for (const member of members) {
    const [before, after, today] = [was.person[member], became.person[member], now.person[member]];
    if (same(before, after)) continue;
    if (same(after, today)) {
      if (before === undefined) delete person[member];
      else person[member] = before;
    } else {
      kept.push(member);
      if (lists.has(member))
        person[member] = withoutAdded(
          before as readonly unknown[],
          after as readonly unknown[],
          today as readonly unknown[],
        );
    }
  }
  const find = (of: Changeable, action: ActionKey): Pledge | undefined =>
    of.pledges.find((one) => one.action === action);
  const pledges: Pledge[] = [];
  const dropped: ActionKey[] = [];
  for (const after of became.pledges) {
    const before = find(was, after.action);
    if (same(before, after)) continue;
    if (!same(after, find(now, after.action))) {
      if (!kept.includes("actions")) kept.push("actions");
    } else if (before === undefined) dropped.push(after.action);
    else pledges.push(before);
  }
  const signed = pledges.find(({ action }) => action === sign);
  return {
    person: person as unknown as Person,
    pledges,
    dropped,
    unsigns: dropped.includes(sign) || (signed !== undefined && !isLive(signed.state)),
    kept,
  };
};
