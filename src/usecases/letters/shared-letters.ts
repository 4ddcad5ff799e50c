/**
 * The texts of a committee file as letters in the vault, and the vault's letters as texts of the next committee file. A
 * letter keeps one name in each of the two; where the names differ, the text itself says which is which.
 */
import { placeVariable } from "../../domain/letters/answers.ts";
import type { SharedText } from "../../domain/committee/committee.ts";
import { fixText } from "../../domain/letters/frozen-text.ts";
import type { FrozenText, Letter, LetterName, TextHash } from "../../domain/letters/letter.ts";
import { numberedName } from "../../domain/letters/letter-name.ts";
import type { Templates } from "../../domain/letters/ports.ts";
import type { Sha256 } from "../../domain/ports.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { findTemplate } from "./find-template.ts";

interface Deps {
  readonly vault: Vault;
  readonly sha256: Sha256;
}

/** The text in the place of the one that the letter had; the answers of our own letter stay, for its next text. */
const replaceText = (
  { letters }: Vault,
  { frozen: _, ...letter }: Letter,
  text: FrozenText,
  shared: Omit<Letter, "frozen" | "name">,
): void => {
  if (letters.isShared(letter.name)) letters.saveShared({ ...shared, name: letter.name }, text);
  else letters.freeze(letter.name, text);
};

/**
 * Puts texts into the vault, inside a transaction of the caller. One that is in place already stays as it is. One that
 * is new in the place of an earlier text of the same letter takes that one's place; `earlier` are the
 * texts of every number that was taken in. Else the text becomes a letter of its own, under the next free name
 * where a letter of that name has nothing to do with it.
 */
export const placeTexts = (
  { vault, sha256 }: Deps,
  texts: readonly SharedText[],
  earlier: readonly SharedText[],
): void => {
  for (const { letter: name, template, language, place, markdown, frozenOn } of texts) {
    const frozen = fixText(markdown, sha256, frozenOn);
    const answers = place === undefined ? {} : { [placeVariable]: place };
    const shared = { template, language, answers, demands: [], facts: [], startedOn: frozenOn };
    const letters = vault.letters.all();
    const before = new Set(
      earlier.filter(({ letter }) => letter === name).map((text) => text.markdown),
    );
    const inPlace = letters.find((one) => one.frozen?.hash === frozen.hash);
    const replaced =
      inPlace ?? letters.find((one) => one.frozen !== undefined && before.has(one.frozen.markdown));
    if (replaced === undefined) {
      const taken = new Set(letters.map((one) => one.name));
      const free = numberedName(name, (one) => !taken.has(one));
      vault.letters.saveShared({ ...shared, name: free }, frozen);
    } else if (inPlace === undefined || vault.letters.isShared(replaced.name)) {
      // Of a text that is in place the place may have changed, which is outside the text.
      replaceText(vault, replaced, frozen, shared);
    }
  }
};

/** The fixed text of a letter as it travels under that name. */
export const sharedText = (
  letter: Pick<Letter, "template" | "language" | "answers">,
  frozen: FrozenText,
  name: LetterName,
  title: string,
): SharedText => {
  const place = letter.answers[placeVariable];
  return {
    letter: name,
    template: letter.template,
    title,
    language: letter.language,
    ...(place === undefined ? {} : { place }),
    markdown: frozen.markdown,
    frozenOn: frozen.frozenOn,
  };
};

/** The text as it travels already, with the place that our own letter says now. */
const withPlace = (text: SharedText, { answers }: Letter): SharedText => {
  const { place: before, ...rest } = text;
  const place = answers[placeVariable];
  if (place === before) return text;
  return place === undefined ? rest : { ...rest, place };
};

/**
 * The texts that the committee has now and every other text that is fixed in this vault, sorted by letter. `frozen` is
 * a letter that is about to be fixed and is a draft in the vault. A text that was changed since takes the place
 * of its earlier one: that is the one under its name which is no longer in place here.
 */
export const textsToShare = (
  { vault, templates, sha256 }: Deps & { readonly templates: Templates },
  present: readonly SharedText[],
  frozen?: { readonly letter: Letter; readonly text: FrozenText },
): readonly SharedText[] => {
  const letters = vault.letters
    .all()
    .map((one) => (one.name === frozen?.letter.name ? { ...one, frozen: frozen.text } : one));
  const inPlace = new Set(letters.flatMap((letter) => letter.frozen?.hash ?? []));
  const hashOf = ({ markdown, frozenOn }: SharedText): TextHash =>
    fixText(markdown, sha256, frozenOn).hash;
  const shared = new Map(present.map((text) => [text.letter, text]));
  for (const letter of letters) {
    const { frozen: text } = letter;
    if (text === undefined || vault.letters.isShared(letter.name)) continue;
    const carried = [...shared.values()].find((one) => hashOf(one) === text.hash);
    if (carried !== undefined) {
      shared.set(carried.letter, withPlace(carried, letter));
      continue;
    }
    const name = numberedName(letter.name, (one) => {
      const there = shared.get(one);
      return there === undefined || !inPlace.has(hashOf(there));
    });
    const template = findTemplate({ templates }, letter);
    // A template that is gone leaves the employer's name for a title.
    const title = template.ok ? template.value.title : vault.campaign.get().employer;
    shared.set(name, sharedText(letter, text, name, title));
  }
  return [...shared.values()].toSorted((a, b) => (a.letter < b.letter ? -1 : 1));
};
