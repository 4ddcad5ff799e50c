/** The vault's stores as plain maps: what they should hold, said in the simplest way. */
import type { ActionKey, TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type {
  FrozenText,
  Letter,
  LetterName,
  Signature,
  TextHash,
} from "../../../src/domain/letters/letter.ts";
import type { StoredSignatory } from "../../../src/domain/letters/store.ts";
import type { Assessment, Person, PersonId } from "../../../src/domain/people/person.ts";
import type { Pledge } from "../../../src/domain/pledges/pledge.ts";
import type { Vault } from "../../../src/domain/vault/vault.ts";

type Draft = Omit<Letter, "frozen">;

export interface Model {
  people: Map<PersonId, Person>;
  assessments: Map<PersonId, readonly Assessment[]>;
  pledges: Map<PersonId, ReadonlyMap<ActionKey, Pledge>>;
  letters: Map<
    LetterName,
    { readonly draft: Draft; readonly text?: TextHash; readonly isShared?: true }
  >;
  texts: Map<TextHash, FrozenText>;
  /** Letters that are frozen, the last one last. */
  frozen: readonly LetterName[];
  signatures: readonly Signature[];
}

export const emptyModel = (): Model => ({
  people: new Map(),
  assessments: new Map(),
  pledges: new Map(),
  letters: new Map(),
  texts: new Map(),
  frozen: [],
  signatures: [],
});

/** A second one that changes on its own. */
export const copyOf = (model: Model): Model => ({
  people: new Map(model.people),
  assessments: new Map(model.assessments),
  pledges: new Map(model.pledges),
  letters: new Map(model.letters),
  texts: new Map(model.texts),
  frozen: model.frozen,
  signatures: model.signatures,
});

export const removePerson = (model: Model, id: PersonId): void => {
  model.people.delete(id);
  model.assessments.delete(id);
  model.pledges.delete(id);
  model.signatures = model.signatures.filter(({ person }) => person !== id);
};

const letterOf = (model: Model, name: LetterName): Letter | undefined => {
  const letter = model.letters.get(name);
  if (letter === undefined) return undefined;
  const text = letter.text === undefined ? undefined : model.texts.get(letter.text);
  return text === undefined ? letter.draft : { ...letter.draft, frozen: text };
};

const allPledges = (model: Model): readonly (Pledge & { readonly who: Person })[] =>
  [...model.people.values()].flatMap((who) =>
    [...(model.pledges.get(who.id)?.values() ?? [])].map((pledge) => ({ ...pledge, who })),
  );

const isCounted = ({ state, who }: Pledge & { readonly who: Person }): boolean =>
  state !== "withdrawn" && who.supervisor === "no" && !who.supporter;

const counts = (model: Model): unknown => {
  const live = allPledges(model).filter(isCounted);
  const groups = new Map<string, number>();
  const teams = new Map<TeamKey, Set<PersonId>>();
  for (const { action, condition, who } of live) {
    const group = JSON.stringify([action, condition, who.team ?? null]);
    groups.set(group, (groups.get(group) ?? 0) + 1);
    if (who.team !== undefined) teams.set(who.team, (teams.get(who.team) ?? new Set()).add(who.id));
  }
  const outside = allPledges(model).filter(
    ({ state, who }) => state !== "withdrawn" && who.supervisor === "no" && who.supporter,
  );
  return {
    groups: [...groups].map(([group, people]) => `${group} ${people}`).toSorted(),
    peopleByTeam: [...teams].map(([team, people]) => `${team} ${people.size}`).toSorted(),
    supporters: new Set(outside.map(({ who }) => who.id)).size,
  };
};

const countsIn = (vault: Vault): unknown => {
  const { groups, peopleByTeam, supporters } = vault.pledges.counts();
  return {
    groups: [...groups]
      .flatMap(([action, list]) =>
        list.map(
          ({ condition, team, people }) =>
            `${JSON.stringify([action, condition, team ?? null])} ${people}`,
        ),
      )
      .toSorted(),
    peopleByTeam: [...peopleByTeam].map(([team, people]) => `${team} ${people}`).toSorted(),
    supporters,
  };
};

const sign = "sign" as ActionKey;
const signPledges = (model: Model): readonly (Pledge & { readonly who: Person })[] =>
  allPledges(model).filter(
    ({ action, state, who }) => action === sign && state !== "withdrawn" && who.supervisor === "no",
  );

const hasSigned = (model: Model, person: PersonId, text: TextHash): boolean =>
  model.signatures.some((one) => one.person === person && one.text === text);

const signatories = (model: Model, text: TextHash): readonly StoredSignatory[] =>
  signPledges(model)
    .filter(({ who }) => hasSigned(model, who.id, text))
    .map(({ who, display }) => ({
      name: who.name,
      ...(who.role === undefined ? {} : { role: who.role }),
      ...(who.team === undefined ? {} : { team: who.team }),
      display,
      supporter: who.supporter,
    }));

/** The signed one among the texts in place that was frozen last, of everybody who would sign. */
const signedTexts = (model: Model): readonly (readonly [PersonId, TextHash])[] => {
  const inPlace = model.frozen.flatMap((name) => model.letters.get(name)?.text ?? []);
  return allPledges(model)
    .filter(({ action, state }) => action === sign && state !== "withdrawn")
    .flatMap(({ who }): readonly (readonly [PersonId, TextHash])[] => {
      const last = inPlace.findLast((text) => hasSigned(model, who.id, text));
      return last === undefined ? [] : [[who.id, last]];
    });
};

const byText = (one: unknown, other: unknown): number =>
  JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
const byKey =
  <T>(key: keyof T) =>
  (one: T, other: T): number =>
    one[key] < other[key] ? -1 : 1;

interface Keyed {
  readonly person: Person;
  readonly letters: string;
  readonly id: PersonId;
}

/** Everything that the model says, in the words of the port. */
export const answersOf = (
  model: Model,
  texts: readonly TextHash[],
  actions: readonly ActionKey[],
): unknown => {
  const letters = (name: string): string =>
    name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const people = [...model.people.values()]
    .map((person) => ({ person, letters: letters(person.name), id: person.id }))
    .toSorted((a, b) =>
      a.letters === b.letters ? byKey<Keyed>("id")(a, b) : byKey<Keyed>("letters")(a, b),
    )
    .map(({ person }) => person);
  const pledgesOf = (id: PersonId): readonly Pledge[] =>
    [...(model.pledges.get(id)?.values() ?? [])].toSorted(byKey<Pledge>("action"));
  const last = model.frozen.at(-1);
  return {
    summaries: people.map((person) => {
      const latest = model.assessments.get(person.id)?.at(-1);
      return {
        person,
        ...(latest === undefined ? {} : { assessment: latest.level, assessedOn: latest.day }),
        pledges: pledgesOf(person.id),
      };
    }),
    people: people.map((person) => ({
      byCode: person,
      named: [person],
      sameName: people
        .filter(
          (one) => one.name.toLowerCase() === person.name.toLowerCase() && one.team === person.team,
        )
        .toSorted(byKey<Person>("id")),
      pledges: pledgesOf(person.id),
      assessments: model.assessments.get(person.id) ?? [],
      signatures: model.signatures.filter((one) => one.person === person.id).toSorted(byText),
    })),
    count: people.length,
    counts: counts(model),
    live: actions.map(
      (action) => allPledges(model).filter((one) => one.action === action && isCounted(one)).length,
    ),
    letters: [...model.letters.keys()].toSorted().map((name) => letterOf(model, name)),
    shared: [...model.letters]
      .map(([name, { isShared }]) => [name, isShared === true])
      .toSorted(byText),
    signedTexts: signedTexts(model).toSorted(byText),
    current: last === undefined ? undefined : letterOf(model, last),
    texts: texts.map((text) => ({
      signatories: [...signatories(model, text)].toSorted(byText),
      toAsk: signPledges(model)
        .map(({ who }) => who.id)
        .filter((id) => !hasSigned(model, id, text))
        .toSorted(),
    })),
  };
};

/** The same from the vault. */
export const answersIn = (
  vault: Vault,
  texts: readonly TextHash[],
  actions: readonly ActionKey[],
): unknown => {
  const summaries = vault.people.summaries();
  return {
    summaries,
    people: summaries.map(({ person: { id, code, name, team } }) => ({
      byCode: vault.people.byCode(code),
      named: vault.people.named(id),
      sameName: vault.people.sameName(name.toUpperCase(), team).toSorted(byKey<Person>("id")),
      pledges: vault.pledges.of(id),
      assessments: vault.people.assessments(id),
      signatures: vault.letters.signaturesOf(id).toSorted(byText),
    })),
    count: vault.people.count(),
    counts: countsIn(vault),
    live: actions.map((action) => vault.pledges.live(action)),
    letters: vault.letters.all(),
    shared: vault.letters.all().map(({ name }) => [name, vault.letters.isShared(name)]),
    signedTexts: [...vault.letters.signedTexts()].toSorted(byText),
    current: vault.letters.current(),
    texts: texts.map((text) => ({
      signatories: vault.letters.signatories(text).toSorted(byText),
      toAsk: vault.letters.toAsk(text),
    })),
  };
};
