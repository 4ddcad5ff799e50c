/** Changes of facts, demands, deliveries and publications by chance, each told to the vault and to the model of it. */
import * as fc from "fast-check";

import type { Day } from "../../../src/domain/day.ts";
import { demandStates } from "../../../src/domain/letters/demand-state.ts";
import type { Letter, LetterName, TextHash } from "../../../src/domain/letters/letter.ts";
import type { Vault } from "../../../src/domain/vault/vault.ts";
import { answered, corrected, delivered } from "./delivery-steps.ts";
import { day, perhaps, pool, text } from "./letter-work-pool.ts";
import type { Step } from "./letter-work-pool.ts";

const startedOn = "2026-11-01" as Day;

const draft = (name: LetterName, about?: number): Omit<Letter, "frozen"> => ({
  name,
  template: "employer-follow-up",
  language: "en",
  answers: {},
  demands: [],
  facts: [],
  startedOn,
  ...(about === undefined ? {} : { about }),
});

export const startLetters = ({ letters }: Vault): void => {
  for (const [index, name] of pool.letters.entries()) {
    letters.save(draft(name));
    const text = pool.texts[index] as TextHash;
    letters.freeze(name, { hash: text, markdown: `Text ${index}.\n`, frozenOn: startedOn });
  }
};

const noted = fc
  .record({
    key: fc.constantFrom(...pool.facts),
    claim: text,
    source: text,
    date: day,
    known: fc.constantFrom("public" as const, "work" as const),
    letThrough: fc.boolean(),
  })
  .map((fact): Step => ({
    say: `fact ${fact.key}`,
    vault: ({ facts }) => facts.put(fact),
    model: (model) => {
      model.facts = new Map([...model.facts, [fact.key, fact]]);
    },
  }));

const denied = fc.constantFrom(...pool.facts).map((key): Step => ({
  say: `no fact ${key}`,
  vault: ({ facts }) => facts.remove(key),
  model: (model) => {
    if (model.facts.has(key)) model.erased += 1;
    model.facts = new Map([...model.facts].filter(([other]) => other !== key));
  },
}));

const demanded = fc
  .record({
    key: fc.constantFrom(...pool.demands),
    title: text,
    ask: text,
    satisfiedBy: text,
    withinDays: fc.nat(3650),
    why: text,
    objection: fc.record({ expect: text, answer: text }),
    sources: fc.array(fc.record({ claim: text, source: text, date: day }), { maxLength: 2 }),
  })
  .map((demand): Step => ({
    say: `demand ${demand.key}`,
    vault: ({ demands }) => demands.put(demand),
    model: (model) => {
      model.demands = new Map([...model.demands, [demand.key, demand]]);
    },
  }));

const dropped = fc.constantFrom(...pool.demands).map((key): Step => ({
  say: `no demand ${key}`,
  vault: ({ demands }) => demands.remove(key),
  model: (model) => {
    model.demands = new Map([...model.demands].filter(([other]) => other !== key));
  },
}));

const stands = fc
  .tuple(
    fc.constantFrom(...pool.demands),
    fc.constantFrom(...demandStates),
    day,
    perhaps("words", text),
  )
  .map(([key, state, since, words]): Step => ({
    say: `${key} ${state}`,
    vault: ({ demands }) => demands.change(key, { state, since, ...words }),
    model: (model) => {
      model.changes = [...model.changes, [key, { state, since, ...words }]];
    },
  }));

const published = fc
  .record({
    text: fc.constantFrom(...pool.texts),
    on: day,
    named: fc.option(fc.nat(50), { nil: undefined }),
    roles: fc
      .array(fc.tuple(fc.oneof(text, fc.constant("__proto__")), fc.nat(50)), { maxLength: 3 })
      .map((pairs): ReadonlyMap<string, number> => new Map(pairs)),
    others: fc.record({ workers: fc.nat(500), supporters: fc.nat(50) }),
  })
  .map(({ named, ...rest }) => ({ ...rest, ...(named === undefined ? {} : { named }) }))
  .map((publication): Step => ({
    say: `publish ${publication.text[0]}`,
    vault: ({ publications }) => publications.add(publication),
    model: (model) => {
      model.publications = [...model.publications, publication];
    },
  }));

const followed = fc
  .tuple(
    fc.constantFrom(...pool.letters),
    fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  )
  .map(([name, about]): Step => ({
    say: `${name} about ${about}`,
    vault: ({ letters, deliveries }) => {
      if ((about ?? 0) <= deliveries.all().length) letters.save(draft(name, about));
    },
    model: (model) => {
      if ((about ?? 0) <= model.deliveries.length)
        model.about = new Map([...model.about, [name, about]]);
    },
  }));

const step = fc.oneof(
  noted,
  denied,
  demanded,
  dropped,
  stands,
  delivered,
  corrected,
  answered,
  published,
  followed,
);

/** Some changes in one transaction, and how it ends. */
export const transaction = fc.record({
  steps: fc.array(step, { maxLength: 12 }),
  ends: fc.constantFrom("kept" as const, "kept" as const, "failed" as const),
});
