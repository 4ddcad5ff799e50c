/** Where merged numbers come from, and what keeps them apart, in lines for the screens that show them. */
import { daysBetween } from "../../domain/age.ts";
import type { Campaign, Handle } from "../../domain/campaign/campaign.ts";
import type { Day } from "../../domain/day.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import type { AboveSize } from "../../domain/tallies/above-sizes.ts";
import type { Contradiction } from "../../domain/tallies/contradictions.ts";
import type { ListsToCompare } from "../../domain/tallies/lists-to-compare.ts";
import type { Json } from "../../domain/text/canonical-json.ts";
import { showable } from "../../domain/text/clean.ts";
import { counted, grouped, listed } from "../../domain/text/words.ts";
import { forksJson } from "./forks.ts";
import { leftOutJson } from "./left-out.ts";
import type { OwnFate, SourceRow, TallySources } from "../../usecases/tallies/tally-sources.ts";

/** What a screen needs to know beside the counts. */
export interface Together {
  readonly campaign: Campaign;
  readonly sources: TallySources;
  readonly compare: readonly ListsToCompare[];
  readonly contradictions: readonly Contradiction[];
  readonly above: readonly AboveSize[];
  /** Today in UTC, as the days in tallies are. */
  readonly universalDay: Day;
}

/** "today", "yesterday", "3 days ago". */
export const ageWords = (days: number): string => {
  if (days <= 0) return "today";
  return days === 1 ? "yesterday" : `${grouped(days)} days ago`;
};

export const isOld = ({ settings }: Campaign, days: number): boolean =>
  days > settings.oldAfterDays;

/** The rows that count, one a signer: of several lives or copies the one that is newest. */
const counting = ({ rows }: TallySources): readonly SourceRow[] => {
  const bySigner = new Map<Fingerprint, SourceRow>();
  for (const row of rows) {
    if (row.state !== "live" && row.state !== "forked") continue;
    const known = bySigner.get(row.from);
    if (known === undefined || (!known.own && known.asOf < row.asOf)) bySigner.set(row.from, row);
  }
  return [...bySigner.values()];
};

/** "From 3 organizers:" and one item a member, for whoever breaks them into lines. */
export const provenance = ({
  campaign,
  sources,
  universalDay,
}: Together): { readonly label: string; readonly items: readonly string[] } => {
  const from = counting(sources);
  const items = from.map(({ handle, own, asOf }) => {
    const called = handle ?? "somebody";
    if (own) return `${called} (you)`;
    const days = daysBetween(asOf, universalDay);
    return `${called} ${ageWords(days)}${isOld(campaign, days) ? " (old)" : ""}`;
  });
  return {
    label: `From ${counted(from.length, "organizer", "organizers")}:`,
    items: [...items, ...sources.silent.map((handle) => `${handle} not yet`)],
  };
};

type Rows = Pick<TallySources, "rows">;

/** The handle of whoever wrote a tally that is here; `null` for one whom no committee file names. */
export const handleIn = ({ rows }: Rows, one: Fingerprint): Handle | null =>
  rows.find(({ from }) => from === one)?.handle ?? null;

/** "you", or a handle. */
export const calledOne = (sources: Rows, one: Fingerprint): string =>
  one === sources.rows.find((row) => row.own)?.from
    ? "you"
    : (handleIn(sources, one) ?? "somebody");

/** "you and heron", the holder of the vault first. */
const calledPair = (sources: Rows, pair: readonly Fingerprint[]): string =>
  listed(
    pair
      .map((one) => calledOne(sources, one))
      .toSorted((a, b) => Number(b === "you") - Number(a === "you")),
  );

/** Who says different things of how many people. */
export const contradictionText = (
  { from, against, lines }: Contradiction,
  sources: TallySources,
): string =>
  `${calledPair(sources, [from, against])} say different things of ${counted(lines, "person", "people")}: compare your lists.`;

/** Which two should compare which lists: the pair with most in question. */
export const compareLine = ({
  campaign,
  sources,
  compare,
  contradictions,
}: Together): readonly string[] => {
  const [most] = compare;
  if (most === undefined)
    return contradictions.slice(0, 1).map((one) => contradictionText(one, sources));
  const team = campaign.teams.find(({ key }) => key === most.team);
  const which = team === undefined ? "people whose team is not told" : showable(team.name);
  return [
    `Compare lists about ${which}: ${calledPair(sources, most.signers)}; up to ${counted(most.people, "person", "people")} may be counted twice.`,
  ];
};

/** What the low numbers rest on, where there is more than one list. */
export const assumptionLine = ({ sources }: Together): readonly string[] =>
  counting(sources).length < 2
    ? []
    : ["The low numbers hold if everybody is placed in the right team."];

/** One line for all that is left out here. */
export const leftOutLine = ({ sources: { leftOut } }: Together): readonly string[] => {
  if (leftOut.length === 0) return [];
  const who = [...new Set(leftOut.map(({ handle }) => handle ?? "somebody"))];
  return [`Not all of ${listed(who)} is counted here: "pledge tally show".`];
};

/** What has become of this vault, and the way out. */
export const fateNote = (fate: OwnFate | undefined): readonly string[] => {
  if (fate === undefined) return [];
  switch (fate.type) {
    case "rolled-back":
      return [
        `A tally of ${fate.by ?? "somebody"} speaks of tallies of yours that this vault does not know of: an old copy of it was put back, or somebody has your key. Begin a new life, which takes the place of this one: "pledge backup FILE", then "pledge restore FILE --vault NEW".`,
      ];
    case "replaced":
      return [
        "Another copy of this vault was restored from a backup and has taken its place: its people count, and those of this one do not. Go on with that one.",
      ];
    default:
      return fate.type satisfies never;
  }
};

/** Members of the JSON of `status`. */
export const togetherJson = ({
  campaign,
  sources,
  compare,
  universalDay,
}: Together): { readonly [name: string]: Json } => ({
  sources: counting(sources).map(({ handle, own, asOf, people, state }) => {
    const days = daysBetween(asOf, universalDay);
    return {
      handle: handle ?? null,
      you: own,
      asOf,
      people,
      state,
      old: !own && isOld(campaign, days),
    };
  }),
  notYet: sources.silent,
  compare: compare.map(({ signers, team, people }) => ({
    handles: signers.map((one) => handleIn(sources, one)),
    team: team ?? null,
    people,
  })),
  forks: forksJson(sources),
  leftOut: leftOutJson(sources),
  vault: sources.fate?.type ?? "current",
});
