/** Goes through records that may be one person. What is answered is done before the next pair is shown. */
import type { Ask } from "../../domain/asking/ask.ts";
import { findDuplicates } from "../../domain/people/duplicates/find-duplicates.ts";
import type { DuplicateDeps, Pair } from "../../domain/people/duplicates/find-duplicates.ts";
import type { Rule } from "../../domain/people/duplicates/rules.ts";
import type { Person, PersonId } from "../../domain/people/person.ts";
import { ok } from "../../domain/result.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { mergeRecords } from "../../usecases/merge-people.ts";
import { explain } from "../explain/explain.ts";
import { mergedWords } from "../render/duplicates.ts";

export interface Going {
  readonly ask: Ask;
  readonly vault: Vault;
  readonly deps: DuplicateDeps;
  /** The two beside each other, and why they look alike. */
  /** In lines that fit the terminal. */
  readonly fitted: (text: string) => string;
  readonly screenOf: (one: Person, other: Person, rules: readonly Rule[], place: string) => string;
}

/** How many pairs were answered how; `left` were not looked at. */
export interface RoundDone {
  readonly merged: number;
  readonly apart: number;
  readonly later: number;
  readonly left: number;
}

type Answer = "first" | "second" | "apart" | "later" | "stop";

/** The longer known one first; the same whichever way a pair is found. */
const inOrder = (one: Person, other: Person): readonly [Person, Person] =>
  one.addedOn < other.addedOn || (one.addedOn === other.addedOn && one.id < other.id)
    ? [one, other]
    : [other, one];

const askWhether = (ask: Ask, [first, second]: readonly [Person, Person]): Promise<Answer> =>
  ask.one<Answer>({
    message: "Are they the same person?",
    choices: [
      { value: "first", label: `the same: keep the first record, ${first.id}` },
      { value: "second", label: `the same: keep the second record, ${second.id}` },
      { value: "apart", label: "not the same: never ask again" },
      { value: "later", label: "later" },
      { value: "stop", label: "stop here" },
    ],
    offered: "later",
  });

/** Whether it was done; if not, why not is said. */
const merge = ({ ask, vault, fitted }: Going, kept: PersonId, other: PersonId): boolean => {
  const merged = mergeRecords(vault, kept, other);
  if (merged.ok) {
    ask.say(fitted(mergedWords(merged.value)));
    return true;
  }
  const { message, hint } = explain(merged.failure);
  ask.say(fitted(`Not done: ${message}.${hint === undefined ? "" : ` To go on: ${hint}.`}`));
  return false;
};

/** Throws `Interrupted`; what was answered before stays done. */
export const duplicateRound = async (going: Going, pairs: readonly Pair[]): Promise<RoundDone> => {
  const { ask, vault, deps, screenOf } = going;
  const became = new Map<PersonId, PersonId>();
  const nowOf = (id: PersonId): PersonId => {
    const next = became.get(id);
    return next === undefined ? id : nowOf(next);
  };
  const postponed: (readonly [PersonId, PersonId])[] = [];
  const done = { merged: 0, apart: 0, later: 0 };
  for (const [at, { ids }] of pairs.entries()) {
    const [one, other] = ids.map((id) => vault.people.byId(nowOf(id)));
    // Both are one by now, or one of them was erased meanwhile.
    if (one === undefined || other === undefined || one.id === other.id) continue;
    // What was merged may be like others in another way, and what was told apart stays apart.
    const later = postponed.map(([a, b]) => [nowOf(a), nowOf(b)] as const);
    const apart = [...vault.duplicates.apart(), ...later];
    const [now] = findDuplicates([one, other], { ...deps, apart });
    if (now === undefined) continue;
    const pair = inOrder(one, other);
    const [first, second] = pair;
    ask.say(screenOf(first, second, now.rules, `Pair ${at + 1} of ${pairs.length}`));
    const answer = await askWhether(ask, pair);
    if (answer === "stop") return { ...done, left: pairs.length - at };
    if (answer === "apart") {
      vault.transaction(() => ok(vault.duplicates.keepApart(first.id, second.id)));
      done.apart += 1;
      continue;
    }
    const [kept, gone] = answer === "second" ? [second.id, first.id] : [first.id, second.id];
    if (answer !== "later" && merge(going, kept, gone)) {
      became.set(gone, kept);
      done.merged += 1;
    } else {
      postponed.push([first.id, second.id]);
      done.later += 1;
    }
  }
  return { ...done, left: 0 };
};
