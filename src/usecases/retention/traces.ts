/** What names people elsewhere in the vault than in their own records: what can be taken out, and what cannot. */
import type { Nameable } from "../../domain/retention/mentions.ts";
import { nameFinder } from "../../domain/retention/mentions.ts";
import { placeKey } from "../../domain/retention/free-texts.ts";
import type { FreeText, TextPlace } from "../../domain/retention/free-texts.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { Vault } from "../../domain/vault/vault.ts";

export interface Traces {
  /** What names them surely and can be changed, with the texts as they will be. */
  readonly blanked: readonly { readonly text: FreeText; readonly texts: readonly string[] }[];
  /** What names them surely and is fixed. */
  readonly fixed: readonly TextPlace[];
  /** Where a single word may mean one of them. */
  readonly perhaps: readonly TextPlace[];
}

/** Each once, in the order in which they came. */
const distinct = (places: readonly TextPlace[]): readonly TextPlace[] => [
  ...new Map(places.map((place) => [placeKey(place), place])).values(),
];

/** What is said of the people themselves goes with them. */
const isOf = (place: TextPlace, ids: ReadonlySet<PersonId>): boolean =>
  place.in === "note" && ids.has(place.of);

/** Looks only. `mayChange` says of what is not fixed whether it is to be changed; else it is told as fixed. */
export const tracesOf = (
  vault: Vault,
  people: readonly (Nameable & { readonly id: PersonId })[],
  mayChange: (place: TextPlace) => boolean = () => true,
): Traces => {
  const finder = nameFinder(people);
  const ids = new Set(people.map(({ id }) => id));
  const blanked: { readonly text: FreeText; readonly texts: readonly string[] }[] = [];
  const fixed: TextPlace[] = [];
  const perhaps: TextPlace[] = [];
  for (const text of vault.freeTexts.all()) {
    if (isOf(text.place, ids)) continue;
    const named = text.texts.map((one) => finder.in(one));
    const surely = named.some((one) => one.surely);
    const stays = text.fixed || !mayChange(text.place);
    if (surely && stays) fixed.push(text.place);
    if (surely && !stays) blanked.push({ text, texts: named.map((one) => one.blanked) });
    if (named.some((one) => one.perhaps)) perhaps.push(text.place);
  }
  return { blanked, fixed: distinct(fixed), perhaps: distinct(perhaps) };
};

/** Inside the transaction that erases them. */
export const blankTraces = (vault: Vault, { blanked }: Traces): void => {
  for (const { text, texts } of blanked) vault.freeTexts.put(text, texts);
};

/** Where something was taken out, each place once. */
export const blankedPlaces = ({ blanked }: Traces): readonly TextPlace[] =>
  distinct(blanked.map(({ text }) => text.place));
