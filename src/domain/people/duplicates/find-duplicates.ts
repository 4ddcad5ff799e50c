/**
 * Finds records that may be one person, without comparing everybody with everybody: only people who share a
 * mailbox, a telephone, a handle, or a team and something of the name meet at all.
 */
import type { PersonId } from "../person.ts";
import type { Alike, CountryCode } from "./alike.ts";
import { nearNames, rulesBetween, threshold, weightOf } from "./rules.ts";
import type { Rule } from "./rules.ts";
import { traitsOf } from "./traits.ts";
import type { Comparable, Traits } from "./traits.ts";

export interface DuplicateDeps {
  readonly alike: Alike;
  /** Where a phone number without a country code is from. */
  readonly country?: CountryCode;
  /** Pairs of which somebody said that they are not the same, in any order. */
  readonly apart?: readonly (readonly [PersonId, PersonId])[];
  /** Hears how many people were compared with all others, while `pairs` works. */
  readonly step?: (done: number) => void;
}

/** Somebody of the vault, as far as she is compared. */
export type Known = Comparable & { readonly id: PersonId };

export interface Duplicate {
  readonly id: PersonId;
  readonly weight: number;
  /** Those that speak against come last. */
  readonly rules: readonly Rule[];
}

export interface Pair {
  /** In the order of the alphabet. */
  readonly ids: readonly [PersonId, PersonId];
  readonly weight: number;
  readonly rules: readonly Rule[];
}

/** People laid out so that whoever may be the same as somebody is found at once. */
export interface DuplicateIndex {
  /** Lays in one more: the next line of a file is compared with the lines before it too. */
  readonly add: (person: Known) => void;
  /** Whoever may be this person, the strongest first; never herself. */
  readonly duplicatesOf: (person: Comparable) => readonly Duplicate[];
  /** Every pair once, the strongest first. */
  readonly pairs: () => readonly Pair[];
}

/**
 * More people than this behind one mailbox, telephone or name in a team are a switchboard or a placeholder
 * ("Unknown"), not one person, and would be millions of pairs.
 */
const crowd = 50;

/** The two words of each pair, in order of the alphabet; of the first six words. */
const pairsOfWords = (words: readonly string[]): readonly string[] => {
  const sorted = [...new Set(words)].toSorted().slice(0, 6);
  return sorted.flatMap((word, index) => sorted.slice(index + 1).map((next) => `${word} ${next}`));
};

/** What people must have in common to be compared. A tab stands in no cleaned text, so keys cannot run together. */
const blocksOf = ({ name, team, emails, phones, handles }: Traits): readonly string[] => [
  ...emails.map((email) => `email\t${email}`),
  ...phones.map((phone) => `phone\t${phone}`),
  ...handles.map((handle) => `handle\t${handle}`),
  ...(team === undefined || name.key === ""
    ? []
    : [
        `name\t${team}\t${name.key}`,
        ...pairsOfWords(name.words).map((words) => `words\t${team}\t${words}`),
      ]),
];

const pairKey = (one: PersonId, other: PersonId): string =>
  one < other ? `${one} ${other}` : `${other} ${one}`;

const strongestFirst = (one: Duplicate, other: Duplicate): number =>
  other.weight - one.weight || (one.id < other.id ? -1 : 1);

/** What somebody is looked up by, worked out once. */
interface Sought {
  readonly traits: Traits;
  readonly blocks: readonly string[];
}

interface Laid extends Sought {
  readonly id: PersonId;
}

const into = <K, V>(map: Map<K, V>, key: K, make: () => V): V => {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
};

export const duplicateIndex = (people: Iterable<Known>, deps: DuplicateDeps): DuplicateIndex => {
  const { alike, country } = deps;
  const apart = new Set((deps.apart ?? []).map(([one, other]) => pairKey(one, other)));
  const blocks = new Map<string, Laid[]>();
  // Team and first letters -> key of the name -> people: names are compared, not everybody who bears them.
  const names = new Map<string, Map<string, Laid[]>>();
  const everybody: Laid[] = [];
  const nearBlock = ({ name, team }: Traits): string | undefined =>
    team === undefined || name.key === "" ? undefined : `${team}\t${name.initials}`;

  const soughtBy = (person: Comparable): Sought => {
    const traits = traitsOf(person, alike, country);
    return { traits, blocks: blocksOf(traits) };
  };

  const add = (person: Known): void => {
    const laid = { id: person.id, ...soughtBy(person) };
    for (const block of laid.blocks) into(blocks, block, () => []).push(laid);
    everybody.push(laid);
    const block = nearBlock(laid.traits);
    if (block === undefined) return;
    const bearers = into(names, block, () => new Map<string, Laid[]>());
    into(bearers, laid.traits.name.key, () => []).push(laid);
  };
  for (const person of people) add(person);

  const met = (
    { traits, blocks: own }: Sought,
    wanted: (id: PersonId) => boolean,
  ): ReadonlySet<Laid> => {
    const found = new Set<Laid>();
    for (const block of own) {
      const there = blocks.get(block) ?? [];
      if (there.length <= crowd) for (const one of there) if (wanted(one.id)) found.add(one);
    }
    const block = nearBlock(traits);
    const near = block === undefined ? undefined : names.get(block);
    // Whichever of the two is asked about, a crowd is left out: a pair is found from both sides or from none.
    if (near === undefined || (near.get(traits.name.key)?.length ?? 0) > crowd) return found;
    for (const [key, bearers] of near) {
      if (key === traits.name.key || bearers.length > crowd) continue;
      // Read in the order in which each bearer wrote it, a name may be near where its sorted words are not.
      for (const one of bearers)
        if (wanted(one.id) && nearNames(traits.name, one.traits.name, alike)) found.add(one);
    }
    return found;
  };

  const found = (sought: Sought, wanted: (id: PersonId) => boolean): readonly Duplicate[] =>
    [...met(sought, wanted)].flatMap((other) => {
      const held = rulesBetween(sought.traits, other.traits, alike);
      const weight = weightOf(held);
      return weight < threshold ? [] : [{ id: other.id, weight, rules: held }];
    });

  return {
    add,
    duplicatesOf: ({ id: own, ...person }) =>
      found(
        soughtBy(person),
        (id) => id !== own && (own === undefined || !apart.has(pairKey(own, id))),
      ).toSorted(strongestFirst),
    pairs: () =>
      everybody
        .flatMap((one, at) => {
          deps.step?.(at);
          const own = one.id;
          return found(one, (id) => own < id && !apart.has(pairKey(own, id))).map(
            ({ id, weight, rules }): Pair => ({ ids: [own, id], weight, rules }),
          );
        })
        .toSorted(
          (one, other) =>
            other.weight - one.weight || (one.ids.join(" ") < other.ids.join(" ") ? -1 : 1),
        ),
  };
};

/** Whoever of the index may be this person, the strongest first: for somebody who is about to be added. */
export const duplicatesOf = (person: Comparable, index: DuplicateIndex): readonly Duplicate[] =>
  index.duplicatesOf(person);

/** Every pair that may be one person, once, the strongest first. */
export const findDuplicates = (people: readonly Known[], deps: DuplicateDeps): readonly Pair[] =>
  duplicateIndex(people, deps).pairs();
