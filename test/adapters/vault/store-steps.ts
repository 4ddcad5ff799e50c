/** Changes of a vault by chance, each told to the vault and to the model of it. */
import * as fc from "fast-check";

import type { ActionKey, DemandKey, TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { FactKey } from "../../../src/domain/letters/fact.ts";
import type { FrozenText, LetterName, TextHash } from "../../../src/domain/letters/letter.ts";
import type { Level, Person } from "../../../src/domain/people/person.ts";
import type { Condition, Display, PledgeState } from "../../../src/domain/pledges/pledge.ts";
import type { Vault } from "../../../src/domain/vault/vault.ts";
import { person } from "./sample-vault.ts";
import { removePerson } from "./store-model.ts";
import type { Model } from "./store-model.ts";

export const actions = ["sign", "walkout", "strike"] as readonly string[] as readonly ActionKey[];
const names = ["first-letter", "second-letter"] as readonly string[] as readonly LetterName[];
export const texts = ["a", "b", "c"].map((digit) =>
  digit.repeat(64),
) as readonly string[] as readonly TextHash[];
const days = ["2026-11-01", "2026-11-22"] as readonly string[] as readonly Day[];
const day = fc.constantFrom(...days);

/** One change, told to the vault and to the model. */
interface Step {
  readonly say: string;
  readonly vault: (vault: Vault) => void;
  readonly model: (model: Model) => void;
}

const who = fc.integer({ min: 0, max: 7 });
const team = fc.constantFrom("cloud", "ads", undefined) as fc.Arbitrary<TeamKey | undefined>;

/** Everything about a person that may change. */
const details = fc
  .record({
    name: fc.constantFrom("Sample One", "Sample Two", "sample two", "見本", "Ñandú"),
    alias: fc.option(fc.constantFrom("heron", "crane"), { nil: undefined }),
    team,
    role: fc.option(fc.constant("SRE"), { nil: undefined }),
    note: fc.option(fc.string({ unit: "grapheme", maxLength: 20 }), { nil: undefined }),
    supervisor: fc.constantFrom("yes" as const, "no" as const, "unsure" as const),
    supporter: fc.boolean(),
    contacts: fc.array(
      fc.record({ kind: fc.constant("signal" as const), value: fc.constant("+15550100") }),
      { maxLength: 2 },
    ),
  })
  .map((record) =>
    Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)),
  );

const aliasIsFree = (model: Model, changed: Person): boolean =>
  changed.alias === undefined ||
  ![...model.people.values()].some(
    (other) => other.id !== changed.id && other.alias === changed.alias,
  );

const added = fc.tuple(who, details).map(([n, more]): Step => {
  const whole = { ...person(n), ...more } as Person;
  const fits = (model: Model): boolean => !model.people.has(whole.id) && aliasIsFree(model, whole);
  return {
    say: `add ${n}`,
    model: (model) => fits(model) && model.people.set(whole.id, whole),
    vault: ({ people }) => {
      const free = people.byId(whole.id) === undefined;
      if (free && (whole.alias === undefined || !people.aliasTaken(whole.alias))) people.add(whole);
    },
  };
});

const updated = fc.tuple(who, details).map(([n, more]): Step => {
  const whole = { ...person(n), ...more } as Person;
  const fits = (model: Model): boolean => model.people.has(whole.id) && aliasIsFree(model, whole);
  return {
    say: `update ${n}`,
    model: (model) => fits(model) && model.people.set(whole.id, whole),
    vault: ({ people }) => {
      if (whole.alias === undefined || !people.aliasTaken(whole.alias, whole.id))
        people.update(whole);
    },
  };
});

const removed = who.map((n): Step => ({
  say: `remove ${n}`,
  model: (model) => removePerson(model, person(n).id),
  vault: ({ people }) => people.remove(person(n).id),
}));

const assessed = fc.tuple(who, fc.integer({ min: 1, max: 5 }), day).map(([n, level, on]): Step => {
  const assessment = { level: level as Level, basis: "hearsay" as const, day: on };
  const { id } = person(n);
  return {
    say: `assess ${n} ${level}`,
    model: ({ people, assessments }) =>
      people.has(id) && assessments.set(id, [...(assessments.get(id) ?? []), assessment]),
    vault: ({ people }) => people.byId(id) && people.assess(id, assessment),
  };
});

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.constant({ kind: "none" as const }),
  fc.record({ kind: fc.constant("at-least" as const), people: fc.constantFrom(2, 300) }),
  fc.record({ kind: fc.constant("at-least-percent" as const), percent: fc.constantFrom(1, 100) }),
  fc.record({ kind: fc.constant("at-least-in-team" as const), people: fc.constant(5) }),
);

const pledged = fc
  .record({
    n: who,
    action: fc.constantFrom(...actions),
    condition,
    display: fc.constantFrom<Display>("named", "role", "counted"),
    state: fc.constantFrom<PledgeState>("pledged", "confirmed", "done", "withdrawn"),
    since: day,
  })
  .map(({ n, ...said }): Step => {
    const pledge = { person: person(n).id, ...said };
    return {
      say: `pledge ${n} ${said.action} ${said.state}`,
      model: ({ people, pledges }) =>
        people.has(pledge.person) &&
        pledges.set(pledge.person, new Map(pledges.get(pledge.person)).set(pledge.action, pledge)),
      vault: ({ people, pledges }) => people.byId(pledge.person) && pledges.put(pledge),
    };
  });

const saved = fc
  .tuple(
    fc.constantFrom(...names),
    fc.string({ unit: "grapheme" }),
    day,
    fc.subarray(["minutes-2026", "report-2020"]),
    fc.constantFrom({ template: "employer-demands" }, { template: "ours", source: "---\n{}" }),
  )
  .map(([name, answer, startedOn, facts, from]): Step => {
    const draft = {
      name,
      ...from,
      language: "en",
      answers: { answer },
      demands: ["drop-contracts" as DemandKey],
      facts: facts as readonly string[] as readonly FactKey[],
      startedOn,
    };
    return {
      say: `save ${name}`,
      model: ({ letters }) => letters.set(name, { ...letters.get(name), draft }),
      vault: ({ letters }) => letters.save(draft),
    };
  });

const frozen = fc
  .tuple(fc.constantFrom(...names), fc.constantFrom(...texts), day)
  .map(([name, hash, frozenOn]): Step => {
    const text: FrozenText = { hash, markdown: `The text ${hash}.\n`, frozenOn };
    return {
      say: `freeze ${name} ${hash[0]}`,
      model: (model) => {
        const letter = model.letters.get(name);
        if (letter === undefined) return;
        if (!model.texts.has(hash)) model.texts.set(hash, text);
        model.letters.set(name, { draft: letter.draft, text: hash });
        model.frozen = [...model.frozen.filter((one) => one !== name), name];
      },
      vault: ({ letters }) => letters.byName(name) && letters.freeze(name, text),
    };
  });

const shared = fc
  .tuple(fc.constantFrom(...names), fc.constantFrom(...texts), day)
  .map(([name, hash, frozenOn]): Step => {
    const text: FrozenText = { hash, markdown: `The text ${hash}.\n`, frozenOn };
    const draft = {
      name,
      template: "sent-along",
      language: "de",
      answers: { place: "Riverton" },
      demands: [],
      facts: [],
      startedOn: frozenOn,
    };
    return {
      say: `share ${name} ${hash[0]}`,
      model: (model) => {
        if (!model.texts.has(hash)) model.texts.set(hash, text);
        if (model.letters.get(name)?.text !== hash)
          model.frozen = [...model.frozen.filter((one) => one !== name), name];
        model.letters.set(name, { draft, text: hash, isShared: true });
      },
      vault: ({ letters }) => letters.saveShared(draft, text),
    };
  });

const thawed = fc.constantFrom(...names).map((name): Step => ({
  say: `thaw ${name}`,
  model: (model) => {
    const letter = model.letters.get(name);
    if (letter !== undefined) model.letters.set(name, { draft: letter.draft });
    model.frozen = model.frozen.filter((one) => one !== name);
  },
  vault: ({ letters }) => letters.thaw(name),
}));

const signed = fc.tuple(who, day).map(([n, signedOn]): Step => {
  const { id } = person(n);
  return {
    say: `sign ${n}`,
    model: (model) => {
      const text = model.letters.get(model.frozen.at(-1) ?? ("" as LetterName))?.text;
      if (text === undefined || !model.people.has(id)) return;
      if (model.signatures.some((one) => one.person === id && one.text === text)) return;
      model.signatures = [...model.signatures, { person: id, text, signedOn }];
    },
    vault: ({ people, letters }) => {
      const text = letters.current()?.frozen?.hash;
      if (text !== undefined && people.byId(id) !== undefined)
        letters.sign({ person: id, text, signedOn });
    },
  };
});

const unsigned = who.map((n): Step => ({
  say: `unsign ${n}`,
  model: (model) => {
    model.signatures = model.signatures.filter((one) => one.person !== person(n).id);
  },
  vault: ({ letters }) => letters.unsign(person(n).id),
}));

const step = fc.oneof(
  { arbitrary: added, weight: 4 },
  { arbitrary: pledged, weight: 4 },
  ...[updated, removed, assessed, saved, frozen, shared, thawed, unsigned].map((arbitrary) => ({
    arbitrary,
    weight: 1,
  })),
  { arbitrary: signed, weight: 3 },
);

/** Some changes in one transaction, and how it ends. */
export const transaction = fc.record({
  steps: fc.array(step, { maxLength: 12 }),
  ends: fc.constantFrom(...(["kept", "kept", "kept", "failed", "thrown"] as const)),
});
