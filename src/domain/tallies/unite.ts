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
import { sum } from "../sum.ts";
import { eachClaim, noSets } from "./claims.ts";
import type { Claim, Signer, TakeClaim } from "./claims.ts";
import { wordsPerToken } from "./lines.ts";
import type { TalliedCondition, Token } from "./tally.ts";
import { createTokenTable } from "./token-table.ts";
import type { Seed } from "./token-table.ts";
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
  readonly next: Map<Claim, Growing>;
  people: number;
}

const newGrowing = (claims: readonly Claim[]): Growing => ({ claims, next: new Map(), people: 0 });

const nextWith = (before: Growing, claim: Claim): Growing => {
  const known = before.next.get(claim);
  if (known !== undefined) return known;
  const made = newGrowing([...before.claims, claim]);
  before.next.set(claim, made);
  return made;
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

/** Unites what the signers say. The order of the signers and of their lines changes no count, and neither does the seed (`token-table.ts`). */
export const unite = (
  signers: readonly Signer[],
  agreements: readonly Agreement[] = [],
  seed: Seed = noSeed,
): United => {
  const sets = agreedSets(agreements, signers);
  // Where everybody comes from who is claimed for the first time; no cohort itself.
  const nobody = newGrowing([]);
  const most = sum(signers.flatMap(({ copies }) => copies.map(({ lines }) => lines.which.length)));
  const table = createTokenTable(most, seed);
  const growing: Growing[] = [];
  for (const [place, signer] of signers.entries()) {
    const compared = setsByToken(sets, place);
    const take: TakeClaim = (lines, at, claim) => {
      const number = table.numberOf(lines.words, at * wordsPerToken);
      const before = growing[number] ?? nobody;
      const after = nextWith(before, claim);
      before.people -= 1;
      after.people += 1;
      growing[number] = after;
    };
    if (compared.size === 0) eachClaim(signer, place, take);
    else eachClaim(signer, place, take, (token) => compared.get(token) ?? noSets);
  }
  const cohorts = [...new Set(growing)].map((one) => cohortOf(one));
  return { signers, cohorts, sets, groups: turfGroups(signers, cohorts) };
};
