/**
 * Which two organizers should compare which part of their lists by voice: where low and high are far
 * apart, because both may have spoken to the same people without a code in common.
 */
import type { ActionKey, TeamKey } from "../campaign/campaign.ts";
import type { Counted, Range } from "../pledges/readiness.ts";
import type { Fingerprint } from "../sealing/certificate.ts";
import type { United } from "./unite.ts";

export interface ListsToCompare {
  /** Sorted. */
  readonly signers: readonly [Fingerprint, Fingerprint];
  /** The team to compare; nothing for the people whose team not everybody knows or tells. */
  readonly team?: TeamKey;
  /** How many people may be counted twice, at most. */
  readonly people: number;
}

const mostShown = 3;

/** More than 1.2 times as many. */
const isFarApart = ({ low, high }: Range): boolean => 5 * high > 6 * low;

/** People in one place, and how many of them lie outside the turf of the signer who claims them. */
interface Part {
  people: number;
  outside: number;
}

/** By team; `undefined` for those in no united team. */
type Parts = Map<TeamKey | undefined, Part>;

const nobody: Part = { people: 0, outside: 0 };

const addTo = (
  parts: Parts | undefined,
  team: TeamKey | undefined,
  people: number,
  inTurf: boolean,
): void => {
  const part = parts?.get(team) ?? { ...nobody };
  parts?.set(team, part);
  part.people += people;
  if (!inTurf) part.outside += people;
};

/** For one action: `parts[a][a]` are the people whom signer a claims, `parts[a][b]` those of them of whom signer b has a line too. */
const partsFor = (
  { signers, cohorts }: United,
  action: ActionKey,
): readonly (readonly Parts[])[] => {
  const parts = signers.map(() => signers.map((): Parts => new Map()));
  for (const { people, team, supporter, claims } of cohorts) {
    if (supporter) continue;
    for (const { signer, inTurf, actions } of claims) {
      if (!actions.some((said) => said.action === action && said.live)) continue;
      for (const other of claims) addTo(parts[signer]?.[other.signer], team, people, inTurf);
    }
  }
  return parts;
};

/**
 * For one action, by pair and team: the people whom the first claims, of whom the second has no line, and who were in her list when
 * the two compared theirs. None of them is anybody who was in the other list that day.
 */
const comparedFor = ({ cohorts, sets }: United, action: ActionKey): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const { people, team, supporter, claims } of cohorts) {
    if (supporter) continue;
    for (const { signer, actions, sets: places } of claims) {
      if (!actions.some((said) => said.action === action && said.live)) continue;
      for (const set of places.flatMap((place) => sets[place] ?? [])) {
        if (set.team !== team || set.members.size !== 2) continue;
        const other = [...set.members.keys()].find((one) => one !== signer) ?? signer;
        if (claims.some((claim) => claim.signer === other)) continue;
        const key = `${signer} ${other} ${team}`;
        found.set(key, (found.get(key) ?? 0) + people);
      }
    }
  }
  return found;
};

/** What is left of `all` without `shared`. */
const less = (all: Parts = new Map(), shared: Parts = new Map()): Parts =>
  new Map(
    [...all].map(([team, part]) => {
      const { people, outside } = shared.get(team) ?? nobody;
      return [team, { people: part.people - people, outside: part.outside - outside }];
    }),
  );

const whole = (parts: Parts): Part => {
  const all = { ...nobody };
  for (const { people, outside } of parts.values()) {
    all.people += people;
    all.outside += outside;
  }
  return all;
};

/** How many may be counted twice between two signers, by team: no pair of people who both lie in turfs that are apart. */
const twiceByTeam = (
  one: Parts,
  other: Parts,
  apart: boolean,
  comparedIn: (team: TeamKey) => number,
): readonly (readonly [TeamKey | undefined, number])[] => {
  const atMost = (a: Part, b: Part): number =>
    Math.min(a.people, b.people, apart ? a.outside + b.outside : Infinity);
  // Two whose lists were compared can both have somebody only where she came to one of them later.
  const atMostFresh = (team: TeamKey, a: Part, b: Part): number =>
    Math.min(atMost(a, b), a.people + b.people - comparedIn(team));
  const unplaced = (one.get(undefined) ?? nobody).people + (other.get(undefined) ?? nobody).people;
  return [
    // Somebody without a team may be anybody of the other list.
    [undefined, Math.min(unplaced, atMost(whole(one), whole(other)))] as const,
    ...[...one].flatMap(([team, part]) =>
      team === undefined
        ? []
        : [[team, atMostFresh(team, part, other.get(team) ?? nobody)] as const],
    ),
  ];
};

/** The first comes first: more people, else by who and where. */
const isBefore = (a: ListsToCompare, b: ListsToCompare): boolean =>
  a.people === b.people ? keyOf(a) < keyOf(b) : a.people > b.people;

const keyOf = ({ signers: [one, other], team }: Omit<ListsToCompare, "people">): string =>
  `${one} ${other} ${team ?? ""}`;

/** Keeps the first few: with a hundred signers there are 30,000 parts, and nobody sees more. */
const createFirst = () => {
  let first: readonly ListsToCompare[] = [];
  return {
    /** Whether so many people are too few to come among them. */
    isTooFew: (people: number): boolean =>
      people <= 0 || (first.length === mostShown && people < (first.at(-1)?.people ?? 0)),
    /** The same part may come again, with another action. */
    take: (part: ListsToCompare): void => {
      const same = first.find((one) => keyOf(one) === keyOf(part));
      if (same !== undefined && same.people >= part.people) return;
      first = [...first.filter((one) => one !== same), part]
        .toSorted((a, b) => (isBefore(a, b) ? -1 : 1))
        .slice(0, mostShown);
    },
    all: (): readonly ListsToCompare[] => first,
  };
};

/** At most three parts of lists, those with the most people first; none where low and high are close. */
export const listsToCompare = (
  united: United,
  counted: Pick<Counted, "action">,
  actions: readonly ActionKey[],
): readonly ListsToCompare[] => {
  const { signers, groups } = united;
  const groupOf = new Map(groups.flatMap((group, index) => group.map((place) => [place, index])));
  const first = createFirst();
  for (const action of actions) {
    if (!isFarApart(counted.action(action).pledged)) continue;
    const parts = partsFor(united, action);
    const compared = comparedFor(united, action);
    for (const [a, one] of signers.entries()) {
      for (const [b, other] of signers.entries()) {
        if (one.fingerprint >= other.fingerprint) continue;
        // Nobody here can ask those whose lists were passed on.
        if (one.relayed === true || other.relayed === true) continue;
        const left = less(parts[a]?.[a], parts[a]?.[b]);
        const right = less(parts[b]?.[b], parts[b]?.[a]);
        const comparedIn = (team: TeamKey): number =>
          (compared.get(`${a} ${b} ${team}`) ?? 0) + (compared.get(`${b} ${a} ${team}`) ?? 0);
        const apart = groupOf.get(a) !== groupOf.get(b);
        for (const [team, people] of twiceByTeam(left, right, apart, comparedIn)) {
          if (first.isTooFew(people)) continue;
          first.take({
            signers: [one.fingerprint, other.fingerprint],
            ...(team === undefined ? {} : { team }),
            people,
          });
        }
      }
    }
  }
  return first.all();
};
