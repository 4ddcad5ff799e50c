/** What is wrong with data from outside, as data: where it stands and what was expected there. */
import type { Day } from "../day.ts";
import { grouped } from "../text/words.ts";
import type * as v from "valibot";

import type { TextFault } from "../text/clean.ts";

export type ValueFault =
  | TextFault
  | { readonly type: "member-missing" }
  /** A member that the format does not have. Its name is not repeated: it may be anybody's. */
  | { readonly type: "member-unknown"; readonly known: readonly string[] }
  /** `expected` follows "should be": "a whole number". */
  | { readonly type: "value-wrong"; readonly expected: string }
  | { readonly type: "key-malformed" }
  | { readonly type: "key-twice" }
  | { readonly type: "language-malformed" }
  | { readonly type: "not-one-of"; readonly known: readonly string[] }
  | { readonly type: "code-mistyped" }
  | { readonly type: "code-taken" }
  | { readonly type: "alias-taken" }
  | { readonly type: "person-unknown" }
  /** An address of the employer's, which nobody marked as one. */
  | { readonly type: "contact-at-work" }
  /** The same person stands further up, on line `first`. */
  | { readonly type: "row-twice"; readonly first: number }
  /** The id in a file is not that of the person whom the command names. */
  | { readonly type: "person-other" }
  | { readonly type: "day-malformed" }
  /** What was said was said today or before. */
  | { readonly type: "day-ahead" }
  /** What comes of something does not come before it. */
  | { readonly type: "day-before"; readonly first: Day }
  | { readonly type: "day-after"; readonly last: Day };

export interface InputFault {
  /** 1-based, where the source has lines. */
  readonly line?: number;
  /** Members of ours from the outside in: "actions.1.atLeast"; empty for the value itself. */
  readonly path: string;
  readonly fault: ValueFault;
}

export interface InputRefused {
  readonly type: "input-refused";
  /** What was read. */
  readonly source:
    | "campaign"
    | "people"
    | "columns"
    | "structure-test"
    | "answers"
    | "demand"
    | "facts"
    | "delivery"
    | "audit"
    | "response";
  readonly faults: readonly InputFault[];
}

/** The members that a format has at a path, for "this one is not known here"; every path, or one list for all. */
export type KnownMembers = readonly string[] | ((path: string) => readonly string[]);

const pathOf = (issue: v.BaseIssue<unknown>): string =>
  (issue.path ?? []).map((step) => String(step.key)).join(".");

/** `("signal" | "phone")`, as the library writes the choices of a schema of ours, taken apart. */
const choicesOf = (expected: string): readonly string[] =>
  expected
    .replaceAll(/^\(|\)$/gu, "")
    .split(" | ")
    .map((choice) => choice.replaceAll('"', ""));

const limitOf = (issue: v.BaseIssue<unknown>): string =>
  typeof issue.requirement === "number" ? grouped(issue.requirement) : "less";

/** What an issue asks for. Never the library's own message: that repeats what was received. */
const expectedBy = (issue: v.BaseIssue<unknown>): ValueFault => {
  const wrong = (expected: string): ValueFault => ({ type: "value-wrong", expected });
  switch (issue.type) {
    case "picklist":
      return { type: "not-one-of", known: choicesOf(issue.expected ?? "") };
    case "string":
      return wrong("text in double quotes");
    // Every number in our formats counts something: people, percent, days.
    case "number":
    case "integer":
      return wrong("a whole number, without quotes");
    case "min_value":
      return wrong(`${limitOf(issue)} or more`);
    case "max_value":
      return wrong(`${limitOf(issue)} at most`);
    case "min_length":
      return wrong("a list with something in it");
    case "max_length":
      return wrong(`a list of ${limitOf(issue)} at most`);
    case "array":
      return wrong("a list in square brackets");
    case "boolean":
      return wrong("true or false, without quotes");
    case "strict_object":
      return wrong("an object in braces");
    default:
      return wrong("something else");
  }
};

/** Translates what the shape check found. Paths keep to members of ours: an unknown one is named by its parent. */
export const faultsOfIssues = (
  issues: readonly v.BaseIssue<unknown>[],
  known: KnownMembers,
  line?: number,
): readonly InputFault[] =>
  issues.map((issue): InputFault => {
    const path = pathOf(issue);
    const at = line === undefined ? {} : { line };
    if (issue.type === "strict_object" && issue.expected === "never") {
      const parent = path.split(".").slice(0, -1).join(".");
      const members = typeof known === "function" ? known(parent) : known;
      return { ...at, path: parent, fault: { type: "member-unknown", known: members } };
    }
    // A member that is not there, or one that is there and says `undefined`, which no JSON can.
    if (issue.received === "undefined") return { ...at, path, fault: { type: "member-missing" } };
    return { ...at, path, fault: expectedBy(issue) };
  });
