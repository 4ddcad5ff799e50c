/** What can go wrong with shares of a recovery key. */

/** What is wrong with one file that was brought. */
export type ShareFault =
  /** No share that a member gave back, or damaged. */
  | { readonly type: "share-malformed"; readonly path: string }
  /** Of another vault, or of a key that was replaced. */
  | { readonly type: "share-foreign"; readonly path: string }
  /** Not what was given out under its number: changed, or made up. */
  | { readonly type: "share-bad"; readonly path: string; readonly number: number };

export type ShareFailure =
  /** That many of so many cannot be. */
  | { readonly type: "shares-impossible"; readonly least: number; readonly most: number }
  /** Another number of members was named than shares are to be made. */
  | { readonly type: "shares-for-others"; readonly of: number; readonly named: number }
  /** A share of one's own, which would be lost with the vault. */
  | { readonly type: "share-for-self" }
  | { readonly type: "shares-refused"; readonly faults: readonly ShareFault[] }
  | { readonly type: "shares-too-few"; readonly have: number; readonly need: number };
