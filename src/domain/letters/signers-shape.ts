/** The lines of a list of signers as JSON: their members, and what each may be (`docs/signers-format.md`). */
import { isKey } from "../input/read.ts";
import { faultIn, member, nested, optional, shapeOf } from "../sealing/line-shape.ts";
import { hashMember, headerMembers, isWhole, rowFault } from "../tallies/header-shape.ts";
import type { Hash } from "../tallies/tally.ts";
import { cleanLine } from "../text/clean.ts";
import type { SignerLine, Signers } from "./signers.ts";
import { signersType } from "./write-signers.ts";

/** Lines in one list, and a bound on what reading one takes: more people than one organizer can have spoken to. */
export const mostLines = 50_000;

/** Of a payload, in bytes: 50,000 lines with names and roles of a usual length, several times over. */
export const largestSigners = 16 * 1024 * 1024;

/** In one number. The vault counts no unit above it. */
const mostCounted = 10_000_000;

const headerShape = shapeOf([
  ...headerMembers(signersType, "that of a list of signers"),
  hashMember("text"),
  nested(
    "counted",
    shapeOf(
      ["inTurf", "elsewhere", "supporters"].map((name) =>
        member(
          name,
          (value) => isWhole(value, 0, mostCounted),
          `a number from 0 to ${mostCounted}`,
        ),
      ),
    ),
  ),
]);

/** The first line as JSON, once it has been checked. */
export interface HeaderMembers extends Omit<Signers, "prev" | "lines"> {
  readonly type: typeof signersType;
  readonly v: 1;
  readonly prev: Hash | null;
}

/** What is wrong with a value that should be the first line. */
export const headerFault = (value: unknown): string | undefined => {
  const fault = faultIn(value, headerShape);
  return fault ?? rowFault(value as HeaderMembers);
};

/** What a vault keeps as a line of text, letter for letter: cleaning it once more must change nothing. */
const isCleanLine = (value: unknown): boolean => {
  if (typeof value !== "string") return false;
  const cleaned = cleanLine(value);
  return cleaned.ok && cleaned.value === value;
};

const clean = "a clean line of at most 200 characters";

const lineShape = shapeOf([
  optional(member("name", isCleanLine, clean)),
  optional(member("role", isCleanLine, clean)),
  optional(member("supporter", (value) => value === true, "true")),
  optional(
    member("team", (value) => typeof value === "string" && isKey(value, 24), "the key of a team"),
  ),
]);

/** Somebody's line as JSON, once it has been checked. */
export type LineMembers = Omit<SignerLine, "supporter"> & { readonly supporter?: true };

/** What is wrong with a value that should be somebody's line. */
export const lineFault = (value: unknown): string | undefined => {
  const fault = faultIn(value, lineShape);
  if (fault !== undefined) return fault;
  const { name, role, team, supporter } = value as LineMembers;
  if (supporter === undefined)
    return name === undefined && role === undefined
      ? "it has neither a name nor a role"
      : undefined;
  if (name === undefined) return "it is of a supporter without a name";
  return team === undefined ? undefined : "it puts a supporter into a team";
};
