/** What a letter can show of the company's work: a claim with where it is written, and when. */
import type { Brand } from "../brand.ts";
import type { Day } from "../day.ts";

/** The short name of a fact, as a demand has a key. */
export type FactKey = Brand<string, "FactKey">;

export interface Fact {
  readonly key: FactKey;
  /** One sentence, without the full stop: its source follows it in brackets. */
  readonly claim: string;
  /** Who says so, and in what: a newspaper, minutes, the company itself. */
  readonly source: string;
  /** The day of the source. */
  readonly date: Day;
  /** `work`: known only from the job, so it may be confidential. */
  readonly known: "public" | "work";
  /** Somebody decided that the letter may say it although it is known from work; false for what is public. */
  readonly letThrough: boolean;
}

/** The campaign's facts in the vault. */
export interface FactStore {
  /** Sorted by key. */
  readonly all: () => readonly Fact[];
  readonly byKey: (key: FactKey) => Fact | undefined;
  /** Adds the fact, or replaces the one of that key. */
  readonly put: (fact: Fact) => void;
  /** Letters that are fixed keep what they say. */
  readonly remove: (key: FactKey) => void;
}
