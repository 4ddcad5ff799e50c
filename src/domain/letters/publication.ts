/**
 * What letters that were written have shown of people who are not named: one line a letter, never a name. The next
 * letter is held against the last one, because the difference of two lists may show one person.
 */
import type { Day } from "../day.ts";
import type { TextHash } from "./letter.ts";

export interface Publication {
  readonly text: TextHash;
  readonly on: Day;
  /** People shown by role, by the words that were shown: "Software Engineer, Cloud". */
  readonly roles: ReadonlyMap<string, number>;
  /** People shown as a number only: workers, and supporters from outside. */
  readonly others: { readonly workers: number; readonly supporters: number };
}

export interface PublicationStore {
  /** The last one under that text. */
  readonly last: (text: TextHash) => Publication | undefined;
  readonly add: (publication: Publication) => void;
}
