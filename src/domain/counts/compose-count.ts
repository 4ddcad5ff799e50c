/**
 * What may be published of everything that was merged, beside what was published before. Pure: the laws are held in
 * test/domain/counts/publication-attack.test.ts by somebody who has every publication and solves for the rest.
 *
 * - Numbers are those that can be shown (`low`), rounded down to whole fives, and held (`held-number.ts`).
 * - At most 80 % of the unit or of a team is shown, and a unit smaller than the smallest team that is named not at all.
 * - Teams stand beside the whole only where it tells nothing more of them (`teams-beside.ts`).
 * - Once a letter has gone out it says how many signed. Two files that count the same people by two rules could be
 *   taken from each other, so `sign` then shows what the letter shows, rounded down, and no team.
 */
import { SIGN } from "../campaign/campaign.ts";
import type { ActionKey, TeamKey } from "../campaign/campaign.ts";
import type { Definition } from "../committee/committee.ts";
import { smallestCell, wholeFives } from "../letters/publication-difference.ts";
import { toldTeams } from "../tallies/told-teams.ts";
import type { LastNumbers, PublishedCount, ShownAction } from "./count.ts";
import { heldNumber, mostShown } from "./held-number.ts";
import { teamsBeside } from "./teams-beside.ts";
import type { Candidate } from "./teams-beside.ts";

/** How many can be shown for one action, in the unit and in a team. */
export interface LowCount {
  readonly everybody: number;
  readonly inTeam: (team: TeamKey) => number;
}

export interface Counting {
  readonly definition: Definition;
  readonly low: (action: ActionKey) => LowCount;
  /** Nothing for the first count of all. */
  readonly earlier: Pick<PublishedCount, "last"> | undefined;
  /** How many the last letter says have signed, at the least; nothing where none went out. */
  readonly letter: number | undefined;
  /** Of these actions alone; what is not among them stays as it was published last. All unless given. */
  readonly only?: readonly ActionKey[];
}

const byKey = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The number of the whole unit. */
const wholeOf = (
  { definition, letter }: Counting,
  low: LowCount,
  last: { readonly atLeast: number; readonly byLetter: boolean } | undefined,
  byLetter: boolean,
): number => {
  const { unit, settings } = definition;
  // The unit is a team too, as far as that goes.
  if (unit.size < Math.max(smallestCell, settings.smallestTeam)) return 0;
  const held = heldNumber(last?.atLeast, Math.min(low.everybody, mostShown(unit.size)));
  if (!byLetter) return held;
  // Somebody else's letter: what it says now is not known here.
  return Math.min(held, letter === undefined ? (last?.atLeast ?? 0) : wholeFives(letter));
};

const candidatesIn = (
  { definition, earlier }: Counting,
  low: LowCount,
  last: LastNumbers | undefined,
): readonly Candidate[] => {
  const told = toldTeams(definition, new Map());
  return definition.teams.flatMap((team) => {
    const { size } = team;
    if (size === undefined || !told.has(team.key)) return [];
    const people = Math.min(low.inTeam(team.key), mostShown(size));
    const before = last?.teams.find((one) => one.team === team.key)?.atLeast ?? 0;
    const atLeast = heldNumber(earlier === undefined ? undefined : before, people);
    return [{ ...team, size, people, last: before, atLeast }];
  });
};

/** Teams with people enough for a number of their own that are in the whole alone. */
export interface FoldedTeams {
  readonly action: ActionKey;
  /** Their names. */
  readonly teams: readonly string[];
}

interface ComposedAction {
  readonly shown: ShownAction;
  readonly last: LastNumbers;
  readonly folded: FoldedTeams;
}

const composeAction = (counting: Counting, action: ActionKey): ComposedAction => {
  const { definition, earlier, letter } = counting;
  const last = earlier?.last.find((one) => one.action === action);
  const low = counting.low(action);
  const byLetter = action === SIGN && (letter !== undefined || last?.byLetter === true);
  const before = earlier && (last ?? { atLeast: 0, byLetter: false });
  const unit = wholeOf(counting, low, before, byLetter);
  const candidates = candidatesIn(counting, low, last);
  const { whole, teams } = byLetter
    ? { whole: unit, teams: [] }
    : teamsBeside(unit, definition.teams, candidates);
  const told = new Set(teams.map(({ team }) => team));
  const numbers = new Map(last?.teams.map((one) => [one.team, one]));
  for (const { team, atLeast } of teams) numbers.set(team, { team, atLeast });
  return {
    shown: {
      action,
      atLeast: whole,
      teams: teams.map(({ team, name, size, atLeast }) => ({ team, name, size, atLeast })),
    },
    last: {
      action,
      atLeast: whole,
      teams: [...numbers.values()].toSorted((a, b) => byKey(a.team, b.team)),
      byLetter,
    },
    folded: {
      action,
      teams: candidates
        .filter(({ key, people }) => people >= smallestCell && !told.has(key))
        .map(({ name }) => name),
    },
  };
};

/** What is shown now, and what was shown last: of every action that ever was. `folded` is for whoever publishes, and for nobody else. */
export const composeCount = (
  counting: Counting,
): Pick<PublishedCount, "shown" | "last"> & { readonly folded: readonly FoldedTeams[] } => {
  const { definition, earlier, only } = counting;
  const composed = definition.actions
    .filter((action) => only === undefined || only.includes(action))
    .map((action) => composeAction(counting, action));
  const last = new Map(earlier?.last.map((one) => [one.action, one]));
  const shown: ShownAction[] = [];
  for (const one of composed) {
    const isShown = one.shown.atLeast >= smallestCell;
    if (isShown) shown.push(one.shown);
    if (isShown || last.has(one.last.action)) last.set(one.last.action, one.last);
  }
  return {
    shown,
    last: [...last.values()].toSorted((a, b) => byKey(a.action, b.action)),
    folded: composed
      .filter((one) => one.shown.atLeast >= smallestCell && one.folded.teams.length > 0)
      .map(({ folded }) => folded),
  };
};
