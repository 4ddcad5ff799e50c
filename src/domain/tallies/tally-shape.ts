/** The members of a tally's lines as JSON, and what each may be (`docs/tally-format.md`). */
import { SIGN } from "../campaign/campaign.ts";
import type { ActionKey } from "../campaign/campaign.ts";
import { isKey } from "../input/read.ts";
import type { Condition } from "../pledges/pledge.ts";
import { roundedUp } from "../pledges/rounding.ts";
import { faultIn, member, optional, shapeOf, sortedList } from "../sealing/line-shape.ts";
import {
  fingerprintMember,
  hashMember,
  headerMembers,
  idMember,
  isText,
  isWhole,
  numberMember,
  rowFault,
} from "./header-shape.ts";
import type { Hash, TalliedTeam, TallyHeader, Token } from "./tally.ts";

/** People in one tally. With the next bound, reading the worst that somebody can send takes under a second. */
export const mostPeople = 100_000;

/** Of a payload, in bytes: 100,000 people who say what people usually say. */
export const largestTally = 16 * 1024 * 1024;

/** The vault asks for no more people than this in a condition. */
const mostAsked = 10_000_000;

const isShortKey = (value: unknown): boolean => typeof value === "string" && isKey(value, 24);

/** 16 bytes in base64url: two bits of the last character are theirs, and the rest must be 0. */
export const isToken = (value: unknown): value is Token =>
  isText(value, /^[A-Za-z0-9_-]{21}[AQgw]$/u);

/** A condition goes out rounded, so an exact one was not written by this format. */
const isRounded = (condition: Condition, people: number): boolean => {
  const rounded = roundedUp(condition);
  return "people" in rounded && rounded.people === people;
};

const isPeople = (kind: "at-least" | "at-least-in-team", value: unknown): boolean =>
  isWhole(value, 2, mostAsked) && isRounded({ kind, people: value }, value);

const seenShape = shapeOf([
  fingerprintMember("from"),
  idMember("incarnation"),
  numberMember("seq"),
  hashMember("sha256"),
]);

const headerShape = shapeOf([
  ...headerMembers("pledge-tally", "that of a tally"),
  member("relay", (value) => typeof value === "boolean", "true or false"),
  sortedList("seen", {
    least: 0,
    most: 1024,
    faultOf: (item) => faultIn(item, seenShape),
    keyOf: (item: { readonly from: string; readonly incarnation: string }) =>
      `${item.from} ${item.incarnation}`,
  }),
  member("people", (value) => isWhole(value, 0, mostPeople), `a number from 0 to ${mostPeople}`),
  hashMember("root"),
]);

/** The first line as JSON, once it has been checked. */
export interface HeaderMembers extends Omit<TallyHeader, "prev"> {
  readonly type: "pledge-tally";
  readonly v: 1;
  readonly prev: Hash | null;
  /** How many lines follow. */
  readonly people: number;
}

/** What is wrong with a value that should be the first line. */
export const headerFault = (value: unknown): string | undefined => {
  const fault = faultIn(value, headerShape);
  return fault ?? rowFault(value as HeaderMembers);
};

const isRoundedShare = (value: unknown): boolean => isWhole(value, 5, 100) && value % 5 === 0;

const actionShape = shapeOf([
  member("action", isShortKey, "the key of an action"),
  optional(
    member(
      "state",
      (value) => value === "confirmed" || value === "done" || value === "withdrawn",
      "confirmed, done or withdrawn",
    ),
  ),
  optional(member("atLeast", (value) => isPeople("at-least", value), "a rounded number of people")),
  optional(
    member(
      "atLeastInTeam",
      (value) => isPeople("at-least-in-team", value),
      "a rounded number of people",
    ),
  ),
  optional(member("atLeastPercent", isRoundedShare, "a rounded share")),
  optional(member("text", (value) => isText(value, /^[0-9a-f]{16}$/u), "16 digits of hex")),
  optional(member("waits", (value) => value === true, "true")),
]);

/** An action in a line as JSON, once it has been checked. */
export interface ActionMembers {
  readonly action: ActionKey;
  readonly state?: "confirmed" | "done" | "withdrawn";
  readonly atLeast?: number;
  readonly atLeastInTeam?: number;
  readonly atLeastPercent?: number;
  readonly text?: string;
  readonly waits?: true;
}

const conditionsIn = (said: ActionMembers): number =>
  Number(said.atLeast !== undefined) +
  Number(said.atLeastInTeam !== undefined) +
  Number(said.atLeastPercent !== undefined) +
  Number(said.waits !== undefined);

const actionFault = (value: unknown): string | undefined => {
  const fault = faultIn(value, actionShape);
  if (fault !== undefined) return fault;
  const said = value as ActionMembers;
  if (conditionsIn(said) > 1) return "it has more than one condition";
  return said.text === undefined || said.action === SIGN
    ? undefined
    : 'its "text" belongs to another action';
};

const lineShape = shapeOf([
  sortedList("actions", {
    least: 1,
    most: 30,
    faultOf: actionFault,
    keyOf: (said: ActionMembers) => said.action,
  }),
  member("proof", isToken, "16 bytes in base64url"),
  optional(member("supporter", (value) => value === true, "true")),
  optional(
    member("team", (value) => value === "*" || isShortKey(value), 'the key of a team, or "*"'),
  ),
  member("token", isToken, "16 bytes in base64url"),
]);

/** A person's line as JSON, once it has been checked. */
export interface LineMembers {
  readonly token: Token;
  readonly proof: string;
  readonly team?: TalliedTeam;
  readonly actions: readonly ActionMembers[];
  readonly supporter?: true;
}

/** What is wrong with a value that should be a person's line. */
export const lineFault = (value: unknown): string | undefined => {
  const fault = faultIn(value, lineShape);
  if (fault !== undefined) return fault;
  const { team, actions } = value as LineMembers;
  const named = team !== undefined && team !== "*";
  return !named && actions.some((said) => said.atLeastInTeam !== undefined)
    ? "it asks for people of a team that it does not name"
    : undefined;
};
