/** One line of `pledge doctor`: what was looked at, and whether it is as it should be. */
export type Finding =
  /** `rows`: they are what was written last, and no page was put back. `erasure`: what was forgotten is out of the file for good. */
  | {
      readonly check: "opens" | "pages" | "references" | "rows" | "erasure";
      readonly state: "good" | "bad";
    }
  /** `renewed`: it was missing or old and has been made anew; `bad`: that did not work. */
  | { readonly check: "header-copy"; readonly state: "good" | "renewed" | "bad" }
  | { readonly check: "modes" | "owner" | "leftovers"; readonly state: "good" }
  /** Paths that others on this machine may read. */
  | { readonly check: "modes"; readonly state: "bad"; readonly paths: readonly string[] }
  /** Paths of what commands left behind when they were killed. */
  | { readonly check: "leftovers"; readonly state: "found"; readonly paths: readonly string[] }
  /** Paths of files in the folder that are another user's. */
  | { readonly check: "owner"; readonly state: "bad"; readonly paths: readonly string[] }
  | { readonly check: "recovery"; readonly state: "good" | "missing" }
  /** How many changes there were, and three words that stand for all that is in the vault after the last one. */
  | {
      readonly check: "change";
      readonly state: "good";
      readonly number: number;
      readonly words: string;
    };
