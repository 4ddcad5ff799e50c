/** Texts in a vault in which anybody may be named: notes about others, drafts, what was put down of deliveries. */
import type { Fingerprint } from "../sealing/certificate.ts";
import type { PersonId } from "../people/person.ts";

/** Where such a text stands. */
export type TextPlace =
  | { readonly in: "note"; readonly of: PersonId }
  | { readonly in: "draft" | "letter"; readonly name: string }
  | { readonly in: "fact" | "demand" | "test"; readonly name: string }
  | { readonly in: "delivery"; readonly number: number }
  | { readonly in: "import" }
  /** Why an organizer's tally is not counted. */
  | { readonly in: "left-out" }
  /** Names of columns, which may be a row of people where a list had none. */
  | { readonly in: "columns" }
  /** What another organizer sent. */
  | { readonly in: "signers"; readonly from: Fingerprint };

export interface FreeText {
  readonly place: TextPlace;
  /** For whoever puts it back: which column of which row. */
  readonly key: string;
  /** Strings, one or several, whatever the text is made of. */
  readonly texts: readonly string[];
  /** A fixed text and what others signed stay as they are; all else can be changed. */
  readonly fixed: boolean;
}

export interface FreeTextStore {
  readonly all: () => readonly FreeText[];
  /** Puts these in the place of `texts`, one for each; what columns hold is forgotten whole. Never for what is fixed. */
  readonly put: (text: Pick<FreeText, "key">, texts: readonly string[]) => void;
}

/** Names a place once, however many texts are in it. */
export const placeKey = (place: TextPlace): string => Object.values(place).join(" ");
