/** Everything that can go wrong with a vault without being a bug of ours. */
export type VaultFailure =
  | { readonly type: "vault-missing"; readonly folder: string }
  | { readonly type: "vault-exists"; readonly folder: string }
  /** A vault is made in a new or an empty folder; there is something else here. */
  | { readonly type: "folder-occupied"; readonly folder: string }
  /** No slot opened: the passphrase or the words are wrong, or a slot was altered. */
  | { readonly type: "vault-locked"; readonly by: "passphrase" | "recovery" }
  /** A vault that `join` has begun and that no committee file has completed. */
  | { readonly type: "campaign-missing" }
  | { readonly type: "recovery-absent" }
  /** Twenty-four words whose check bits do not fit, or another number of words. */
  | { readonly type: "recovery-mistyped" }
  | { readonly type: "passphrase-empty" }
  /** `vault.json` is not in the one form of its format, or its MAC does not fit. */
  | { readonly type: "header-altered"; readonly folder: string; readonly copy: boolean }
  | { readonly type: "header-newer"; readonly version: number }
  | { readonly type: "header-older"; readonly folder: string }
  | { readonly type: "kdf-out-of-bounds"; readonly what: string }
  | { readonly type: "database-plain"; readonly folder: string }
  | { readonly type: "database-unreadable"; readonly folder: string }
  | { readonly type: "database-newer"; readonly version: number }
  | { readonly type: "vault-busy"; readonly folder: string }
  /** Somebody was erased, but the file could not be rewritten; the next opening does it. */
  | { readonly type: "erasure-unfinished"; readonly folder: string }
  | { readonly type: "backup-malformed"; readonly file: string; readonly what: string }
  | { readonly type: "sqlite-missing"; readonly node: string }
  | { readonly type: "disk-full"; readonly path: string }
  | { readonly type: "file-exists"; readonly path: string }
  | { readonly type: "file-missing"; readonly path: string }
  | { readonly type: "file-failed"; readonly path: string; readonly code: string };
