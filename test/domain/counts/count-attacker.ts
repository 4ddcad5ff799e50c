/**
 * Somebody at the employer who has every count that was published, and the size of every team. She knows the rules by
 * which a number is made, and reads each back into the range of numbers that it can stand for; then she solves what
 * holds between them. More is given to her than she can have: she is told which of the teams that are not shown are too
 * small to be, and she guesses that everybody's team is known, as long as nothing contradicts that.
 *
 * `found` are cells, what is left of a team, and differences between two counts, of which she can tell that one to four people are behind
 * them, and is right.
 */
import type { TeamKey } from "../../../src/domain/campaign/campaign.ts";
import { everybodyIn } from "./simulated-campaigns.ts";
import type { Truth } from "./simulated-campaigns.ts";

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** One count as she reads it. */
export interface Reading {
  readonly whole: Range;
  readonly teams: ReadonlyMap<TeamKey, Range>;
}

/** What she knows at one time, after solving: `nowhere` are people whose team is not known. */
interface Solved {
  readonly whole: Range;
  readonly teams: ReadonlyMap<TeamKey, Range>;
}

const within = (a: Range, b: Range): Range => ({
  low: Math.max(a.low, b.low),
  high: Math.min(a.high, b.high),
});

const isEmpty = ({ low, high }: Range): boolean => low > high;

/** `whole` = the sum of the teams + `nowhere`: bounds are pushed through until nothing moves. Nothing where they contradict. */
const solve = ({ whole, teams }: Reading, nowhere: Range): Solved | undefined => {
  const keys = [...teams.keys()];
  let parts = [...teams.values(), nowhere];
  let sum = whole;
  for (;;) {
    const low = parts.reduce((all, part) => all + part.low, 0);
    const high = parts.reduce((all, part) => all + part.high, 0);
    const nextSum = within(sum, { low, high });
    const next = parts.map((part) => {
      const others = {
        low: low - part.low,
        // Infinity less itself is no number.
        high:
          part.high === Infinity && high === Infinity ? highWithout(parts, part) : high - part.high,
      };
      return within(part, { low: nextSum.low - others.high, high: nextSum.high - others.low });
    });
    if (isEmpty(nextSum) || next.some(isEmpty)) return undefined;
    const moved =
      nextSum.low !== sum.low ||
      nextSum.high !== sum.high ||
      next.some((part, at) => part.low !== parts[at]?.low || part.high !== parts[at]?.high);
    [parts, sum] = [next, nextSum];
    if (!moved) break;
  }
  return {
    whole: sum,
    teams: new Map(keys.map((key, at) => [key, parts[at] ?? { low: 0, high: Infinity }])),
  };
};

const highWithout = (parts: readonly Range[], one: Range): number =>
  parts.reduce((all, part) => (part === one ? all : all + part.high), 0);

const solvedFor = (reading: Reading): Solved => {
  const solved = solve(reading, { low: 0, high: 0 }) ?? solve(reading, { low: 0, high: Infinity });
  if (solved === undefined) throw new Error("what was published contradicts itself");
  return solved;
};

const isFew = ({ low, high }: Range): boolean => low >= 1 && high <= 4;

const isAway = ({ low, high }: Range): Range => ({ low: -high, high: -low });

const holds = ({ low, high }: Range, n: number): boolean => low <= n && n <= high;

const difference = (later: Range, earlier: Range): Range => ({
  low: later.low - earlier.high,
  high: later.high - earlier.low,
});

/** Names of what she found, for whoever reads a failure. */
export const found = (
  readings: readonly Reading[],
  truths: readonly Truth[],
  sizes: ReadonlyMap<TeamKey, number>,
): readonly string[] => {
  const solved = readings.map(solvedFor);
  const finds: string[] = [];
  const look = (what: string, range: Range, truth: number): void => {
    const seen = holds(range, truth);
    if (seen && (isFew(range) || isFew(isAway(range))))
      finds.push(`${what}: ${range.low} to ${range.high}, truly ${truth}`);
  };
  for (const [at, { whole, teams }] of solved.entries()) {
    const truth = truths[at];
    if (truth === undefined) continue;
    for (const [key, range] of teams) {
      const n = truth.inTeam.get(key) ?? 0;
      look(`${key} in count ${at}`, range, n);
      const size = sizes.get(key);
      if (size !== undefined)
        look(
          `who is missing of ${key} in count ${at}`,
          difference({ low: size, high: size }, range),
          size - n,
        );
    }
    for (const [before, earlier] of solved.slice(0, at).entries()) {
      const then = truths[before];
      if (then === undefined) continue;
      const between = `between counts ${before} and ${at}`;
      look(
        `everybody ${between}`,
        difference(whole, earlier.whole),
        everybodyIn(truth) - everybodyIn(then),
      );
      for (const [key, range] of teams) {
        const was = earlier.teams.get(key);
        if (was !== undefined)
          look(
            `${key} ${between}`,
            difference(range, was),
            (truth.inTeam.get(key) ?? 0) - (then.inTeam.get(key) ?? 0),
          );
      }
    }
  }
  return finds;
};
