/**
 * The lines of all signers, united by token: one person as far as anybody can show. One person under two
 * tokens (a code that was not told) stays two here; `low.ts` is about that.
 *
 * People of whom the same signers say the same share one fate in every count, so they are kept as cohorts:
 * a hundred thousand lines are a few thousand cohorts.
 */
import type { ActionKey, TeamKey } from "../campaign/campaign.ts";
import { agreedSets } from "./agreement.ts";
import type { AgreedSet, Agreement } from "./agreement.ts";
import { eachClaim, noSets } from "./claims.ts";
import type { Claim, Signer, TakeClaim } from "./claims.ts";
import { wordsPerToken } from "./lines.ts";
import type { Lines } from "./lines.ts";
import type { TalliedCondition, Token } from "./tally.ts";
import { numberTokens } from "./token-numbers.ts";
import type { Seed } from "./token-numbers.ts";
import { turfGroups } from "./turf-groups.ts";

/** An action over all who speak of it. */
export interface UnitedAction {
  readonly action: ActionKey;
  /** Some signer has it live. */
  readonly live: boolean;
  /** Some signer says that it was taken back. */
  readonly withdrawn: boolean;
  /** The claims that have it live for sure. */
  readonly sure: readonly Claim[];
  /** Of everybody who has it live. */
  readonly conditions: readonly TalliedCondition[];
}

/** People of whom the same signers say the same. */
export interface Cohort {
  readonly people: number;
  /** The key that all who claim them give; nothing when one of them withholds it, does not know it, or gives another. */
  readonly team?: TeamKey;
  /** Every key that somebody gives. */
  readonly teams: readonly TeamKey[];
  /** Somebody says that they are from outside the unit: then they are in no count of it. */
  readonly supporter: boolean;
  /** One or more, in the order of the signers. */
  readonly claims: readonly Claim[];
  /** Every action that somebody speaks of, each once. */
  readonly actions: readonly UnitedAction[];
}

export interface United {
  readonly signers: readonly Signer[];
  readonly cohorts: readonly Cohort[];
  /** Signers who compared their lists with each other. */
  readonly sets: readonly AgreedSet[];
  /** Signers who may have spoken to the same people in their own turfs, by their places; every signer in one group. */
  readonly groups: readonly (readonly number[])[];
}

/** A cohort in the making: whoever gets one more claim moves on to the cohort with that claim too. */
interface Growing {
  readonly claims: readonly Claim[];
  /** By claim the place of that cohort. */
  readonly next: Map<Claim, number>;
  people: number;
}

interface GrowingCohorts {
  /** The person of that number gets one more claim. */
  readonly claim: (number: number, claim: Claim) => void;
  /** Those in which somebody is. */
  readonly whole: () => readonly Growing[];
}

/** Of so many people, of whom nobody has said anything yet. */
const createCohorts = (people: number): GrowingCohorts => {
  const cohorts: Growing[] = [{ claims: [], next: new Map(), people }];
  /** By number, the place of the cohort in which each is: numbers come in no order, and a list that fills so is slow. */
  const places = new Uint32Array(people);
  const nextWith = (before: Growing, claim: Claim): number => {
    const known = before.next.get(claim);
    if (known !== undefined) return known;
    const place = cohorts.push({ claims: [...before.claims, claim], next: new Map(), people: 0 });
    before.next.set(claim, place - 1);
    return place - 1;
  };
  return {
    claim: (number, claim) => {
      const before = cohorts[places[number] ?? 0];
      if (before === undefined) throw new Error("somebody in no cohort");
      const place = nextWith(before, claim);
      const after = cohorts[place];
      if (after === undefined) throw new Error("a cohort that nobody made");
      before.people -= 1;
      after.people += 1;
      places[number] = place;
    },
    whole: () => cohorts.slice(1).filter((one) => one.people > 0),
  };
};

const uniteActions = (claims: readonly Claim[]): readonly UnitedAction[] => {
  const united = new Map<ActionKey, UnitedAction>();
  for (const claim of claims) {
    for (const { action, live, sure, withdrawn, conditions } of claim.actions) {
      const before = united.get(action);
      united.set(action, {
        action,
        live: live || before?.live === true,
        withdrawn: withdrawn || before?.withdrawn === true,
        sure: [...(before?.sure ?? []), ...(sure ? [claim] : [])],
        conditions: before === undefined ? conditions : [...before.conditions, ...conditions],
      });
    }
  }
  return [...united.values()];
};

const cohortOf = ({ claims, people }: Growing): Cohort => {
  const team = claims[0]?.team;
  const agreed = team !== undefined && claims.every((claim) => claim.team === team);
  return {
    people,
    ...(agreed ? { team } : {}),
    teams: [...new Set(claims.flatMap((claim) => claim.teams))],
    supporter: claims.some((claim) => claim.supporter),
    claims,
    actions: uniteActions(claims),
  };
};

/** By token of the signer at that place, the sets in whose compared lists she is; nothing where there are none. */
const setsByToken = (
  sets: readonly AgreedSet[],
  place: number,
): ReadonlyMap<Token, readonly number[]> => {
  const found = new Map<Token, readonly number[]>();
  for (const [index, { members }] of sets.entries()) {
    for (const token of members.get(place) ?? [])
      found.set(token, [...(found.get(token) ?? []), index]);
  }
  return found;
};

/** For those who unite what nobody else wrote. */
const noSeed: Seed = new Uint32Array(wordsPerToken);

/** The numbers of the tokens in the lines of the signers, and how many there are. */
const numbered = (
  signers: readonly Signer[],
  seed: Seed,
): { readonly size: number; readonly numbersOf: (lines: Lines) => Uint32Array } => {
  const all = signers.flatMap(({ copies }) => copies.map(({ lines }) => lines));
  const { numbers, size } = numberTokens(all, seed);
  const byLines = new Map(all.map((lines, place) => [lines, numbers[place]]));
  return {
    size,
    numbersOf: (lines) => {
      const found = byLines.get(lines);
      if (found === undefined) throw new Error("lines that nobody wrote");
      return found;
    },
  };
};

/** Unites what the signers say. The order of the signers and of their lines changes no count, and neither does the seed (`token-numbers.ts`). */
export const unite = (
  signers: readonly Signer[],
  agreements: readonly Agreement[] = [],
  seed: Seed = noSeed,
): United => {
  const sets = agreedSets(agreements, signers);
  const { size, numbersOf } = numbered(signers, seed);
  const growing = createCohorts(size);
  for (const [place, signer] of signers.entries()) {
    const compared = setsByToken(sets, place);
    // One copy's lines come one after another.
    let [last, numbers]: [Lines | undefined, Uint32Array] = [undefined, new Uint32Array()];
    const take: TakeClaim = (lines, at, claim) => {
      if (lines !== last) [last, numbers] = [lines, numbersOf(lines)];
      growing.claim(numbers[at] ?? 0, claim);
    };
    if (compared.size === 0) eachClaim(signer, place, take);
    else eachClaim(signer, place, take, (token) => compared.get(token) ?? noSets);
  }
  const cohorts = growing.whole().map((one) => cohortOf(one));
  return { signers, cohorts, sets, groups: turfGroups(signers, cohorts) };
};
