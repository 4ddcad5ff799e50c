/**
 * The campaign's facts: kept, taken away, let through, and chosen for a letter. What is known only from work stands in
 * no letter before somebody has decided that it may.
 */
import type { Fact, FactKey } from "../../domain/letters/fact.ts";
import type { LetterFailure } from "../../domain/letters/failures.ts";
import type { LetterName } from "../../domain/letters/letter.ts";
import { numberedName } from "../../domain/letters/letter-name.ts";
import type { GivenFact } from "../../domain/letters/parse-facts.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { keyWords } from "../../domain/text/key-words.ts";
import type { Vault } from "../../domain/vault/vault.ts";

/** Whether a letter may say it. */
export const isSayable = ({ known, letThrough }: Fact): boolean => known === "public" || letThrough;

/** The fact of that key, or `fact-not-found` with those that there are. */
export const namedFact = ({ facts }: Vault, key: string): Result<Fact, LetterFailure> => {
  // Sound: a key that was never one finds nothing.
  const found = facts.byKey(key as FactKey);
  return found === undefined
    ? fail({ type: "fact-not-found", known: facts.all().map((one) => one.key) })
    : ok(found);
};

/** "riverton-city-council-2026": the first words of the source and its year. */
const keyFor = ({ source, date }: GivenFact, taken: (key: FactKey) => boolean): FactKey =>
  numberedName<FactKey>(
    `${keyWords(source) || "source"}-${date.slice(0, 4)}`,
    (key) => !taken(key),
  );

/** In a letter its source follows it, inside the sentence. */
const asClaim = (claim: string): string => claim.replace(/(?<=[^.])\.$/u, "");

/** Keeps all of them or none, each under its key or one made from its source. Nothing is let through by it. */
export const addFacts = (
  { facts, transaction }: Vault,
  given: readonly GivenFact[],
): Result<readonly Fact[], LetterFailure> =>
  transaction((): Result<readonly Fact[], LetterFailure> => {
    const taken = (key: FactKey): boolean => facts.byKey(key) !== undefined;
    const added: Fact[] = [];
    // Those with a key of their own first, so that none that is made takes it.
    for (const said of given.toSorted(
      (a, b) => Number(a.key === undefined) - Number(b.key === undefined),
    )) {
      if (said.key !== undefined && taken(said.key))
        return fail({ type: "fact-exists", key: said.key });
      const fact = {
        ...said,
        claim: asClaim(said.claim),
        key: said.key ?? keyFor(said, taken),
        letThrough: false,
      };
      facts.put(fact);
      added.push(fact);
    }
    return ok(added);
  });

/** Somebody decided that letters may say it. */
export const letFactThrough = ({ facts, transaction }: Vault, fact: Fact): void => {
  transaction(() => ok(facts.put({ ...fact, letThrough: true })));
};

/** The letters that show it. */
export const lettersShowing = ({ letters }: Vault, key: FactKey): readonly LetterName[] =>
  letters
    .all()
    .filter(({ facts }) => facts.includes(key))
    .map(({ name }) => name);

/** Takes a fact out of every letter; a fixed text keeps what it says. Returns the drafts that showed it. */
const takeOut = ({ letters }: Vault, key: FactKey): readonly LetterName[] => {
  const drafts: LetterName[] = [];
  for (const { frozen, ...letter } of letters.all()) {
    if (!letter.facts.includes(key)) continue;
    letters.save({ ...letter, facts: letter.facts.filter((one) => one !== key) });
    if (frozen === undefined) drafts.push(letter.name);
  }
  return drafts;
};

/** Somebody thought better of it: no letter may say it from now on. Returns the drafts that showed it. */
export const holdFact = (vault: Vault, fact: Fact): readonly LetterName[] => {
  let drafts: readonly LetterName[] = [];
  vault.transaction(() => {
    drafts = takeOut(vault, fact.key);
    return ok(vault.facts.put({ ...fact, letThrough: false }));
  });
  return drafts;
};

export interface ChangedFact {
  readonly fact: Fact;
  readonly differs: boolean;
  /** The drafts that showed it and may not any more. */
  readonly drafts: readonly LetterName[];
}

/**
 * Puts a fact in other words under its key, and erases the ones before. What was let through stays so while it says the
 * same from the same source; else somebody has to decide anew.
 */
export const changeFact = (
  vault: Vault,
  before: Fact,
  { source, date, known, ...said }: Omit<GivenFact, "key">,
): ChangedFact => {
  const claim = asClaim(said.claim);
  const same = claim === before.claim && source === before.source && known === before.known;
  if (same && date === before.date) return { fact: before, differs: false, drafts: [] };
  const letThrough = before.letThrough && same;
  const fact = { key: before.key, claim, source, date, known, letThrough };
  let drafts: readonly LetterName[] = [];
  vault.transaction(() => {
    if (!isSayable(fact)) drafts = takeOut(vault, fact.key);
    // Taken away first, which marks the words before as to be erased.
    vault.facts.remove(fact.key);
    return ok(vault.facts.put(fact));
  });
  vault.scrub();
  return { fact, differs: true, drafts };
};

/**
 * Erases a fact, and then whatever the file still holds of it. Letters show it no more; a fixed text keeps
 * what it says. Returns the drafts that showed it.
 */
export const removeFact = (vault: Vault, key: FactKey): readonly LetterName[] => {
  let drafts: readonly LetterName[] = [];
  vault.transaction(() => {
    drafts = takeOut(vault, key);
    return ok(vault.facts.remove(key));
  });
  vault.scrub();
  return drafts;
};

/** The facts of these keys, in that order; refuses one that is not there, and one that no letter may say. */
export const factsFor = (
  vault: Vault,
  keys: readonly FactKey[],
): Result<readonly Fact[], LetterFailure> => {
  const facts: Fact[] = [];
  for (const key of keys) {
    const fact = namedFact(vault, key);
    if (!fact.ok) return fact;
    if (!isSayable(fact.value)) return fail({ type: "fact-not-let-through", key });
    facts.push(fact.value);
  }
  return ok(facts);
};
