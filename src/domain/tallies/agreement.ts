/**
 * That two organizers compared their lists of a team by voice, so that nobody stands in both under two codes. It holds
 * for the people who were on the two lists that day, and for nobody who came later. Recorded in this vault alone.
 */
import type { TeamKey } from "../campaign/campaign.ts";
import type { Day } from "../day.ts";
import type { Fingerprint } from "../sealing/certificate.ts";
import type { Signer } from "./claims.ts";
import type { Token } from "./tally.ts";

export interface Agreement {
  readonly team: TeamKey;
  /** Sorted. */
  readonly signers: readonly [Fingerprint, Fingerprint];
  readonly on: Day;
  /** What each of the two had in the team that day, sorted. */
  readonly tokens: readonly [readonly Token[], readonly Token[]];
}

export interface AgreementStore {
  /** Sorted by team, then signers. */
  readonly all: () => readonly Agreement[];
  /** Takes the place of one of the same two in the same team. */
  readonly keep: (agreement: Agreement) => void;
  /** Gives whether there was one. */
  readonly remove: (agreement: Pick<Agreement, "team" | "signers">) => boolean;
}

/**
 * Signers who all compared their lists of a team with each other, by their places, each with those of her tokens that were
 * compared with everybody else's: all these tokens stand for different people.
 */
export interface AgreedSet {
  readonly team: TeamKey;
  readonly members: ReadonlyMap<number, ReadonlySet<Token>>;
}

/** So many sets of one team are looked at; six who all agreed make 57. */
const mostSets = 64;

type Compared = ReadonlyMap<string, ReadonlySet<Token>>;

const key = (one: number, other: number): string => `${one} ${other}`;

/** By pair of places: what the first of them had when the two compared. */
const comparedIn = (
  agreements: readonly Agreement[],
  placeOf: ReadonlyMap<Fingerprint, number>,
): Compared =>
  new Map(
    agreements.flatMap(({ signers: [a, b], tokens: [ones, others] }) => {
      const [one, other] = [placeOf.get(a), placeOf.get(b)];
      return one === undefined || other === undefined
        ? []
        : [[key(one, other), new Set(ones)] as const, [key(other, one), new Set(others)] as const];
    }),
  );

/** Every set of two or more places of which each two are a pair, the smaller ones first. */
const cliquesOf = (
  places: readonly number[],
  compared: Compared,
): readonly (readonly number[])[] => {
  let sets: readonly (readonly number[])[] = places.map((place) => [place]);
  const found: (readonly number[])[] = [];
  while (sets.length > 0 && found.length <= mostSets) {
    sets = sets.flatMap((set) =>
      places
        .filter((place) => place > (set.at(-1) ?? -1))
        .filter((place) => set.every((one) => compared.has(key(one, place))))
        .map((place) => [...set, place]),
    );
    found.push(...sets);
  }
  return found;
};

/** The sets among these signers, team by team; at most `mostSets` of a team. */
export const agreedSets = (
  agreements: readonly Agreement[],
  signers: readonly Pick<Signer, "fingerprint" | "relayed">[],
): readonly AgreedSet[] => {
  const placeOf = new Map(
    signers.flatMap(({ fingerprint, relayed }, place) =>
      relayed === true ? [] : [[fingerprint, place] as const],
    ),
  );
  return [...new Set(agreements.map(({ team }) => team))].flatMap((team) => {
    const compared = comparedIn(
      agreements.filter((one) => one.team === team),
      placeOf,
    );
    const comparedBy = (place: number, set: readonly number[]): ReadonlySet<Token> => {
      const [first, ...others] = set
        .filter((other) => other !== place)
        .map((other) => compared.get(key(place, other)) ?? new Set<Token>());
      return new Set([...(first ?? [])].filter((token) => others.every((one) => one.has(token))));
    };
    return cliquesOf([...signers.keys()], compared)
      .slice(0, mostSets)
      .map((set) => ({
        team,
        members: new Map(set.map((place) => [place, comparedBy(place, set)])),
      }));
  });
};

/** Whether one more agreement would make more sets in its team than are looked at. */
export const areTooMany = (agreements: readonly Agreement[], team: TeamKey): boolean => {
  const there = agreements.filter((one) => one.team === team);
  const signers = [...new Set(there.flatMap((one) => one.signers))].toSorted();
  const placeOf = new Map(signers.map((fingerprint, place) => [fingerprint, place]));
  return cliquesOf([...signers.keys()], comparedIn(there, placeOf)).length > mostSets;
};
