/** Made-up campaigns over several counts: people come, go and change teams, and one or two members publish. */
import type { ActionKey, TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { Definition } from "../../../src/domain/committee/committee.ts";
import { defaultSettings } from "../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../src/domain/day.ts";

export const action = "walkout" as ActionKey;

/** How many can be shown in each team, and how many of no known team; as the member who publishes has it. */
export interface Truth {
  readonly inTeam: ReadonlyMap<TeamKey, number>;
  readonly nowhere: number;
}

export interface Simulated {
  readonly definition: Definition;
  /** One for each count that is published. */
  readonly rounds: readonly Truth[];
}

export const everybodyIn = ({ inTeam, nowhere }: Truth): number =>
  [...inTeam.values()].reduce((sum, n) => sum + n, nowhere);

/** Mulberry32, public domain: the same seed gives the same campaign. */
const chance = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

interface Person {
  team: TeamKey | undefined;
  /** Known only to the other of the two members until so many rounds have passed. */
  readonly heardLate: boolean;
}

const definitionFrom = (below: (n: number) => number): Definition => {
  const teams = Array.from({ length: 1 + below(7) }, (_, index) => {
    const size = below(5) === 0 ? 3 + below(9) : 10 + below(60);
    return {
      key: `team-${index}` as TeamKey,
      name: `Team ${index}`,
      ...(below(15) === 0 ? {} : { size }),
    };
  });
  const known = teams.reduce((sum, { size = 20 }) => sum + size, 0);
  return {
    id: "5f6a1f5c-7c55-4a52-9d6a-0b8f6ac1b0c4",
    name: "Sample campaign",
    employer: "Example Corp",
    unit: { name: "Everybody", size: known + below(40), asOf: "2026-11-01" as Day },
    teams,
    actions: [action],
    thresholds: [],
    demands: [],
    settings: { ...defaultSettings, smallestTeam: 5 + below(8) },
  };
};

/** Two members take turns; the second hears of some people one count later. */
export const simulated = (seed: number, members: 1 | 2, counts = 6): Simulated => {
  const below = chance(seed);
  const definition = definitionFrom(below);
  // In half of the campaigns everybody's team is known, which is what helps the attacker most.
  const teamless = below(2) === 0 ? 0 : 1 + below(4);
  const people: Person[] = [];
  const inTeam = (key: TeamKey): number => people.filter(({ team }) => team === key).length;
  const join = (): void => {
    const { key, size = 25 } = definition.teams[below(definition.teams.length)] ?? {
      key: "none" as TeamKey,
    };
    if (inTeam(key) < size)
      people.push({
        team: below(10) < teamless ? undefined : key,
        heardLate: below(4) === 0,
      });
  };
  const eagerness = 1 + below(12);
  for (let n = below(eagerness * 20); n > 0; n -= 1) join();
  const rounds = Array.from({ length: counts }, (_, round) => {
    if (round > 0) {
      for (let n = below(2) === 0 ? below(4) : below(eagerness * 3); n > 0; n -= 1) join();
      for (let n = below(3) === 0 ? below(5) : 0; n > 0; n -= 1)
        people.splice(below(people.length), 1);
      const mover = people[below(Math.max(1, people.length))];
      if (mover !== undefined && below(4) === 0)
        mover.team = definition.teams[below(definition.teams.length)]?.key;
    }
    const seen = people.filter(({ heardLate }) => members === 1 || round % 2 === 0 || !heardLate);
    return {
      inTeam: new Map(
        definition.teams.map(({ key }) => [key, seen.filter(({ team }) => team === key).length]),
      ),
      nowhere: seen.filter(({ team }) => team === undefined).length,
    };
  });
  return { definition, rounds };
};
