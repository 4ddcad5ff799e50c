/** A condition in the two ways in which it is written: as members of our JSON, and as a person types it. */
import type { Condition } from "./pledge.ts";
import { unconditional } from "./pledge.ts";

/** The members of a pledged action that carry its condition; none when there is no condition. */
export interface ConditionMembers {
  readonly atLeast?: number | undefined;
  readonly atLeastPercent?: number | undefined;
  readonly atLeastInTeam?: number | undefined;
}

/** "At least 1" counts the person herself and so asks for nothing. */
const people = (kind: "at-least" | "at-least-in-team", n: number): Condition =>
  n > 1 ? { kind, people: n } : unconditional;

/** Reads the members. Two conditions at once are none that we know: nothing comes back. */
export const conditionOfMembers = (members: ConditionMembers): Condition | undefined => {
  const { atLeast, atLeastPercent, atLeastInTeam } = members;
  const given = [atLeast, atLeastPercent, atLeastInTeam].filter((one) => one !== undefined);
  if (given.length > 1) return undefined;
  if (atLeast !== undefined) return people("at-least", atLeast);
  if (atLeastInTeam !== undefined) return people("at-least-in-team", atLeastInTeam);
  return atLeastPercent === undefined
    ? unconditional
    : { kind: "at-least-percent", percent: atLeastPercent };
};

export const conditionToMembers = (
  condition: Condition,
): Readonly<Partial<Record<keyof ConditionMembers, number>>> => {
  switch (condition.kind) {
    case "none":
      return {};
    case "at-least":
      return { atLeast: condition.people };
    case "at-least-percent":
      return { atLeastPercent: condition.percent };
    case "at-least-in-team":
      return { atLeastInTeam: condition.people };
    default:
      return condition satisfies never;
  }
};

export const sameCondition = (a: Condition, b: Condition): boolean => {
  const [one, other] = [conditionToMembers(a), conditionToMembers(b)];
  return (
    one.atLeast === other.atLeast &&
    one.atLeastPercent === other.atLeastPercent &&
    one.atLeastInTeam === other.atLeastInTeam
  );
};

/**
 * What a person types: nothing, `30` (people), `30%` (of the unit), `5 team` (of the own team).
 * Gives nothing for anything else, for 0, for more than 100 % and for more than ten million.
 */
export const parseCondition = (text: string): Condition | undefined => {
  const typed = text.trim().toLowerCase();
  if (typed === "") return unconditional;
  const parts = /^(\d{1,3}(?:,\d{3})+|\d{1,8})\s*(%|team)?$/u.exec(typed);
  if (parts === null) return undefined;
  const n = Number(parts[1]?.replaceAll(",", ""));
  if (n < 1 || n > 10_000_000) return undefined;
  if (parts[2] === "team") return people("at-least-in-team", n);
  if (parts[2] === undefined) return people("at-least", n);
  return n > 100 ? undefined : { kind: "at-least-percent", percent: n };
};
