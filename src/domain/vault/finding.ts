/** One line of `pledge doctor`: what was looked at, and whether it is as it should be. */
export type Finding =
  /** `erasure`: what was forgotten is out of the file for good. */
  | { readonly check: "opens" | "pages" | "references" | "erasure"; readonly state: "good" | "bad" }
  /** `renewed`: it was missing or old and has been made anew; `bad`: that did not work. */
  | { readonly check: "header-copy"; readonly state: "good" | "renewed" | "bad" }
  | { readonly check: "modes" | "leftovers"; readonly state: "good" }
  /** Paths that others on this machine may read. */
  | { readonly check: "modes"; readonly state: "bad"; readonly paths: readonly string[] }
  /** Paths of what commands left behind when they were killed. */
  | { readonly check: "leftovers"; readonly state: "found"; readonly paths: readonly string[] }
  | { readonly check: "recovery"; readonly state: "good" | "missing" };
