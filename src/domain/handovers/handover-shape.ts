/** The lines of a handover as JSON: their members, and what each may be (`docs/handover-format.md`). */
import { parseDay } from "../day.ts";
import { isKey } from "../input/read.ts";
import { longestList } from "../people/person-shape.ts";
import { parsePledgeCode } from "../pledges/code.ts";
import { pledgeStates } from "../pledges/pledge.ts";
import { faultIn, member, nested, optional, shapeOf, sortedList } from "../sealing/line-shape.ts";
import type { Member, Shape } from "../sealing/line-shape.ts";
import {
  fingerprintMember,
  hashMember,
  idMember,
  isText,
  isWhole,
  numberMember,
} from "../tallies/header-shape.ts";
import { cleanLine } from "../text/clean.ts";
import { canonicalLanguage } from "../text/language.ts";
import { handoverType } from "./write-handover.ts";

/** People in one handover: as many as a tally has lines. */
export const mostHanded = 100_000;

/** Of a payload, in bytes: what is around it must fit into a file of 32 MiB too. */
export const largestHandover = 30 * 1024 * 1024;

/** Teams that a campaign can have. */
const mostTeams = 500;

/** Of one person's history; what she carries of codes and actions is far below it. Bounds what a hostile line costs. */
const longestHistory = 10_000;

const mostCodes = 1000;
const mostActions = 100;
const mostWorkers = 10_000_000;

const isDay = (value: unknown): boolean =>
  typeof value === "string" && parseDay(value) !== undefined;
const isTeam = (value: unknown): boolean => typeof value === "string" && isKey(value, 24);

/** What a vault keeps as a line of text, letter for letter: cleaning it once more must change nothing. */
const isClean = (value: unknown): boolean => {
  if (typeof value !== "string") return false;
  const cleaned = cleanLine(value);
  return cleaned.ok && cleaned.value === value;
};

const isLanguage = (value: unknown): boolean =>
  typeof value === "string" && value.length <= 200 && canonicalLanguage(value) === value;

const isCode = (value: unknown): boolean =>
  typeof value === "string" && value.length === 19 && parsePledgeCode(value) === value;

const line = (name: string): Member => member(name, isClean, "a clean line");
const key = (name: string): Member => member(name, isTeam, "a key");
const day = (name: string): Member => member(name, isDay, "a day");
const code = (name: string): Member => member(name, isCode, "a pledge code");
const flag = (name: string): Member => optional(member(name, (value) => value === true, "true"));
const personId = (name: string): Member =>
  member(name, (value) => isText(value, /^[a-km-np-z]{8}$/u), "the eight letters of an id");
const oneOf = (name: string, words: readonly (string | number)[]): Member =>
  member(name, (value) => words.some((word) => word === value), "a word of the format");

/** A list in an order that means something, of at least one. It is counted before anything walks over it. */
const listOf = (
  name: string,
  most: number,
  faultOf: (item: unknown) => string | undefined,
): Member =>
  optional({
    name,
    faultOf: (value) => {
      if (!Array.isArray(value) || value.length < 1 || value.length > most)
        return `its "${name}" is not a list of 1 to ${most}`;
      for (const [index, item] of (value as readonly unknown[]).entries()) {
        const fault = faultOf(item);
        if (fault !== undefined) return `in place ${index + 1} of its "${name}": ${fault}`;
      }
      return undefined;
    },
  });

const shaped =
  (shape: Shape) =>
  (item: unknown): string | undefined =>
    faultIn(item, shape);

const unless =
  (is: (value: unknown) => boolean, called: string) =>
  (item: unknown): string | undefined =>
    is(item) ? undefined : `it is not ${called}`;

const headerShape = shapeOf([
  member("type", (value) => value === handoverType, "that of a handover"),
  member("v", (value) => value === 1, "1"),
  idMember("campaign"),
  nested("committee", shapeOf([numberMember("number"), hashMember("hash")])),
  fingerprintMember("from"),
  sortedList("to", {
    least: 1,
    most: 1,
    faultOf: unless((item) => isText(item, /^[0-9a-f]{40}$/u), "a fingerprint"),
    keyOf: (item: string) => item,
  }),
  idMember("incarnation"),
  numberMember("number"),
  day("asOf"),
  sortedList("teams", {
    least: 1,
    most: mostTeams,
    faultOf: unless(isTeam, "the key of a team"),
    keyOf: (item: string) => item,
  }),
  member("people", (value) => isWhole(value, 1, mostHanded), `a number from 1 to ${mostHanded}`),
]);

const contactShape = shapeOf([
  oneOf("kind", ["signal", "phone", "email", "other"]),
  line("value"),
  flag("atWork"),
]);

const consentShape = shapeOf([line("to"), day("on")]);

const toldShape = shapeOf([key("action"), code("code"), flag("carries")]);

const assessmentShape = shapeOf([
  oneOf("level", [1, 2, 3, 4, 5]),
  oneOf("basis", ["conversation", "action", "hearsay"]),
  day("day"),
]);

const amount = (name: string, most: number): Member =>
  optional(member(name, (value) => isWhole(value, 1, most), `a number from 1 to ${most}`));

const pledgeShape = shapeOf([
  key("action"),
  amount("atLeast", mostWorkers),
  amount("atLeastPercent", 100),
  amount("atLeastInTeam", mostWorkers),
  oneOf("display", ["named", "role", "counted"]),
  oneOf("state", pledgeStates),
  day("since"),
]);

const signatureShape = shapeOf([hashMember("text"), day("signedOn")]);

const personShape = shapeOf([
  personId("id"),
  code("code"),
  day("addedOn"),
  line("name"),
  optional(key("alias")),
  key("team"),
  ...["role", "site", "shift", "pronouns"].map((name) => optional(line(name))),
  optional(oneOf("employment", ["employee", "contractor", "intern", "unsure"])),
  optional(member("language", isLanguage, "the tag of a language")),
  optional(oneOf("leader", ["committee", "helper", "leader", "activist"])),
  optional(personId("coveredBy")),
  oneOf("supervisor", ["yes", "no", "unsure"]),
  flag("supporter"),
  flag("doNotContact"),
  listOf("contacts", longestList, shaped(contactShape)),
  listOf("consents", longestList, shaped(consentShape)),
  listOf("elsewhere", longestList, unless(isClean, "a clean line")),
  optional(
    sortedList("otherCodes", {
      least: 1,
      most: mostCodes,
      faultOf: unless(isCode, "a pledge code"),
      keyOf: (item: string) => item,
    }),
  ),
  optional(
    sortedList("told", {
      least: 1,
      most: mostCodes,
      faultOf: shaped(toldShape),
      keyOf: (item: { readonly action: string; readonly code: string }) =>
        `${item.action} ${item.code}`,
    }),
  ),
  listOf("assessments", longestHistory, shaped(assessmentShape)),
  optional(
    sortedList("pledges", {
      least: 1,
      most: mostActions,
      faultOf: shaped(pledgeShape),
      keyOf: (item: { readonly action: string }) => item.action,
    }),
  ),
  listOf("changes", longestHistory, shaped(pledgeShape)),
  optional(
    sortedList("signatures", {
      least: 1,
      most: longestHistory,
      faultOf: shaped(signatureShape),
      keyOf: (item: { readonly text: string }) => item.text,
    }),
  ),
]);

/** What is wrong with a value that should be the first line. */
export const headerFault = (value: unknown): string | undefined => {
  const fault = faultIn(value, headerShape);
  if (fault !== undefined) return fault;
  const { from, to } = value as { readonly from: string; readonly to: readonly string[] };
  return to.includes(from) ? "it goes to its own writer" : undefined;
};

/** What is wrong with a value that should be somebody's line. */
export const personFault = (value: unknown): string | undefined => faultIn(value, personShape);
