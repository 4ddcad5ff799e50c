/** One line of `pledge doctor`: what was looked at, and whether it is as it should be. */
export type Finding =
  | { readonly check: "opens" | "pages" | "references" | "header-copy"; readonly state: "good" | "bad" }
  | { readonly check: "modes"; readonly state: "good" }
  /** Paths that others on this machine may read. */
  | { readonly check: "modes"; readonly state: "bad"; readonly paths: readonly string[] }
  | { readonly check: "recovery"; readonly state: "good" | "missing" };
