/** A published count on the screen of whoever publishes it: what leaves, and what is held back. */
import type { FoldedTeams } from "../../domain/counts/compose-count.ts";
import type { PublishedCount, ShownAction } from "../../domain/counts/count.ts";
import { inOrder, numberWords } from "../../domain/counts/count-words.ts";
import { showable } from "../../domain/text/clean.ts";
import type { Json } from "../../domain/text/canonical-json.ts";
import { counted, grouped, listed } from "../../domain/text/words.ts";

const actionLines = (
  { action, atLeast, teams }: ShownAction,
  unitSize: number,
): readonly string[] => [
  `${action}: ${numberWords(atLeast, unitSize)}`,
  ...teams.map((team) => `  in ${showable(team.name)}: ${numberWords(team.atLeast, team.size)}`),
];

/** Every number in the file, a line each. */
export const countLines = (count: PublishedCount): readonly string[] =>
  inOrder(count).flatMap((one) => actionLines(one, count.unit.size));

/** What is not shown though it could be, were nothing else known. */
export interface HeldBack {
  /** Numbers of the whole unit that stay lower. */
  readonly lower: readonly {
    readonly action: string;
    readonly says: number;
    readonly could: number;
  }[];
  readonly folded: readonly FoldedTeams[];
}

/** `fresh` is what the first count of all would show. */
export const heldBack = (
  count: Pick<PublishedCount, "shown">,
  folded: readonly FoldedTeams[],
  fresh: readonly ShownAction[],
): HeldBack => ({
  lower: fresh.flatMap(({ action, atLeast }) => {
    const says = count.shown.find((one) => one.action === action)?.atLeast ?? 0;
    return says < atLeast ? [{ action, says, could: atLeast }] : [];
  }),
  folded,
});

export const heldBackNotes = ({ lower, folded }: HeldBack): readonly string[] => {
  if (lower.length + folded.length === 0) return [];
  return [
    "Held back, so that nobody can be worked out of this count, or of it and one before:",
    ...lower.map(({ action, says, could }) =>
      says === 0
        ? `  ${action} could say ${grouped(could)}, and is not shown yet.`
        : `  ${action} could say ${grouped(could)}, and stays at ${grouped(says)}.`,
    ),
    ...folded.map(
      ({ action, teams }) =>
        `  ${action}: ${listed(teams.map(showable))} ${teams.length === 1 ? "has" : "have"} no number; the people are in that of the whole unit.`,
    ),
  ];
};

/** Why the signatures may be fewer than there are. */
export const letterNote = ({ shown, last }: PublishedCount): readonly string[] =>
  last.some((one) => one.byLetter && shown.some(({ action }) => action === one.action))
    ? [
        "sign says what the last letter says, and no team. For a later number write the letter anew.",
      ]
    : [];

/** The length of a list of receipts, and what it says. */
export const receiptsWords = (length: number): string =>
  `a list of receipts with ${counted(length, "entry", "entries")}, some of them nobody's, so that its length is no count`;

export const shownJson = ({ shown }: PublishedCount): Json =>
  shown.map(({ action, atLeast, teams }) => ({
    action,
    atLeast,
    teams: teams.map((one) => ({ ...one })),
  }));
