/**
 * Which teams may be shown beside the number of the whole unit. Whoever has both can take one from the other, and knows the sizes of
 * the teams; she may even guess that everybody's team is known, so that the teams together are the whole. So a team is
 * shown only while the whole tells nothing more of any team, shown or not, than its own number does:
 *
 * - **People go.** Where a team that was shown has fewer people than its number said, no team is shown, until each
 *   that ever was has as many again: otherwise it would be seen in which team somebody took it back.
 * - **The whole is five more than the teams together**, or the whole would bound a team from above.
 * - **The whole is no more than the teams could hold together while any one of them holds the least it may**: else a team that is not
 *   shown would have to hold somebody. Or so much more that people without a known team must be among them, who may be all of the rest.
 *
 * Where that does not hold, the smallest team is folded into the whole, then the next. By size, which is known to all: the order
 * of the numbers would tell of the number that is not shown. With all of them folded the whole may still say too
 * much, where there are a few small teams and no other; then it is shown lower.
 *
 * Laws: test/domain/counts/publication-attack.test.ts.
 */
import type { Team, TeamKey } from "../campaign/campaign.ts";
import { smallestCell, wholeFives } from "../letters/publication-difference.ts";
import { sum } from "../sum.ts";
import { mostShown, narrowest, widest } from "./held-number.ts";
import type { TeamNumber } from "./count.ts";

/** A team that is large enough to be named, and what it could be shown with. */
export interface Candidate extends Team {
  readonly size: number;
  /** At most what may be shown of it. */
  readonly people: number;
  /** What it was shown with last; 0 where it never was. */
  readonly last: number;
  /** What it may say now; under five it is not shown. */
  readonly atLeast: number;
}

/** What everybody may know of a team at the most: so many people at least, and between so many and so many more. */
interface Room {
  readonly narrow: number;
  readonly wide: number;
}

/** A number at the highest that may be shown says nothing of how many more there are. */
const roomOfShown = ({ atLeast, size }: Candidate): Room => {
  const all = size - atLeast;
  return {
    narrow: Math.min(narrowest, all),
    wide: atLeast + smallestCell > mostShown(size) ? all : Math.min(widest, all),
  };
};

const roomOfHidden = (team: Team, candidate: Candidate | undefined, hasGone: boolean): Room => {
  const all = team.size ?? Infinity;
  if (candidate === undefined) return { narrow: all, wide: all };
  const { last, atLeast } = candidate;
  // One of those that were shown is known to have fewer than it said then; perhaps it is this one.
  if (hasGone && last > 0) return { narrow: last - 1, wide: all };
  // A team that was folded may hold everybody in it.
  return atLeast >= smallestCell ? { narrow: all, wide: all } : { narrow: narrowest, wide: widest };
};

/** What all teams have room for while any one of them holds the least that it may; a large one need not hold none, as long as its range stays wide. */
const least = (rooms: readonly Room[]): number =>
  sum(rooms.map(({ narrow }) => narrow)) -
  rooms.reduce((most, { narrow }) => Math.max(most, Math.min(narrow, widest)), 0);

const forcesNobody = (rest: number, rooms: readonly Room[]): boolean =>
  rest <= least(rooms) || rest > sum(rooms.map(({ wide }) => wide));

export interface Beside {
  /** The number of the whole unit, lower than it could be where it would show that somebody is in a team. */
  readonly whole: number;
  /** Sorted by key. */
  readonly teams: readonly (TeamNumber & Candidate)[];
}

/** `whole` is a whole five; `all` are the teams of the campaign, `candidates` those that may be named. */
export const teamsBeside = (
  whole: number,
  all: readonly Team[],
  candidates: readonly Candidate[],
): Beside => {
  const byKey = new Map<TeamKey, Candidate>(candidates.map((one) => [one.key, one]));
  const hasGone = candidates.some(({ people, last }) => people < last);
  const roomsBeside = (shown: readonly Candidate[]): readonly Room[] => {
    const keys = new Set(shown.map(({ key }) => key));
    return [
      ...shown.map(roomOfShown),
      ...all
        .filter(({ key }) => !keys.has(key))
        .map((team) => roomOfHidden(team, byKey.get(team.key), hasGone)),
    ];
  };
  let shown = hasGone
    ? []
    : candidates
        .filter(({ atLeast }) => atLeast >= smallestCell)
        .toSorted((a, b) => b.size - a.size || (a.key < b.key ? -1 : 1));
  for (; shown.length > 0; shown = shown.slice(0, -1)) {
    const rest = whole - sum(shown.map(({ atLeast }) => atLeast));
    if (rest < smallestCell || !forcesNobody(rest, roomsBeside(shown))) continue;
    const teams = shown
      .map((one) => ({ ...one, team: one.key }))
      .toSorted((a, b) => (a.key < b.key ? -1 : 1));
    return { whole, teams };
  }
  const rooms = roomsBeside([]);
  return {
    whole: forcesNobody(whole, rooms) ? whole : wholeFives(Math.max(0, least(rooms))),
    teams: [],
  };
};
