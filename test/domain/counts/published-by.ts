/** Counts of a made-up campaign by our rules and by worse ones, each as the attacker reads it back. */
import type { Team, TeamKey } from "../../../src/domain/campaign/campaign.ts";
import { composeCount } from "../../../src/domain/counts/compose-count.ts";
import type { PublishedCount } from "../../../src/domain/counts/count.ts";
import { heldNumber } from "../../../src/domain/counts/held-number.ts";
import { toldTeams } from "../../../src/domain/tallies/told-teams.ts";
import type { Range, Reading } from "./count-attacker.ts";
import { action, everybodyIn } from "./simulated-campaigns.ts";
import type { Simulated, Truth } from "./simulated-campaigns.ts";

type Composed = Pick<PublishedCount, "shown" | "last">;

const shareOf = (size: number): number => Math.floor((size * 80) / 100);

/** Of a number that says P, where it said `last` before: from the rule as docs/publication-format.md tells it. */
const readNumber = (P: number, last: number | undefined, size: number): Range => {
  if (P + 5 > shareOf(size)) return { low: P, high: size };
  return { low: P, high: Math.min(size, P === last ? P + 9 : P + 4) };
};

/** What `composeCount` would show of it alone: under five, and told to the attacker for nothing. */
const isSmall = (n: number, size: number, last: number | undefined): boolean => {
  const people = Math.min(n, shareOf(size));
  return last === undefined ? people < 5 : last === 0 && people < 10;
};

interface Row {
  readonly whole: number;
  readonly teams: ReadonlyMap<TeamKey, number>;
}

const rowOf = (composed: Composed, of: "shown" | "last"): Row => {
  const row = composed[of].find((one) => one.action === action);
  return {
    whole: row?.atLeast ?? 0,
    teams: new Map(row?.teams.map(({ team, atLeast }) => [team, atLeast])),
  };
};

/** She is told too where the whole is shown lower than its own rule has it: then it bounds nothing from above. */
const readWhole = (truth: Truth, now: Row, before: Row | undefined, size: number): Range => {
  const held = heldNumber(before?.whole, Math.min(everybodyIn(truth), shareOf(size)));
  return now.whole === held
    ? readNumber(now.whole, before?.whole, size)
    : { low: now.whole, high: size };
};

const readTeam = (
  { key, size }: Team,
  truth: Truth,
  isTold: boolean,
  now: Row,
  before: Row | undefined,
): Range => {
  if (size === undefined) return { low: 0, high: Infinity };
  const last = before && (before.teams.get(key) ?? 0);
  const P = now.teams.get(key);
  if (P !== undefined) return readNumber(P, last, size);
  const n = truth.inTeam.get(key) ?? 0;
  if (isTold && isSmall(n, size, last)) return { low: 0, high: last === undefined ? 4 : 9 };
  const wasShown = [...(before?.teams.values() ?? [])].filter((one) => one > 0);
  // Teams went because one has fewer than it said; where one alone was ever shown it is that one.
  const isTheOne = wasShown.length === 1 && last !== undefined && last > 0 && n < last;
  return { low: 0, high: isTheOne ? last - 1 : size };
};

export interface Published {
  readonly readings: readonly Reading[];
  readonly composed: readonly Composed[];
}

/** By our rules, each count going on from the one before. */
export const publishedByUs = ({ definition, rounds }: Simulated): Published => {
  const told = toldTeams(definition, new Map());
  const readings: Reading[] = [];
  const composed: Composed[] = [];
  for (const truth of rounds) {
    const earlier = composed.at(-1);
    const low = {
      everybody: everybodyIn(truth),
      inTeam: (key: TeamKey) => truth.inTeam.get(key) ?? 0,
    };
    const count = composeCount({ definition, low: () => low, earlier, letter: undefined });
    const [now, before] = [rowOf(count, "shown"), earlier && rowOf(earlier, "last")];
    readings.push({
      whole: readWhole(truth, now, before, definition.unit.size),
      teams: new Map(
        definition.teams.map((team) => [
          team.key,
          readTeam(team, truth, told.has(team.key), now, before),
        ]),
      ),
    });
    composed.push(count);
  }
  return { readings, composed };
};

/** Exact numbers, where nothing but cells under five is left out. */
export const publishedExactly = ({ definition, rounds }: Simulated): readonly Reading[] =>
  rounds.map((truth) => {
    const all = everybodyIn(truth);
    return {
      whole: { low: all, high: all },
      teams: new Map(
        definition.teams.map(({ key }) => {
          const n = truth.inTeam.get(key) ?? 0;
          return [key, n < 5 ? { low: 0, high: 4 } : { low: n, high: n }];
        }),
      ),
    };
  });

const fives = (n: number): Range => ({ low: n - (n % 5), high: n - (n % 5) + 4 });

/** Rounded down to whole fives and no more: nothing is held, and no team is folded. */
export const publishedRounded = ({ definition, rounds }: Simulated): readonly Reading[] =>
  rounds.map((truth) => ({
    whole: fives(everybodyIn(truth)),
    teams: new Map(definition.teams.map(({ key }) => [key, fives(truth.inTeam.get(key) ?? 0)])),
  }));

/** Held as ours are, and every team is shown that has five. */
export const publishedUnfolded = ({ definition, rounds }: Simulated): readonly Reading[] => {
  let last: ReadonlyMap<string, number> | undefined;
  return rounds.map((truth) => {
    const next = new Map<string, number>();
    const read = (key: string, n: number): Range => {
      const said = last === undefined ? undefined : (last.get(key) ?? 0);
      const P = said === undefined || n < said || n >= said + 10 ? n - (n % 5) : said;
      next.set(key, P);
      return { low: P, high: P === said ? P + 9 : P + 4 };
    };
    const reading = {
      whole: read("whole", everybodyIn(truth)),
      teams: new Map(
        definition.teams.map(({ key }) => [key, read(key, truth.inTeam.get(key) ?? 0)] as const),
      ),
    };
    last = next;
    return reading;
  });
};
