/** Facts, demands, deliveries and publications as plain maps and lists: the simplest way to say what a vault holds of them. */
import type { DemandKey } from "../../../src/domain/campaign/campaign.ts";
import type { Delivery, Response } from "../../../src/domain/letters/delivery.ts";
import type { DemandChange } from "../../../src/domain/letters/demand-state.ts";
import type { Fact, FactKey } from "../../../src/domain/letters/fact.ts";
import type { Demand, Letter, LetterName, TextHash } from "../../../src/domain/letters/letter.ts";
import type { Publication } from "../../../src/domain/letters/publication.ts";
import type { Vault } from "../../../src/domain/vault/vault.ts";

export interface Model {
  facts: ReadonlyMap<FactKey, Fact>;
  demands: ReadonlyMap<DemandKey, Demand>;
  changes: readonly (readonly [DemandKey, DemandChange])[];
  deliveries: readonly Delivery[];
  responses: readonly Response[];
  publications: readonly Publication[];
  /** What each letter answers. */
  about: ReadonlyMap<LetterName, number | undefined>;
  /** How many facts were taken away: the file is to be rewritten after each. */
  erased: number;
}

export const emptyModel = (): Model => ({
  facts: new Map(),
  demands: new Map(),
  changes: [],
  deliveries: [],
  responses: [],
  publications: [],
  about: new Map(),
  erased: 0,
});

export interface Pool {
  readonly demands: readonly DemandKey[];
  readonly facts: readonly FactKey[];
  readonly texts: readonly TextHash[];
  readonly letters: readonly LetterName[];
}

const byKey = <Kept extends { readonly key: string }>(kept: Iterable<Kept>): readonly Kept[] =>
  [...kept].toSorted((one, other) => (one.key < other.key ? -1 : 1));

/** By day; of one day in the order in which they came. */
const oldestFirst = <T>(kept: readonly T[], dayOf: (one: T) => string): readonly T[] =>
  kept.toSorted(
    (one, other) => Number(dayOf(one) > dayOf(other)) - Number(dayOf(one) < dayOf(other)),
  );

/** Everything that the model says, in the words of the ports. */
export const answersOf = (model: Model, pool: Pool): unknown => ({
  facts: byKey(model.facts.values()),
  each: pool.facts.map((key) => model.facts.get(key)),
  own: byKey(model.demands.values()),
  demands: pool.demands.map((key) => model.demands.get(key)),
  changes: pool.demands.map((key) =>
    oldestFirst(
      model.changes.filter(([of]) => of === key).map(([, change]) => change),
      ({ since }) => since,
    ),
  ),
  deliveries: oldestFirst(model.deliveries, ({ on }) => on),
  responses: oldestFirst(model.responses, ({ on }) => on),
  publications: pool.texts.map((text) => model.publications.filter((one) => one.text === text)),
  lastPublication: model.publications.at(-1),
  about: pool.letters.map((name) => model.about.get(name)),
});

/** The same from the vault. */
export const answersIn = (vault: Vault, pool: Pool): unknown => ({
  facts: vault.facts.all(),
  each: pool.facts.map((key) => vault.facts.byKey(key)),
  own: vault.demands.own(),
  demands: pool.demands.map((key) => vault.demands.find(key)),
  changes: pool.demands.map((key) => vault.demands.changes(key)),
  deliveries: vault.deliveries.all(),
  responses: vault.deliveries.responses(),
  publications: pool.texts.map((text) => vault.publications.all(text)),
  lastPublication: vault.publications.last(),
  about: pool.letters.map((name) => (vault.letters.byName(name) as Letter).about),
});
