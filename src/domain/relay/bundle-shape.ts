/** The members of a bundle's lines as JSON, and what each may be (`docs/bundle-format.md`). */
import { member, shapeOf } from "../sealing/line-shape.ts";
import { hashMember, headerMembers, isText, isWhole } from "../tallies/header-shape.ts";
import type { Hash } from "../tallies/tally.ts";
import type { BundleHeader } from "./bundle.ts";

export const bundleType = "pledge-bundle";
export const bundleVersion = 1;

/** Tallies and bundles in one bundle, those in its bundles left out. */
export const mostParts = 512;

/** Of one part: a tally of 100,000 people, and what a bundle adds around several. */
const mostLines = 500_000;

/** A signature packet of ours is below 200 bytes; this is 3 kB in base64url. */
const longestSignature = 4096;

const linesMember = member(
  "lines",
  (value) => isWhole(value, 1, mostLines),
  `a number from 1 to ${mostLines}`,
);

export const headerShape = shapeOf([
  ...headerMembers(bundleType, "that of a bundle"),
  member("relay", (value) => typeof value === "boolean", "true or false"),
  member("partial", (value) => typeof value === "boolean", "true or false"),
  member("parts", (value) => isWhole(value, 1, mostParts), `a number from 1 to ${mostParts}`),
]);

export interface HeaderMembers extends Omit<BundleHeader, "prev"> {
  readonly type: typeof bundleType;
  readonly v: 1;
  readonly prev: Hash | null;
  readonly parts: number;
}

export const committeeShape = shapeOf([
  member("part", (value) => value === "committee", "that of a committee file"),
  linesMember,
]);

export const partShape = shapeOf([
  member(
    "part",
    (value) => value === "tally" || value === "bundle",
    "that of a tally or of a bundle",
  ),
  linesMember,
  hashMember("sha256"),
  member(
    "signature",
    (value) => isText(value, new RegExp(`^[A-Za-z0-9_-]{1,${longestSignature}}$`, "u")),
    "a signature in base64url",
  ),
]);

export interface CommitteeMembers {
  readonly part: "committee";
  readonly lines: number;
}

export interface PartMembers {
  readonly part: "tally" | "bundle";
  readonly lines: number;
  readonly sha256: Hash;
  readonly signature: string;
}
