/** The members of a committee file's lines as JSON, and what each may be (`docs/committee-format.md`). */
import { isObject } from "../input/is-object.ts";
import type { Handle, TeamKey } from "../campaign/campaign.ts";
import { parseDay } from "../day.ts";
import type { Day } from "../day.ts";
import { isKey } from "../input/read.ts";
import { member, optional, shapeOf, sortedList } from "../sealing/line-shape.ts";
import type { Fingerprint } from "../sealing/certificate.ts";
import type { Hash } from "../tallies/tally.ts";
import { isUuid } from "../text/uuid.ts";
import type { SharedText } from "./committee.ts";
import { parseHandle } from "./handle.ts";

export const mostMembers = 256;
export const mostTexts = 100;
/** Lost keys of one member. */
export const mostReplaced = 16;

/** Of a certificate in base64url, in characters: 64 KiB in binary. */
const longestCertificate = Math.ceil((64 * 1024 * 4) / 3);

const isText = (value: unknown): value is string => typeof value === "string";

const isWhole = (value: unknown, least: number): boolean =>
  Number.isSafeInteger(value) && (value as number) >= least;

const isDay = (value: unknown): boolean => isText(value) && parseDay(value) !== undefined;

const hash = "a SHA-256: 64 digits of lower-case hex";

/** The first line once it was checked; what is in the definition was not. */
export interface HeaderMembers {
  readonly campaign: string;
  readonly number: number;
  readonly prev: Hash | null;
  readonly needs: number;
  readonly asOf: Day;
  readonly definition: Readonly<Record<string, unknown>>;
}

export const headerShape = shapeOf([
  member("type", (value) => value === "pledge-committee", "that of a committee file"),
  member("v", (value) => value === 1, "1"),
  member("campaign", (value) => isText(value) && isUuid(value), "a UUID of version 4"),
  member("number", (value) => isWhole(value, 1), "a whole number from 1"),
  member(
    "prev",
    (value) => value === null || (isText(value) && /^[0-9a-f]{64}$/u.test(value)),
    `${hash}, or null`,
  ),
  member("needs", (value) => isWhole(value, 1), "a whole number from 1"),
  member("asOf", isDay, "a day"),
  member("definition", isObject, "an object"),
]);

export interface MemberMembers {
  readonly member: Handle;
  readonly certificate: string;
  readonly attests?: string;
  readonly turf: readonly TeamKey[];
  readonly replaces?: readonly Fingerprint[];
}

const isCertificate = (value: unknown): boolean =>
  isText(value) && value.length > 0 && value.length <= longestCertificate;

export const memberShape = shapeOf([
  member("member", (value) => isText(value) && parseHandle(value) !== undefined, "a handle"),
  member("certificate", isCertificate, "a certificate of at most 64 KiB"),
  optional(member("attests", isCertificate, "a certificate of at most 64 KiB")),
  sortedList("turf", {
    least: 0,
    most: 500,
    faultOf: (item) =>
      isText(item) && isKey(item, 24) ? undefined : "it is not the key of a team",
    keyOf: (item: string) => item,
  }),
  optional(
    member(
      "replaces",
      (value) =>
        Array.isArray(value) &&
        value.length > 0 &&
        value.length <= mostReplaced &&
        new Set(value).size === value.length &&
        value.every((one) => isText(one) && /^[0-9a-f]{40}$/u.test(one)),
      `1 to ${mostReplaced} different fingerprints`,
    ),
  ),
]);

export type TextMembers = SharedText;

export const textShape = shapeOf([
  ...["letter", "template", "title", "language", "markdown"].map((name) =>
    member(name, isText, "text"),
  ),
  optional(member("place", isText, "text")),
  member("frozenOn", isDay, "a day"),
]);
