/** Records that may be one person: why, in words, and what making them one does. The only place that says so. */
import type { Campaign } from "../../domain/campaign/campaign.ts";
import type { Pair } from "../../domain/people/duplicates/find-duplicates.ts";
import { memberNames } from "../../domain/people/duplicates/merge-people.ts";
import type { Difference, MergedPerson } from "../../domain/people/duplicates/merge-people.ts";
import { nameKey } from "../../domain/people/duplicates/name-key.ts";
import type { Rule } from "../../domain/people/duplicates/rules.ts";
import type { Person } from "../../domain/people/person.ts";
import type { Json } from "../../domain/text/canonical-json.ts";
import { showable } from "../../domain/text/clean.ts";
import { listed } from "../../domain/text/words.ts";
import { hanging } from "./columns.ts";
import type { Width } from "./columns.ts";
import { inLadderOrder, pledgeWords } from "./words.ts";

type Names = readonly [one: string, other: string];

/** How two names are the same: letter by letter, but for accents and the like, or in another order. */
const sameName = ([one, other]: Names): string => {
  if (one === other) return "the same name";
  const turned = nameKey(one).reading !== nameKey(other).reading;
  return turned ? "the same name in another order" : "the same name written differently";
};

const said = (rules: readonly Rule[], names: Names | undefined): readonly string[] =>
  rules.map(({ name, says }) =>
    name === "same-name" && names !== undefined ? sameName(names) : says,
  );

/** "the same e-mail and the same team, but different aliases". With both names it also says how those are the same. */
export const reasonsInWords = (rules: readonly Rule[], names?: Names): string => {
  const speakFor = said(
    rules.filter(({ weight }) => weight > 0),
    names,
  );
  const against = said(
    rules.filter(({ weight }) => weight < 0),
    names,
  );
  return [listed(speakFor), ...(against.length === 0 ? [] : [`but ${listed(against)}`])].join(", ");
};

/** `reasons` speak for it, `against` against it; both are names of rules. */
export const pairJson = ({ ids, weight, rules }: Pair): Json => {
  const names = (sign: number): readonly string[] =>
    rules.filter((rule) => Math.sign(rule.weight) === sign).map(({ name }) => name);
  return { ids, weight, reasons: names(1), against: names(-1) };
};

/** A pair in two lines: who, and why. */
export const pairList = (
  pairs: readonly (readonly [one: Person, other: Person, rules: readonly Rule[]])[],
  { columns, width }: { readonly columns: number; readonly width: Width },
): string => {
  const who = ({ id, name }: Person): string => `${showable(name)} (${id})`;
  return pairs
    .flatMap(([one, other, rules]) => [
      hanging(`${who(one)} and ${who(other)}`, 2, columns, width),
      `  ${hanging(reasonsInWords(rules, [one.name, other.name]), 2, columns, width)}`,
    ])
    .join("\n");
};

const differenceWords = ({ member, other, stays }: Difference): string =>
  `${memberNames[member]} ${showable(other)} (${showable(stays)} stays)`;

/** Codes differ between any two records. */
const tellable = ({ differences }: Pick<MergedPerson, "differences">): readonly Difference[] =>
  differences.filter(({ member }) => member !== "code");

/** One line for after it: "One person now: kqfmwtab. In the note: role SRE (DBA stays)." */
export const mergedWords = (merged: Pick<MergedPerson, "person" | "differences">): string => {
  const noted = tellable(merged).map(differenceWords);
  const note = noted.length === 0 ? "" : ` In the note now: ${listed(noted)}.`;
  return `One person now: ${showable(merged.person.name)}, ${merged.person.id}.${note}`;
};

/** What making them one will do, for before it. */
export const mergePreview = (
  campaign: Campaign,
  merged: Pick<MergedPerson, "person" | "differences" | "taken" | "pledges">,
  other: Person,
  { columns, width }: { readonly columns: number; readonly width: Width },
): string => {
  const { person, taken, pledges } = merged;
  const differences = tellable(merged);
  const does = inLadderOrder(campaign, pledges).map(pledgeWords);
  return [
    `${person.id} stays, with its code. ${other.id} goes, but its code still names her.`,
    ...(taken.length === 0
      ? []
      : [`From ${other.id} come: ${listed(taken.map((member) => memberNames[member]))}.`]),
    ...(differences.length === 0
      ? []
      : [
          `Into the note goes what cannot stand twice: ${listed(differences.map(differenceWords))}.`,
        ]),
    `Will do: ${does.length === 0 ? "no pledge" : listed(does)}.`,
    "Contacts, both histories, signatures and whom she covers are joined.",
  ]
    .map((line) => hanging(line, 0, columns, width))
    .join("\n");
};
