/** What a new number of the committee file changes, in plain sentences. */
import type { Addressee, Settings, Team, Threshold } from "../../domain/campaign/campaign.ts";
import type { Definition } from "../../domain/committee/committee.ts";
import type { DefinitionPart } from "../../domain/committee/difference.ts";
import { showable } from "../../domain/text/clean.ts";
import { counted, grouped, listed } from "../../domain/text/words.ts";
import type { CommitteeDifference } from "../../usecases/committee/take-in-committee.ts";
import { turfWords } from "./committee.ts";

const sized = ({ size }: Team): string =>
  size === undefined ? "of unknown size" : `of about ${grouped(size)}`;

const teamSentences = (before: readonly Team[], after: readonly Team[]): readonly string[] => [
  ...after.flatMap((team) => {
    const earlier = before.find(({ key }) => key === team.key);
    const name = showable(team.name);
    if (earlier === undefined) return [`There is a new team: ${name}, ${sized(team)}.`];
    return [
      ...(earlier.name === team.name
        ? []
        : [`The team ${showable(earlier.name)} is called ${name} now.`]),
      ...(earlier.size === team.size ? [] : [`The team ${name} is now ${sized(team)}.`]),
    ];
  }),
  ...before
    .filter(({ key }) => !after.some((team) => team.key === key))
    .map(
      ({ name }) =>
        `The team ${showable(name)} is gone; people of yours in it count as in no team.`,
    ),
];

const needed = (threshold: Threshold): string =>
  "atLeast" in threshold ? grouped(threshold.atLeast) : `${threshold.atLeastPercent}% of the unit`;

const thresholdSentences = (
  before: readonly Threshold[],
  after: readonly Threshold[],
): readonly string[] => {
  const actions = [...new Set([...before, ...after].map(({ action }) => action))];
  return actions.flatMap((action) => {
    const was = before.find((one) => one.action === action);
    const is = after.find((one) => one.action === action);
    if (is === undefined) return [`${action} no longer has a number that it needs.`];
    return was !== undefined && needed(was) === needed(is)
      ? []
      : [`${action} now needs ${needed(is)}.`];
  });
};

/** "refuse was added; strike was taken out", of keys that need no `showable`. */
const listSentence = (
  what: string,
  before: readonly string[],
  after: readonly string[],
): readonly string[] => {
  const added = after.filter((one) => !before.includes(one));
  const gone = before.filter((one) => !after.includes(one));
  if (added.length + gone.length === 0) return [`The ${what} are in another order.`];
  return [
    ...(added.length === 0 ? [] : [`New among the ${what}: ${listed(added)}.`]),
    ...(gone.length === 0 ? [] : [`No longer among the ${what}: ${listed(gone)}.`]),
  ];
};

const calledAs = ({ name, title }: Addressee): string =>
  showable(title === undefined ? name : `${name}, ${title}`);

const settingSentences = (before: Settings, after: Settings): readonly string[] => [
  ...(before.smallestTeam === after.smallestTeam
    ? []
    : [`Tallies now name teams of ${grouped(after.smallestTeam)} workers or more.`]),
  ...(before.oldAfterDays === after.oldAfterDays
    ? []
    : [`A tally now counts as old after ${counted(after.oldAfterDays, "day", "days")}.`]),
];

const partSentences: Readonly<
  Record<DefinitionPart, (before: Definition, after: Definition) => readonly string[]>
> = {
  name: (_, after) => [`The campaign is called ${showable(after.name)} now.`],
  employer: (_, after) => [`The employer is ${showable(after.employer)} now.`],
  unit: (_, { unit }) => [
    `The unit is now ${showable(unit.name)}, about ${counted(unit.size, "worker", "workers")} (${unit.asOf}).`,
  ],
  teams: (before, after) => teamSentences(before.teams, after.teams),
  actions: (before, after) => listSentence("actions", before.actions, after.actions),
  thresholds: (before, after) => thresholdSentences(before.thresholds, after.thresholds),
  addressee: (_, { addressee }) => [
    addressee === undefined
      ? "The letter has no addressee any more."
      : `The addressee is ${calledAs(addressee)} now.`,
  ],
  demands: (before, after) => listSentence("demands", before.demands, after.demands),
  settings: (before, after) => settingSentences(before.settings, after.settings),
};

const attestsSentences = {
  added: (handle: string) => `${handle} can attest letters now.`,
  changed: (handle: string) => `${handle} attests letters with another key now.`,
  removed: (handle: string) => `${handle} has no key for attesting letters any more.`,
} as const;

const memberSentences = (difference: CommitteeDifference): readonly string[] => {
  const { joined, removed, rekeyed, attests, turf, after } = difference;
  return [
    ...joined.map((handle) => `${handle} joined.`),
    ...removed.map((handle) => `${handle} was removed; what ${handle} sent counts no longer.`),
    ...rekeyed.map(({ handle, otherKey }) =>
      otherKey ? `${handle} has another key.` : `${handle}'s certificate is a newer one.`,
    ),
    ...attests.map(({ handle, change }) => attestsSentences[change](handle)),
    ...turf.map(
      ({ handle, teams }) => `${handle} answers for ${turfWords(after.teams, teams)} now.`,
    ),
  ];
};

const textSentences = ({ texts }: CommitteeDifference): readonly string[] => [
  ...texts.added.map((letter) => `There is a new text to sign: ${letter}.`),
  ...texts.changed.map(
    (letter) => `The text of ${letter} is another one; whoever signed it must be asked again.`,
  ),
  ...texts.removed.map((letter) => `${letter} is no longer among the shared texts; yours stays.`),
];

/** One sentence a line. Nothing where nothing changed that anybody would see. */
export const differenceLines = (difference: CommitteeDifference): readonly string[] => {
  const { definition, needs, before, after } = difference;
  return [
    ...memberSentences(difference),
    ...definition.flatMap((part) => partSentences[part](before, after)),
    ...textSentences(difference),
    ...(needs === undefined
      ? []
      : [`The next number needs ${counted(needs, "signature", "signatures")}.`]),
  ];
};
