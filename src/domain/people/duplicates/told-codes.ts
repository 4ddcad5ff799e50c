/**
 * Under which codes tallies tell what somebody pledged who was two records. Others may have heard of her by either
 * code. So every code goes on saying something of each action that it ever spoke of, and one of them says that it
 * stands: no count can rise by a merge, because no code has anything live that it had not, and none falls silent.
 */
import type { ActionKey } from "../../campaign/campaign.ts";
import type { PledgeCode } from "../../pledges/code.ts";
import type { Pledge } from "../../pledges/pledge.ts";

/** A code that spoke of an action. One of them carries it; the others say that it was taken back. */
export interface Told {
  readonly action: ActionKey;
  readonly code: PledgeCode;
  readonly carries: boolean;
}

/** A record as far as tallies tell of it. */
export interface Telling {
  readonly code: PledgeCode;
  readonly pledges: readonly Pick<Pledge, "action" | "since">[];
  readonly told: readonly Told[];
}

const tellersOf = ({ code, pledges, told }: Telling, action: ActionKey): readonly Told[] => {
  const several = told.filter((one) => one.action === action);
  if (several.length > 0) return several;
  return pledges.some((one) => one.action === action) ? [{ action, code, carries: true }] : [];
};

const dayOf = ({ pledges }: Telling, action: ActionKey): string =>
  pledges.find((one) => one.action === action)?.since ?? "";

/** Of two records as one with the kept one's code: what that code does not tell alone. As `unitePledges` has it, the later word stands. */
export const unitedTold = (kept: Telling, other: Telling): readonly Told[] => {
  const actions = [
    ...new Set([kept, other].flatMap(({ pledges }) => pledges.map(({ action }) => action))),
  ].toSorted();
  return actions.flatMap((action) => {
    const [mine, theirs] = [tellersOf(kept, action), tellersOf(other, action)];
    const later = dayOf(other, action) > dayOf(kept, action);
    const silent = (all: readonly Told[]): readonly Told[] =>
      all.map((one) => ({ ...one, carries: false }));
    const told = later ? [...silent(mine), ...theirs] : [...mine, ...silent(theirs)];
    // Two vaults may have told of her under one code: it carries if it does in the one whose word stands.
    const carrying = new Set(told.filter(({ carries }) => carries).map(({ code }) => code));
    const codes = [...new Set(told.map(({ code }) => code))];
    const all = codes.map((code): Told => ({ action, code, carries: carrying.has(code) }));
    const alone = all.length === 1 && all[0]?.code === kept.code;
    return alone ? [] : all;
  });
};
