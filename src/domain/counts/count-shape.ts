/** The members of a published count as JSON, and what each may be (`docs/publication-format.md`). */
import type { ActionKey, Campaign } from "../campaign/campaign.ts";
import { parseDay } from "../day.ts";
import type { Day } from "../day.ts";
import { isKey } from "../input/read.ts";
import { faultIn, member, nested, optional, shapeOf, sortedList } from "../sealing/line-shape.ts";
import type { Member, Shape } from "../sealing/line-shape.ts";
import { hashMember, idMember, isWhole, numberMember } from "../tallies/header-shape.ts";
import type { Hash } from "../tallies/tally.ts";
import { cleanLine } from "../text/clean.ts";
import type { LastNumbers, ShownAction, ShownTeam, TeamNumber } from "./count.ts";

export const countType = "pledge-count";
export const countVersion = 1;

/** Of a file, in bytes: 30 actions with 500 teams each, several times over. */
export const largestCount = 8 * 1024 * 1024;

const mostActions = 500;
const mostTeams = 500;

/** In one number. The vault counts no unit above it. */
const mostCounted = 10_000_000;

const isDay = (value: unknown): boolean =>
  typeof value === "string" && parseDay(value) !== undefined;

const isShortKey = (value: unknown): boolean => typeof value === "string" && isKey(value, 24);

/** What a vault keeps as a line of text, letter for letter. */
const isCleanLine = (value: unknown): boolean => {
  if (typeof value !== "string") return false;
  const cleaned = cleanLine(value);
  return cleaned.ok && cleaned.value === value;
};

const text = (name: string): Member =>
  member(name, isCleanLine, "a clean line of at most 200 characters");

export const dayMember = (name: string): Member => member(name, isDay, "a day");

const size = member(
  "size",
  (value) => isWhole(value, 1, mostCounted),
  `a number from 1 to ${mostCounted}`,
);

const fives = (least: number): Member =>
  member(
    "atLeast",
    (value) => isWhole(value, least, mostCounted) && value % 5 === 0,
    `a whole five from ${least} to ${mostCounted}`,
  );

const action = member("action", isShortKey, "the key of an action");
const team = member("team", isShortKey, "the key of a team");

const sortedTeams = (shape: Shape): Member =>
  sortedList<TeamNumber>("teams", {
    least: 0,
    most: mostTeams,
    faultOf: (value) => faultIn(value, shape),
    keyOf: (one) => one.team,
  });

const shownShape = shapeOf([
  action,
  fives(5),
  sortedTeams(shapeOf([team, fives(5), text("name"), size])),
]);

const lastShape = shapeOf([
  action,
  fives(0),
  sortedTeams(shapeOf([team, fives(5)])),
  optional(member("byLetter", (value) => value === true, "true")),
]);

const sortedActions = (name: string, shape: Shape): Member =>
  sortedList<{ readonly action: string }>(name, {
    least: 0,
    most: mostActions,
    faultOf: (value) => faultIn(value, shape),
    keyOf: (one) => one.action,
  });

const after = hashMember("after");
const receipts = hashMember("receipts");

/** `null` where there is none. */
const orNull = (one: Member): Member => ({
  ...one,
  faultOf: (value) => (value === null ? undefined : one.faultOf(value)),
});

export const countShape = shapeOf([
  member("type", (value) => value === countType, "that of a published count"),
  member("v", (value) => value === countVersion, String(countVersion)),
  idMember("campaign"),
  text("name"),
  text("employer"),
  nested("unit", shapeOf([text("name"), size, dayMember("asOf")])),
  numberMember("number"),
  orNull(after),
  dayMember("on"),
  sortedActions("shown", shownShape),
  sortedActions("last", lastShape),
  orNull(receipts),
]);

/** The file as JSON, once its members have been checked, each for itself. */
export interface CountMembers {
  readonly type: typeof countType;
  readonly v: typeof countVersion;
  readonly campaign: string;
  readonly name: string;
  readonly employer: string;
  readonly unit: Campaign["unit"];
  readonly number: number;
  readonly after: Hash | null;
  readonly on: Day;
  readonly shown: readonly (Omit<ShownAction, "teams"> & {
    readonly teams: readonly ShownTeam[];
  })[];
  readonly last: readonly (Omit<LastNumbers, "byLetter"> & { readonly byLetter?: true })[];
  readonly receipts: Hash | null;
}

const showsWhatIsLast = (shown: ShownAction, last: CountMembers["last"]): boolean => {
  const row = last.find((one) => one.action === shown.action);
  if (row?.atLeast !== shown.atLeast) return false;
  const numbers = new Map(row.teams.map((one) => [one.team, one.atLeast]));
  return shown.teams.every((one) => numbers.get(one.team) === one.atLeast);
};

/** What contradicts itself in a count whose members are each right. */
export const contradictionIn = (count: CountMembers): string | undefined => {
  if ((count.number === 1) !== (count.after === null))
    return 'its "after" does not go with its "number"';
  if (count.last.some((one) => one.byLetter === true && one.action !== ("sign" as ActionKey)))
    return 'its "byLetter" is of another action than "sign"';
  return count.shown.every((one) => showsWhatIsLast(one, count.last))
    ? undefined
    : 'its "shown" does not go with its "last"';
};
