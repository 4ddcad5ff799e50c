/**
 * Who signed one text, as several organizers say: the lines that a letter may show, and numbers for the rest. Never
 * more than there are people who signed, whoever of them told several organizers; the order of the lists
 * makes no difference, and one list alone stays as it is.
 *
 * How many signed is the larger of two bounds: the longest list, and the longest list of each group of
 * organizers in their own turfs, added up, since people in turfs that do not overlap are different
 * people. Both rests on people being placed in the right team. Laws: test/domain/letters/merge-signers.test.ts.
 */
import type { TeamKey } from "../campaign/campaign.ts";
import type { Range } from "../pledges/readiness.ts";
import { sum } from "../sum.ts";
import { turfGroups } from "../tallies/turf-groups.ts";
import type { CountedSigners, SignerLine } from "./signers.ts";
import { folded } from "./distinct-lines.ts";
import { namesIn } from "./sure-names.ts";
import type { Lists, NameShown } from "./sure-names.ts";
import { rolesBeside } from "./sure-roles.ts";
import { sortedLines } from "./write-signers.ts";

/** What one organizer says. */
export interface SignersList {
  /** The teams for which the organizer is responsible. */
  readonly turf: readonly TeamKey[];
  readonly lines: readonly SignerLine[];
  readonly counted: CountedSigners;
}

export interface MergedSigners {
  /** Sorted as in a list. */
  readonly lines: readonly SignerLine[];
  /** How many more there are at the least, as a number only. */
  readonly others: { readonly workers: number; readonly supporters: number };
  /** Everybody who signed, supporters among them; high if each organizer spoke to other people. */
  readonly people: Range;
  /** Names in several lists that stand for fewer people than there are lines. */
  readonly shownOnce: number;
}

type Names = ReadonlyMap<string, NameShown>;

const most = (numbers: readonly number[]): number =>
  numbers.reduce((largest, n) => Math.max(largest, n), 0);

const shownIn = (names: Names): readonly SignerLine[] =>
  [...names.values()].flatMap(({ shown }) => shown);

const sureLines = (lists: Lists): number => {
  const names = namesIn(lists);
  return shownIn(names).length + rolesBeside(lists, names.values()).length;
};

/** Organizers who may mean one person in their own turfs: those who give a name that nothing tells apart. */
const sharers = (names: Names): readonly (readonly number[])[] =>
  [...names.values()].flatMap(({ given }) => {
    if (given.size === 1) return [];
    const byRole = new Map<string, number[]>();
    for (const [place, lines] of given) {
      for (const { role } of lines) {
        if (role === undefined) return [[...given.keys()]];
        byRole.set(folded(role), [...(byRole.get(folded(role)) ?? []), place]);
      }
    }
    return [...byRole.values()];
  });

/** How many workers there are at the least in turfs that lie apart. */
const apartByTurf = (lists: readonly SignersList[]): number => {
  const inTurf = lists.map(({ lines, turf }) =>
    lines.filter(({ team }) => team !== undefined && turf.includes(team)),
  );
  const together = sharers(namesIn(inTurf)).map((places) => ({
    claims: places.map((signer) => ({ signer, inTurf: true })),
  }));
  return sum(
    turfGroups(lists, together).map((group) => {
      const own = inTurf.map((lines, place) => (group.includes(place) ? lines : []));
      const totals = group.map(
        (place) => (own[place]?.length ?? 0) + (lists[place]?.counted.inTurf ?? 0),
      );
      return Math.max(most(totals), sureLines(own));
    }),
  );
};

/** Whether somebody else gives the worker of this line as a supporter; whoever gives both knows two people. */
const isSupporterOfOthers =
  (outside: Names, place: number) =>
  ({ name, role }: SignerLine): boolean => {
    const given = name === undefined ? undefined : outside.get(folded(name))?.given;
    if (given === undefined || given.has(place)) return false;
    return [...given.values()]
      .flat()
      .some(
        (other) =>
          role === undefined || other.role === undefined || folded(role) === folded(other.role),
      );
  };

const timesGiven = ({ given }: NameShown): number =>
  sum([...given.values()].map((lines) => lines.length));

/**
 * Merges the lists; each signer once. Somebody whom one gives as a worker and another as a supporter is a
 * supporter, as in tallies.
 */
export const mergeSigners = (lists: readonly SignersList[]): MergedSigners => {
  const supporters = lists.map(({ lines }) => lines.filter(({ supporter }) => supporter));
  const outside = namesIn(supporters);
  const united = lists.map((list, place): SignersList => {
    const isAway = isSupporterOfOthers(outside, place);
    return { ...list, lines: list.lines.filter((line) => !line.supporter && !isAway(line)) };
  });
  const workers = united.map(({ lines }) => lines);
  const names = namesIn(workers);
  const shown = [...shownIn(names), ...rolesBeside(workers, names.values())];
  const totals = united.map(
    ({ lines, counted }) => lines.length + counted.inTurf + counted.elsewhere,
  );
  const low = Math.max(shown.length, most(totals), apartByTurf(united));
  const shownOutside = shownIn(outside);
  const totalsOutside = lists.map(
    ({ counted }, place) => (supporters[place]?.length ?? 0) + counted.supporters,
  );
  const lowOutside = Math.max(shownOutside.length, most(totalsOutside));
  const high = lists.map(
    ({ lines, counted }) => lines.length + counted.inTurf + counted.elsewhere + counted.supporters,
  );
  return {
    lines: sortedLines([...shown, ...shownOutside]),
    others: { workers: low - shown.length, supporters: lowOutside - shownOutside.length },
    people: { low: low + lowOutside, high: sum(high) },
    shownOnce: [...names.values(), ...outside.values()].filter(
      (name) => timesGiven(name) > name.shown.length,
    ).length,
  };
};
