/** What is said of lists of signers: where a letter's signatures come from, and what a list tells its reader. Handles and numbers, never a name. */
import type { Signers } from "../../domain/letters/signers.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { Json } from "../../domain/text/canonical-json.ts";
import { showable } from "../../domain/text/clean.ts";
import { counted, grouped, listed } from "../../domain/text/words.ts";
import type { GatheredSigners, SignersSource } from "../../usecases/letters/gather-signers.ts";

const sourceText = ({ handle, own, asOf }: SignersSource): string =>
  `${showable(handle)}${own ? " (you)" : ""}${asOf === undefined ? "" : ` as of ${asOf}`}`;

/** What a script may know of it: `[{"handle","you","asOf","forked"}]`, `asOf` missing for our own vault. */
export const organizersJson = (gathered: GatheredSigners | undefined): Json =>
  gathered?.sources.map(({ handle, own: you, asOf, forked }) => ({ handle, you, asOf, forked })) ??
  [];

const names = (n: number): string => counted(n, "name", "names");

const forkNotes = (sources: readonly SignersSource[]): readonly string[] =>
  sources
    .filter(({ forked }) => forked)
    .map(({ handle, own }) =>
      own
        ? "There are lists in your name that this vault has not written; only what all of them say is in the letter. Is there a copy of your vault somewhere?"
        : `${showable(handle)} has sent lists that contradict each other; only what all of them say is in the letter. Ask ${showable(handle)} for a new one.`,
    );

/** Whose signatures are under the letter, and whose are not and why. */
export const sourceNotes = (gathered: GatheredSigners | undefined): readonly string[] => {
  if (gathered === undefined) return [];
  const { sources, removed, heldNames, merged } = gathered;
  const { shownOnce } = merged;
  const organizers = counted(sources.length, "organizer", "organizers");
  const once =
    shownOnce === 1 ? "stands in several lists and is" : "stand in several lists and are";
  return [
    ...(sources.length === 0
      ? []
      : [`Signatures of ${organizers}: ${listed(sources.map(sourceText))}.`]),
    ...forkNotes(sources),
    ...removed.map(
      (handle) => `${showable(handle)} is not in the committee any more, so that list is left out.`,
    ),
    ...(shownOnce === 0
      ? []
      : [
          `${names(shownOnce)} ${once} shown once. Two people of one name are told apart by their roles.`,
        ]),
    ...(heldNames.gone === 0
      ? []
      : [
          `${names(heldNames.gone)} of other lists left out: with you the signature was taken back, or is of a supervisor.`,
        ]),
    ...(heldNames.number === 0
      ? []
      : [
          `${names(heldNames.number)} of other lists shown as a number: with you that was asked for.`,
        ]),
  ];
};

/** "at least 40 people", and how sure that is, where organizers may have spoken to the same people. */
export const peopleBehind = (
  people: number,
  gathered: GatheredSigners | undefined,
): { readonly text: string; readonly notes: readonly string[] } => {
  const text = counted(people, "person", "people");
  const high = gathered?.merged.people.high ?? people;
  if (high <= people) return { text, notes: [] };
  return {
    text: `at least ${text}`,
    notes: [
      `It may be ${grouped(high)}, if nobody told two organizers. The least holds if everybody is in the right team.`,
    ],
  };
};

/** Who signed with us and is in no letter and no list, because they took it back with somebody else: by id, whom to ask. */
export const tookBackNotes = (people: readonly PersonId[]): readonly string[] =>
  people.length === 0
    ? []
    : [
        `${counted(people.length, "person", "people")} who signed with you left out: by another organizer's tally the signature was taken back. Ask them (${listed(people)}). If it was: "pledge withdraw ID"; if not, that organizer must hear of it and send a new tally.`,
      ];

/** What a list tells, in numbers. */
export const toldCounts = ({
  lines,
  counted: { inTurf, elsewhere, supporters },
}: Pick<Signers, "lines" | "counted">): {
  readonly named: number;
  readonly roles: number;
  readonly counted: number;
  readonly supporters: { readonly named: number; readonly counted: number };
} => {
  const workers = lines.filter(({ supporter }) => !supporter);
  const named = workers.filter(({ name }) => name !== undefined).length;
  return {
    named,
    roles: workers.length - named,
    counted: inTurf + elsewhere,
    supporters: { named: lines.length - workers.length, counted: supporters },
  };
};

/** What goes out, in words; a number goes beside names as "a number for 30 more". */
const parts = (named: number, roles: number, more: number): readonly string[] => [
  ...(named === 0 ? [] : [names(named)]),
  ...(roles === 0 ? [] : [counted(roles, "role", "roles")]),
  ...(more === 0 ? [] : [`a number for ${grouped(more)}${named + roles === 0 ? "" : " more"}`]),
];

/** "12 names, 5 roles and a number for 30 more", and what is told of supporters: what a list gives away. */
export const toldText = (list: Pick<Signers, "lines" | "counted">): string => {
  const told = toldCounts(list);
  const workers = parts(told.named, told.roles, told.counted);
  const outside = parts(told.supporters.named, 0, told.supporters.counted);
  if (workers.length + outside.length === 0) return "nothing but that nobody has signed with you";
  return [
    ...(workers.length === 0 ? [] : [listed(workers)]),
    ...(outside.length === 0 ? [] : [`of supporters ${listed(outside)}`]),
  ].join("; ");
};
