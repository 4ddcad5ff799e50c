import { grouped } from "../../domain/text/words.ts";
import type { InputFault, InputRefused, ValueFault } from "../../domain/input/fault.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Explained, Explainers } from "./explained.ts";

const hex = (codePoint: number): string =>
  `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;

const oneOf = (known: readonly string[]): string =>
  known.length === 0
    ? "is not in this campaign, which has none of them"
    : `should be one of: ${known.join(", ")}`;

/** What is wrong with one value, as a clause that follows its name. */
export const explainValue = (fault: ValueFault): string => {
  switch (fault.type) {
    case "text-empty":
      return "is empty";
    case "text-too-long":
      return `is longer than ${grouped(fault.limit)} characters`;
    case "text-not-unicode":
      return "holds half of a character (a lone surrogate), so it cannot be stored";
    case "text-control":
      return `holds ${hex(fault.codePoint)}, which a screen would obey instead of showing it`;
    case "member-missing":
      return "is missing";
    case "member-unknown":
      return `has a member that is not known here (known: ${fault.known.join(", ")})`;
    case "value-wrong":
      return `should be ${fault.expected}`;
    case "key-malformed":
      return "should be lower-case letters, digits and single hyphens between them, and not too long";
    case "key-twice":
      return "stands there twice";
    case "language-malformed":
      return "should be the tag of a language such as en, es or pt-BR";
    case "contact-at-work":
      return 'is an address at the employer, who can read what goes there; ask for another one, or mark it with "atWork": true';
    case "not-one-of":
      return oneOf(fault.known);
    case "code-mistyped":
      return "is not a pledge code (sixteen characters such as K7QF-2M9T-XR4D-8WNA); one may be mistyped";
    case "code-taken":
      return "is not the code that this person has";
    case "alias-taken":
      return "is taken by somebody else";
    case "person-unknown":
      return "names nobody in this vault, or more than one person";
    case "row-twice":
      return `is about somebody who stands on line ${grouped(fault.first)} already`;
    case "person-other":
      return "is not that of the person named in the command";
    case "day-malformed":
      return "should be a day such as 2026-11-22";
    case "day-ahead":
      return "is a day that has not come yet";
    case "day-before":
      return `should be ${fault.first} or later`;
    case "day-after":
      return `should be ${fault.last} or earlier`;
    default:
      return fault satisfies never;
  }
};

/** `"atLeast" in entry 2 of "actions"`; entries are counted from 1, as people count. */
export const where = (path: string): string =>
  path
    .split(".")
    .map((step) => (/^\d+$/u.test(step) ? `entry ${Number(step) + 1}` : `"${step}"`))
    .reduce((outer, step) => `${step} ${step.startsWith("entry") ? "of" : "in"} ${outer}`);

const placed = ({ line, path, fault }: InputFault): string => {
  const place = line === undefined ? "" : `line ${line}: `;
  return `${place}${path === "" ? "it" : where(path)} ${explainValue(fault)}`;
};

/** How many faults are named one by one; the rest is a number. */
const shown = 8;

const sources: Readonly<Record<InputRefused["source"], string>> = {
  campaign: "this campaign cannot be used",
  people: "this cannot be recorded",
  columns: "these columns cannot be used",
  "structure-test": "this test cannot be begun",
  answers: "these answers cannot be used",
  demand: "this demand cannot be used",
  facts: "this cannot be kept as a fact",
  delivery: "this delivery cannot be recorded",
  audit: "these answers cannot be used",
  response: "this answer cannot be recorded",
};

const refused = ({ source, faults }: InputRefused): Explained => {
  const more = faults.length - shown;
  const named = faults.slice(0, shown).map(placed);
  return {
    message: `${sources[source]}: ${named.join("; ")}${more > 0 ? `; and ${grouped(more)} more` : ""}`,
    hint: "put it right and try again; nothing was changed",
    exitCode: exitCodes.refused,
  };
};

export const explainInput: Explainers<InputRefused> = { "input-refused": refused };
