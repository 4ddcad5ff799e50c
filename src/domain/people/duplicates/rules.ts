/**
 * What speaks for two records being one person, and what against. From `threshold` on we ask.
 *
 * | rule              | weight | alone? |
 * | ----------------- | -----: | ------ |
 * | same e-mail       |    140 | enough |
 * | same phone        |    130 | enough |
 * | same handle       |    130 | enough |
 * | same name         |     70 | no     |
 * | part of the name  |     60 | no     |
 * | near name         |     60 | no     |
 * | same team         |     40 | no     |
 * | different alias   |    -10 |        |
 * | different team    |    -10 |        |
 * | different surname |    -10 |        |
 * | threshold         |    100 |        |
 *
 * A mailbox or a telephone belongs to one person, so it is enough even against all three that speak against: people
 * change teams and names. A unit has several people of one name, so a name needs the team besides. A name that is
 * only near needs the team and nothing against it, for it is asked about, not known. Of the rules on names the
 * strongest one counts. Different pledge codes say nothing: every record is given one of its own.
 */
import type { Alike } from "./alike.ts";
import type { NameKey } from "./name-key.ts";
import type { Traits } from "./traits.ts";

export type RuleName =
  | "same-email"
  | "same-phone"
  | "same-handle"
  | "same-name"
  | "part-of-name"
  | "near-name"
  | "same-team"
  | "different-alias"
  | "different-team"
  | "different-surname";

export interface Rule {
  readonly name: RuleName;
  /** Below zero it speaks against. */
  readonly weight: number;
  /** For the screen, without a name or a number of anybody. */
  readonly says: string;
}

export const rules = {
  "same-email": { name: "same-email", weight: 140, says: "the same e-mail" },
  "same-phone": { name: "same-phone", weight: 130, says: "the same phone" },
  "same-handle": { name: "same-handle", weight: 130, says: "the same handle" },
  "same-name": { name: "same-name", weight: 70, says: "the same name" },
  "part-of-name": { name: "part-of-name", weight: 60, says: "one name is part of the other" },
  "near-name": { name: "near-name", weight: 60, says: "almost the same name" },
  "same-team": { name: "same-team", weight: 40, says: "the same team" },
  "different-alias": { name: "different-alias", weight: -10, says: "different aliases" },
  "different-team": { name: "different-team", weight: -10, says: "different teams" },
  "different-surname": { name: "different-surname", weight: -10, says: "different surnames" },
} as const satisfies { readonly [K in RuleName]: Rule & { readonly name: K } };

/** From this weight on two records are asked about. */
export const threshold = 100;

const shares = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((value) => other.includes(value));

/** How many letters a text of this length may differ by: in short names one letter makes another person. */
const allowed = (length: number): number => (length < 5 ? 0 : length < 10 ? 1 : 2);

const near = (one: string, other: string, alike: Alike): boolean => {
  const most = allowed(Math.min(one.length, other.length));
  return (
    most > 0 && Math.abs(one.length - other.length) <= most && alike.distance(one, other) <= most
  );
};

/**
 * Whether the names are a letter or two off, in order of the alphabet or as they are said. The first letters of the
 * words are the same: people seldom mistype those, and so names are compared within small groups only.
 */
export const nearNames = (one: NameKey, other: NameKey, alike: Alike): boolean =>
  one.initials === other.initials &&
  (near(one.key, other.key, alike) || near(one.reading, other.reading, alike));

/** Whether all words of the shorter name, two at least, are in the longer one. */
const partOf = (one: NameKey, other: NameKey): boolean => {
  const [first, second] = [new Set(one.words), new Set(other.words)];
  const [short, long] = first.size < second.size ? [first, second] : [second, first];
  return short.size > 1 && [...short].every((word) => long.has(word));
};

const onNames = (one: NameKey, other: NameKey, alike: Alike): RuleName | undefined => {
  if (one.key === "" || other.key === "") return undefined;
  if (one.key === other.key) return "same-name";
  if (partOf(one, other)) return "part-of-name";
  return nearNames(one, other, alike) ? "near-name" : undefined;
};

/** The last word is the surname where it is not the first; a name in one word has none. */
const otherSurname = (one: NameKey, other: NameKey, alike: Alike): boolean =>
  one.words.length > 1 &&
  other.words.length > 1 &&
  !other.words.some(
    (word) => word === one.words.at(-1) || near(word, one.words.at(-1) ?? "", alike),
  );

const differ = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one !== other;

/** The rules that hold between two people, the strongest first; the same whichever comes first. */
export const rulesBetween = (one: Traits, other: Traits, alike: Alike): readonly Rule[] => {
  const held: RuleName[] = [];
  if (shares(one.emails, other.emails)) held.push("same-email");
  if (shares(one.phones, other.phones)) held.push("same-phone");
  if (shares(one.handles, other.handles)) held.push("same-handle");
  const onName = onNames(one.name, other.name, alike);
  if (onName !== undefined) held.push(onName);
  if (one.team !== undefined && one.team === other.team) held.push("same-team");
  if (differ(one.alias, other.alias)) held.push("different-alias");
  if (differ(one.team, other.team)) held.push("different-team");
  if (
    onName === undefined &&
    otherSurname(one.name, other.name, alike) &&
    otherSurname(other.name, one.name, alike)
  )
    held.push("different-surname");
  return held.map((name) => rules[name]);
};

export const weightOf = (held: readonly Rule[]): number =>
  held.reduce((total, { weight }) => total + weight, 0);
